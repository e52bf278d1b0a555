package it.percorsi.reception;

import it.percorsi.network.DeskDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works at a desk and who must: facts of the network, with no person in them. */
public interface Rota {

    /** Who is on duty at a desk on a day, by hour; not who is away. */
    List<OnDuty> on(UUID desk, LocalDate day);

    /** The resources of the agenda that are away on a day, or a part of it. */
    Set<UUID> away(LocalDate day);

    /** Who must be there whenever a desk is open, on a day. */
    List<StaffingRule> rules(String desk, LocalDate on);

    /** Every duty at a desk in force on a day or to come, by operator. */
    List<Duty> duties(UUID desk, LocalDate on);

    /**
     * The hours of somebody at a desk, each week from a day on; what was in force before stays as
     * it was, what was to come after is replaced.
     */
    void keep(
            UUID desk,
            UUID operator,
            Profile profile,
            LocalDate from,
            Map<DayOfWeek, List<DeskDay.Band>> week);

    /** The languages of those who may stand at a desk. */
    List<Speaker> speakers(UUID desk);

    void speaks(UUID operator, String language, boolean does);

    /**
     * @param until the last day, or null if none is known
     */
    record Duty(
            UUID operatorId,
            String name,
            Profile profile,
            int weekday,
            LocalTime opens,
            LocalTime closes,
            LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * Somebody with an account at the desk's body, or on duty at the desk.
     *
     * @param languages their codes
     */
    record Speaker(UUID operatorId, String name, List<String> languages) {}

    /** What somebody does at a desk. */
    enum Profile {
        DESK,
        SOCIAL_WORKER,
        WORK_EXPERT
    }

    /**
     * @param languages their codes
     * @param languageNames in the same order
     */
    record OnDuty(
            UUID operatorId,
            String name,
            Profile profile,
            LocalTime opens,
            LocalTime closes,
            List<String> languages,
            List<String> languageNames) {

        public boolean speaks(String language) {
            return languages.contains(language);
        }
    }

    /**
     * So many of a profile, whenever the desk is open.
     *
     * @param language which they must speak, or null where any does
     */
    record StaffingRule(
            Profile profile,
            @Nullable String language,
            @Nullable String languageName,
            int least,
            String source,
            boolean verified) {}
}
