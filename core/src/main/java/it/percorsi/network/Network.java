package it.percorsi.network;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The network itself: public facts about bodies and places, the same for every viewer. */
public interface Network {

    List<OrganisationRow> organisations();

    List<DeskRow> desks();

    Optional<DeskRow> desk(String code);

    /** The hours of every desk, with closures and holidays, by desk. */
    Map<UUID, Week> weeks();

    /** Mediators' weekly shifts in force on a day, and for that very day what is said of it. */
    List<Shift> shifts(LocalDate on);

    List<Choice> languages();

    /** The countries a citizenship can be chosen from, present ones first. */
    List<Country> countries();

    Optional<Country> country(String code);

    /** A living or ceased place of birth by its Belfiore code. */
    Optional<String> placeName(String belfiore);

    List<Choice> municipalitiesOfDesks();

    List<Choice> permitKinds();

    /** The kinds of permit with their dates, for who keeps them. */
    List<PermitKind> permitVocabulary();

    Optional<PermitKind> permitKind(String code);

    void save(PermitKind kind);

    List<Choice> instruments();

    List<Choice> fundingSources();

    /** The rule in force on a day. */
    ReferenceRule rule(String key, LocalDate on);

    void save(Organisation organisation);

    void save(Desk desk);

    record OrganisationRow(UUID id, String code, String name, String kind) {}

    record DeskRow(
            UUID id,
            String code,
            String name,
            String kind,
            String municipality,
            String place,
            UUID organisationId,
            String organisationName,
            @Nullable String staffing) {}

    /** A mediator's weekly shift; weekday 1 is Monday. */
    record Shift(
            UUID mediatorId,
            UUID deskId,
            String language,
            String languageName,
            int weekday,
            DeskDay.Band band) {

        public String dayName() {
            return DayOfWeek.of(weekday).name();
        }
    }

    record Choice(String code, String name) {}

    /**
     * A kind of permit to stay.
     *
     * @param validFrom first day it is given, or null if always
     * @param validUntil last day it was given, or null if it still is
     * @param source where the right to work is said
     */
    record PermitKind(
            String code,
            String name,
            boolean allowsWork,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            String source,
            boolean verified) {

        /** Whether what is said of it holds on a day. */
        public boolean inForce(LocalDate on) {
            return (validFrom == null || !on.isBefore(validFrom))
                    && (validUntil == null || !on.isAfter(validUntil));
        }
    }

    /**
     * @param freeFrom from when its citizens may stay without a permit though it is not in the
     *     Union (Switzerland, the Economic Area, a country on its way out), or null
     * @param freeUntil the first day they may no longer, or null
     */
    record Country(
            String code,
            String name,
            @Nullable String belfiore,
            @Nullable LocalDate euFrom,
            @Nullable LocalDate euUntil,
            @Nullable LocalDate freeFrom,
            @Nullable LocalDate freeUntil,
            @Nullable String language) {

        /** Stands for a citizenship nobody could say. */
        public boolean unknown() {
            return code.equals("ZZ");
        }

        /** Member of the European Union on a day. Membership is dated: see countries.csv. */
        public boolean inTheUnion(LocalDate on) {
            return euFrom != null
                    && !on.isBefore(euFrom)
                    && (euUntil == null || on.isBefore(euUntil));
        }

        /** Whether its citizens need no permit to stay on a day. */
        public boolean staysFreely(LocalDate on) {
            return inTheUnion(on)
                    || freeFrom != null
                            && !on.isBefore(freeFrom)
                            && (freeUntil == null || on.isBefore(freeUntil));
        }
    }

    record ReferenceRule(String key, String value, String unit, String source, boolean verified) {

        public int number() {
            return Integer.parseInt(value);
        }
    }
}
