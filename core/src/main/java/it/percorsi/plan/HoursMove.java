package it.percorsi.plan;

import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;
import static it.percorsi.plan.HoursParty.COORDINATION;
import static it.percorsi.plan.HoursParty.TEAM;
import static it.percorsi.plan.HoursParty.VALIDATOR;
import static it.percorsi.plan.HoursStatus.ABSENT;
import static it.percorsi.plan.HoursStatus.BOOKED;
import static it.percorsi.plan.HoursStatus.CANCELLED;
import static it.percorsi.plan.HoursStatus.DELIVERED;
import static it.percorsi.plan.HoursStatus.PLANNED;
import static it.percorsi.plan.HoursStatus.REPORTED;
import static it.percorsi.plan.HoursStatus.VALIDATED;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of an hour. What was not confirmed yet can be taken back a step at a time. */
public enum HoursMove implements Move<Encounter, HoursStatus> {
    // @formatter:off
    //        from                            to          who           what must already be true
    BOOK     (row(Set.of(PLANNED),            BOOKED,     TEAM)),
    DELIVER  (row(Set.of(PLANNED, BOOKED),    DELIVERED,  TEAM,         needs("hours.time-set", Encounter::timed))),
    MISS     (row(Set.of(BOOKED),             ABSENT,     TEAM).withReason()),
    REOPEN   (row(Set.of(DELIVERED, ABSENT),  BOOKED,     TEAM,         needs("hours.no-correction", Encounter::original))),
    UNBOOK   (row(Set.of(BOOKED),             PLANNED,    TEAM)),
    CANCEL   (row(Set.of(PLANNED),            CANCELLED,  TEAM)),
    VALIDATE (row(Set.of(DELIVERED, ABSENT),  VALIDATED,  VALIDATOR)),
    REPORT   (row(Set.of(VALIDATED),          REPORTED,   COORDINATION));
    // @formatter:on

    private final Rule<Encounter, HoursStatus> rule;

    HoursMove(Rule<Encounter, HoursStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Encounter, HoursStatus> rule() {
        return rule;
    }
}
