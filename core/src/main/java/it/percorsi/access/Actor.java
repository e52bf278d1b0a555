package it.percorsi.access;

import it.percorsi.pathway.Mover;
import java.util.UUID;

/** An operator acting in one of their roles for one of their organisations. */
public record Actor(
        UUID operatorId,
        String operatorName,
        UUID membershipId,
        UUID organisationId,
        String organisationName,
        Role role)
        implements Mover {

    @Override
    public boolean actsAs(Enum<?> other) {
        return role == other;
    }

    @Override
    public String roleName() {
        return role.name();
    }

    public boolean maySee(Section section) {
        return role.maySee(section);
    }
}
