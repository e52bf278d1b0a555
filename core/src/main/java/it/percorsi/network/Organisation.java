package it.percorsi.network;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body of the network. */
@Entity
@Table(name = "organisation")
public class Organisation {

    /** Kinds of body named by the programmes. */
    public enum Kind {
        REGION,
        PROVINCE,
        MUNICIPALITY,
        SDS,
        CPI,
        ASL,
        CPIA,
        SCHOOL,
        SOCIAL_COOPERATIVE,
        ASSOCIATION,
        THIRD_SECTOR,
        ENTERPRISE,
        TRAINING_AGENCY,
        COORDINATION_OFFICE,
        OTHER;

        /** On which side of the person's path it stands. */
        public Area area() {
            return switch (this) {
                case CPI, TRAINING_AGENCY, ENTERPRISE -> Area.LABOUR;
                default -> Area.SOCIAL;
            };
        }
    }

    /** The two sides between which what is written passes only on a recorded legal basis. */
    public enum Area {
        SOCIAL,
        LABOUR
    }

    @Id private UUID id;
    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String municipality;
    @Version private int version;

    protected Organisation() {}

    /**
     * @param municipality Belfiore code, or null where the body is not of one place
     */
    public Organisation(String code, String name, Kind kind, @Nullable String municipality) {
        this.id = Ids.next();
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
