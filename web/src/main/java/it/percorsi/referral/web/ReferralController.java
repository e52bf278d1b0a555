package it.percorsi.referral.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Agenda.AppointmentRow;
import it.percorsi.agenda.AgendaService;
import it.percorsi.attachment.AttachmentService;
import it.percorsi.pathway.Grounds;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import it.percorsi.referral.PanelService;
import it.percorsi.referral.Referral;
import it.percorsi.referral.ReferralService;
import it.percorsi.referral.Referrals;
import it.percorsi.referral.SittingService;
import it.percorsi.referral.Worklist;
import it.percorsi.referral.WorklistService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing and following a referral. */
@Controller
class ReferralController {

    private final ReferralService service;
    private final WorklistService worklist;
    private final Referrals referrals;
    private final SittingService sittings;
    private final PanelService panels;
    private final PersonService people;
    private final AgendaService agenda;
    private final AttachmentService attachments;

    ReferralController(
            ReferralService service,
            WorklistService worklist,
            Referrals referrals,
            SittingService sittings,
            PanelService panels,
            PersonService people,
            AgendaService agenda,
            AttachmentService attachments) {
        this.service = service;
        this.worklist = worklist;
        this.referrals = referrals;
        this.sittings = sittings;
        this.panels = panels;
        this.people = people;
        this.agenda = agenda;
        this.attachments = attachments;
    }

    @GetMapping("/referrals")
    String worklist(
            @RequestParam(required = false) Worklist.@Nullable Mark after,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("list", worklist.page(actor, now, after));
        model.addAttribute("first", after == null);
        model.addAttribute("begun", after == null ? worklist.begun(actor, now) : List.of());
        return "referral/list";
    }

    @GetMapping("/people/{id}/referrals/new")
    String write(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID follows,
            Actor actor,
            Instant now,
            Model model) {
        String only = panels.usual(actor, now).map(UUID::toString).orElse("");
        Referrals.ReferralRow earlier =
                follows == null ? null : service.earlier(actor, id, follows);
        model.addAttribute(
                "referralForm",
                earlier == null
                        ? new ReferralForm(
                                only, cameFor(actor, now, id), "", "PUBLIC_TASK", "", null, null)
                        : new ReferralForm(
                                only,
                                earlier.needs(),
                                earlier.reason(),
                                earlier.legalBasis(),
                                Objects.requireNonNullElse(earlier.urgentWhy(), ""),
                                service.papersOf(actor, earlier.id()),
                                follows));
        return page(id, actor, now, model);
    }

    /** The needs the person was booked for: whoever writes unticks what it is not about. */
    private List<String> cameFor(Actor actor, Instant now, UUID id) {
        return agenda.ofPerson(actor, now, id).stream()
                .map(AppointmentRow::reason)
                .distinct()
                .filter(reason -> reason != null && Grounds.NEEDS.contains(reason))
                .toList();
    }

    private String page(UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("file", people.look(actor, now, id, "referral-new"));
        model.addAttribute("papers", attachments.sendable(actor, id));
        model.addAttribute("panels", referrals.panels());
        model.addAttribute("allNeeds", Grounds.NEEDS);
        model.addAttribute("bases", Grounds.BASES);
        return "referral/new";
    }

    @PostMapping("/people/{id}/referrals")
    String submit(
            @PathVariable UUID id,
            @ModelAttribute ReferralForm referralForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<UUID> panel = referralForm.check(errors);
        if (panel.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, now, model);
        }
        Referral referral =
                service.submit(
                        actor,
                        now,
                        id,
                        panel.get(),
                        referralForm.content(),
                        referralForm.chosenPapers(),
                        referralForm.follows());
        return "redirect:/referrals/" + referral.id() + "?sent";
    }

    @GetMapping("/referrals/{id}")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        ReferralService.Sheet sheet = service.look(actor, now, id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("again", sheet.mayBeSentAgain(actor.organisationId()));
        model.addAttribute("daysLeft", sheet.referral().daysLeft(Rome.day(now)));
        if (sheet.mayBeScheduled()) {
            model.addAttribute("sittings", sittings.planned(actor, id));
        }
        return "referral/show";
    }

    @PostMapping("/referrals/{id}/examination")
    String examine(@PathVariable UUID id, Actor actor, Instant now) {
        service.examine(actor, now, id);
        return "redirect:/referrals/" + id;
    }

    @PostMapping("/referrals/{id}/question")
    String askIntegration(
            @PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        service.askIntegration(actor, now, id, note.strip());
        return "redirect:/referrals/" + id;
    }

    @PostMapping("/referrals/{id}/answer")
    String integrate(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        service.integrate(actor, now, id, note.strip());
        return "redirect:/referrals/" + id + "?answered";
    }

    @PostMapping("/referrals/{id}/scheduling")
    String schedule(@PathVariable UUID id, @RequestParam UUID sitting, Actor actor, Instant now) {
        service.schedule(actor, now, id, sitting);
        return "redirect:/referrals/" + id;
    }

    @PostMapping("/referrals/{id}/acknowledgement")
    String acknowledge(@PathVariable UUID id, Actor actor, Instant now) {
        service.acknowledge(actor, now, id);
        return "redirect:/referrals/" + id;
    }

    @PostMapping("/referrals/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        service.withdraw(actor, now, id, note);
        return "redirect:/referrals/" + id;
    }
}
