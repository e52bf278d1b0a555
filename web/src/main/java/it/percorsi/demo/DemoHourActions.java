package it.percorsi.demo;

import static it.percorsi.demo.DemoNames.known;
import static it.percorsi.demo.DemoNames.text;
import static it.percorsi.demo.DemoNames.weekday;

import it.percorsi.access.Actor;
import it.percorsi.attachment.Scan;
import it.percorsi.plan.Absence;
import it.percorsi.plan.AttendanceService;
import it.percorsi.plan.HourService;
import it.percorsi.plan.Hours;
import it.percorsi.plan.PlanReadingService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The verbs of the hour ledger. */
@Component
class DemoHourActions {

    private final PlanReadingService plans;
    private final HourService hours;
    private final AttendanceService sheets;
    private final DemoNames names;

    DemoHourActions(
            PlanReadingService plans,
            HourService hours,
            AttendanceService sheets,
            DemoNames names) {
        this.plans = plans;
        this.hours = hours;
        this.sheets = sheets;
        this.names = names;
    }

    void perform(String verb, JsonNode what, Actor by, Instant at) {
        switch (verb) {
            case "deliver" -> hours.deliver(by, at, planOf(what), given(what, by, at));
            case "reserve" -> reserve(what, by, at);
            case "foresee" ->
                    hours.plan(
                            by,
                            at,
                            planOf(what),
                            support(what, by, at),
                            what.path("minutes").asInt(),
                            what.path("times").asInt(),
                            null);
            case "sheet" ->
                    names.sheets.put(
                            text(what, "person"), sheets.print(by, at, latest(what, by, at), true));
            case "closeSheet" -> closeSheet(what, by, at);
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    private UUID planOf(JsonNode what) {
        return known(names.plans, text(what, "person"));
    }

    private UUID support(JsonNode what, Actor by, Instant at) {
        return plans.look(by, at, planOf(what)).supports().get(what.path("objective").asInt()).id();
    }

    private HourService.Given given(JsonNode what, Actor by, Instant at) {
        LocalDate on = weekday(names.start.plusDays(what.path("on").asInt()));
        return new HourService.Given(
                support(what, by, at),
                on.atTime(LocalTime.parse(text(what, "time"))),
                what.path("minutes").asInt(),
                text(what, "topic"),
                null);
    }

    /** An hour that is booked; missed, if it says why. */
    private void reserve(JsonNode what, Actor by, Instant at) {
        hours.book(by, at, planOf(what), given(what, by, at));
        if (what.has("missed")) {
            hours.miss(by, at, latest(what, by, at), Absence.UNJUSTIFIED, text(what, "missed"));
        }
    }

    private UUID latest(JsonNode what, Actor by, Instant at) {
        return plans.look(by, at, planOf(what)).encounters().stream()
                .filter(line -> line.onDay() != null)
                .findFirst()
                .map(Hours.Line::id)
                .orElseThrow();
    }

    private void closeSheet(JsonNode what, Actor by, Instant at) {
        UUID sheet = known(names.sheets, text(what, "person"));
        sheets.bring(by, at, sheet, Scan.of(DemoScan.signatures()));
        sheets.close(
                by,
                at,
                sheet,
                sheets.look(by, at, sheet).lines().stream()
                        .collect(Collectors.toMap(Hours.Line::id, line -> 1)),
                text(what, "archive"));
    }
}
