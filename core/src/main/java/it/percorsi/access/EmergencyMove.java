package it.percorsi.access;

import static it.percorsi.access.EmergencyParty.OFFICER;
import static it.percorsi.access.EmergencyStatus.JUSTIFIED;
import static it.percorsi.access.EmergencyStatus.UNJUSTIFIED;
import static it.percorsi.access.EmergencyStatus.UNREVIEWED;
import static it.percorsi.pathway.Rule.row;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of an emergency access, from the moment it was asked for. */
public enum EmergencyMove implements Move<EmergencyAccess, EmergencyStatus> {
    // @formatter:off
    //        from                      to            who
    JUSTIFY  (row(Set.of(UNREVIEWED),   JUSTIFIED,    OFFICER).withReason()),
    CONTEST  (row(Set.of(UNREVIEWED),   UNJUSTIFIED,  OFFICER).withReason());
    // @formatter:on

    private final Rule<EmergencyAccess, EmergencyStatus> rule;

    EmergencyMove(Rule<EmergencyAccess, EmergencyStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<EmergencyAccess, EmergencyStatus> rule() {
        return rule;
    }
}
