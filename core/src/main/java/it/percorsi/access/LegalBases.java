package it.percorsi.access;

import it.percorsi.network.Organisation.Area;
import it.percorsi.pathway.MoveRefused;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agreements between bodies: on what ground the social and the labour side exchange data. */
public interface LegalBases {

    /** In force first, then the latest. */
    List<Row> all();

    void save(LegalBasis basis);

    /**
     * Ends one that is in force or about to be.
     *
     * @return whether there was one
     */
    boolean end(UUID id, LocalDate on);

    /** From which side to which. */
    enum Direction {
        SOCIAL_TO_LABOUR,
        LABOUR_TO_SOCIAL;

        /**
         * @throws MoveRefused if the two are on one side: there is nothing to agree upon
         */
        static Direction between(Area from, Area to) {
            if (from == to) {
                throw new MoveRefused(List.of("agreement.same-side"));
            }
            return from == Area.SOCIAL ? SOCIAL_TO_LABOUR : LABOUR_TO_SOCIAL;
        }
    }

    /** A task in the public interest, or a task for which the person is asked for consent too. */
    enum Kind {
        PUBLIC_TASK,
        CONSENT
    }

    /**
     * What is recorded: between two bodies, or among all those of a programme.
     *
     * @param reference the act that says so, as one would look for it
     */
    record LegalBasis(
            UUID id,
            Direction direction,
            Purpose purpose,
            Kind kind,
            @Nullable UUID from,
            @Nullable UUID to,
            @Nullable UUID programme,
            String reference,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    record Row(
            UUID id,
            String direction,
            String purpose,
            String kind,
            @Nullable String fromName,
            @Nullable String toName,
            @Nullable String programmeName,
            String reference,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        /** Also one that begins later can be ended. */
        public boolean open(LocalDate today) {
            return validUntil == null || validUntil.isAfter(today);
        }
    }
}
