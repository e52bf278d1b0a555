package it.percorsi.procedure;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.pathway.StaleVersion;
import it.percorsi.pathway.Step;
import it.percorsi.procedure.ProcedureKinds.Kind;
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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A piece of paperwork at another office, and who looks after it here. */
@Entity
@Table(name = "procedure")
public class Procedure {

    @Id private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private boolean several;

    @Column(updatable = false)
    private String about;

    private String missing;

    @Enumerated(EnumType.STRING)
    private ProcedureStatus status;

    @Column(name = "prepared_on", updatable = false)
    private LocalDate preparedOn;

    @Column(name = "submitted_on")
    private @Nullable LocalDate submittedOn;

    @Column(name = "submitted_to")
    private @Nullable String submittedTo;

    private @Nullable String receipt;

    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    @Column(name = "appeal_by")
    private @Nullable LocalDate appealBy;

    @Column(name = "owner_id")
    private @Nullable UUID ownerId;

    @Column(name = "next_on")
    private @Nullable LocalDate nextOn;

    @Column(name = "moved_at")
    private Instant movedAt;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    /** What is being told with the step that is being made. */
    @Transient private @Nullable Particulars told;

    protected Procedure() {}

    /**
     * @param about whom or what it is for, where the kind does not say it all
     * @param missing the documents still to be found, one a line
     * @param owner the colleague who follows it, or null for the whole body
     * @param nextOn when to look again
     */
    public Procedure(
            UUID personId,
            Kind kind,
            String about,
            String missing,
            @Nullable UUID owner,
            LocalDate nextOn,
            Actor by,
            Instant at) {
        this.id = Ids.next();
        this.personId = personId;
        this.organisationId = by.organisationId();
        this.kind = kind.code();
        this.several = kind.several();
        this.about = about;
        this.missing = missing;
        this.status = ProcedureStatus.TO_PREPARE;
        this.preparedOn = Rome.day(at);
        this.ownerId = owner;
        this.nextOn = nextOn;
        this.movedAt = at;
        sign(Opening.PREPARE, kind.name(), by, at);
    }

    /**
     * Makes a move, if it is open now and all it asks for was told.
     *
     * @param of the kind, whose term says when to look again if nobody did
     */
    public void make(ProcedureMove move, Particulars what, Kind of, Actor by, Instant at) {
        told = what.nextOn() != null ? what : what.withNext(of.answerBy(what.on()));
        movedAt = at;
        status = move.rule().apply(this, status, by, what.note());
        nextOn = move.asksNext() ? told.nextOn() : null;
        switch (move) {
            case SUBMIT -> {
                submittedOn = what.on();
                submittedTo = what.place();
                receipt = what.receipt();
            }
            case GRANT -> {
                decidedOn = what.on();
                validUntil = what.until();
            }
            case REFUSE -> {
                decidedOn = what.on();
                appealBy = what.until();
            }
            case WITHDRAW -> decidedOn = Rome.day(at);
            case REOPEN -> {
                decidedOn = null;
                validUntil = null;
                appealBy = null;
            }
            case ASK_INTEGRATION, INTEGRATE -> {}
        }
        sign(move, what.note() == null ? of.name() : of.name() + ": " + what.note(), by, at);
    }

    private void sign(Enum<?> move, String note, Actor by, Instant at) {
        steps.add(new Step(id, personId, "procedure", Section.STATUS, move, status, by, at, note));
    }

    /**
     * Who looks after it, when next, and what is still missing.
     *
     * @param organisation the body that follows it from now on
     * @throws StaleVersion if somebody changed it since the form was opened
     */
    void follow(
            UUID organisation,
            @Nullable UUID owner,
            LocalDate next,
            String stillMissing,
            int seen,
            Actor by) {
        if (!followedBy(by)) {
            throw new MoveRefused(List.of("procedure.not-followed"));
        }
        if (seen != version) {
            throw new StaleVersion(Map.of("missing", missing, "nextOn", String.valueOf(nextOn)));
        }
        organisationId = organisation;
        ownerId = owner;
        nextOn = next;
        missing = stillMissing;
    }

    boolean followedBy(Actor actor) {
        return status.open() && ProcedureParty.helps(actor);
    }

    public List<ProcedureMove> movesOpenTo(Actor actor) {
        return Move.open(ProcedureMove.values(), this, status, actor);
    }

    boolean happened() {
        return told == null || told.happenedBy(Rome.day(movedAt));
    }

    boolean saysWhere() {
        return told == null || told.saysWhere();
    }

    boolean saysWhenNext() {
        return told == null || told.nextOn() != null;
    }

    boolean answersAfterSubmission() {
        return told == null || submittedOn == null || told.notBefore(submittedOn);
    }

    boolean endsAfterAnswer() {
        return told == null || told.endsAfterItBegins();
    }

    public UUID id() {
        return id;
    }

    public UUID personId() {
        return personId;
    }

    UUID organisationId() {
        return organisationId;
    }

    @Nullable UUID ownerId() {
        return ownerId;
    }

    @Nullable LocalDate nextOn() {
        return nextOn;
    }

    public String kind() {
        return kind;
    }

    private enum Opening {
        PREPARE
    }
}
