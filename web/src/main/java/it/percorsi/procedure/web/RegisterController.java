package it.percorsi.procedure.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.Rome;
import it.percorsi.procedure.ProcedureKinds;
import it.percorsi.procedure.ProcedureService;
import it.percorsi.procedure.ProcedureStatus;
import it.percorsi.procedure.Procedures;
import it.percorsi.procedure.Procedures.Filter;
import it.percorsi.site.CsvFile;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a body follows, the nearest day first; and the same without names. */
@Controller
@RequestMapping("/procedures")
class RegisterController {

    private final ProcedureService procedures;
    private final ProcedureKinds kinds;
    private final ProcedureFile file;

    RegisterController(ProcedureService procedures, ProcedureKinds kinds, ProcedureFile file) {
        this.procedures = procedures;
        this.kinds = kinds;
        this.file = file;
    }

    @GetMapping
    String list(
            @ModelAttribute FilterForm filterForm,
            BindingResult errors,
            @RequestParam(required = false) @Nullable Mark after,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Filter filter = filterForm.check(errors, kinds.all());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("list", procedures.worklist(actor, now, filter, after));
        model.addAttribute("kinds", kinds.all());
        model.addAttribute("statuses", ProcedureStatus.values());
        model.addAttribute("whoses", Procedures.Whose.values());
        return "procedure/list";
    }

    @GetMapping("/register.csv")
    ResponseEntity<byte[]> register(
            @ModelAttribute FilterForm filterForm, BindingResult errors, Actor actor, Instant now) {
        Filter filter = filterForm.check(errors, kinds.all());
        if (errors.hasErrors()) {
            return ResponseEntity.unprocessableContent().build();
        }
        LocalDate today = Rome.day(now);
        return CsvFile.attached(
                "pratiche-" + today, file.of(procedures.register(actor, now, filter), today));
    }
}
