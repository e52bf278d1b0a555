package it.percorsi.direct;

import static it.percorsi.direct.DirectParty.SENDER;
import static it.percorsi.direct.DirectParty.SERVICE;
import static it.percorsi.direct.DirectStatus.CONCLUDED;
import static it.percorsi.direct.DirectStatus.NOT_SHOWN;
import static it.percorsi.direct.DirectStatus.SENT;
import static it.percorsi.direct.DirectStatus.STARTED;
import static it.percorsi.direct.DirectStatus.TAKEN_UP;
import static it.percorsi.direct.DirectStatus.TURNED_AWAY;
import static it.percorsi.direct.DirectStatus.WITHDRAWN;
import static it.percorsi.pathway.Rule.row;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a direct referral. */
public enum DirectMove implements Move<DirectReferral, DirectStatus> {
    // @formatter:off
    //        from                          to           who
    TAKE_UP  (row(Set.of(SENT),             TAKEN_UP,    SERVICE)),
    TURN_AWAY(row(Set.of(SENT),             TURNED_AWAY, SERVICE).withReason()),
    BEGIN    (row(Set.of(TAKEN_UP),         STARTED,     SERVICE)),
    NOT_COME (row(Set.of(SENT, TAKEN_UP),   NOT_SHOWN,   SERVICE).withReason()),
    FINISH   (row(Set.of(STARTED),          CONCLUDED,   SERVICE).withReason()),
    WITHDRAW (row(Set.of(SENT, TAKEN_UP),   WITHDRAWN,   SENDER).withReason());
    // @formatter:on

    private final Rule<DirectReferral, DirectStatus> rule;

    DirectMove(Rule<DirectReferral, DirectStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<DirectReferral, DirectStatus> rule() {
        return rule;
    }
}
