package it.percorsi.plan;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The hours an actor may see, and what is left of them. */
public interface Hours {

    /** Writes it now, so that what the database refuses is refused here. */
    void save(Encounter encounter);

    void flush();

    Optional<Encounter> visible(UUID id, Actor viewer);

    Optional<Line> line(UUID id, Actor viewer);

    /** How many of those who are at the same encounter the viewer sees. */
    int together(UUID group, Actor viewer);

    /** The latest two hundred lines of a plan. */
    List<Line> ofPlan(UUID plan, Actor viewer);

    /** The moves made on a line, oldest first. */
    List<Signed> signed(UUID encounter, Actor viewer);

    /** The programmes a person is in, and how a path of each begins. */
    List<Enrolled> enrolled(UUID person, LocalDate on, Actor viewer);

    /** How a path outside every programme begins. */
    Beginning outside(UUID person, LocalDate on, Actor viewer);

    /**
     * The budget of an enrolment, made if it is not there; a new one where there is none.
     *
     * @param enrolment null for whoever is in no programme
     */
    UUID budgetFor(UUID person, @Nullable UUID enrolment, LocalDate on, Actor by);

    /** Whether hours of the plan are booked. */
    boolean booked(UUID plan, Actor viewer);

    /** Whether that day of the plan's programme was reported to whoever pays. */
    boolean frozen(UUID plan, LocalDate on, Actor viewer);

    Optional<Budget> budget(UUID id, Actor viewer);

    List<Extension> extensions(UUID budget, Actor viewer);

    /** What of a support's minutes no line has taken yet. */
    int unplanned(UUID support, UUID plan, Actor viewer);

    /** The minutes a line counts, and all its corrections with it. */
    int worth(UUID encounter, Actor viewer);

    /** Where the person, or the operator, is already at that time. */
    List<Clash> clashes(Encounter encounter, LocalDateTime from, int minutes);

    /** What the agenda has of whoever gives the hour at that time: {@code agenda}, {@code away}. */
    List<Clash> expected(Encounter encounter, LocalDateTime from, int minutes);

    /**
     * @param minutes of the programme
     * @param passed what a coordinator added
     */
    record Budget(
            UUID id,
            @Nullable String programmeCode,
            int minutes,
            int passed,
            int planned,
            int booked,
            int delivered,
            int validated) {

        public int left() {
            return minutes + passed - booked - delivered;
        }

        /** Whole percent already given. */
        public int percent() {
            return delivered * 100 / (minutes + passed);
        }
    }

    /**
     * @param code the enrolment, as a form says it
     * @param name of the programme
     * @param programme its code
     * @param minutes those of its budget, or those it begins with
     */
    record Enrolled(
            String code,
            String name,
            String programme,
            int minutes,
            @Nullable Integer decided,
            @Nullable String fund) {

        public Beginning beginning() {
            return new Beginning(minutes, decided, fund);
        }
    }

    /**
     * @param minutes what the rules give, or what a panel decided where that is less
     * @param decided the minutes a panel decided, or null
     * @param fund who pays, as a panel decided, or null
     */
    record Beginning(int minutes, @Nullable Integer decided, @Nullable String fund) {

        public boolean asDecided() {
            return decided != null && decided == minutes;
        }

        /** Whether a panel decided more than the path may cost. */
        public boolean less() {
            return decided != null && decided > minutes;
        }
    }

    record Extension(int minutes, String reason, Instant at, String operatorName) {}

    record Line(
            UUID id,
            UUID planId,
            UUID personId,
            UUID groupId,
            String personName,
            @Nullable LocalDate onDay,
            @Nullable LocalTime starts,
            int minutes,
            int counted,
            String status,
            @Nullable String absence,
            String instrument,
            String instrumentName,
            String fundingName,
            String operatorName,
            String topic,
            @Nullable UUID correctsId,
            @Nullable UUID sheetId) {}

    record Signed(String move, Instant at, String operatorName, @Nullable String note) {}

    /**
     * @param who {@code person} or {@code operator}; what the agenda says, where it was asked
     * @param fund who pays the other hour; null where it is not for the viewer to know
     */
    record Clash(String who, LocalTime from, LocalTime until, @Nullable String fund) {}
}
