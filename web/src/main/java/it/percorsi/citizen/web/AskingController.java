package it.percorsi.citizen.web;

import it.percorsi.access.NotVisible;
import it.percorsi.access.Secret;
import it.percorsi.agenda.Slot;
import it.percorsi.agenda.Timetable.Bookable;
import it.percorsi.citizen.AskingService;
import it.percorsi.citizen.OwnRequests.Outcome;
import it.percorsi.pathway.Rome;
import it.percorsi.site.ForEverybody;
import it.percorsi.site.Spoken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asking for a time from a phone: choose it, say who, check, send. Nothing is kept before it is
 * sent, and nobody is looked for.
 */
@Controller
@RequestMapping("/info/{language}/booking/{service}")
class AskingController {

    private static final int SHOWN = 8;

    private final AskingService asking;
    private final MessageSource messages;

    AskingController(AskingService asking, MessageSource messages) {
        this.asking = asking;
        this.messages = messages;
    }

    @GetMapping
    @ForEverybody
    String choose(
            @PathVariable String language,
            @PathVariable String service,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            Instant now,
            Model model) {
        Bookable asked = find(language, service);
        List<Slot> free = asking.free(asked, language, now);
        AskForm empty = new AskForm("", "", "", "");
        return form(language, asked, free, from, empty, List.of(), now, model);
    }

    @PostMapping
    @ForEverybody
    String check(
            @PathVariable String language,
            @PathVariable String service,
            @ModelAttribute AskForm askForm,
            Instant now,
            HttpServletResponse response,
            Model model) {
        Bookable asked = find(language, service);
        List<Slot> free = asking.free(asked, language, now);
        List<String> mistakes = askForm.mistakes(free);
        if (!mistakes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(language, asked, free, null, askForm, mistakes, now, model);
        }
        words(language, model);
        model.addAttribute("service", asked);
        model.addAttribute("slot", askForm.slot(free).orElseThrow());
        model.addAttribute("form", askForm);
        model.addAttribute("number", askForm.number());
        model.addAttribute("secret", Secret.fresh().text());
        return "citizen/check";
    }

    /**
     * @param secret made for the page that was checked: sent twice it counts once
     * @param site where a browser says it was sent from: no other page sends it for somebody
     */
    @PostMapping("/request")
    @ForEverybody
    String send(
            @PathVariable String language,
            @PathVariable String service,
            @ModelAttribute AskForm askForm,
            @RequestParam String secret,
            @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "none") String site,
            Instant now,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Bookable asked = find(language, service);
        if (site.equals("cross-site") || !secret.matches("[\\w-]{32}")) {
            throw new NotVisible();
        }
        if (asking.look(new Secret(secret)).isPresent()) {
            return "redirect:/r/" + secret;
        }
        List<Slot> free = asking.free(asked, language, now);
        List<String> mistakes = askForm.mistakes(free);
        Outcome outcome = askForm.byAMachine() ? Outcome.REFUSED : Outcome.SENT;
        if (mistakes.isEmpty() && outcome == Outcome.SENT) {
            outcome =
                    asking.send(
                            now,
                            new Secret(secret),
                            request.getRemoteAddr(),
                            asked,
                            askForm.slot(free).orElseThrow(),
                            language,
                            askForm.name(),
                            Objects.requireNonNull(askForm.number()));
            if (outcome == Outcome.SENT) {
                return "redirect:/r/" + secret;
            }
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        List<String> why = mistakes.isEmpty() ? List.of(outcome.name()) : mistakes;
        return form(
                language, asked, asking.free(asked, language, now), null, askForm, why, now, model);
    }

    private Bookable find(String language, String service) {
        if (!Spoken.LANGUAGES.contains(language)) {
            throw new NotVisible();
        }
        return asking.service(service).orElseThrow(NotVisible::new);
    }

    private void words(String language, Model model) {
        model.addAttribute("own", Words.in(language, messages));
        model.addAttribute("italian", Words.in("it", messages));
    }

    private String form(
            String language,
            Bookable service,
            List<Slot> free,
            @Nullable LocalDate from,
            AskForm form,
            List<String> mistakes,
            Instant now,
            Model model) {
        LocalDate first = from == null ? Rome.day(now) : from;
        List<Slot> later =
                free.stream().filter(slot -> !slot.starts().toLocalDate().isBefore(first)).toList();
        words(language, model);
        model.addAttribute("service", service);
        model.addAttribute("slots", later.stream().limit(SHOWN).toList());
        model.addAttribute(
                "more",
                later.stream()
                        .skip(SHOWN)
                        .map(slot -> slot.starts().toLocalDate())
                        .filter(day -> day.isAfter(later.get(SHOWN - 1).starts().toLocalDate()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("kept", asking.keptDays(now));
        return "citizen/booking";
    }
}
