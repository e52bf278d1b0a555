package it.percorsi.plan;

import it.percorsi.access.Actor;
import it.percorsi.person.Birth;
import it.percorsi.person.Search;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The hours of a programme as whoever coordinates it reads them, and an operator's own. */
public interface Ledger {

    int PAGE = 100;

    List<Entry> entries(UUID programme, Filter filter, @Nullable Mark after, Actor viewer);

    /** One row at a time, for an export. */
    void each(UUID programme, Filter filter, Actor viewer, Consumer<Entry> row);

    /** Sums by instrument and fund. */
    List<Sum> sums(UUID programme, Filter filter, Actor viewer);

    /**
     * Whose hours are nearest to their end.
     *
     * @param person nobody but them, or null
     * @param after the last of the page before, or null
     */
    List<Person> budgets(
            UUID programme, @Nullable UUID person, @Nullable UUID after, Actor viewer, int most);

    boolean hasBudget(UUID programme, UUID budget, Actor viewer);

    Optional<Named> person(UUID programme, UUID person, Actor viewer);

    /** Those of the programme who may be meant, the likeliest first. */
    List<Named> find(UUID programme, Search search, Actor viewer);

    List<Operator> operators(UUID programme, Actor viewer);

    void pass(UUID budget, int minutes, String reason, Actor by, Instant at);

    List<Period> periods(UUID programme);

    /** Reports what was confirmed from a day to a day, and locks those days. */
    int freeze(UUID programme, LocalDate from, LocalDate until, Actor by);

    List<TwoFunds> twoFunds(UUID programme, Actor viewer);

    List<Given> given(LocalDate from, LocalDate until, Actor by);

    /** A null part leaves nothing out. */
    record Filter(
            @Nullable String status,
            @Nullable String instrument,
            @Nullable UUID operator,
            @Nullable UUID person,
            @Nullable String fund,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** Where the page before ended. */
    record Mark(@Nullable LocalDate day, UUID id) {}

    record Entry(
            UUID id,
            UUID personId,
            String familyName,
            String givenName,
            @Nullable LocalDate onDay,
            @Nullable LocalTime starts,
            int minutes,
            int counted,
            String status,
            String instrumentName,
            String fundingName,
            String operatorName,
            boolean correction) {}

    record Sum(
            String instrumentName,
            String fundingName,
            int planned,
            int booked,
            int delivered,
            int validated,
            int reported) {}

    record Named(UUID id, String name, LocalDate bornOn, Birth.Precision bornPrecision) {

        public Birth born() {
            return new Birth(bornOn, bornPrecision);
        }
    }

    record Person(
            UUID budgetId,
            UUID personId,
            String personName,
            int minutes,
            int passed,
            int booked,
            int delivered) {

        public int left() {
            return minutes + passed - booked - delivered;
        }
    }

    record Operator(UUID id, String name) {}

    record Period(LocalDate fromDay, LocalDate untilDay, Instant frozenAt, String operatorName) {}

    record TwoFunds(
            UUID personId,
            String personName,
            LocalDate onDay,
            LocalTime oneStarts,
            int oneMinutes,
            String oneFund,
            LocalTime otherStarts,
            int otherMinutes,
            String otherFund,
            boolean overlapping) {}

    /**
     * @param people who came
     */
    record Given(
            LocalDate onDay,
            LocalTime starts,
            int minutes,
            int people,
            int absent,
            int confirmed,
            String instruments,
            String funds,
            @Nullable String programmes) {}
}
