package it.percorsi.procedure;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;

/** Who helps with paperwork: whoever may see it and does that work, of whichever body. */
enum ProcedureParty implements Party<Procedure> {
    FOLLOWERS;

    @Override
    public String key() {
        return "followers";
    }

    @Override
    public boolean includes(Procedure procedure, Mover mover) {
        return helps(mover);
    }

    static boolean helps(Mover mover) {
        return mover.actsAs(Role.DESK)
                || mover.actsAs(Role.SOCIAL_WORKER)
                || mover.actsAs(Role.SPECIALIST);
    }
}
