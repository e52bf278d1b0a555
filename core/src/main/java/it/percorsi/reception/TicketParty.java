package it.percorsi.reception;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;

/** Who moves a ticket. */
enum TicketParty implements Party<Ticket> {
    /** Whoever works at the desks of the body where it was given. */
    DESK;

    @Override
    public String key() {
        return "desk";
    }

    @Override
    public boolean includes(Ticket ticket, Mover mover) {
        return ticket.organisationId().equals(mover.organisationId())
                && (mover.actsAs(Role.DESK) || mover.actsAs(Role.SOCIAL_WORKER));
    }
}
