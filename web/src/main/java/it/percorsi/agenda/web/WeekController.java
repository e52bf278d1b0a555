package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.Timetable;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The shared week: every body sees which times are taken; names only where they are granted. */
@Controller
class WeekController {

    private final AgendaService agenda;
    private final Timetable services;
    private final Network network;

    WeekController(AgendaService agenda, Timetable services, Network network) {
        this.agenda = agenda;
        this.services = services;
        this.network = network;
    }

    @GetMapping("/agenda")
    String week(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable UUID body,
            Actor actor,
            Instant now,
            Model model) {
        if (actor.role() == Role.MEDIATOR) {
            model.addAttribute("appointments", agenda.own(actor, now));
            return "agenda/own";
        }
        LocalDate monday =
                (day == null ? Rome.day(now) : day)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Network.OrganisationRow> bodies = receiving();
        UUID shown = body != null ? body : own(actor, bodies);
        model.addAttribute("bodies", bodies);
        model.addAttribute("body", shown);
        model.addAttribute("week", WeekGrid.of(monday, agenda.week(actor, now, shown, monday)));
        return "agenda/week";
    }

    private List<Network.OrganisationRow> receiving() {
        List<UUID> receiving =
                services.bookables().stream().map(Timetable.Bookable::organisationId).toList();
        return network.organisations().stream().filter(o -> receiving.contains(o.id())).toList();
    }

    private static UUID own(Actor actor, List<Network.OrganisationRow> bodies) {
        return bodies.stream()
                .map(Network.OrganisationRow::id)
                .filter(actor.organisationId()::equals)
                .findFirst()
                .orElse(bodies.isEmpty() ? actor.organisationId() : bodies.getFirst().id());
    }
}
