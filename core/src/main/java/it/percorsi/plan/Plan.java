package it.percorsi.plan;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.casefile.CaseFile;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Rome;
import it.percorsi.pathway.StaleVersion;
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
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person and a team agree to do, and the hours it may cost. */
@Entity
@Table(name = "plan")
public class Plan {

    @Id private UUID id;

    /** Never rewritten: two who write what hangs on it at once would wait for each other. */
    @Column(name = "person_id", updatable = false)
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

    @Column(updatable = false)
    private @Nullable String template;

    private int edition;

    @Column(name = "explained_on")
    private @Nullable LocalDate explainedOn;

    @Column(name = "explained_in")
    private @Nullable String explainedIn;

    @Column(name = "explained_with")
    private @Nullable String explainedWith;

    @Transient private boolean expecting;

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

    /** Its budget is the hours the path may cost: of an enrolment, or of this plan alone. */
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

    void beginFrom(String template) {
        this.template = template;
    }

    public Objective aim(String area, String text, String expectedResult, Levels levels) {
        Objective objective =
                new Objective(this, area, text, expectedResult, levels, objectives.size() + 1);
        objectives.add(objective);
        return objective;
    }

    /** Something given towards an objective, from the edition that is being written. */
    public Support support(Objective objective, Support.Terms terms) {
        Support support = new Support(this, objective.id(), terms, edition + 1);
        supports.add(support);
        return support;
    }

    /** One of this objective: what is of another is not there. */
    Support support(Objective objective, UUID support) {
        return supports.stream()
                .filter(one -> one.id().equals(support) && one.isFor(objective))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    /** What is taken out stays in the editions that had it, with what was given for it. */
    void leaveOut(Objective objective) {
        objective.leaveOut(edition);
        supports.stream()
                .filter(support -> support.isFor(objective))
                .forEach(support -> support.leaveOut(edition));
    }

    /**
     * Told to the person before it is signed.
     *
     * @param language the person was spoken to in
     * @param mediator who helped them understand each other; null if nobody had to
     */
    public void propose(
            LocalDate on, String language, @Nullable String mediator, Actor by, Instant at) {
        make(PlanMove.PROPOSE, by, at, null);
        explainedOn = on;
        explainedIn = language;
        explainedWith = mediator;
    }

    /** Gives the number of the edition that holds from now. */
    public int sign(Actor by, Instant at) {
        make(PlanMove.SIGN, by, at, null);
        return ++edition;
    }

    /** Opens what was explained or signed for writing; what was signed holds until the next one. */
    public void revise(Actor by, Instant at) {
        make(PlanMove.REVISE, by, at, null);
        explainedOn = null;
        explainedIn = null;
        explainedWith = null;
    }

    /**
     * What the person says, and when to review it.
     *
     * @throws StaleVersion with what stands now, if somebody else came first
     */
    void reword(String words, @Nullable LocalDate review, int version) {
        if (version != this.version) {
            throw new StaleVersion(
                    Map.of("personWords", personWords, "reviewOn", Rome.written(reviewOn)));
        }
        personWords = words;
        reviewOn = review;
    }

    void reviewBy(@Nullable LocalDate next) {
        reviewOn = next;
    }

    /** Makes a move that is open now, with a reason where the table asks for one. */
    public void make(PlanMove move, Actor by, Instant at, @Nullable String note) {
        status = move.rule().apply(this, status, by, note);
        steps.add(new Step(id, personId, "plan", Section.LABOUR, move, status, by, at, note));
    }

    public List<PlanMove> movesOpenTo(Actor actor) {
        return Move.open(PlanMove.values(), this, status, actor);
    }

    /** Hours can be recorded while what was signed holds, by whoever works on it. */
    boolean acceptsHoursFrom(Actor actor) {
        return inForce() && PlanParty.TEAM.includes(this, actor);
    }

    boolean inForce() {
        return status.inForce(edition);
    }

    /** What it says can be changed until it is explained, and again when it is written anew. */
    boolean amendableBy(Actor actor) {
        return status.written() && PlanParty.TEAM.includes(this, actor);
    }

    boolean managedBy(Mover mover) {
        return caseFile != null && mover.operatorId().equals(caseFile.caseManagerId());
    }

    /** Told before it ends: whether hours are booked that nobody gave, missed or called off. */
    void expects(boolean hours) {
        expecting = hours;
    }

    boolean expectsNoHour() {
        return !expecting;
    }

    boolean hasObjectives() {
        return objectives.stream().anyMatch(Objective::current);
    }

    boolean hasSupports() {
        return supports.stream().anyMatch(Support::current);
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

    /** How many times it was signed. */
    int edition() {
        return edition;
    }

    UUID budgetId() {
        return budgetId;
    }

    public PlanStatus status() {
        return status;
    }
}
