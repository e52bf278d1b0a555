package it.percorsi.agenda;

import static it.percorsi.agenda.WaitParty.AGENDA;
import static it.percorsi.agenda.WaitParty.EITHER;
import static it.percorsi.agenda.WaitStatus.BOOKED;
import static it.percorsi.agenda.WaitStatus.EXPIRED;
import static it.percorsi.agenda.WaitStatus.OFFERED;
import static it.percorsi.agenda.WaitStatus.WAITING;
import static it.percorsi.agenda.WaitStatus.WITHDRAWN;
import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/**
 * The pathway of somebody on the waiting list. Time alone ends an offer and a wait; whoever finds
 * it ended signs it.
 */
public enum WaitMove implements Move<Wait, WaitStatus> {
    // @formatter:off
    //        from                            to         who
    OFFER    (row(Set.of(WAITING),            OFFERED,   EITHER)),
    BOOK     (row(Set.of(WAITING, OFFERED),   BOOKED,    EITHER)),
    DECLINE  (row(Set.of(OFFERED),            WAITING,   EITHER)),
    LAPSE    (row(Set.of(OFFERED),            WAITING,   AGENDA,
                  needs("wait.offer-stands", Wait::lapsed))),
    WITHDRAW (row(Set.of(WAITING, OFFERED),   WITHDRAWN, EITHER).withReason()),
    EXPIRE   (row(Set.of(WAITING, OFFERED),   EXPIRED,   AGENDA,
                  needs("wait.goes-on", Wait::over)));
    // @formatter:on

    private final Rule<Wait, WaitStatus> rule;

    WaitMove(Rule<Wait, WaitStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Wait, WaitStatus> rule() {
        return rule;
    }
}
