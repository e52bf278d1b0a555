package it.percorsi.notice.web;

import it.percorsi.access.Secret;
import it.percorsi.notice.CitizenLinks;
import it.percorsi.site.ForEverybody;
import it.percorsi.site.Guesses;
import it.percorsi.site.Spoken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A person's own page of an appointment, without account, cookie or script: time, place, first
 * name, and three buttons. The page of what was done is the answer, so that it is two pages in all.
 */
@Controller
@RequestMapping("/a/{secret}")
class CitizenController {

    private final CitizenLinks links;
    private final Guesses guesses;
    private final Wording wording;

    CitizenController(CitizenLinks links, Guesses guesses, Wording wording) {
        this.links = links;
        this.guesses = guesses;
        this.wording = wording;
    }

    /** The second is where a mail program that only follows links goes: nothing is done. */
    @GetMapping({"", "/silence"})
    @ForEverybody
    String look(
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return page(secret, request, response, model, "", s -> true);
    }

    @PostMapping("/cancellation")
    @ForEverybody
    String decline(
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return page(secret, request, response, model, "cancelled", links::decline);
    }

    @PostMapping("/another-day")
    @ForEverybody
    String askAnotherDay(
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return page(secret, request, response, model, "asked", links::askAnotherDay);
    }

    @PostMapping("/silence")
    @ForEverybody
    String refuseNotices(
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return page(secret, request, response, model, "silent", links::refuseNotices);
    }

    /** Unknown, used, past: one answer, which says whom to ask. */
    private String page(
            String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            String done,
            Predicate<Secret> act) {
        Secret key = new Secret(secret);
        Optional<CitizenLinks.Coming> coming =
                guesses.look("link", secret, request, () -> links.look(key));
        if (coming.isEmpty() || !act.test(key)) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("texts", Spoken.LANGUAGES.stream().map(wording::in).toList());
            return "notice/nothing";
        }
        model.addAttribute("coming", coming.get());
        model.addAttribute("own", wording.in(coming.get().language()));
        model.addAttribute("italian", wording.in("it"));
        model.addAttribute("done", done);
        model.addAttribute("secret", secret);
        return "notice/appointment";
    }
}
