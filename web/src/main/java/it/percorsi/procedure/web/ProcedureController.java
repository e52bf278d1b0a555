package it.percorsi.procedure.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import it.percorsi.procedure.ProcedureService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
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

/** One procedure: what was done, what comes next, and who looks after it. */
@Controller
@RequestMapping("/procedures/{id}")
class ProcedureController {

    private final ProcedureService procedures;
    private final PersonService people;

    ProcedureController(ProcedureService procedures, PersonService people) {
        this.procedures = procedures;
        this.people = people;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        return page(id, actor, now, model);
    }

    private String page(UUID id, Actor actor, Instant now, Model model) {
        ProcedureService.Sheet sheet = procedures.look(actor, now, id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("file", people.look(actor, now, sheet.row().personId(), "procedure"));
        if (sheet.followed()) {
            model.addAttribute("owners", Owners.of(procedures, actor));
        }
        if (!model.containsAttribute("followForm")) {
            model.addAttribute("followForm", FollowForm.of(sheet.row(), actor));
        }
        return "procedure/show";
    }

    @PostMapping
    String follow(
            @PathVariable UUID id,
            @RequestParam int version,
            @ModelAttribute FollowForm followForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<FollowForm.Followed> read =
                followForm.check(errors, Owners.of(procedures, actor), Rome.day(now));
        if (read.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, now, model);
        }
        FollowForm.Followed from = read.get();
        procedures.follow(actor, now, id, from.owner(), from.nextOn(), from.missing(), version);
        return "redirect:/procedures/" + id + "?saved";
    }
}
