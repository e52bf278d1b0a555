package it.percorsi.programme;

import it.percorsi.person.Gender;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The days, the targets and the places of programmes. */
public interface Terms {

    Agreed of(UUID programme);

    /**
     * @param agreed carries the version it was made from
     * @return whether that version still stood
     */
    boolean set(UUID programme, Agreed agreed);

    /** The areas in the programme's order, for who coordinates it, chooses or enrols in it. */
    List<Area> areas(UUID programme);

    /** As {@link #set(UUID, Agreed)}, for the places of one area. */
    boolean set(UUID programme, UUID organisation, Places places);

    /** How many wait in the viewer's area since an earlier day than this person. */
    int ahead(UUID programme, UUID person, LocalDate on);

    /** Who was enrolled on a day that is none of these. */
    Outside enrolledOutside(UUID programme, @Nullable LocalDate first, @Nullable LocalDate last);

    record Agreed(
            @Nullable LocalDate runsFrom,
            @Nullable LocalDate runsUntil,
            @Nullable LocalDate extendedUntil,
            @Nullable String extensionNote,
            @Nullable Integer target,
            @Nullable Integer womenPercent,
            int version) {

        public @Nullable LocalDate lastDay() {
            return extendedUntil == null ? runsUntil : extendedUntil;
        }
    }

    /**
     * @param total null where nobody counts them
     * @param women how many of them are for women, null where gender does not matter
     */
    record Places(@Nullable Integer total, @Nullable Integer women, int version) {

        Map<String, String> typed() {
            return Map.of("places", text(total), "womenPlaces", text(women));
        }

        private static String text(@Nullable Integer number) {
            return number == null ? "" : number.toString();
        }
    }

    record Outside(int before, int after) {

        boolean anybody() {
            return before + after > 0;
        }
    }

    /**
     * The places of a body that enrols.
     *
     * @param total who has one, whatever their gender
     * @param waiting who waits for one
     */
    record Area(
            UUID organisationId,
            String code,
            String organisationName,
            @Nullable Integer target,
            @Nullable Integer womenPlaces,
            int total,
            int women,
            int men,
            int waiting,
            int version) {

        public @Nullable Integer menPlaces() {
            return target == null || womenPlaces == null ? null : target - womenPlaces;
        }

        /** Negative once there are more people than places; null where nobody counts them. */
        public @Nullable Integer free() {
            return target == null ? null : target - total;
        }

        public @Nullable Integer freeForWomen() {
            return womenPlaces == null ? null : womenPlaces - women;
        }

        public @Nullable Integer freeForMen() {
            Integer places = menPlaces();
            return places == null ? null : places - men;
        }

        /** Whether a place is free for somebody of this gender, or places are not counted. */
        public boolean room(@Nullable Gender gender) {
            Integer ofGender =
                    gender == Gender.F ? freeForWomen() : gender == Gender.M ? freeForMen() : null;
            Integer free = free();
            return (free == null || free > 0) && (ofGender == null || ofGender > 0);
        }
    }
}
