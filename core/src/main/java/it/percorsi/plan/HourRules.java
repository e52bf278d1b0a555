package it.percorsi.plan;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stands in the way of an hour, said before the database says it more shortly. */
@Component
class HourRules {

    /** What the agenda holds at once, in minutes: constraint {@code booking_within_a_day}. */
    private static final int LONGEST_BOOKED = 480;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final Hours hours;

    HourRules(Hours hours) {
        this.hours = hours;
    }

    static Obstacles obstacles(Plan plan, Actor by) {
        return new Obstacles()
                .when(!plan.inForce(), "plan.not-active")
                .when(!PlanParty.worksOnPlans(by), "move.not-yours.team");
    }

    /** What of the table is in the way of an hour that is there. */
    static List<String> obstacles(Encounter encounter, HoursMove move, Actor by) {
        return move.rule().obstacles(encounter, encounter.status(), by);
    }

    /** Everything in the way of an hour that is about to be booked or recorded at a time. */
    Obstacles obstacles(
            HoursMove move,
            Encounter encounter,
            Plan plan,
            LocalDateTime when,
            int minutes,
            Actor by) {
        return obstacles(plan, by)
                .and(clashes(encounter, when, minutes))
                .and(move == HoursMove.BOOK ? agenda(encounter, when, minutes) : List.of())
                .and(overrun(plan, minutes, by))
                .and(frozen(plan, when, by));
    }

    /** Everything in the way of saying that whoever was expected came. */
    Obstacles came(Encounter encounter, Plan plan, int minutes, Actor by, Instant at) {
        LocalDateTime when = encounter.when();
        return obstacles(plan, by)
                .and(obstacles(encounter, HoursMove.DELIVER, by))
                .when(when != null && when.isAfter(Rome.time(at)), "hours.not-yet")
                .and(
                        when != null && minutes > encounter.minutes()
                                ? clashes(encounter, when, minutes)
                                : List.of())
                .and(overrun(plan, minutes - booked(encounter), by));
    }

    /** Where else the agenda has whoever gives the hour at that time. */
    private List<String> agenda(Encounter encounter, LocalDateTime when, int minutes) {
        return new Obstacles()
                .when(encounter.givenHere() && minutes > LONGEST_BOOKED, "hours.booked-long")
                .and(
                        hours.expected(encounter, when, minutes).stream()
                                .map(clash ->
                                        "hours.%s|%s|%s"
                                                .formatted(
                                                        clash.who(),
                                                        TIME.format(clash.from()),
                                                        TIME.format(clash.until())))
                                .toList())
                .keys();
    }

    List<String> frozen(Plan plan, LocalDateTime when, Actor by) {
        return hours.frozen(plan.id(), when.toLocalDate(), by)
                ? List.of("hours.period-frozen")
                : List.of();
    }

    List<String> clashes(Encounter encounter, LocalDateTime when, int minutes) {
        return hours.clashes(encounter, when, minutes).stream()
                .map(clash ->
                        "hours.%s-busy|%s|%s|%s"
                                .formatted(
                                        clash.who(),
                                        TIME.format(clash.from()),
                                        TIME.format(clash.until()),
                                        clash.fund()))
                .toList();
    }

    List<String> overrun(Plan plan, int more, Actor by) {
        int left =
                hours.budget(plan.budgetId(), by).map(Hours.Budget::left).orElse(Integer.MAX_VALUE);
        return more > left ? List.of("hours.budget-exceeded|" + said(left)) : List.of();
    }

    static int booked(Encounter encounter) {
        return encounter.status() == HoursStatus.BOOKED ? encounter.minutes() : 0;
    }

    static String said(int minutes) {
        return minutes % 60 == 0
                ? "%d h".formatted(minutes / 60)
                : "%d h %d min".formatted(minutes / 60, minutes % 60);
    }
}
