package it.percorsi.plan;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.casefile.CaseFile;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Rome;
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
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person and a team agree to do, and the hours it may cost. */
@Entity
@Table(name = "plan")
public class Plan {

    @Id private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "case_file_id")
    private UUID caseFileId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_file_id", insertable = false, updatable = false)
    private @Nullable CaseFile caseFile;

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    @Column(name = "drawn_on")
    private LocalDate drawnOn;

    @Column(name = "budget_id", updatable = false)
    private UUID budgetId;

    @Column(name = "person_words")
    private String personWords;

    @Column(name = "review_on")
    private @Nullable LocalDate reviewOn;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "plan_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    private List<Objective> objectives = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "plan_id", insertable = false, updatable = false)
    private List<Support> supports = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    protected Plan() {}

    /**
     * @param budgetId the hours the path may cost: of an enrolment, or of this plan alone
     */
    public Plan(
            UUID personId,
            UUID caseFileId,
            UUID budgetId,
            String personWords,
            @Nullable LocalDate reviewOn,
            Instant at) {
        this.id = Ids.next();
        this.personId = personId;
        this.caseFileId = caseFileId;
        this.status = PlanStatus.DRAFT;
        this.drawnOn = Rome.day(at);
        this.budgetId = budgetId;
        this.personWords = personWords;
        this.reviewOn = reviewOn;
    }

    public Objective aim(String area, String text, String expectedResult) {
        Objective objective =
                new Objective(this, area, text, expectedResult, objectives.size() + 1);
        objectives.add(objective);
        return objective;
    }

    /**
     * @param hours how many the support should take
     * @param fundingSource who pays it: not always the programme that pays the path
     */
    public Support support(
            Objective objective,
            String instrument,
            int hours,
            UUID provider,
            String fundingSource) {
        Support support =
                new Support(
                        objective.id(),
                        id,
                        personId,
                        instrument,
                        hours * 60,
                        provider,
                        fundingSource);
        supports.add(support);
        return support;
    }

    /** Makes a move that is open now, with a reason where the table asks for one. */
    public void make(PlanMove move, Actor by, Instant at, @Nullable String note) {
        status = move.rule().apply(this, status, by, note);
        steps.add(new Step(id, personId, "plan", Section.LABOUR, move, status, by, at, note));
    }

    public List<PlanMove> movesOpenTo(Actor actor) {
        return Move.open(PlanMove.values(), this, status, actor);
    }

    /** Hours can be recorded while the plan runs, by whoever works on it. */
    boolean acceptsHoursFrom(Actor actor) {
        return status == PlanStatus.ACTIVE && PlanParty.TEAM.includes(this, actor);
    }

    /** Objectives can be added until the plan ends. */
    boolean amendableBy(Actor actor) {
        return PlanMove.INTERRUPT.rule().obstacles(this, status, actor).isEmpty();
    }

    boolean managedBy(Mover mover) {
        return caseFile != null && mover.operatorId().equals(caseFile.caseManagerId());
    }

    boolean hasObjectives() {
        return !objectives.isEmpty();
    }

    boolean hasSupports() {
        return !supports.isEmpty();
    }

    List<Objective> objectives() {
        return objectives;
    }

    List<Support> supports() {
        return supports;
    }

    public UUID id() {
        return id;
    }

    public UUID personId() {
        return personId;
    }

    public UUID caseFileId() {
        return caseFileId;
    }

    UUID budgetId() {
        return budgetId;
    }

    public PlanStatus status() {
        return status;
    }
}
