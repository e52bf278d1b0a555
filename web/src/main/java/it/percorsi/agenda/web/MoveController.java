package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Agenda;
import it.percorsi.agenda.Mediation;
import it.percorsi.agenda.MovingService;
import it.percorsi.agenda.Offer;
import it.percorsi.agenda.SlotTaken;
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
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Giving an appointment another time. */
@Controller
@RequestMapping("/appointments/{id}/move")
class MoveController {

    private final MovingService moving;

    private final CurrentActor current;
    private final Clock clock;
    private final PageModel layout;

    MoveController(MovingService moving, CurrentActor current, Clock clock, PageModel layout) {
        this.moving = moving;
        this.current = current;
        this.clock = clock;
        this.layout = layout;
    }

    @GetMapping
    String ask(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDateTime from,
            @RequestParam(defaultValue = "") String slot,
            Actor actor,
            Instant now,
            Model model) {
        if (!slot.isEmpty()) {
            model.addAttribute("kept", moving.hold(actor, now, id, slot));
        }
        MovingService.Choice choice = moving.offer(actor, now, id);
        Offer offer = choice.offer();
        return page(
                choice.appointment(),
                (from == null ? offer : offer.from(from)).first(slot),
                slot,
                model);
    }

    private static String page(
            Agenda.AppointmentRow appointment, Offer offer, String slot, Model model) {
        model.addAttribute("appointment", appointment);
        model.addAttribute("offer", offer);
        model.addAttribute("bookingForm", new BookingForm("", slot, "", ""));
        return "agenda/move";
    }

    @PostMapping
    String move(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "BY_PHONE") Mediation without,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        if (slot.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("nothingChosen", true);
            return ask(id, null, slot, actor, now, model);
        }
        moving.move(actor, now, id, slot, without);
        return "redirect:/appointments/" + id + "?moved";
    }

    /** Keeps the time that was chosen. */
    @PostMapping("/hold")
    ResponseEntity<Void> hold(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String slot,
            Actor actor,
            Instant now) {
        return ResponseEntity.status(
                        moving.hold(actor, now, id, slot)
                                ? HttpStatus.NO_CONTENT
                                : HttpStatus.CONFLICT)
                .build();
    }

    /** Somebody was quicker: the same page with the next times. */
    @ExceptionHandler
    ModelAndView taken(SlotTaken taken, HttpServletRequest request) {
        Model model = new ExtendedModelMap();
        model.addAttribute("taken", true);
        UUID id = UUID.fromString(request.getRequestURI().split("/")[2]);
        Actor actor = current.current().orElseThrow();
        MovingService.Choice choice = moving.offerKept(actor, clock.instant(), id);
        String kept = choice.offer().kept();
        model.addAttribute("kept", !kept.isEmpty());
        String view = page(choice.appointment(), choice.offer(), kept, model);
        ModelAndView answer = new ModelAndView(view, HttpStatus.CONFLICT);
        layout.addTo(answer.getModelMap());
        answer.addAllObjects(model.asMap());
        return answer;
    }
}
