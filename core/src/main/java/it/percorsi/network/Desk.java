package it.percorsi.network;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place where an organisation receives people. */
@Entity
@Table(name = "desk")
public class Desk {

    /** What a desk does. */
    public enum Kind {
        PUA_FIRST_LEVEL,
        PUA_SECOND_LEVEL,
        CPI,
        OTHER
    }

    @Id private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String municipality;
    private @Nullable String staffing;
    @Version private int version;

    protected Desk() {}

    public Desk(UUID organisationId, String code, String name, Kind kind, String municipality) {
        this.id = Ids.next();
        this.organisationId = organisationId;
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.municipality = municipality;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }
}
