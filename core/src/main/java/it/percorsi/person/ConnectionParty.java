package it.percorsi.person;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;
import java.util.UUID;

/** Who moves a connection: desk operators and social workers of one body or of the other. */
enum ConnectionParty implements Party<Connection> {
    ASKING("asking"),
    ASKED("asked");

    private final String key;

    ConnectionParty(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public boolean includes(Connection connection, Mover mover) {
        UUID body = this == ASKING ? connection.organisationId() : connection.toOrganisationId();
        return body.equals(mover.organisationId())
                && (mover.actsAs(Role.DESK) || mover.actsAs(Role.SOCIAL_WORKER));
    }
}
