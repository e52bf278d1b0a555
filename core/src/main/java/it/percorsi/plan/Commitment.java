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

    private String who;
    private String text;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    protected Commitment() {}

    Commitment(Objective objective, String who, String text, @Nullable LocalDate dueOn) {
        this.id = Ids.next();
        this.objectiveId = objective.id();
        this.personId = objective.personId();
        this.who = who;
        this.text = text;
        this.dueOn = dueOn;
    }
}
