package it.percorsi.programme;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Step;
import it.percorsi.person.Gender;
import it.percorsi.person.PersonFile;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person in a programme, with the eligibility as it was judged that day. */
@Entity
@Table(name = "enrolment")
public class Enrolment {

    @Id private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "programme_id")
    private UUID programmeId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private EnrolmentStatus status;

    @Column(name = "enrolled_on")
    private LocalDate enrolledOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Gender gender;

    private String citizenship;
    private String snapshot;
    private @Nullable String reason;

    @Column(name = "out_of_turn", updatable = false)
    private @Nullable String outOfTurn;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    @Transient private @Nullable Eligibility eligibility;
    @Transient private @Nullable Turn turn;

    protected Enrolment() {}

    /**
     * @param reason why it is right where the rules leave a question open, or null
     * @param outOfTurn why the person is enrolled though it is not their turn, or null
     */
    public Enrolment(
            UUID programmeId,
            PersonFile file,
            Eligibility eligibility,
            @Nullable String reason,
            Turn turn,
            @Nullable String outOfTurn,
            Actor by) {
        this.id = Ids.next();
        this.personId = file.person().id();
        this.programmeId = programmeId;
        this.organisationId = by.organisationId();
        this.status = EnrolmentStatus.CANDIDATE;
        this.enrolledOn = eligibility.on();
        this.gender = file.person().gender();
        this.citizenship =
                file.citizenships().stream().map(c -> c.code()).collect(Collectors.joining(","));
        this.snapshot = eligibility.snapshot();
        this.reason = reason;
        this.turn = turn;
        this.outOfTurn = turn.asksWhy() ? outOfTurn : null;
        this.eligibility = eligibility;
    }

    public void select(Actor by, Instant at) {
        make(EnrolmentMove.SELECT, by, at, null);
    }

    public void decline(Actor by, Instant at) {
        make(EnrolmentMove.DECLINE, by, at, null);
    }

    public void complete(Actor by, Instant at) {
        make(EnrolmentMove.COMPLETE, by, at, null);
    }

    public void drop(Actor by, Instant at, String reason) {
        make(EnrolmentMove.DROP, by, at, reason);
    }

    private void make(EnrolmentMove move, Actor by, Instant at, @Nullable String note) {
        status = move.rule().apply(this, status, by, note);
        steps.add(new Step(id, personId, "enrolment", Section.STATUS, move, status, by, at, note));
    }

    boolean eligible() {
        return eligibility != null && eligibility.eligible();
    }

    boolean reasoned() {
        return eligibility != null && (reason != null || !eligibility.reasonNeeded());
    }

    boolean inTurn() {
        return turn != null && (outOfTurn != null || !turn.asksWhy());
    }

    /** Whether somebody had to say why. */
    boolean outOfTurn() {
        return outOfTurn != null;
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

    public EnrolmentStatus status() {
        return status;
    }
}
