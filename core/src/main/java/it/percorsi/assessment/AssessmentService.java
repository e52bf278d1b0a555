package it.percorsi.assessment;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.StaleVersion;
import it.percorsi.pathway.Step;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assessing a person again and again, area by area, and setting two times side by side. */
@Service
@Transactional
public class AssessmentService {

    private static final int SHOWN = 20;

    private final Assessments assessments;
    private final Assessor assessor;
    private final PersonService people;
    private final Grants grants;
    private final AccessTrail trail;

    AssessmentService(
            Assessments assessments,
            Assessor assessor,
            PersonService people,
            Grants grants,
            AccessTrail trail) {
        this.assessments = assessments;
        this.assessor = assessor;
        this.people = people;
        this.grants = grants;
        this.trail = trail;
    }

    public History ofPerson(Actor by, Instant at, UUID person) {
        Set<Section> sections = assessor.mustRead(person, by);
        PersonFile file = people.look(by, at, person, "assessments");
        List<Assessments.Frame> frames = assessments.ofPerson(person, SHOWN, by);
        return new History(
                file,
                frames,
                areas(sections),
                assessments.written(frames.stream().map(Assessments.Frame::id).toList(), by),
                frames.stream().noneMatch(Assessments.Frame::open) && assessor.writes(person, by));
    }

    /**
     * @throws MoveRefused if the case is closed or the actor does not assess
     */
    public UUID open(Actor by, Instant at, UUID person, Depth depth) {
        assessor.mustWrite(person, by);
        UUID id = Ids.next();
        assessments.open(id, person, depth, by, at);
        record(
                id,
                person,
                depth == Depth.FIRST ? AssessmentMove.BEGIN_FIRST : AssessmentMove.BEGIN_IN_DEPTH,
                by,
                at);
        trail.changed(by, "BEGIN", "assessment", id, List.of(person), at);
        return id;
    }

    public Sheet look(Actor by, Instant at, UUID id) {
        Assessments.Frame frame = find(id, by);
        PersonFile file = people.look(by, at, frame.personId(), "assessment");
        boolean writes = frame.open() && assessor.writes(frame.personId(), by);
        return new Sheet(
                file,
                frame,
                areas(grants.sections(frame.personId(), by)),
                assessments.written(List.of(id), by),
                writes,
                writes && signs(frame, by));
    }

    /** One area, with what was written of it before. */
    public AreaSheet area(Actor by, Instant at, UUID id, Area area) {
        Assessments.Frame frame = find(id, by);
        mayRead(frame, area, by);
        PersonFile file = people.look(by, at, frame.personId(), "assessment-area");
        return new AreaSheet(file, frame, area, assessments.wordings(id, area, by));
    }

    /**
     * @param version what stood when the form was opened; 0 where there was nothing
     * @throws StaleVersion with what stands now, if somebody else came first
     */
    public void write(
            Actor by, Instant at, UUID id, Area area, int version, int level, String body) {
        Assessments.Frame frame = find(id, by);
        mayRead(frame, area, by);
        assessor.mustWrite(frame.personId(), by);
        List<Assessments.Written> before = assessments.wordings(id, area, by);
        if (!before.isEmpty() && before.getFirst().version() != version) {
            throw new StaleVersion(
                    Map.of(
                            "level",
                            String.valueOf(before.getFirst().level()),
                            "situation",
                            before.getFirst().body()));
        }
        assessments.write(
                new Assessments.Wording(id, area, before.size() + 1, level, body),
                frame.personId(),
                by,
                at);
        trail.changed(by, "ASSESS", "assessment", id, List.of(frame.personId()), at);
    }

    /** Closes it as it is, for good. */
    public void sign(Actor by, Instant at, UUID id) {
        Assessments.Frame frame = find(id, by);
        assessor.mustWrite(frame.personId(), by);
        new Obstacles()
                .when(!frame.open(), "assessment.signed-already")
                .when(!signs(frame, by), "assessment.not-yours-to-sign")
                .when(assessments.written(List.of(id), by).isEmpty(), "assessment.blank")
                .refuse();
        assessments.sign(id, by, at);
        record(id, frame.personId(), AssessmentMove.SIGN, by, at);
        trail.changed(by, "SIGN", "assessment", id, List.of(frame.personId()), at);
    }

    public Comparison compare(Actor by, Instant at, UUID person, UUID one, UUID other) {
        Set<Section> sections = assessor.mustRead(person, by);
        Assessments.Frame first = of(person, one, by);
        Assessments.Frame second = of(person, other, by);
        boolean inOrder = first.openedAt().isBefore(second.openedAt());
        PersonFile file = people.look(by, at, person, "assessment-comparison");
        return new Comparison(
                file,
                inOrder ? first : second,
                inOrder ? second : first,
                areas(sections),
                assessments.written(List.of(one, other), by));
    }

    private void record(UUID id, UUID person, AssessmentMove move, Actor by, Instant at) {
        assessments.record(
                new Step(id, person, "assessment", Section.LABOUR, move, move, by, at, null));
    }

    private boolean signs(Assessments.Frame frame, Actor by) {
        return frame.organisationId().equals(by.organisationId())
                || grants.mayOpen(frame.personId(), by);
    }

    private void mayRead(Assessments.Frame frame, Area area, Actor by) {
        if (!grants.sections(frame.personId(), by).contains(area.section())) {
            throw new NotVisible();
        }
    }

    private Assessments.Frame of(UUID person, UUID id, Actor by) {
        Assessments.Frame frame = find(id, by);
        if (!frame.personId().equals(person)) {
            throw new NotVisible();
        }
        return frame;
    }

    private Assessments.Frame find(UUID id, Actor by) {
        return assessments.visible(id, by).orElseThrow(NotVisible::new);
    }

    private static List<Area> areas(Set<Section> sections) {
        return Arrays.stream(Area.values()).filter(a -> sections.contains(a.section())).toList();
    }

    static Assessments.@Nullable Written in(
            List<Assessments.Written> written, UUID assessment, Area area) {
        return written.stream()
                .filter(w -> w.assessmentId().equals(assessment) && w.area() == area)
                .findFirst()
                .orElse(null);
    }

    /** One assessment as its page shows it. */
    public record Sheet(
            PersonFile file,
            Assessments.Frame frame,
            List<Area> areas,
            List<Assessments.Written> written,
            boolean writable,
            boolean signable) {

        public Assessments.@Nullable Written in(Area area) {
            return AssessmentService.in(written, frame.id(), area);
        }
    }

    /**
     * @param wordings the latest first
     */
    public record AreaSheet(
            PersonFile file,
            Assessments.Frame frame,
            Area area,
            List<Assessments.Written> wordings) {

        public Assessments.@Nullable Written now() {
            return wordings.isEmpty() ? null : wordings.getFirst();
        }

        public int version() {
            return wordings.size();
        }
    }
}
