package it.percorsi.mediation;

import static it.percorsi.mediation.MediationParty.ASKER;
import static it.percorsi.mediation.MediationParty.EITHER;
import static it.percorsi.mediation.MediationParty.PROVIDER;
import static it.percorsi.mediation.MediationStatus.ACCEPTED;
import static it.percorsi.mediation.MediationStatus.DECLINED;
import static it.percorsi.mediation.MediationStatus.GIVEN;
import static it.percorsi.mediation.MediationStatus.NOT_HELD;
import static it.percorsi.mediation.MediationStatus.REQUESTED;
import static it.percorsi.mediation.MediationStatus.WITHDRAWN;
import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a request for a mediator. */
public enum MediationMove implements Move<MediationRequest, MediationStatus> {
    // @formatter:off
    //             from                          to         who       what must already be true
    SAY_YES       (row(Set.of(REQUESTED),           ACCEPTED,  PROVIDER, needs("mediation.not-past", MediationRequest::ahead))),
    SAY_NO        (row(Set.of(REQUESTED),           DECLINED,  PROVIDER).withReason()),
    WITHDRAW      (row(Set.of(REQUESTED, ACCEPTED), WITHDRAWN, ASKER).withReason()),
    MEDIATE       (row(Set.of(ACCEPTED),            GIVEN,     PROVIDER, needs("mediation.begun", MediationRequest::begun))),
    NOT_TAKE_PLACE(row(Set.of(ACCEPTED),            NOT_HELD,  EITHER).withReason());
    // @formatter:on

    private final Rule<MediationRequest, MediationStatus> rule;

    MediationMove(Rule<MediationRequest, MediationStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<MediationRequest, MediationStatus> rule() {
        return rule;
    }
}
