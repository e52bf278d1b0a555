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

    @Column(updatable = false)
    private String snapshot;

    @Column(updatable = false)
    private @Nullable String reason;

    @Column(name = "out_of_turn")
    private @Nullable String outOfTurn;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "enrolment_id", insertable = false, updatable = false)
    private List<Reassessment> reassessments = new ArrayList<>();

    @Transient private @Nullable Eligibility eligibility;
    @Transient private @Nullable String why;
    @Transient private @Nullable Turn turn;

    protected Enrolment() {}

    /**
     * @param why it is right where the rules leave a question open, or null
     */
    public Enrolment(
            UUID programmeId,
            PersonFile file,
            Eligibility eligibility,
            @Nullable String why,
            Actor by) {
        this.id = Ids.next();
        this.personId = file.person().id();
        this.programmeId = programmeId;
        this.organisationId = by.organisationId();
        this.status = EnrolmentStatus.CANDIDATE;
        this.snapshot = eligibility.snapshot();
        this.reason = why;
        this.enrolledOn = eligibility.on();
        this.gender = file.person().gender();
        this.citizenship = citizenship(file);
        this.eligibility = eligibility;
        this.why = why;
    }

    /** How the person, who waits, stands today. */
    Enrolment stands(PersonFile file, Eligibility judged, @Nullable String why) {
        this.enrolledOn = judged.on();
        this.gender = file.person().gender();
        this.citizenship = citizenship(file);
        this.eligibility = judged;
        this.why = why;
        return this;
    }

    private static String citizenship(PersonFile file) {
        return file.citizenships().stream().map(c -> c.code()).collect(Collectors.joining(","));
    }

    /**
     * @param reason why the person is enrolled though it is not their turn, or null
     */
    public void select(Actor by, Instant at, Turn turn, @Nullable String reason) {
        this.turn = turn;
        this.outOfTurn = turn.asksWhy() ? reason : null;
        make(EnrolmentMove.SELECT, by, at, null);
    }

    /** Puts them on the list of the programme, from this day on. */
    public void await(Actor by, Instant at, String reason) {
        make(EnrolmentMove.WAIT, by, at, reason);
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

    /** Judged again, the person stays where they are. */
    public void reassess(Actor by, Instant at, Eligibility judged, @Nullable String note) {
        this.eligibility = judged;
        this.why = note;
        make(
                status == EnrolmentStatus.WAITLISTED
                        ? EnrolmentMove.REASSESS_WAITING
                        : EnrolmentMove.REASSESS,
                by,
                at,
                null);
    }

    private void make(EnrolmentMove move, Actor by, Instant at, @Nullable String note) {
        EnrolmentStatus before = status;
        status = move.rule().apply(this, status, by, note);
        steps.add(new Step(id, personId, "enrolment", Section.STATUS, move, status, by, at, note));
        if (before != EnrolmentStatus.CANDIDATE && eligibility != null) {
            reassessments.add(new Reassessment(id, personId, move, eligibility, why, by, at));
        }
    }

    boolean eligible() {
        return eligibility != null && eligibility.eligible();
    }

    boolean reasoned() {
        return eligibility != null && (why != null || !eligibility.reasonNeeded());
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

    UUID programmeId() {
        return programmeId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public EnrolmentStatus status() {
        return status;
    }
}
