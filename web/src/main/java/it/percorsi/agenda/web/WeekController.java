package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.AppointmentMove;
import it.percorsi.agenda.MovingService;
import it.percorsi.agenda.Offer;
import it.percorsi.agenda.SheetService;
import it.percorsi.agenda.Timetable;
import it.percorsi.agenda.Timetable.Opening;
import it.percorsi.network.Network;
import it.percorsi.network.Week;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The shared agenda: every body sees which times are taken; names only where they are granted. */
@Controller
@RequestMapping("/agenda")
class WeekController {

    private final AgendaService agenda;
    private final SheetService sheets;
    private final MovingService moving;
    private final Timetable services;
    private final Network network;

    WeekController(
            AgendaService agenda,
            SheetService sheets,
            MovingService moving,
            Timetable services,
            Network network) {
        this.agenda = agenda;
        this.sheets = sheets;
        this.moving = moving;
        this.services = services;
        this.network = network;
    }

    @GetMapping
    String week(@ModelAttribute("ask") AgendaQuestion ask, Actor actor, Instant now, Model model) {
        if (actor.role() == Role.MEDIATOR) {
            model.addAttribute("appointments", agenda.own(actor, now));
            return "agenda/own";
        }
        Offer offer = offer(ask, actor, now);
        List<Network.OrganisationRow> bodies = receiving();
        UUID body =
                offer != null ? offer.service().organisationId() : body(ask.body(), actor, bodies);
        LocalDate first = ask.first(day(ask.day(), offer, now));
        LocalDate until = first.plusDays(ask.byOperator() ? 1 : 7);
        SheetService.Sheet sheet = sheets.sheet(actor, now, body, first, until);
        model.addAttribute("bodies", bodies);
        model.addAttribute("body", body);
        model.addAttribute("operators", operators(sheet));
        model.addAttribute("first", first);
        model.addAttribute("step", ask.byOperator() ? 1 : 7);
        model.addAttribute("choosing", offer != null);
        WeekGrid grid =
                WeekGrid.of(
                        ask.byOperator()
                                ? byOperator(sheet, first)
                                : byDay(sheet, first, ask.operator()),
                        sheet,
                        offer == null ? null : offer.slots(),
                        Rome.time(now));
        model.addAttribute("week", grid);
        model.addAttribute("firstTarget", grid.firstTarget());
        return "agenda/week";
    }

    /** Where a time is chosen and no day was asked for, that of the first time. */
    private static LocalDate day(@Nullable LocalDate asked, @Nullable Offer offer, Instant now) {
        if (asked == null && offer != null && !offer.slots().isEmpty()) {
            return offer.slots().getFirst().starts().toLocalDate();
        }
        return asked == null ? Rome.day(now) : asked;
    }

    private @Nullable Offer offer(AgendaQuestion ask, Actor actor, Instant now) {
        if (ask.move() != null) {
            return moving.offer(actor, now, ask.move()).offer();
        }
        return ask.person() != null && ask.service() != null
                ? agenda.offer(actor, now, ask.person(), ask.service())
                : null;
    }

    private static Map<UUID, String> operators(SheetService.Sheet sheet) {
        Map<UUID, String> operators = new LinkedHashMap<>();
        sheet.openings().stream()
                .map(Opening::window)
                .forEach(o -> operators.put(o.resourceId(), o.resourceName()));
        sheet.rows().forEach(row -> operators.put(row.operatorId(), row.operatorName()));
        return operators;
    }

    private static List<WeekGrid.Column> byOperator(SheetService.Sheet sheet, LocalDate day) {
        return operators(sheet).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(who ->
                        new WeekGrid.Column(day, who.getKey(), who.getValue(), closed(sheet, day)))
                .toList();
    }

    /** From Monday to Friday, and the other days when somebody is there. */
    private static List<WeekGrid.Column> byDay(
            SheetService.Sheet sheet, LocalDate monday, @Nullable UUID operator) {
        return IntStream.range(0, 7)
                .mapToObj(monday::plusDays)
                .filter(day ->
                        day.getDayOfWeek().getValue() < 6
                                || !sheet.open(day).isEmpty()
                                || sheet.rows().stream()
                                        .anyMatch(row -> row.starts().toLocalDate().equals(day)))
                .map(day -> new WeekGrid.Column(day, operator, null, closed(sheet, day)))
                .toList();
    }

    private static @Nullable String closed(SheetService.Sheet sheet, LocalDate day) {
        List<@Nullable String> reasons =
                sheet.openings().stream()
                        .map(Opening::deskId)
                        .distinct()
                        .map(desk -> sheet.places().get(desk))
                        .filter(Objects::nonNull)
                        .<@Nullable String>map((Week place) -> place.on(day).closedFor())
                        .toList();
        return reasons.isEmpty() || reasons.contains(null) ? null : reasons.getFirst();
    }

    /** The list of a day, to mark who came, to telephone and to print. */
    @GetMapping("/day")
    String day(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable UUID body,
            Actor actor,
            Instant now,
            Model model) {
        List<Network.OrganisationRow> bodies = receiving();
        UUID shown = body(body, actor, bodies);
        LocalDate asked = day(day, null, now);
        model.addAttribute("bodies", bodies);
        model.addAttribute("body", shown);
        model.addAttribute("day", asked);
        model.addAttribute("now", now);
        model.addAttribute("list", sheets.day(actor, now, shown, asked));
        return "agenda/day";
    }

    /** A sheet to write on by hand when nothing works. */
    @GetMapping("/blank")
    String blank(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam UUID body,
            Model model) {
        model.addAttribute("day", day);
        model.addAttribute("body", body);
        model.addAttribute(
                "bodyName",
                receiving().stream()
                        .filter(each -> each.id().equals(body))
                        .findFirst()
                        .orElseThrow(NotVisible::new)
                        .name());
        model.addAttribute(
                "times",
                IntStream.range(16, 36)
                        .mapToObj(half -> LocalTime.MIN.plusMinutes(half * 30L))
                        .toList());
        return "agenda/blank";
    }

    @PostMapping("/day")
    String mark(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam UUID body,
            @RequestParam(defaultValue = "") String others,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Instant now) {
        Map<UUID, AppointmentMove> marks = new HashMap<>();
        sheets.day(actor, now, body, day).rows().stream()
                .filter(row -> row.begun(now))
                .forEach(row -> {
                    String mark = typed.getOrDefault("mark." + row.id(), others);
                    if (row.id() != null && !mark.isEmpty()) {
                        marks.put(
                                row.id(),
                                mark.equals("MISS")
                                        ? AppointmentMove.MISS
                                        : AppointmentMove.ARRIVE);
                    }
                });
        return "redirect:/agenda/day?day=%s&body=%s&marked=%d"
                .formatted(day, body, sheets.mark(actor, now, marks));
    }

    private List<Network.OrganisationRow> receiving() {
        List<UUID> receiving =
                services.bookables().stream().map(Timetable.Bookable::organisationId).toList();
        return network.organisations().stream().filter(o -> receiving.contains(o.id())).toList();
    }

    private static UUID body(
            @Nullable UUID asked, Actor actor, List<Network.OrganisationRow> bodies) {
        if (asked != null) {
            return asked;
        }
        return bodies.stream()
                .map(Network.OrganisationRow::id)
                .min(Comparator.comparing(id -> !id.equals(actor.organisationId())))
                .orElse(actor.organisationId());
    }
}
