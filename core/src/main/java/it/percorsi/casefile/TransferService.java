package it.percorsi.casefile;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Grant;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.network.Network;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Handing a case to another body: one asks, the other answers. */
@Service
@Transactional
public class TransferService {

    private final Transfers transfers;
    private final CaseFiles files;
    private final Grants grants;
    private final AccessTrail trail;

    TransferService(Transfers transfers, CaseFiles files, Grants grants, AccessTrail trail) {
        this.transfers = transfers;
        this.files = files;
        this.grants = grants;
        this.trail = trail;
    }

    /**
     * @param to the body asked to lead the case, which until it answers sees who the person is
     * @throws MoveRefused naming all that is in the way
     */
    public void ask(Actor by, Instant at, UUID caseFile, UUID to, String reason) {
        CaseFile file = files.visible(caseFile, by).orElseThrow(NotVisible::new);
        new Obstacles()
                .when(!file.status().open(), "move.wrong-status")
                .when(!file.isLedBy(by), "move.not-yours.lead")
                .when(
                        receivers(by).stream().noneMatch(body -> body.code().equals(to.toString())),
                        "transfer.cannot-lead")
                .when(reason.isBlank(), "move.reason-missing")
                .refuse();
        Transfer transfer = new Transfer(file, to, reason, by, at);
        transfers.save(transfer);
        grants.give(
                new Grant(
                        file.personId(),
                        to,
                        Basis.TRANSFER,
                        "casefile.transfer",
                        transfer.id(),
                        by,
                        at,
                        null));
        trail.changed(by, "ASK_TRANSFER", "transfer", transfer.id(), persons(transfer), at);
    }

    /**
     * @return the case
     */
    public UUID move(Actor by, Instant at, UUID id, TransferMove move, @Nullable String why) {
        Transfer transfer = transfers.visible(id, by).orElseThrow(NotVisible::new);
        transfer.make(move, why, by, at);
        transfers.save(transfer);
        trail.changed(by, move.name(), "transfer", id, persons(transfer), at);
        if (move != TransferMove.ACCEPT) {
            grants.end(id, at);
        }
        return transfer.caseFileId();
    }

    private static List<UUID> persons(Transfer transfer) {
        return List.of(transfer.personId());
    }

    public List<Transfers.Row> rows(Actor by, Instant at) {
        List<Transfers.Row> rows = transfers.rows(by);
        trail.listed(by, "transfers", rows.stream().map(Transfers.Row::personId).toList(), at);
        return rows;
    }

    public List<Network.Choice> receivers(Actor by) {
        return transfers.receivers(by);
    }

    /** A number: it says nothing of anybody. */
    public int waiting(Actor by) {
        return transfers.waiting(by);
    }
}
