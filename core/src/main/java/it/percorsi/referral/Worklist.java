package it.percorsi.referral;

import it.percorsi.access.Actor;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The referrals a viewer's body sent or must decide: those that wait for the viewer first. */
public interface Worklist {

    /**
     * What to read, what to act on, what others act on, who waits for a place or comes back, what
     * is over; in each the urgent ones first, then the oldest clock. What is over has the latest
     * first.
     *
     * @param after where the page before ended, or null
     */
    List<Line> page(@Nullable Mark after, Actor viewer, int most);

    Count count(Actor viewer);

    /** Who these persons are, of those the viewer may refer. */
    List<Unsent> unsent(Collection<UUID> persons, Actor viewer);

    /** A person of whom a referral was begun. */
    record Unsent(UUID personId, String personName) {}

    record Line(Referrals.ReferralRow row, Mark mark) {}

    /**
     * @param yours those that wait for the viewer
     */
    record Count(int yours, int all) {}

    /**
     * The place of a referral in the list: by what it is, so that a page goes on from there also
     * when somebody moved it meanwhile.
     *
     * @param rank from 0, what waits for the viewer, to 4, what is over
     * @param calm not urgent
     * @param day counted so that the first is the lowest
     */
    record Mark(int rank, boolean calm, int day, UUID id) {

        @Override
        public String toString() {
            return "%d_%d_%d_%s".formatted(rank, calm ? 1 : 0, day, id);
        }

        /**
         * @throws IllegalArgumentException if it is not a mark
         */
        public static Mark of(String text) {
            String[] parts = text.split("_", -1);
            if (parts.length != 4) {
                throw new IllegalArgumentException(text);
            }
            return new Mark(
                    Integer.parseInt(parts[0]),
                    parts[1].equals("1"),
                    Integer.parseInt(parts[2]),
                    UUID.fromString(parts[3]));
        }
    }
}
