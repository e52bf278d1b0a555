package it.percorsi.person;

import it.percorsi.access.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One body's request to be let into the file another body holds of the same person. It is made
 * where the evidence is ({@link Connections#ask}), and keeps its answer.
 */
@Entity
@Table(name = "connection")
public class Connection {

    @Id private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "to_organisation_id", updatable = false)
    private UUID toOrganisationId;

    @Enumerated(EnumType.STRING)
    private ConnectionStatus status;

    private @Nullable String answer;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Version private int version;

    protected Connection() {}

    public void accept(Actor by, Instant at) {
        make(ConnectionMove.ACCEPT, by, null);
        answeredAt = at;
    }

    public void refuse(Actor by, Instant at, String why) {
        make(ConnectionMove.REFUSE, by, why);
        answeredAt = at;
    }

    public void withdraw(Actor by) {
        make(ConnectionMove.WITHDRAW, by, null);
    }

    private void make(ConnectionMove move, Actor by, @Nullable String note) {
        status = move.rule().apply(this, status, by, note);
        answer = note;
    }

    public UUID id() {
        return id;
    }

    public UUID personId() {
        return personId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID toOrganisationId() {
        return toOrganisationId;
    }
}
