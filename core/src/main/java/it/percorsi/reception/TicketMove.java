package it.percorsi.reception;

import static it.percorsi.pathway.Rule.row;
import static it.percorsi.reception.TicketParty.DESK;
import static it.percorsi.reception.TicketStatus.CALLED;
import static it.percorsi.reception.TicketStatus.DONE;
import static it.percorsi.reception.TicketStatus.GONE;
import static it.percorsi.reception.TicketStatus.WAITING;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a ticket. Who went away may come back and be called. */
public enum TicketMove implements Move<Ticket, TicketStatus> {
    // @formatter:off
    //        from                          to        who
    CALL     (row(Set.of(WAITING, GONE),    CALLED,   DESK)),
    HAND_OVER(row(Set.of(WAITING, CALLED),  WAITING,  DESK)),
    FINISH   (row(Set.of(CALLED),           DONE,     DESK)),
    LEAVE    (row(Set.of(WAITING, CALLED),  GONE,     DESK));
    // @formatter:on

    private final Rule<Ticket, TicketStatus> rule;

    TicketMove(Rule<Ticket, TicketStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Ticket, TicketStatus> rule() {
        return rule;
    }
}
