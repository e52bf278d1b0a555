package it.percorsi.referral;

import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;
import static it.percorsi.referral.SittingStatus.CANCELLED;
import static it.percorsi.referral.SittingStatus.CLOSED;
import static it.percorsi.referral.SittingStatus.OPEN;
import static it.percorsi.referral.SittingStatus.PLANNED;

import it.percorsi.access.Role;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a sitting. */
public enum SittingMove implements Move<Sitting, SittingStatus> {
    // @formatter:off
    //     from                  to      who                   what must already be true
    OPEN_IT  (row(Set.of(PLANNED), OPEN,   Secretary.SECRETARY, needs("sitting.quorum-present", Sitting::hasQuorum),
                                                           needs("sitting.members-that-day", Sitting::hasOnlyMembers))),
    CLOSE_IT (row(Set.of(OPEN),    CLOSED, Secretary.SECRETARY, needs("sitting.everything-decided", Sitting::hasDecidedEverything))),
    MOVE_IT  (row(Set.of(PLANNED), PLANNED, Secretary.SECRETARY)),
    CALL_OFF (row(Set.of(PLANNED), CANCELLED, Secretary.SECRETARY, needs("sitting.agenda-elsewhere", Sitting::hasDecidedEverything)).withReason());
    // @formatter:on

    private final Rule<Sitting, SittingStatus> rule;

    SittingMove(Rule<Sitting, SittingStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Sitting, SittingStatus> rule() {
        return rule;
    }

    enum Secretary implements Party<Sitting> {
        SECRETARY;

        @Override
        public String key() {
            return "secretary";
        }

        @Override
        public boolean includes(Sitting sitting, Mover mover) {
            return sitting.panel().organisationId().equals(mover.organisationId())
                    && mover.actsAs(Role.PANEL_SECRETARY);
        }
    }
}
