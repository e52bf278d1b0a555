package it.percorsi.casefile;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;
import java.util.Locale;

/** Who moves a place in a team. */
enum MemberParty implements Party<TeamMember> {
    INVITED_ONE {
        @Override
        public boolean includes(TeamMember member, Mover mover) {
            return member.operatorId().equals(mover.operatorId())
                    && member.organisationId().equals(mover.organisationId());
        }
    },
    /** Social workers of the body that leads the case. */
    LEADERS {
        @Override
        public boolean includes(TeamMember member, Mover mover) {
            return member.isLedBy(mover.organisationId()) && mover.actsAs(Role.SOCIAL_WORKER);
        }
    },
    /** Whoever answers for the case. */
    MANAGER {
        @Override
        public boolean includes(TeamMember member, Mover mover) {
            return member.isManagedBy(mover);
        }
    },
    MEMBER_OR_LEADERS {
        @Override
        public boolean includes(TeamMember member, Mover mover) {
            return INVITED_ONE.includes(member, mover) || LEADERS.includes(member, mover);
        }
    };

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
