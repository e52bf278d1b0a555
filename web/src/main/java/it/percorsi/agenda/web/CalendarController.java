package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.access.Secret;
import it.percorsi.agenda.CalendarFeeds;
import it.percorsi.agenda.CalendarService;
import it.percorsi.site.ForEverybody;
import it.percorsi.site.Guesses;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** An operator's own calendar in other programs: the address, and what is read there. */
@Controller
class CalendarController {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarService calendars;
    private final Guesses guesses;

    CalendarController(CalendarService calendars, Guesses guesses) {
        this.calendars = calendars;
        this.guesses = guesses;
    }

    @GetMapping("/agenda/calendar")
    String own(Actor actor, Model model) {
        calendars.own(actor).ifPresent(feed -> model.addAttribute("feed", feed));
        return "agenda/calendar";
    }

    /** The answer is the page itself: the address is told this once and kept nowhere. */
    @PostMapping("/agenda/calendar")
    String make(Actor actor, Instant now, Model model) {
        Secret secret = calendars.make(actor, now);
        model.addAttribute("address", site() + "/feeds/" + secret.text() + ".ics");
        return own(actor, model);
    }

    @PostMapping("/agenda/calendar/revocation")
    String revoke(Actor actor, Instant now) {
        calendars.revoke(actor, now);
        return "redirect:/agenda/calendar?revoked";
    }

    @GetMapping("/feeds/{secret}.ics")
    @ForEverybody
    ResponseEntity<String> read(@PathVariable String secret, HttpServletRequest request) {
        Optional<List<CalendarFeeds.Entry>> entries =
                guesses.look("feed", secret, request, () -> calendars.read(new Secret(secret)));
        if (entries.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        String text = CalendarFile.of(entries.get(), site());
        // Whether it is still the same is compared on the way out.
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8)))
                .body(text);
    }

    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
