package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.Mediation;
import it.percorsi.agenda.MovingService;
import it.percorsi.agenda.SlotTaken;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving an appointment another time. */
@Controller
@RequestMapping("/appointments/{id}/move")
class MoveController {

    private final MovingService moving;
    private final AgendaService agenda;

    MoveController(MovingService moving, AgendaService agenda) {
        this.moving = moving;
        this.agenda = agenda;
    }

    @GetMapping
    String ask(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDateTime from,
            @RequestParam(defaultValue = "") String slot,
            Actor actor,
            Instant now,
            Model model) {
        AgendaService.Offer offer = moving.offer(actor, now, id);
        model.addAttribute("appointment", agenda.look(actor, now, id));
        model.addAttribute("offer", from == null ? offer : offer.from(from));
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
        try {
            moving.move(actor, now, id, slot, without);
        } catch (SlotTaken taken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("taken", true);
            return ask(id, null, "", actor, now, model);
        }
        return "redirect:/appointments/" + id + "?moved";
    }
}
