package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Agenda;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.Timetable;
import it.percorsi.agenda.WaitingService;
import it.percorsi.agenda.Wishes;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
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

/** Putting somebody on the waiting list. */
@Controller
@RequestMapping("/people/{id}/waiting")
class WaitController {

    private final WaitingService waiting;
    private final AgendaService agenda;
    private final Timetable services;
    private final PersonService people;

    WaitController(
            WaitingService waiting,
            AgendaService agenda,
            Timetable services,
            PersonService people) {
        this.waiting = waiting;
        this.agenda = agenda;
        this.services = services;
        this.people = people;
    }

    /** For a service, or for an earlier time than that of an appointment. */
    @GetMapping
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(required = false) @Nullable UUID appointment,
            Actor actor,
            Instant now,
            Model model) {
        WaitForm form = WaitForm.of(service, "", "");
        if (appointment != null) {
            Agenda.AppointmentRow row = agenda.look(actor, now, appointment);
            form =
                    WaitForm.of(
                            services.bookable(Objects.requireNonNull(row.serviceId())).code(),
                            Objects.requireNonNull(row.reason()),
                            Objects.requireNonNull(row.mediation()));
        }
        model.addAttribute("waitForm", form);
        return page(id, form, actor, now, model);
    }

    /** From the booking page, with everything that was chosen there. */
    @PostMapping("/form")
    String ask(
            @PathVariable UUID id,
            @ModelAttribute BookingForm bookingForm,
            Actor actor,
            Instant now,
            Model model) {
        WaitForm form =
                WaitForm.of(bookingForm.service(), bookingForm.reason(), bookingForm.without());
        model.addAttribute("waitForm", form);
        return page(id, form, actor, now, model);
    }

    private String page(UUID id, WaitForm form, Actor actor, Instant now, Model model) {
        model.addAttribute("file", people.look(actor, now, id, "waiting"));
        model.addAttribute("question", waiting.ask(actor, now, id, form.service()));
        model.addAttribute("reasons", Appointment.Reason.values());
        model.addAttribute("halves", Wishes.Half.values());
        return "agenda/wait";
    }

    @PostMapping
    String put(
            @PathVariable UUID id,
            @ModelAttribute WaitForm waitForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        boolean mediation = waiting.ask(actor, now, id, waitForm.service()).needsMediation();
        Optional<Wishes> wishes = waitForm.check(errors, Rome.day(now), mediation);
        if (wishes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, waitForm, actor, now, model);
        }
        waiting.put(
                actor,
                now,
                id,
                waitForm.service(),
                Appointment.Reason.valueOf(waitForm.reason()),
                wishes.get());
        return "redirect:/people/" + id + "/appointments?waiting";
    }
}
