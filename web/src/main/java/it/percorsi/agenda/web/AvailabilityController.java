package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.AvailabilityService;
import it.percorsi.network.Bands;
import it.percorsi.network.DeskDay.Band;
import it.percorsi.pathway.Rome;
import it.percorsi.site.Reading;
import it.percorsi.site.WeekForm;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When the people and the rooms of one's own body receive: each week, or on one day. */
@Controller
@RequestMapping("/agenda/hours")
class AvailabilityController {

    private final AvailabilityService availabilities;

    AvailabilityController(AvailabilityService availabilities) {
        this.availabilities = availabilities;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("resources", availabilities.resources(actor));
        return "agenda/hours-of-all";
    }

    /**
     * @param service for which; the body's first where none is said
     */
    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID service,
            Actor actor,
            Instant now,
            Model model) {
        return page(
                id,
                service != null || availabilities.services(actor).isEmpty()
                        ? service
                        : availabilities.services(actor).getFirst().id(),
                actor,
                now,
                model);
    }

    private String page(UUID id, @Nullable UUID service, Actor actor, Instant now, Model model) {
        LocalDate today = Rome.day(now);
        AvailabilityService.Hours hours = availabilities.look(actor, now, id);
        if (!model.containsAttribute("weekForm")) {
            model.addAttribute(
                    "weekForm", WeekForm.of(day -> Bands.typed(hours.weekly(service, day, today))));
        }
        if (!model.containsAttribute("dayForm")) {
            model.addAttribute("dayForm", new DayForm("", ""));
        }
        model.addAttribute("hours", hours);
        model.addAttribute("service", service);
        model.addAttribute("services", availabilities.services(actor));
        model.addAttribute("changes", hours.changes(service, today));
        return "agenda/hours";
    }

    @PostMapping("/{id}/week")
    String keep(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID service,
            @ModelAttribute WeekForm weekForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<WeekForm.Week<List<Band>>> week =
                weekForm.check(errors, Rome.day(now), Bands::read);
        if (week.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, service, actor, now, model);
        }
        availabilities.keep(actor, now, id, service, week.get().from(), week.get().days());
        return saved(id, service);
    }

    @PostMapping("/{id}/day")
    String keepDay(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID service,
            @ModelAttribute DayForm dayForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        LocalDate today = Rome.day(now);
        Reading read = new Reading(errors, today);
        LocalDate day = read.day("day", dayForm.day());
        if (day != null && day.isBefore(today)) {
            errors.rejectValue("day", "hours.past");
        }
        Optional<List<Band>> bands = Bands.read(dayForm.bands());
        if (bands.isEmpty()) {
            errors.rejectValue("bands", "hours.unreadable");
        }
        if (day == null || bands.isEmpty() || errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, service, actor, now, model);
        }
        availabilities.keepDay(actor, now, id, service, day, bands.get());
        return saved(id, service);
    }

    private static String saved(UUID id, @Nullable UUID service) {
        return "redirect:/agenda/hours/%s?saved%s"
                .formatted(id, service == null ? "" : "&service=" + service);
    }

    /** One day and its hours; no hours go back to what the week says. */
    record DayForm(String day, String bands) {

        DayForm {
            day = Objects.requireNonNullElse(day, "");
            bands = Objects.requireNonNullElse(bands, "");
        }
    }
}
