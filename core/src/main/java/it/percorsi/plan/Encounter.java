package it.percorsi.plan;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Step;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's share of an encounter: a line of the hour ledger. */
@Entity
@Table(name = "encounter")
public class Encounter {

    @Id private UUID id;

    /** The same for all who were there together. */
    @Column(name = "group_id", updatable = false)
    private UUID groupId;

    @Column(name = "support_id", updatable = false)
    private UUID supportId;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "on_day")
    private @Nullable LocalDate onDay;

    private @Nullable LocalTime starts;
    private int minutes;

    /** What of its minutes the budget pays. */
    private int counted;

    @Column(name = "operator_id", updatable = false)
    private UUID operatorId;

    /** Who gives it, where they have no account; else the operator does. */
    @Column(updatable = false)
    private @Nullable String giver;

    private String topic;

    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private HoursStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable Absence absence;

    @Column(name = "marked_by")
    private @Nullable UUID markedBy;

    @Column(name = "validated_by")
    private @Nullable UUID validatedBy;

    @Column(name = "sheet_id")
    private @Nullable UUID sheetId;

    private @Nullable Integer signatures;

    @Column(name = "corrects_id", updatable = false)
    private @Nullable UUID correctsId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan_id", insertable = false, updatable = false)
    private Plan plan;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    protected Encounter() {}

    Encounter(
            UUID groupId,
            Plan plan,
            UUID supportId,
            int minutes,
            String topic,
            @Nullable String giver,
            Actor by,
            Instant at) {
        this.id = Ids.next();
        this.groupId = groupId;
        this.supportId = supportId;
        this.planId = plan.id();
        this.plan = plan;
        this.personId = plan.personId();
        this.minutes = minutes;
        this.operatorId = by.operatorId();
        this.topic = topic;
        this.giver = giver;
        this.recordedAt = at;
        this.status = HoursStatus.PLANNED;
    }

    void book(LocalDateTime when, Actor by, Instant at) {
        make(HoursMove.BOOK, by, at, null);
        timeFrom(when);
    }

    /** Given at a time that was not booked before. */
    void deliver(LocalDateTime when, Actor by, Instant at) {
        timeFrom(when);
        deliver(minutes, topic, by, at);
    }

    void deliver(int given, String about, Actor by, Instant at) {
        make(HoursMove.DELIVER, by, at, null);
        minutes = given;
        counted = given;
        topic = about;
        markedBy = by.operatorId();
    }

    /**
     * @param percent of the minutes that count all the same
     */
    void miss(Absence kind, int percent, Actor by, Instant at, String why) {
        make(HoursMove.MISS, by, at, why);
        absence = kind;
        counted = minutes * percent / 100;
        markedBy = by.operatorId();
    }

    /** Takes back the last thing said of an hour that nobody confirmed. */
    void undo(HoursMove move, Actor by, Instant at) {
        make(move, by, at, null);
        counted = 0;
        absence = null;
        markedBy = null;
        if (status == HoursStatus.PLANNED) {
            onDay = null;
            starts = null;
            sheetId = null;
        }
    }

    void validate(int read, Actor by, Instant at) {
        make(HoursMove.VALIDATE, by, at, null);
        signatures = read;
        validatedBy = by.operatorId();
    }

    /** Nobody signed for it: it waits for another sheet. */
    void comeOffSheet() {
        sheetId = null;
    }

    /** A new line that says by how much this one, already reported, was wrong. */
    Encounter correction(
            Plan plan, int difference, String why, LocalDateTime when, Actor by, Instant at) {
        Encounter other =
                new Encounter(Ids.next(), plan, supportId, difference, topic, giver, by, at);
        other.correctsId = id;
        other.timeFrom(when);
        other.make(HoursMove.DELIVER, by, at, why);
        other.counted = difference;
        other.markedBy = by.operatorId();
        return other;
    }

    private void make(HoursMove move, Actor by, Instant at, @Nullable String note) {
        status = move.rule().apply(this, status, by, note);
        steps.add(new Step(id, personId, "hours", Section.LABOUR, move, status, by, at, note));
    }

    private void timeFrom(LocalDateTime when) {
        onDay = when.toLocalDate();
        starts = when.toLocalTime();
    }

    public List<HoursMove> movesOpenTo(Actor actor) {
        return Move.open(HoursMove.values(), this, status, actor);
    }

    boolean timed() {
        return onDay != null && starts != null;
    }

    boolean original() {
        return correctsId == null;
    }

    /** Whether who wrote it gives it, and is taken meanwhile. */
    public boolean givenHere() {
        return giver == null;
    }

    boolean managedBy(Mover mover) {
        return plan.managedBy(mover);
    }

    boolean signedBy(Mover mover) {
        return mover.operatorId().equals(operatorId) || mover.operatorId().equals(markedBy);
    }

    /** What others who join are given. */
    HourService.Given given() {
        return new HourService.Given(
                supportId, Objects.requireNonNull(when()), minutes, topic, giver);
    }

    public UUID id() {
        return id;
    }

    public UUID groupId() {
        return groupId;
    }

    public UUID operatorId() {
        return operatorId;
    }

    UUID planId() {
        return planId;
    }

    public UUID personId() {
        return personId;
    }

    HoursStatus status() {
        return status;
    }

    int minutes() {
        return minutes;
    }

    int counted() {
        return counted;
    }

    @Nullable LocalDateTime when() {
        return onDay == null || starts == null ? null : onDay.atTime(starts);
    }
}
