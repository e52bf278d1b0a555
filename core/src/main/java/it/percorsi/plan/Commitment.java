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

    @Column(name = "done_on")
    private @Nullable LocalDate doneOn;

    @Column(name = "until_edition")
    private @Nullable Integer untilEdition;

    protected Commitment() {}

    Commitment(Objective objective, Terms terms) {
        this.id = Ids.next();
        this.objectiveId = objective.id();
        this.personId = objective.personId();
        this.who = terms.who();
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

    /**
     * @param who the one who must do it: the person, or an operator by name
     */
    public record Terms(String who, String text, @Nullable LocalDate dueOn) {}
}
