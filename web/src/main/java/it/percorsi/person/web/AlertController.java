package it.percorsi.person.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.DayReader;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.person.Alert;
import it.percorsi.person.AlertService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is urgent, and what has been seen to. */
@Controller
class AlertController {

    private final AlertService alerts;

    AlertController(AlertService alerts) {
        this.alerts = alerts;
    }

    @GetMapping("/permits")
    String permits(
            @RequestParam(required = false) @Nullable Mark after,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("expiring", alerts.expiring(actor, now, after));
        return "person/permits";
    }

    @PostMapping("/people/{id}/alerts/{kind}")
    String silence(
            @PathVariable UUID id,
            @PathVariable Alert.Kind kind,
            @RequestParam String until,
            @RequestParam String note,
            Actor actor,
            Instant now) {
        LocalDate day =
                DayReader.day(until, Rome.day(now))
                        .orElseThrow(() -> new MoveRefused(List.of("field.day.unreadable")));
        alerts.silence(actor, now, id, kind, day, note);
        return "redirect:/people/" + id + "?silenced";
    }
}
