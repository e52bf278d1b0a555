package it.percorsi.referral;

import it.percorsi.access.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The panels of the network: who sits in them, how many must be there, what they usually write. */
public interface Panels {

    /** At once, so that what only the database knows is refused here. */
    void save(Panel panel);

    /** One of the viewer's own body. */
    Optional<Panel> own(UUID id, Actor viewer);

    /** Those of the viewer's own body. */
    List<Row> ofBody(LocalDate day, Actor viewer);

    List<Row> ofProgramme(UUID programme, LocalDate day);

    /**
     * Those a referral of the viewer's would most probably go to: of their own body before the
     * others, of a programme that runs before one that does not, of their area before elsewhere.
     */
    List<UUID> nearest(LocalDate day, Actor viewer);

    /** Past ones too, those who sit on the day first. */
    List<Seated> members(UUID panel, LocalDate day);

    /** From the latest. */
    List<Quorum> quorums(UUID panel);

    List<Phrase> phrases(UUID panel);

    /** Accounts of the panel's body that belong to who sits in panels. */
    List<Account> accounts(UUID panel, LocalDate day);

    /** How far its programme is, for who sits in it or keeps it; nothing where it has none. */
    Places places(UUID panel, Actor viewer);

    void add(UUID panel, ReferralMove decision, String phrase);

    void remove(UUID panel, UUID phrase);

    /**
     * @param quorum members who must be there that day; 0 if nobody said
     * @param members who sits that day
     */
    record Row(
            UUID id,
            String name,
            String organisationName,
            String kind,
            @Nullable String programmeCode,
            boolean votes,
            int quorum,
            int members) {

        /** Whether it can decide at all. */
        public boolean complete() {
            return quorum > 0 && members >= quorum;
        }
    }

    /**
     * @param until the first day they no longer sit
     */
    record Seated(
            UUID id,
            String name,
            String body,
            String seat,
            @Nullable String account,
            LocalDate from,
            @Nullable LocalDate until) {

        /** The last day they sit. */
        public @Nullable LocalDate lastDay() {
            return until == null ? null : until.minusDays(1);
        }

        public boolean mayLeave(LocalDate today) {
            return until == null || until.isAfter(today);
        }
    }

    record Quorum(LocalDate from, int members) {}

    record Phrase(UUID id, String decision, String text) {}

    record Account(UUID id, String name) {}
}
