package it.percorsi.reminder;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.network.Network;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.PageOf;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminding people of what waits for them, and a body of what nobody did. */
@Service
@Transactional
public class ReminderService {

    private static final int PAGE = 50;

    private final OpenSteps steps;
    private final Network network;
    private final AccessTrail trail;

    ReminderService(OpenSteps steps, Network network, AccessTrail trail) {
        this.steps = steps;
        this.network = network;
        this.trail = trail;
    }

    public Page waiting(Actor by, Instant at, @Nullable Mark after) {
        LocalDate today = Rome.day(at);
        PageOf<OpenSteps.Row> page =
                PageOf.read(
                        PAGE, most -> steps.waiting(until(today), late(today), after, by, most));
        trail.listed(
                by,
                "reminders",
                page.rows().stream()
                        .flatMap(step -> Stream.ofNullable(step.personId()))
                        .distinct()
                        .toList(),
                at);
        return new Page(page.rows(), page.next(OpenSteps.Row::mark));
    }

    /** Numbers: they say nothing of anybody. */
    public OpenSteps.Count count(Actor by, Instant at) {
        LocalDate today = Rome.day(at);
        return steps.count(until(today), late(today), today, by);
    }

    /** The same numbers kind by kind, for the mail of the morning. */
    public Digest digest(Actor by, Instant at) {
        LocalDate today = Rome.day(at);
        LocalDate soon = today.plusDays(network.rule("reminder.mail", today).number());
        return new Digest(by, steps.tally(until(today), late(today), today, soon, by));
    }

    /** Numbers again, of the programmes of whoever coordinates, in the order of their codes. */
    public Map<String, List<OpenSteps.Sum>> ofProgrammes(Actor by, Instant at) {
        if (!by.actsAs(Role.COORDINATOR)) {
            throw new NotVisible();
        }
        trail.listed(by, "programme-reminders", List.of(), at);
        return steps.ofProgrammes(Rome.day(at), by).stream()
                .collect(
                        Collectors.groupingBy(
                                OpenSteps.Sum::programmeCode,
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private LocalDate until(LocalDate today) {
        return today.plusDays(network.rule("reminder.ahead", today).number());
    }

    private LocalDate late(LocalDate today) {
        return today.minusDays(network.rule("reminder.late", today).number());
    }

    /**
     * @param next where the page after begins, or null on the last one
     */
    public record Page(List<OpenSteps.Row> rows, @Nullable Mark next) {}

    /** What waits for somebody in one of their roles. */
    public record Digest(Actor of, List<OpenSteps.Tally> kinds) {

        public int open() {
            return kinds.stream().mapToInt(OpenSteps.Tally::open).sum();
        }

        public int late() {
            return kinds.stream().mapToInt(OpenSteps.Tally::late).sum();
        }

        /** Whether any of it is late or near enough to be told of. */
        public boolean presses() {
            return kinds.stream().anyMatch(kind -> kind.soon() > 0);
        }
    }
}
