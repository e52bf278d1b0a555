package it.percorsi.person;

import static it.percorsi.pathway.Rule.row;
import static it.percorsi.person.ConnectionParty.ASKED;
import static it.percorsi.person.ConnectionParty.ASKING;
import static it.percorsi.person.ConnectionStatus.ACCEPTED;
import static it.percorsi.person.ConnectionStatus.REFUSED;
import static it.percorsi.person.ConnectionStatus.REQUESTED;
import static it.percorsi.person.ConnectionStatus.WITHDRAWN;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a connection, from the moment it was asked for. */
public enum ConnectionMove implements Move<Connection, ConnectionStatus> {
    // @formatter:off
    //        from                       to          who
    ACCEPT   (row(Set.of(REQUESTED),    ACCEPTED,   ASKED)),
    REFUSE   (row(Set.of(REQUESTED),    REFUSED,    ASKED).withReason()),
    WITHDRAW (row(Set.of(REQUESTED),    WITHDRAWN,  ASKING));
    // @formatter:on

    private final Rule<Connection, ConnectionStatus> rule;

    ConnectionMove(Rule<Connection, ConnectionStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Connection, ConnectionStatus> rule() {
        return rule;
    }
}
