package it.percorsi.procedure.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import it.percorsi.procedure.Particulars;
import it.percorsi.procedure.ProcedureMove;
import it.percorsi.procedure.ProcedureService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
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

/** A step of a procedure: the page asks for what the step needs, and no more. */
@Controller
@RequestMapping("/procedures/{id}/steps/{move}")
class StepController {

    private final ProcedureService procedures;
    private final PersonService people;

    StepController(ProcedureService procedures, PersonService people) {
        this.procedures = procedures;
        this.people = people;
    }

    @GetMapping
    String form(
            @PathVariable UUID id,
            @PathVariable ProcedureMove move,
            Actor actor,
            Instant now,
            Model model) {
        ProcedureService.Sheet sheet = procedures.look(actor, now, id);
        model.addAttribute("stepForm", StepForm.blank(move, sheet.kind(), Rome.day(now)));
        return page(sheet, move, actor, now, model);
    }

    private String page(
            ProcedureService.Sheet sheet,
            ProcedureMove move,
            Actor actor,
            Instant now,
            Model model) {
        if (!sheet.moves().contains(move)) {
            throw new MoveRefused(List.of("move.wrong-status"));
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("move", move);
        model.addAttribute("lawSaysWhen", StepForm.lawSaysWhen(move, sheet.kind()));
        model.addAttribute("file", people.look(actor, now, sheet.row().personId(), "procedure"));
        return "procedure/step";
    }

    @PostMapping
    String make(
            @PathVariable UUID id,
            @PathVariable ProcedureMove move,
            @ModelAttribute StepForm stepForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        ProcedureService.Sheet sheet = procedures.look(actor, now, id);
        Optional<Particulars> told = stepForm.check(errors, move, sheet.kind(), Rome.day(now));
        if (told.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(sheet, move, actor, now, model);
        }
        procedures.move(actor, now, id, move, told.get());
        return "redirect:/procedures/" + id + "?saved";
    }
}
