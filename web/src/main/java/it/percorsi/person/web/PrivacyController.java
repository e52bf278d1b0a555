package it.percorsi.person.web;

import it.percorsi.access.Actor;
import it.percorsi.person.PrivacyService;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person was told, who sees them and who looked. */
@Controller
@RequestMapping("/people/{id}")
class PrivacyController {

    private final PrivacyService privacy;

    PrivacyController(PrivacyService privacy) {
        this.privacy = privacy;
    }

    @PostMapping("/notices")
    String deliver(
            @PathVariable UUID id,
            @RequestParam String noticeVersion,
            @RequestParam String noticeLanguage,
            Actor actor,
            Instant now) {
        privacy.deliverNotice(actor, now, id, noticeVersion, noticeLanguage);
        return "redirect:/people/" + id + "/privacy?delivered";
    }

    @GetMapping("/grants")
    String grants(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        PrivacyService.WhoSees who = privacy.whoSees(actor, now, id);
        model.addAttribute("who", who);
        model.addAttribute("file", who.file());
        return "person/grants";
    }

    @GetMapping("/looks")
    String looks(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID before,
            Actor actor,
            Instant now,
            Model model) {
        PrivacyService.WhoLooked who = privacy.whoLooked(actor, now, id, before);
        model.addAttribute("who", who);
        model.addAttribute("file", who.file());
        return "person/looks";
    }
}
