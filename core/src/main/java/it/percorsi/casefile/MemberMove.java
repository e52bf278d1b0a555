package it.percorsi.casefile;

import static it.percorsi.casefile.MemberParty.INVITED_ONE;
import static it.percorsi.casefile.MemberParty.LEADERS;
import static it.percorsi.casefile.MemberParty.MANAGER;
import static it.percorsi.casefile.MemberParty.MEMBER_OR_LEADERS;
import static it.percorsi.casefile.MemberStatus.INVITED;
import static it.percorsi.casefile.MemberStatus.JOINED;
import static it.percorsi.casefile.MemberStatus.LEFT;
import static it.percorsi.casefile.MemberStatus.REFUSED;
import static it.percorsi.casefile.MemberStatus.WITHDRAWN;
import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a place in a team. */
public enum MemberMove implements Move<TeamMember, MemberStatus> {
    // @formatter:off
    //         from              to          who                 what must already be true
    ACCEPT    (row(Set.of(INVITED),  JOINED,     INVITED_ONE)),
    REFUSE    (row(Set.of(INVITED),  REFUSED,    INVITED_ONE).withReason()),
    WITHDRAW  (row(Set.of(INVITED),  WITHDRAWN,  LEADERS)),
    SEE       (row(Set.of(JOINED),   JOINED,     MANAGER,           needs("team.sight-of-another-body", TeamMember::isOfAnotherBody)).withReason()),
    LEAVE     (row(Set.of(JOINED),   LEFT,       MEMBER_OR_LEADERS, needs("team.manager-first", TeamMember::isNotManager),
                                                                    needs("team.tasks-first", TeamMember::owesNothing)).withReason());
    // @formatter:on

    private final Rule<TeamMember, MemberStatus> rule;

    MemberMove(Rule<TeamMember, MemberStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<TeamMember, MemberStatus> rule() {
        return rule;
    }
}
