package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.AbsenceService;
import it.percorsi.pathway.Rome;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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

/** Closing somebody's agenda for some days, and placing again on one page whoever was booked. */
@Controller
@RequestMapping("/agenda/absences")
class AbsenceController {

    private static final String SLOT = "slot.";

    private final AbsenceService absences;

    AbsenceController(AbsenceService absences) {
        this.absences = absences;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String resource,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("absenceForm", new AbsenceForm(resource, "", ""));
        return page(actor, now, model);
    }

    private String page(Actor actor, Instant now, Model model) {
        model.addAttribute("resources", absences.resources(actor));
        model.addAttribute("absences", absences.list(actor, now));
        return "agenda/absences";
    }

    @PostMapping
    String close(
            @ModelAttribute AbsenceForm absenceForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<AbsenceForm.Days> days = absenceForm.check(errors, Rome.day(now));
        UUID resource =
                absences.resources(actor).stream()
                        .map(each -> each.id())
                        .filter(id -> id.toString().equals(absenceForm.resource()))
                        .findFirst()
                        .orElse(null);
        if (resource == null && !errors.hasFieldErrors("resource")) {
            errors.rejectValue("resource", "field.choice.unknown");
        }
        if (days.isEmpty() || resource == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, now, model);
        }
        return "redirect:/agenda/absences/"
                + absences.close(actor, now, resource, days.get().first(), days.get().last()).id();
    }

    @GetMapping("/{id}")
    String replacing(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("replacing", absences.replacing(actor, now, id));
        return "agenda/replacing";
    }

    /**
     * @param typed the slot chosen for each appointment, as {@code slot.} and its identifier; empty
     *     for those left as they are
     */
    @PostMapping("/{id}/moves")
    String replace(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Instant now) {
        Map<UUID, String> chosen = new LinkedHashMap<>();
        typed.forEach((name, slot) -> {
            if (name.startsWith(SLOT) && !slot.isEmpty()) {
                chosen.put(UUID.fromString(name.substring(SLOT.length())), slot);
            }
        });
        AbsenceService.Replaced done = absences.replace(actor, now, id, chosen);
        return "redirect:/agenda/absences/%s?moved=%d&taken=%d"
                .formatted(id, done.moved(), done.left());
    }

    @PostMapping("/{id}/end")
    String reopen(@PathVariable UUID id, Actor actor, Instant now) {
        absences.reopen(actor, now, id);
        return "redirect:/agenda/absences";
    }
}
