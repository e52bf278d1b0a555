package it.percorsi.programme;

import it.percorsi.access.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Programmes, and the enrolments an actor may see. */
public interface Programmes {

    List<Card> cards();

    Optional<Card> card(String code);

    List<EligibilityRule> rules(UUID programme);

    void extend(UUID programme, LocalDate until, String note);

    void save(Enrolment enrolment);

    Optional<Enrolment> visible(UUID id, Actor viewer);

    List<EnrolmentRow> ofPerson(UUID person, Actor viewer);

    /** Persons reached against target, per body and gender, among those the viewer may see. */
    List<Reached> reached(UUID programme, Actor viewer);

    /** The list behind a number, by name; {@code null} filters nothing. */
    List<BeneficiaryRow> beneficiaries(
            UUID programme, @Nullable String organisation, @Nullable String gender, Actor viewer);

    /** The same list, a row at a time, for an export. */
    void eachBeneficiary(UUID programme, Actor viewer, Consumer<BeneficiaryRow> row);

    List<Amount> amounts(UUID programme);

    List<Scheduled> schedule(UUID programme);

    List<ContextIndicator> indicators(UUID programme);

    /** The organisations that answer for a programme and whose coordinators may see its persons. */
    List<UUID> coordinators(UUID programme);

    /** Whether this organisation is one of the programme's bodies. */
    boolean takesPart(UUID programme, UUID organisation);

    record Card(
            UUID id,
            String code,
            String name,
            String fundName,
            LocalDate runsFrom,
            LocalDate runsUntil,
            @Nullable LocalDate extendedUntil,
            @Nullable String extensionNote,
            String zone) {

        public LocalDate lastDay() {
            return extendedUntil == null ? runsUntil : extendedUntil;
        }

        public boolean running(LocalDate on) {
            return !on.isBefore(runsFrom) && !on.isAfter(lastDay());
        }
    }

    record EnrolmentRow(
            UUID id,
            String programmeCode,
            String programmeName,
            String organisationName,
            String status,
            LocalDate enrolledOn,
            String snapshot) {

        public List<SnapshotLine> findings() {
            return snapshot.lines().skip(1).map(SnapshotLine::of).toList();
        }
    }

    /** A finding as it was stored. */
    record SnapshotLine(String rule, String answer, String message, String evidence) {

        static SnapshotLine of(String line) {
            String[] parts = line.split("\\|", -1);
            return new SnapshotLine(parts[0], parts[1], parts[2], parts[3]);
        }
    }

    record Reached(
            String organisationCode,
            String organisationName,
            @Nullable Integer target,
            int women,
            int men,
            int other,
            int total) {

        /** Whole percent of the target, 100 at most, for the drawn bar. */
        public int percent() {
            return target == null ? 0 : Math.min(100, total * 100 / target);
        }
    }

    record BeneficiaryRow(
            UUID personId,
            String familyName,
            String givenName,
            LocalDate bornOn,
            @Nullable String gender,
            String citizenship,
            String organisationName,
            String status,
            LocalDate enrolledOn) {}

    record Amount(
            String organisationName,
            int ordinal,
            @Nullable String line,
            @Nullable String label,
            BigDecimal euro) {}

    record Scheduled(
            String activity,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable String output,
            String responsible) {}

    record ContextIndicator(
            String organisationName,
            String name,
            String value,
            String unit,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String referenceYear,
            @Nullable String warning) {

        /** What numerator and denominator give, with two decimals, or null without both. */
        public @Nullable BigDecimal computed() {
            return numerator == null || denominator == null
                    ? null
                    : numerator
                            .multiply(BigDecimal.valueOf(100))
                            .divide(denominator, 2, java.math.RoundingMode.HALF_UP);
        }
    }
}
