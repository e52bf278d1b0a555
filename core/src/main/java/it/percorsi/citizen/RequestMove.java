package it.percorsi.citizen;

import static it.percorsi.citizen.RequestParty.ASKED_DESK;
import static it.percorsi.citizen.RequestParty.PERSON;
import static it.percorsi.citizen.RequestParty.TIME;
import static it.percorsi.citizen.RequestStatus.CONFIRMED;
import static it.percorsi.citizen.RequestStatus.DECLINED;
import static it.percorsi.citizen.RequestStatus.LAPSED;
import static it.percorsi.citizen.RequestStatus.SENT;
import static it.percorsi.citizen.RequestStatus.WITHDRAWN;
import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a request. */
public enum RequestMove implements Move<PublicRequest, RequestStatus> {
    // @formatter:off
    //       from                to         who
    CONFIRM (row(Set.of(SENT),   CONFIRMED, ASKED_DESK, needs("request.in-time", PublicRequest::inTime))),
    REFUSE  (row(Set.of(SENT),   DECLINED,  ASKED_DESK).withReason()),
    /** By the address they were given: made by {@code withdraw_request} of the database. */
    WITHDRAW(row(Set.of(SENT),   WITHDRAWN, PERSON)),
    /** Made by {@code sweep_requests} of the database; the time is free as soon as it is past. */
    LAPSE   (row(Set.of(SENT),   LAPSED,    TIME));
    // @formatter:on

    private final Rule<PublicRequest, RequestStatus> rule;

    RequestMove(Rule<PublicRequest, RequestStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<PublicRequest, RequestStatus> rule() {
        return rule;
    }
}
