package it.percorsi.casefile;

import static it.percorsi.casefile.TransferParty.HANDING_ON;
import static it.percorsi.casefile.TransferParty.RECEIVING;
import static it.percorsi.casefile.TransferStatus.ACCEPTED;
import static it.percorsi.casefile.TransferStatus.REFUSED;
import static it.percorsi.casefile.TransferStatus.REQUESTED;
import static it.percorsi.casefile.TransferStatus.WITHDRAWN;
import static it.percorsi.pathway.Rule.row;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a request to lead a case, once it is made. */
public enum TransferMove implements Move<Transfer, TransferStatus> {
    // @formatter:off
    //        from                to         who
    ACCEPT   (row(Set.of(REQUESTED), ACCEPTED,  RECEIVING)),
    REFUSE   (row(Set.of(REQUESTED), REFUSED,   RECEIVING).withReason()),
    WITHDRAW (row(Set.of(REQUESTED), WITHDRAWN, HANDING_ON));
    // @formatter:on

    private final Rule<Transfer, TransferStatus> rule;

    TransferMove(Rule<Transfer, TransferStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Transfer, TransferStatus> rule() {
        return rule;
    }
}
