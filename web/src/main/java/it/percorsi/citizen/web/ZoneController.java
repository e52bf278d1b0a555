package it.percorsi.citizen.web;

import it.percorsi.access.NotVisible;
import it.percorsi.citizen.AskingService;
import it.percorsi.citizen.Zone;
import it.percorsi.citizen.ZoneDesk;
import it.percorsi.citizen.ZoneService;
import it.percorsi.network.DeskDay;
import it.percorsi.pathway.Rome;
import it.percorsi.site.ForEverybody;
import it.percorsi.site.Spoken;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Desks, hours and languages, in the languages of the zone: no account, cookie or script. */
@Controller
@RequestMapping("/info")
class ZoneController {

    /** Seconds anybody between may keep a page. */
    private static final String BRIEFLY = "public, max-age=60";

    private final ZoneService zone;
    private final AskingService asking;
    private final MessageSource messages;

    ZoneController(ZoneService zone, AskingService asking, MessageSource messages) {
        this.zone = zone;
        this.asking = asking;
        this.messages = messages;
    }

    /** The language of the browser is offered first; nobody is sent anywhere. */
    @GetMapping
    @ForEverybody
    String choose(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "it") String accepted,
            HttpServletResponse response,
            Model model) {
        String proposed = proposed(accepted);
        model.addAttribute("own", Words.in(proposed, messages));
        model.addAttribute(
                "languages",
                Spoken.LANGUAGES.stream()
                        .sorted((a, b) -> Boolean.compare(b.equals(proposed), a.equals(proposed)))
                        .map(language -> Words.in(language, messages))
                        .toList());
        response.setHeader(HttpHeaders.CACHE_CONTROL, BRIEFLY);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return "citizen/languages";
    }

    @GetMapping("/{language}")
    @ForEverybody
    String desks(
            @PathVariable String language,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            Instant now,
            HttpServletResponse response,
            Model model) {
        if (!Spoken.LANGUAGES.contains(language)) {
            throw new NotVisible();
        }
        LocalDate on = day == null ? Rome.day(now) : day;
        LocalTime at = day == null ? Rome.time(now).toLocalTime() : null;
        List<ZoneDesk> desks = zone.on(on);
        model.addAttribute("own", Words.in(language, messages));
        model.addAttribute(
                "others", Spoken.LANGUAGES.stream().map(l -> Words.in(l, messages)).toList());
        model.addAttribute("on", on);
        model.addAttribute("isToday", day == null);
        model.addAttribute("desks", desks.stream().map(desk -> card(desk, at)).toList());
        model.addAttribute("bodies", bodies(desks));
        model.addAttribute("open", asking.services());
        response.setHeader(HttpHeaders.CACHE_CONTROL, BRIEFLY);
        return "citizen/zone";
    }

    private List<Body> bodies(List<ZoneDesk> desks) {
        Map<UUID, List<Zone.Service>> services =
                zone.services().stream()
                        .collect(Collectors.groupingBy(Zone.Service::organisationId));
        return desks.stream()
                .map(ZoneDesk::desk)
                .map(desk ->
                        new Body(
                                desk.organisationName(),
                                services.getOrDefault(desk.organisationId(), List.of())))
                .filter(body -> !body.services().isEmpty())
                .distinct()
                .toList();
    }

    /** The first of the languages a browser asks for that we have words in. */
    private static String proposed(String accepted) {
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(Spoken.LANGUAGES::contains)
                    .findFirst()
                    .orElse("it");
        } catch (IllegalArgumentException unreadable) {
            return "it";
        }
    }

    private static Card card(ZoneDesk desk, @Nullable LocalTime at) {
        List<Line> week =
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Line(day, desk.week().usually(day, desk.day())))
                        .filter(line ->
                                line.day().getValue() < 6
                                        || line.hours().access() != DeskDay.Access.NOT_STATED)
                        .toList();
        return new Card(desk, desk.today(), at != null && desk.open(at), week);
    }

    record Card(ZoneDesk at, DeskDay today, boolean openNow, List<Line> week) {}

    record Line(DayOfWeek day, DeskDay hours) {}

    record Body(String name, List<Zone.Service> services) {}
}
