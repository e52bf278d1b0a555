package it.percorsi.person.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.person.ConnectionService;
import it.percorsi.person.Search;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests to be let into another body's file of the same person. */
@Controller
@RequestMapping("/connections")
class ConnectionController {

    private final ConnectionService connections;

    ConnectionController(ConnectionService connections) {
        this.connections = connections;
    }

    @GetMapping
    String list(Actor actor, Instant now, Model model) {
        model.addAttribute("rows", connections.rows(actor, now));
        return "person/connections";
    }

    /**
     * @param evidence what was searched for: the request goes where it certainly leads
     */
    @PostMapping
    String ask(@RequestParam String evidence, @RequestParam String note, Actor actor, Instant now) {
        connections.ask(actor, now, Search.of(evidence, Rome.day(now)), note);
        return "redirect:/connections?asked";
    }

    @PostMapping("/{id}/accept")
    String accept(@PathVariable UUID id, Actor actor, Instant now) {
        connections.accept(actor, now, id);
        return "redirect:/connections?accepted";
    }

    @PostMapping("/{id}/refuse")
    String refuse(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        connections.refuse(actor, now, id, note);
        return "redirect:/connections?refused";
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable UUID id, Actor actor, Instant now) {
        connections.withdraw(actor, now, id);
        return "redirect:/connections?withdrawn";
    }
}
