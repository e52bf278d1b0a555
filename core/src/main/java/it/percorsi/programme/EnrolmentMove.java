package it.percorsi.programme;

import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;
import static it.percorsi.programme.EnrolmentParty.BODY;
import static it.percorsi.programme.EnrolmentStatus.ACTIVE;
import static it.percorsi.programme.EnrolmentStatus.CANDIDATE;
import static it.percorsi.programme.EnrolmentStatus.COMPLETED;
import static it.percorsi.programme.EnrolmentStatus.DROPPED;
import static it.percorsi.programme.EnrolmentStatus.NOT_ELIGIBLE;
import static it.percorsi.programme.EnrolmentStatus.WAITLISTED;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of an enrolment. */
public enum EnrolmentMove implements Move<Enrolment, EnrolmentStatus> {
    // @formatter:off
    //                    from                                 to            who    what must already be true
    SELECT           (row(Set.of(CANDIDATE, WAITLISTED),         ACTIVE,       BODY,  needs("enrolment.eligible", Enrolment::eligible), needs("enrolment.reason-missing", Enrolment::reasoned), needs("enrolment.turn-reason-missing", Enrolment::inTurn))),
    WAIT             (row(Set.of(CANDIDATE),                     WAITLISTED,   BODY,  needs("enrolment.eligible", Enrolment::eligible)).withReason()),
    DECLINE          (row(Set.of(CANDIDATE, WAITLISTED),         NOT_ELIGIBLE, BODY,  needs("enrolment.not-eligible", enrolment -> !enrolment.eligible()))),
    COMPLETE         (row(Set.of(ACTIVE),                        COMPLETED,    BODY)),
    DROP             (row(Set.of(CANDIDATE, WAITLISTED, ACTIVE), DROPPED,      BODY).withReason()),
    REASSESS         (row(Set.of(ACTIVE),                        ACTIVE,       BODY)),
    REASSESS_WAITING (row(Set.of(WAITLISTED),                    WAITLISTED,   BODY));
    // @formatter:on

    private final Rule<Enrolment, EnrolmentStatus> rule;

    EnrolmentMove(Rule<Enrolment, EnrolmentStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Enrolment, EnrolmentStatus> rule() {
        return rule;
    }
}
