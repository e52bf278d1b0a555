package it.percorsi.assessment;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.StaleVersion;
import it.percorsi.pathway.Step;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reviewing what a person can do: line by line, and again after a while. */
@Service
@Transactional
public class SkillsService {

    private static final int SHOWN = 20;

    private final SkillsReviews reviews;
    private final Assessor assessor;
    private final PersonService people;
    private final AccessTrail trail;

    SkillsService(
            SkillsReviews reviews, Assessor assessor, PersonService people, AccessTrail trail) {
        this.reviews = reviews;
        this.assessor = assessor;
        this.people = people;
        this.trail = trail;
    }

    /** The latest review of a person. */
    public Optional<UUID> latest(Actor by, UUID person) {
        assessor.mustRead(person, by);
        return reviews.ofPerson(person, 1, by).stream().map(SkillsReviews.Frame::id).findFirst();
    }

    /** A person without a review. */
    public Blank blank(Actor by, Instant at, UUID person) {
        assessor.mustRead(person, by);
        return new Blank(people.look(by, at, person, "skills-review"), assessor.writes(person, by));
    }

    /** Begins another one with what stands in the last; the last is closed by it. */
    public UUID open(Actor by, Instant at, UUID person) {
        assessor.mustWrite(person, by);
        UUID id = Ids.next();
        Optional<UUID> last = latest(by, person);
        reviews.open(id, person, by, at);
        last.ifPresent(from -> reviews.carryOver(from, id, by, at));
        reviews.record(
                new Step(
                        id,
                        person,
                        "assessment",
                        Section.LABOUR,
                        AssessmentMove.REVIEW,
                        AssessmentMove.REVIEW,
                        by,
                        at,
                        null));
        trail.changed(by, "BEGIN", "skills-review", id, List.of(person), at);
        return id;
    }

    public Sheet look(Actor by, Instant at, UUID id) {
        SkillsReviews.Frame frame = find(id, by);
        PersonFile file = people.look(by, at, frame.personId(), "skills-review");
        List<SkillsReviews.Frame> all = reviews.ofPerson(frame.personId(), SHOWN, by);
        return new Sheet(
                file,
                frame,
                all,
                reviews.lines(id, by),
                all.getFirst().id().equals(id) && assessor.writes(frame.personId(), by));
    }

    /** A line that is about to be corrected. */
    public Correction line(Actor by, Instant at, UUID review, UUID line) {
        SkillsReviews.Row row = row(review, line, by);
        return new Correction(
                people.look(by, at, find(review, by).personId(), "skills-review"), row);
    }

    public void add(Actor by, Instant at, UUID review, SkillsReviews.Line line) {
        write(by, at, review, line, null, false);
    }

    /**
     * @throws StaleVersion with what stands now, if somebody else came first
     */
    public void correct(Actor by, Instant at, UUID review, UUID line, SkillsReviews.Line instead) {
        write(by, at, review, instead, mustStand(review, line, by), false);
    }

    public void strike(Actor by, Instant at, UUID review, UUID line) {
        SkillsReviews.Row row = mustStand(review, line, by);
        write(by, at, review, row.line(), row, true);
    }

    /** Two reviews of the same person, in the order they were opened. */
    public SkillsComparison compare(Actor by, Instant at, UUID person, UUID one, UUID other) {
        assessor.mustRead(person, by);
        SkillsReviews.Frame first = of(person, one, by);
        SkillsReviews.Frame second = of(person, other, by);
        boolean inOrder = first.openedAt().isBefore(second.openedAt());
        SkillsReviews.Frame before = inOrder ? first : second;
        SkillsReviews.Frame after = inOrder ? second : first;
        return SkillsComparison.of(
                people.look(by, at, person, "skills-comparison"),
                before,
                after,
                reviews.lines(before.id(), by),
                reviews.lines(after.id(), by));
    }

    private SkillsReviews.Frame of(UUID person, UUID id, Actor by) {
        return reviews.visible(id, by)
                .filter(frame -> frame.personId().equals(person))
                .orElseThrow(NotVisible::new);
    }

    private void write(
            Actor by,
            Instant at,
            UUID review,
            SkillsReviews.Line line,
            SkillsReviews.@Nullable Row replaces,
            boolean struck) {
        SkillsReviews.Frame frame = find(review, by);
        assessor.mustWrite(frame.personId(), by);
        if (!latest(by, frame.personId()).equals(Optional.of(review))) {
            throw new MoveRefused(List.of("skills.past"));
        }
        reviews.add(review, frame.personId(), line, replaces, struck, by, at);
        trail.changed(
                by,
                struck ? "STRIKE" : "WRITE",
                "skills-review",
                review,
                List.of(frame.personId()),
                at);
    }

    private SkillsReviews.Row mustStand(UUID review, UUID line, Actor by) {
        SkillsReviews.Row row = row(review, line, by);
        if (row.struck()) {
            throw new NotVisible();
        }
        if (row.replaced()) {
            throw new StaleVersion(fields(later(review, line, by)));
        }
        return row;
    }

    /** What took the place of a line, after all that followed. */
    private SkillsReviews.Row later(UUID review, UUID line, Actor by) {
        SkillsReviews.Row last = row(review, line, by);
        for (SkillsReviews.Row row : reviews.lines(review, by)) {
            if (last.id().equals(row.replacesId())) {
                last = row;
            }
        }
        return last;
    }

    private static Map<String, String> fields(SkillsReviews.Row row) {
        return row.struck()
                ? Map.of()
                : Map.of(
                        "what", row.what(),
                        "place", row.place(),
                        "period", row.period(),
                        "speaks", row.spoken() == null ? "" : row.spoken().name(),
                        "writes", row.written() == null ? "" : row.written().name(),
                        "proof", row.evidence());
    }

    private SkillsReviews.Row row(UUID review, UUID line, Actor by) {
        return reviews.lines(find(review, by).id(), by).stream()
                .filter(row -> row.id().equals(line))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    private SkillsReviews.Frame find(UUID id, Actor by) {
        return reviews.visible(id, by).orElseThrow(NotVisible::new);
    }

    public record Correction(PersonFile file, SkillsReviews.Row row) {}

    public record Blank(PersonFile file, boolean mayOpen) {}

    /**
     * A review as its page shows it.
     *
     * @param all those of the person, the latest first
     * @param writable whether it is the last one and the actor writes it
     */
    public record Sheet(
            PersonFile file,
            SkillsReviews.Frame frame,
            List<SkillsReviews.Frame> all,
            List<SkillsReviews.Row> lines,
            boolean writable) {

        public List<SkillsReviews.Row> of(SkillKind kind) {
            return lines.stream().filter(row -> row.stands() && row.kind() == kind).toList();
        }

        /** What was corrected or struck out, as it was. */
        public List<SkillsReviews.Row> before() {
            return lines.stream().filter(SkillsReviews.Row::replaced).toList();
        }
    }
}
