package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests to lead a case that an actor's body made or was made. */
public interface Transfers {

    /** Written at once: what follows from an answer is then true. */
    void save(Transfer transfer);

    Optional<Transfer> visible(UUID id, Actor viewer);

    /** Open ones first. */
    List<Row> rows(Actor viewer);

    /** Bodies with social workers, on the same side as the viewer's, that could lead a case. */
    List<Network.Choice> receivers(Actor viewer);

    /** How many of them, and of the invitations, wait for the viewer's answer. */
    int waiting(Actor viewer);

    /**
     * @param received whether the viewer's body is the one asked
     */
    record Row(
            UUID id,
            UUID caseFileId,
            UUID personId,
            String personName,
            String organisationName,
            String toOrganisationName,
            String operatorName,
            Instant askedAt,
            String reason,
            TransferStatus status,
            @Nullable String answer,
            boolean received) {

        public boolean open() {
            return status.open();
        }
    }
}
