package it.percorsi.casefile;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operator of some body in the team of a case. */
@Entity
@Table(name = "team_member")
public class TeamMember {

    @Id private UUID id;

    @Column(name = "case_file_id")
    private UUID caseFileId;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "operator_id")
    private UUID operatorId;

    private String function;
    private LocalDate since;
    private @Nullable LocalDate until;

    protected TeamMember() {}

    TeamMember(CaseFile file, Seat seat, LocalDate since) {
        this.id = Ids.next();
        this.caseFileId = file.id();
        this.personId = file.personId();
        this.organisationId = seat.organisationId();
        this.operatorId = seat.operatorId();
        this.function = seat.function();
        this.since = since;
    }

    void leave(LocalDate today) {
        until = today;
    }

    UUID organisationId() {
        return organisationId;
    }

    UUID operatorId() {
        return operatorId;
    }

    /**
     * A place in a team.
     *
     * @param function what the operator does in it, such as their role
     */
    public record Seat(UUID operatorId, UUID organisationId, String function) {}
}
