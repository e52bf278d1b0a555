package it.percorsi.programme;

import it.percorsi.access.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Programmes, and who is in them of those an actor may see. */
public interface Programmes {

    List<Card> cards();

    Optional<Card> card(String code);

    void extend(UUID programme, LocalDate until, String note);

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

    /** The bodies in the programme's order, whoever leads it first. */
    List<Body> bodies(UUID programme);

    /** What its documents leave open or say in two ways, each with where. */
    List<Remark> remarks(UUID programme);

    /** The programmes this organisation enrols people in. */
    List<UUID> enrolledBy(UUID organisation);

    record Card(
            UUID id,
            String code,
            String name,
            @Nullable String fundName,
            @Nullable LocalDate runsFrom,
            @Nullable LocalDate runsUntil,
            @Nullable LocalDate extendedUntil,
            @Nullable String extensionNote,
            String zone,
            @Nullable Integer target,
            @Nullable Integer womenPercent) {

        /** Null where it has none, or none is known. */
        public @Nullable LocalDate lastDay() {
            return extendedUntil == null ? runsUntil : extendedUntil;
        }

        /** A programme whose first day nobody knows runs on no day. */
        public boolean running(LocalDate on) {
            LocalDate last = lastDay();
            return runsFrom != null
                    && !on.isBefore(runsFrom)
                    && (last == null || !on.isAfter(last));
        }
    }

    /** An organisation in a programme; target is of persons, if it has one. */
    record Body(String organisationName, String role, @Nullable Integer target, boolean enrols) {}

    record Remark(String text, String source) {}

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
