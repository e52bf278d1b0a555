package it.percorsi.casefile;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is still open in the hands of an operator of the viewer's body, whatever it is. */
public interface InHand {

    /**
     * Those whose cases the viewer may pass on see all of it, each thing with what is in the way.
     *
     * @param receiver to whom it would pass, or null if nobody is chosen yet
     */
    List<Row> of(UUID holder, @Nullable UUID receiver, Actor viewer);

    /** The name of whoever goes. */
    String name(UUID holder, Actor viewer);

    /** Colleagues of the body who could take over. */
    List<Receiver> receivers(UUID holder, Actor viewer);

    /**
     * Passes what nothing is in the way of; cases pass by their own verb, not here.
     *
     * @return what passed
     */
    List<Passed> pass(
            UUID holder, UUID receiver, Collection<Kind> kinds, String why, Actor by, Instant at);

    /** What an operator can have in hand. */
    enum Kind {
        CASE("casefile"),
        FOLLOW_UP("casefile"),
        SEAT("team"),
        TASK("task"),
        REFERRAL("referral"),
        DIRECT("direct"),
        PROCEDURE("procedure"),
        HOUR("encounter"),
        MEETING("meeting"),
        INVITATION(null),
        APPOINTMENT(null),
        SHEET(null),
        PROMISE(null),
        PANEL(null);

        private final @Nullable String subject;

        /**
         * @param subject what the trail calls it, or null where it never passes
         */
        Kind(@Nullable String subject) {
            this.subject = subject;
        }

        public boolean passes() {
            return subject != null;
        }

        String subject() {
            return subject == null ? "" : subject;
        }
    }

    record Receiver(UUID operatorId, String name) {}

    /**
     * @param personId null where it is about nobody, or about somebody the viewer does not see
     * @param obstacle why it stays, or null if it passes
     */
    record Row(
            Kind kind,
            UUID id,
            @Nullable UUID personId,
            @Nullable String personName,
            @Nullable String what,
            @Nullable LocalDate dueOn,
            @Nullable String obstacle) {}

    record Passed(Kind kind, UUID id, @Nullable UUID personId) {}
}
