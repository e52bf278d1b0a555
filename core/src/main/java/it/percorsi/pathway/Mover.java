package it.percorsi.pathway;

import java.util.UUID;

/** Whoever asks for a move: a role played on behalf of an organisation. */
public interface Mover {

    UUID operatorId();

    UUID organisationId();

    /** The name of the role played. */
    String roleName();

    boolean actsAs(Enum<?> role);
}
