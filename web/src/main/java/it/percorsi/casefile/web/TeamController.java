package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.casefile.MemberMove;
import it.percorsi.casefile.TeamService;
import it.percorsi.casefile.TransferService;
import it.percorsi.person.PersonService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The team of a case: inviting, answering, leaving. */
@Controller
@RequestMapping("/cases")
class TeamController {

    private final TeamService teams;
    private final TransferService transfers;
    private final CaseFileService cases;
    private final PersonService people;

    TeamController(
            TeamService teams,
            TransferService transfers,
            CaseFileService cases,
            PersonService people) {
        this.teams = teams;
        this.transfers = transfers;
        this.cases = cases;
        this.people = people;
    }

    @GetMapping("/requests")
    String requests(Actor actor, Instant now, Model model) {
        model.addAttribute("invitations", teams.invitations(actor));
        model.addAttribute("transfers", transfers.rows(actor, now));
        return "casefile/requests";
    }

    @GetMapping("/{id}/invitation")
    String form(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("invitationForm", InvitationForm.blank());
        return page(id, actor, now, model);
    }

    private String page(UUID id, Actor actor, Instant now, Model model) {
        CaseFileService.Sheet sheet = cases.look(actor, now, id);
        if (!sheet.mayInvite()) {
            throw new NotVisible();
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("file", people.look(actor, now, sheet.file().personId(), "team"));
        model.addAttribute("colleagues", cases.colleagues(actor));
        model.addAttribute("sections", TeamService.OPENED);
        return "casefile/invitation";
    }

    @PostMapping("/{id}/invitation")
    String invite(
            @PathVariable UUID id,
            @ModelAttribute InvitationForm invitationForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        UUID who = invitationForm.check(errors);
        if (who == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, now, model);
        }
        teams.invite(actor, now, id, who, invitationForm.sections(), invitationForm.words());
        return "redirect:/cases/" + id;
    }

    @PostMapping("/members/{id}/acceptance")
    String accept(@PathVariable UUID id, Actor actor, Instant now) {
        return "redirect:/cases/" + teams.move(actor, now, id, MemberMove.ACCEPT, null);
    }

    @PostMapping("/members/{id}/refusal")
    String refuse(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        teams.move(actor, now, id, MemberMove.REFUSE, note);
        return "redirect:/cases/requests?answered";
    }

    @PostMapping("/members/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, Actor actor, Instant now) {
        return "redirect:/cases/" + teams.move(actor, now, id, MemberMove.WITHDRAW, null);
    }

    /** Whoever leaves may see the case no more. */
    @PostMapping("/members/{id}/leaving")
    String leave(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        teams.move(actor, now, id, MemberMove.LEAVE, note);
        return "redirect:/cases";
    }
}
