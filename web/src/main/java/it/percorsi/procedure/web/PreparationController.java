package it.percorsi.procedure.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import it.percorsi.procedure.ProcedureKinds;
import it.percorsi.procedure.ProcedureService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** Beginning a procedure for a person. */
@Controller
@RequestMapping("/people/{id}/procedures")
class PreparationController {

    private static final int DAYS_TO_PREPARE = 14;

    private final ProcedureService procedures;
    private final ProcedureKinds kinds;
    private final PersonService people;

    PreparationController(ProcedureService procedures, ProcedureKinds kinds, PersonService people) {
        this.procedures = procedures;
        this.kinds = kinds;
        this.people = people;
    }

    @GetMapping("/new")
    String form(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        String next = Rome.written(Rome.day(now).plusDays(DAYS_TO_PREPARE));
        model.addAttribute("preparationForm", new PreparationForm("", "", "", next, Owners.BODY));
        return page(id, actor, now, model);
    }

    private String page(UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("file", people.look(actor, now, id, "procedure-new"));
        if (!procedures.mayPrepare(actor, id)) {
            throw new MoveRefused(List.of("procedure.not-yours"));
        }
        model.addAttribute("kinds", kinds.inForce(Rome.day(now)));
        model.addAttribute("owners", Owners.of(procedures, actor));
        return "procedure/new";
    }

    @PostMapping
    String prepare(
            @PathVariable UUID id,
            @ModelAttribute PreparationForm preparationForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        LocalDate today = Rome.day(now);
        List<Network.Choice> owners = Owners.of(procedures, actor);
        Optional<PreparationForm.Begun> begun =
                preparationForm.check(errors, kinds.inForce(today), owners, today);
        if (begun.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, now, model);
        }
        UUID procedure =
                procedures
                        .prepare(
                                actor,
                                now,
                                id,
                                preparationForm.kind(),
                                begun.get().about(),
                                begun.get().missing(),
                                Owners.read(preparationForm.owner()).operatorId(),
                                begun.get().nextOn())
                        .id();
        return "redirect:/procedures/" + procedure;
    }
}
