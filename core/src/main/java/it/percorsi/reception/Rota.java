package it.percorsi.reception;

import it.percorsi.agenda.SlotSearch;
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

    /** The weekly windows of every operator, or room, by service that can be booked. */
    Map<UUID, List<SlotSearch.Window>> windows(String kind);

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
