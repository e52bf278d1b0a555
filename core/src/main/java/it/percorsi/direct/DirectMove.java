package it.percorsi.direct;

import static it.percorsi.direct.DirectParty.CLOCK;
import static it.percorsi.direct.DirectParty.SENDER;
import static it.percorsi.direct.DirectParty.SERVICE;
import static it.percorsi.direct.DirectStatus.CONCLUDED;
import static it.percorsi.direct.DirectStatus.DEFERRED;
import static it.percorsi.direct.DirectStatus.EXPIRED;
import static it.percorsi.direct.DirectStatus.INTEGRATION_REQUESTED;
import static it.percorsi.direct.DirectStatus.NOT_SHOWN;
import static it.percorsi.direct.DirectStatus.SENT;
import static it.percorsi.direct.DirectStatus.STARTED;
import static it.percorsi.direct.DirectStatus.TAKEN_UP;
import static it.percorsi.direct.DirectStatus.TURNED_AWAY;
import static it.percorsi.direct.DirectStatus.WAITLISTED;
import static it.percorsi.direct.DirectStatus.WITHDRAWN;
import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a direct referral. */
public enum DirectMove implements Move<DirectReferral, DirectStatus> {
    // @formatter:off
    //               from                                          to                     who      what must already be true
    TAKE_UP        (row(Set.of(SENT, WAITLISTED, DEFERRED),           TAKEN_UP,              SERVICE)),
    TURN_AWAY      (row(Set.of(SENT, INTEGRATION_REQUESTED, WAITLISTED, DEFERRED), TURNED_AWAY, SERVICE).withReason()),
    ASK_INTEGRATION(row(Set.of(SENT, DEFERRED),                       INTEGRATION_REQUESTED, SERVICE).withReason()),
    INTEGRATE      (row(Set.of(INTEGRATION_REQUESTED),                SENT,                  SENDER).withReason()),
    WAITLIST       (row(Set.of(SENT, DEFERRED),                       WAITLISTED,            SERVICE).withReason()),
    DEFER          (row(Set.of(SENT),                                 DEFERRED,              SERVICE, needs("direct.day-ahead", DirectReferral::answersOneDay)).withReason()),
    BEGIN          (row(Set.of(TAKEN_UP),                             STARTED,               SERVICE)),
    NOT_COME       (row(Set.of(SENT, WAITLISTED, DEFERRED, TAKEN_UP), NOT_SHOWN,             SERVICE).withReason()),
    FINISH         (row(Set.of(STARTED),                              CONCLUDED,             SERVICE).withReason()),
    WITHDRAW       (row(Set.of(SENT, INTEGRATION_REQUESTED, WAITLISTED, DEFERRED, TAKEN_UP), WITHDRAWN, SENDER).withReason()),
    EXPIRE         (row(Set.of(SENT, DEFERRED),                       EXPIRED,               CLOCK,   needs("direct.answer-late", DirectReferral::late)));
    // @formatter:on

    private final Rule<DirectReferral, DirectStatus> rule;

    DirectMove(Rule<DirectReferral, DirectStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<DirectReferral, DirectStatus> rule() {
        return rule;
    }

    /** What a page may offer, the day still to be said taken as given. */
    static boolean mayBeDeferred(DirectReferral referral, Mover by) {
        return DEFER.rule.from().contains(referral.status())
                && DEFER.rule.by().includes(referral, by);
    }

    /** Whether it is said on the page of the referral, with no more than a note. */
    public boolean saidThere() {
        return this != TURN_AWAY && this != DEFER;
    }

    /** Whether it stands among the others there: a question has its answer beside it. */
    public boolean plain() {
        return saidThere() && this != INTEGRATE;
    }
}
