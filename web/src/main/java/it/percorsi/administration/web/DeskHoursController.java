package it.percorsi.administration.web;

import it.percorsi.access.Actor;
import it.percorsi.access.AdministrationService;
import it.percorsi.access.NotVisible;
import it.percorsi.network.Bands;
import it.percorsi.network.DeskDay;
import it.percorsi.network.Network;
import it.percorsi.network.Week;
import it.percorsi.pathway.Rome;
import it.percorsi.site.WeekForm;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
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

/** When a desk is open, from a day on, and the days it is closed. */
@Controller
@RequestMapping("/administration/desks/{id}")
class DeskHoursController {

    private final AdministrationService administration;
    private final Network network;

    DeskHoursController(AdministrationService administration, Network network) {
        this.administration = administration;
        this.network = network;
    }

    @GetMapping("/hours")
    String show(@PathVariable UUID id, Instant now, Model model) {
        return page(id, now, model);
    }

    private String page(UUID id, Instant now, Model model) {
        LocalDate today = Rome.day(now);
        Network.DeskRow desk =
                network.desks().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        Week week = Objects.requireNonNull(network.weeks().get(id));
        if (!model.containsAttribute("weekForm")) {
            model.addAttribute(
                    "weekForm", WeekForm.of(day -> Bands.typed(week.usually(day, today))));
        }
        if (!model.containsAttribute("closureForm")) {
            model.addAttribute("closureForm", new ClosureForm("", "", ""));
        }
        model.addAttribute("desk", desk);
        model.addAttribute("changes", week.changes(today));
        model.addAttribute("closures", week.closuresFrom(today));
        return "network/desk-hours";
    }

    @PostMapping("/hours")
    String keep(
            @PathVariable UUID id,
            @ModelAttribute WeekForm weekForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<WeekForm.Week<DeskDay>> week =
                weekForm.check(errors, Rome.day(now), Bands::ofDesk);
        if (week.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, now, model);
        }
        administration.keepHours(actor, now, id, week.get().from(), week.get().days());
        return saved(id);
    }

    @PostMapping("/closures")
    String close(
            @PathVariable UUID id,
            @ModelAttribute ClosureForm closureForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<ClosureForm.Days> days = closureForm.check(errors, Rome.day(now));
        if (days.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, now, model);
        }
        administration.close(
                actor,
                now,
                id,
                days.get().first(),
                days.get().last(),
                closureForm.reason().strip());
        return saved(id);
    }

    @PostMapping("/closures/end")
    String reopen(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Actor actor,
            Instant now) {
        administration.reopen(actor, now, id, day);
        return saved(id);
    }

    private static String saved(UUID id) {
        return "redirect:/administration/desks/" + id + "/hours?saved";
    }
}
