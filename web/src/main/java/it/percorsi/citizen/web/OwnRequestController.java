package it.percorsi.citizen.web;

import it.percorsi.access.Secret;
import it.percorsi.citizen.AskingService;
import it.percorsi.citizen.OwnRequests.Standing;
import it.percorsi.pathway.Rome;
import it.percorsi.site.ForEverybody;
import it.percorsi.site.Spoken;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A request as whoever sent it sees it, at the address they were given: the code, the answer. */
@Controller
@RequestMapping("/r/{secret}")
class OwnRequestController {

    private final AskingService asking;
    private final MessageSource messages;

    OwnRequestController(AskingService asking, MessageSource messages) {
        this.asking = asking;
        this.messages = messages;
    }

    @GetMapping
    @ForEverybody
    String look(@PathVariable String secret, HttpServletResponse response, Model model) {
        return page(secret, response, model);
    }

    @PostMapping("/withdrawal")
    @ForEverybody
    String withdraw(@PathVariable String secret, HttpServletResponse response, Model model) {
        asking.withdraw(new Secret(secret));
        return page(secret, response, model);
    }

    /** What stands there now, which is also the answer to whoever withdraws. */
    private String page(String secret, HttpServletResponse response, Model model) {
        Optional<Standing> found = asking.look(new Secret(secret));
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("own", Words.in("it", messages));
            model.addAttribute(
                    "texts", Spoken.LANGUAGES.stream().map(l -> Words.in(l, messages)).toList());
            return "citizen/nothing";
        }
        Standing request = found.get();
        model.addAttribute("own", Words.in(request.language(), messages));
        model.addAttribute("italian", Words.in("it", messages));
        model.addAttribute("request", request);
        model.addAttribute("starts", Rome.time(request.startsAt()));
        model.addAttribute("expires", Rome.time(request.expiresAt().minusSeconds(1)));
        model.addAttribute("open", request.status().name().equals("SENT"));
        model.addAttribute("secret", secret);
        return "citizen/standing";
    }
}
