package it.percorsi.plan;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody promised to do towards an objective. */
@Entity
@Table(name = "commitment")
public class Commitment {

    @Id private UUID id;

    @Column(name = "objective_id")
    private UUID objectiveId;

    @Column(name = "person_id")
    private UUID personId;

    private @Nullable String who;

    @Column(name = "by_person")
    private boolean byPerson;

    @Column(name = "member_id")
    private @Nullable UUID memberId;

    private String text;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "done_on")
    private @Nullable LocalDate doneOn;

    @Column(name = "until_edition")
    private @Nullable Integer untilEdition;

    protected Commitment() {}

    Commitment(Objective objective, Terms terms) {
        this.id = Ids.next();
        this.objectiveId = objective.id();
        this.personId = objective.personId();
        this.who = terms.who().name();
        this.byPerson = terms.who().person();
        this.memberId = terms.who().member();
        this.text = terms.text();
        this.dueOn = terms.dueOn();
    }

    void leaveOut(int lastEdition) {
        untilEdition = lastEdition;
    }

    void done(LocalDate on) {
        doneOn = on;
    }

    UUID id() {
        return id;
    }

    public record Terms(Promiser who, String text, @Nullable LocalDate dueOn) {}
}
