package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.Mediation;
import it.percorsi.agenda.Offer;
import it.percorsi.agenda.SlotTaken;
import it.percorsi.agenda.Timetable;
import it.percorsi.network.Network;
import it.percorsi.network.Organisation;
import it.percorsi.person.PersonService;
import it.percorsi.site.CurrentActor;
import it.percorsi.site.PageModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Booking somebody a time at a second-level service. */
@Controller
@RequestMapping("/people/{id}/booking")
class BookingController {

    private final AgendaService agenda;
    private final Timetable services;
    private final PersonService people;
    private final Network network;
    private final CurrentActor current;
    private final Clock clock;
    private final PageModel layout;

    BookingController(
            AgendaService agenda,
            Timetable services,
            PersonService people,
            Network network,
            CurrentActor current,
            Clock clock,
            PageModel layout) {
        this.agenda = agenda;
        this.services = services;
        this.people = people;
        this.network = network;
        this.current = current;
        this.clock = clock;
        this.layout = layout;
    }

    @GetMapping
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(required = false) @Nullable LocalDateTime from,
            @RequestParam(defaultValue = "") String slot,
            Actor actor,
            Instant now,
            Model model) {
        Timetable.Bookable asked = proposed(service, actor);
        String code = asked == null ? service : asked.code();
        model.addAttribute("bookingForm", new BookingForm(code, slot, need(asked), ""));
        if (!slot.isEmpty()) {
            model.addAttribute("kept", agenda.hold(actor, now, id, code, slot));
        }
        if (!code.isEmpty()) {
            Offer offer = agenda.offer(actor, now, id, code);
            model.addAttribute("offer", (from == null ? offer : offer.from(from)).first(slot));
        }
        return page(id, actor, now, model);
    }

    /** The one asked for; else the first in the town of whoever asks. */
    private Timetable.@Nullable Bookable proposed(String service, Actor actor) {
        return services.bookables().stream()
                .filter(each ->
                        service.isEmpty()
                                ? actor.organisationName().endsWith(each.place())
                                : each.code().equals(service))
                .findFirst()
                .orElse(null);
    }

    /** Who goes to an employment centre goes for work, if nothing else is said. */
    private String need(Timetable.@Nullable Bookable service) {
        boolean work =
                service != null
                        && network.organisations().stream()
                                .anyMatch(body ->
                                        body.id().equals(service.organisationId())
                                                && body.kind()
                                                        .equals(Organisation.Kind.CPI.name()));
        return work ? Appointment.Reason.WORK.name() : "";
    }

    private String page(UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("file", people.look(actor, now, id, "booking"));
        model.addAttribute("services", services.bookables());
        model.addAttribute("reasons", Appointment.Reason.values());
        return "agenda/booking";
    }

    @PostMapping
    String book(
            @PathVariable UUID id,
            @ModelAttribute BookingForm bookingForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        bookingForm.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            if (!bookingForm.service().isEmpty()) {
                model.addAttribute("offer", agenda.offer(actor, now, id, bookingForm.service()));
            }
            return page(id, actor, now, model);
        }
        Appointment appointment =
                agenda.book(
                        actor,
                        now,
                        id,
                        bookingForm.service(),
                        bookingForm.slot(),
                        Appointment.Reason.valueOf(bookingForm.reason()),
                        bookingForm.without().isEmpty()
                                ? Mediation.WITHOUT
                                : Mediation.valueOf(bookingForm.without()));
        return "redirect:/appointments/" + appointment.id() + "?booked";
    }

    /** Keeps the time that was chosen while the rest is typed. */
    @PostMapping("/hold")
    ResponseEntity<Void> hold(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String slot,
            Actor actor,
            Instant now) {
        return ResponseEntity.status(
                        agenda.hold(actor, now, id, service, slot)
                                ? HttpStatus.NO_CONTENT
                                : HttpStatus.CONFLICT)
                .build();
    }

    /** Somebody was quicker: the same page, what was chosen still there, and the next times. */
    @ExceptionHandler
    ModelAndView taken(SlotTaken taken, HttpServletRequest request) {
        Actor actor = current.current().orElseThrow();
        BookingForm form = BookingForm.of(request);
        ModelAndView answer = new ModelAndView("agenda/booking");
        answer.setStatus(HttpStatus.CONFLICT);
        Model model = new ExtendedModelMap();
        UUID person = person(request);
        Offer offer = agenda.offerKept(actor, clock.instant(), person, form.service());
        model.addAttribute(
                "bookingForm",
                new BookingForm(form.service(), offer.kept(), form.reason(), form.without()));
        model.addAttribute("taken", true);
        model.addAttribute("kept", !offer.kept().isEmpty());
        model.addAttribute("offer", offer);
        page(person, actor, clock.instant(), model);
        layout.addTo(answer.getModelMap());
        answer.addAllObjects(model.asMap());
        return answer;
    }

    private static UUID person(HttpServletRequest request) {
        String[] path = request.getRequestURI().split("/");
        return UUID.fromString(path[2]);
    }
}
