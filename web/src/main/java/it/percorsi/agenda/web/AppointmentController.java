package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Agenda;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.AppointmentMove;
import it.percorsi.agenda.AppointmentStatus;
import it.percorsi.agenda.WaitingService;
import it.percorsi.person.PersonService;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One appointment, its slip, and what becomes of it. */
@Controller
class AppointmentController {

    private final AgendaService agenda;
    private final WaitingService waiting;
    private final PersonService people;
    private final SlipWords slips;

    AppointmentController(
            AgendaService agenda, WaitingService waiting, PersonService people, SlipWords slips) {
        this.agenda = agenda;
        this.waiting = waiting;
        this.people = people;
        this.slips = slips;
    }

    @GetMapping("/appointments/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String moved,
            Actor actor,
            Instant now,
            Model model) {
        Agenda.AppointmentRow appointment = agenda.look(actor, now, id);
        List<LocalDateTime> before = agenda.before(actor, id);
        model.addAttribute("appointment", appointment);
        model.addAttribute("moves", agenda.movesOpen(actor, now, id));
        model.addAttribute("before", before);
        freed(appointment, moved == null ? List.of() : before)
                .ifPresent(time ->
                        model.addAttribute(
                                "wanted",
                                waiting.wanted(
                                        actor,
                                        now,
                                        Objects.requireNonNull(appointment.serviceId()),
                                        time)));
        model.addAttribute("code", CodeSquare.of(id).text());
        return "agenda/appointment";
    }

    /** The time that is free again: its own, or the one it was just moved from. */
    private static Optional<LocalDateTime> freed(
            Agenda.AppointmentRow appointment, List<LocalDateTime> before) {
        return AppointmentStatus.CANCELLED.name().equals(appointment.status())
                ? Optional.of(appointment.starts())
                : before.stream().findFirst();
    }

    @GetMapping("/appointments/{id}/slip")
    String slip(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAllAttributes(slips.of(agenda.look(actor, now, id)));
        return "agenda/slip";
    }

    @PostMapping("/appointments/{id}/arrival")
    String arrive(
            @PathVariable UUID id,
            @RequestParam(name = "agenda", defaultValue = "") String back,
            Actor actor,
            Instant now) {
        return back(back, id, move(id, AppointmentMove.ARRIVE, "", actor, now));
    }

    @PostMapping("/appointments/{id}/conclusion")
    String conclude(@PathVariable UUID id, Actor actor, Instant now) {
        return move(id, AppointmentMove.CONCLUDE, "", actor, now);
    }

    @PostMapping("/appointments/{id}/absence")
    String miss(
            @PathVariable UUID id,
            @RequestParam(name = "agenda", defaultValue = "") String back,
            Actor actor,
            Instant now) {
        return back(back, id, move(id, AppointmentMove.MISS, "", actor, now));
    }

    /** To the place in the agenda one came from, and nowhere else. */
    private static String back(String back, UUID id, String otherwise) {
        return back.startsWith("/agenda?") ? "redirect:" + back + "#a-" + id : otherwise;
    }

    @PostMapping("/appointments/{id}/undoing")
    String undo(@PathVariable UUID id, Actor actor, Instant now) {
        return move(id, AppointmentMove.UNDO, "", actor, now);
    }

    @PostMapping("/appointments/{id}/cancellation")
    String cancel(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        return move(id, AppointmentMove.CANCEL, note, actor, now);
    }

    private String move(UUID id, AppointmentMove move, String note, Actor actor, Instant now) {
        agenda.move(actor, now, id, move, note);
        return "redirect:/appointments/" + id;
    }

    @GetMapping("/people/{id}/appointments")
    String ofPerson(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("file", people.look(actor, now, id, "appointments"));
        model.addAttribute("appointments", agenda.ofPerson(actor, now, id));
        model.addAttribute("waits", waiting.ofPerson(actor, id));
        return "agenda/of-person";
    }
}
