package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.casefile.CaseFile;
import it.percorsi.casefile.CaseFileStatus;
import it.percorsi.casefile.CaseFiles;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drawing a plan, writing in it, and ending it. */
@Service
@Transactional
public class PlanService {

    private final Plans plans;
    private final CaseFiles files;
    private final Hours hours;
    private final PlanSigningService signing;
    private final PlanTemplates templates;
    private final Grants grants;
    private final AccessTrail trail;

    PlanService(
            Plans plans,
            CaseFiles files,
            Hours hours,
            PlanSigningService signing,
            PlanTemplates templates,
            Grants grants,
            AccessTrail trail) {
        this.plans = plans;
        this.files = files;
        this.hours = hours;
        this.signing = signing;
        this.templates = templates;
        this.grants = grants;
        this.trail = trail;
    }

    /**
     * Plans to begin from: for who is in programmes, those of these first and then those of all;
     * for who is in none, every one.
     */
    public List<PlanTemplates.Template> templates(List<Hours.Enrolled> enrolled) {
        return templates.offered().stream()
                .filter(one ->
                        enrolled.isEmpty()
                                || enrolled.stream()
                                        .anyMatch(path -> one.servesIn(path.programme())))
                .sorted(Comparator.comparing(one -> !enrolled.isEmpty() && one.programme() == null))
                .toList();
    }

    /** The programmes of the person of a case: in more than one, a plan says which it is for. */
    public List<Hours.Enrolled> programmes(Actor by, Instant at, UUID caseFile) {
        CaseFile file = files.visible(drawable(by, caseFile), by).orElseThrow(NotVisible::new);
        return hours.enrolled(file.personId(), Rome.day(at), by);
    }

    /** How the plan of a case whose person is in no programme begins. */
    public Hours.Beginning outside(Actor by, Instant at, UUID caseFile) {
        CaseFile file = files.visible(drawable(by, caseFile), by).orElseThrow(NotVisible::new);
        return hours.outside(file.personId(), Rome.day(at), by);
    }

    /** Draws a plan for a case in care, with the hours of a path. */
    public Plan draw(Actor by, Instant at, UUID caseFile, Outline outline) {
        CaseFile file = files.visible(drawable(by, caseFile), by).orElseThrow(NotVisible::new);
        List<Hours.Enrolled> paths = hours.enrolled(file.personId(), Rome.day(at), by);
        List<UUID> enrolled = paths.stream().map(path -> UUID.fromString(path.code())).toList();
        UUID only = enrolled.size() == 1 ? enrolled.getFirst() : null;
        UUID enrolment = Optional.ofNullable(outline.enrolment()).orElse(only);
        Start start = outline.start();
        new Obstacles()
                .when(file.status() != CaseFileStatus.IN_CARE, "plan.case-not-in-care")
                .when(
                        enrolment == null ? !enrolled.isEmpty() : !enrolled.contains(enrolment),
                        "plan.programme-unsaid")
                .when(start != null && !offered(start), "template.retired")
                .when(start != null && unsaid(start), "template.payer-unsaid")
                .when(start != null && ofAnother(start, enrolment, paths), "template.of-another")
                .tried(() -> grants.needs(Section.LABOUR, file.personId(), by))
                .refuse();
        UUID budget = hours.budgetFor(file.personId(), enrolment, Rome.day(at), by);
        Plan plan =
                new Plan(
                        file.personId(),
                        caseFile,
                        budget,
                        outline.personWords(),
                        outline.reviewOn(),
                        at);
        if (start != null) {
            plan.beginFrom(start.template());
            templates.objectives(start.template()).forEach(line -> begin(plan, line, start, at));
        }
        plans.save(plan);
        trail.changed(by, "DRAW", "plan", plan.id(), List.of(file.personId()), at);
        return plan;
    }

    private boolean offered(Start start) {
        return templates.offered().stream().anyMatch(one -> one.code().equals(start.template()));
    }

    /** Whether nobody says who gives a support it begins with, or who pays. */
    private boolean unsaid(Start start) {
        return (start.provider() == null || start.fundingSource() == null)
                && !templates.objectives(start.template()).stream()
                        .allMatch(PlanTemplates.Objective::saysWhoPays);
    }

    /** Whether the plan is for a programme, and what it begins from is of another. */
    private boolean ofAnother(Start start, @Nullable UUID enrolment, List<Hours.Enrolled> paths) {
        return templates.offered().stream()
                .filter(one -> one.code().equals(start.template()))
                .anyMatch(one ->
                        paths.stream()
                                .filter(path -> path.code().equals(String.valueOf(enrolment)))
                                .anyMatch(path -> !one.servesIn(path.programme())));
    }

    private static void begin(Plan plan, PlanTemplates.Objective line, Start start, Instant at) {
        Integer days = line.dueDays();
        LocalDate due = days == null ? null : Rome.day(at).plusDays(days);
        add(
                plan,
                new Aim(
                        line.area(),
                        line.text(),
                        line.expectedResult(),
                        Levels.NONE,
                        new Commitment.Terms(Promiser.named(line.who()), line.commitment(), due),
                        new Support.Terms(
                                line.instrument(),
                                line.hours(),
                                said(line.provider(), start.provider()),
                                said(line.fundingSource(), start.fundingSource()))));
    }

    private static <T> T said(@Nullable T byTheTemplate, @Nullable T byWhoDraws) {
        return Objects.requireNonNull(byTheTemplate == null ? byWhoDraws : byTheTemplate);
    }

    /** One objective with its first commitment and support: the three go together on the page. */
    public void aim(Actor by, Instant at, UUID id, Aim aim) {
        Plan plan = amendable(id, by);
        signing.mayPromise(by, plan, aim.commitment().who());
        add(plan, aim);
        trail.changed(by, "AIM", "plan", id, List.of(plan.personId()), at);
    }

    private static void add(Plan plan, Aim aim) {
        Objective objective = plan.aim(aim.area(), aim.text(), aim.expectedResult(), aim.levels());
        objective.commit(aim.commitment());
        plan.support(objective, aim.support());
    }

    /** What the person says and when to review it, while the plan is being written. */
    public void reword(
            Actor by,
            Instant at,
            UUID id,
            int version,
            String words,
            @Nullable LocalDate reviewOn) {
        Plan plan = amendable(id, by);
        plan.reword(words, reviewOn, version);
        trail.changed(by, "WORDS", "plan", id, List.of(plan.personId()), at);
    }

    /** A move that asks for nothing but, perhaps, a reason. */
    public void move(Actor by, Instant at, UUID id, PlanMove move, @Nullable String note) {
        Plan plan = find(id, by);
        plan.expects(hours.booked(id, by));
        plan.make(move, by, at, note);
        trail.changed(by, move.name(), "plan", id, List.of(plan.personId()), at);
    }

    /** A case that may be given a plan by this actor: in care, and theirs to see. */
    public UUID drawable(Actor by, UUID caseFile) {
        if (!PlanParty.worksOnPlans(by)) {
            throw new NotVisible();
        }
        return files.visible(caseFile, by).map(CaseFile::id).orElseThrow(NotVisible::new);
    }

    private Plan amendable(UUID id, Actor by) {
        Plan plan = find(id, by);
        if (!plan.amendableBy(by)) {
            throw new MoveRefused(List.of("plan.not-amendable"));
        }
        return plan;
    }

    private Plan find(UUID id, Actor by) {
        return plans.visible(id, by).orElseThrow(NotVisible::new);
    }

    /**
     * A plan as it is begun.
     *
     * @param enrolment the programme its hours are of; null where the person is in one, or in none
     * @param start null for an empty plan
     */
    public record Outline(
            String personWords,
            @Nullable LocalDate reviewOn,
            @Nullable UUID enrolment,
            @Nullable Start start) {}

    /**
     * What a plan begins from.
     *
     * @param template its code
     * @param provider who gives the supports the template says nothing of, until it is said
     *     otherwise; null where it says it of all
     * @param fundingSource who pays them, likewise
     */
    public record Start(String template, @Nullable UUID provider, @Nullable String fundingSource) {}

    /** An objective with the first things to do for it. */
    public record Aim(
            String area,
            String text,
            String expectedResult,
            Levels levels,
            Commitment.Terms commitment,
            Support.Terms support) {}
}
