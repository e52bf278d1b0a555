package it.percorsi.reception.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.reception.QueueService;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
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

/** Numbers: given at the door, called to a counter, handed to whoever speaks the language. */
@Controller
@RequestMapping("/desk")
class QueueController {

    private static final String BACK = "redirect:/desk";
    private static final int COUNTERS = 20;

    private final DeskPage page;
    private final QueueService queue;
    private final Network network;

    QueueController(DeskPage page, QueueService queue, Network network) {
        this.page = page;
        this.queue = queue;
        this.network = network;
    }

    @PostMapping("/tickets")
    String give(
            @ModelAttribute TicketForm ticketForm,
            BindingResult errors,
            @RequestParam(required = false) @Nullable UUID person,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        if (person != null) {
            queue.give(actor, now, person);
            return BACK;
        }
        Optional<TicketForm.Read> read =
                ticketForm.check(errors, new Reading(errors, Rome.day(now)), network.languages());
        if (read.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(actor, now, model);
        }
        queue.give(actor, now, read.get().topic(), read.get().language());
        return BACK;
    }

    @PostMapping("/arrivals/{id}")
    String arrive(@PathVariable UUID id, Actor actor, Instant now) {
        queue.arrive(actor, now, id);
        return BACK;
    }

    /** The counter is remembered: an operator stays at theirs. */
    @PostMapping("/tickets/{id}/call")
    String call(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int counter,
            Actor actor,
            Instant now,
            HttpSession session) {
        if (counter < 1 || counter > COUNTERS) {
            throw new MoveRefused(List.of("ticket.counter-unknown"));
        }
        queue.call(actor, now, id, counter);
        session.setAttribute(DeskPage.COUNTER, counter);
        return BACK;
    }

    @PostMapping("/tickets/{id}/handover")
    String handOver(
            @PathVariable UUID id,
            @RequestParam("colleague") UUID colleague,
            Actor actor,
            Instant now) {
        queue.handOver(actor, now, id, colleague);
        return BACK;
    }

    @PostMapping("/tickets/{id}/end")
    String finish(@PathVariable UUID id, Actor actor, Instant now) {
        queue.finish(actor, now, id);
        return BACK;
    }

    @PostMapping("/tickets/{id}/departure")
    String leave(@PathVariable UUID id, Actor actor, Instant now) {
        queue.leave(actor, now, id);
        return BACK;
    }

    /**
     * For a screen that faces the public. It asks again by itself, which a page of people waiting
     * must: what it shows changes without anybody touching it.
     */
    @GetMapping("/display")
    String display(Actor actor, Instant now, Model model, HttpServletResponse response) {
        response.setHeader("Refresh", "10");
        model.addAttribute("numbers", queue.display(actor, now));
        return "reception/display";
    }
}
