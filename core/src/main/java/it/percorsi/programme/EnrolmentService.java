package it.percorsi.programme;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Grant;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may be enrolled in a programme, and who is. */
@Service
@Transactional
public class EnrolmentService {

    private final Programmes programmes;
    private final Enrolments enrolments;
    private final Terms terms;
    private final EligibilityService eligibility;
    private final PersonService people;
    private final Grants grants;
    private final AccessTrail trail;

    EnrolmentService(
            Programmes programmes,
            Enrolments enrolments,
            Terms terms,
            EligibilityService eligibility,
            PersonService people,
            Grants grants,
            AccessTrail trail) {
        this.programmes = programmes;
        this.enrolments = enrolments;
        this.terms = terms;
        this.eligibility = eligibility;
        this.people = people;
        this.grants = grants;
        this.trail = trail;
    }

    /**
     * The person, their enrolments, and how they stand today towards a programme: the one asked
     * for, else the first that runs, those the viewer's body enrols in before the others.
     */
    public Standing standing(
            Actor by, Instant at, UUID person, @Nullable String code, boolean needStated) {
        PersonFile file = people.look(by, at, person, "enrolments");
        LocalDate today = Rome.day(at);
        List<Programmes.Card> running =
                programmes.cards().stream().filter(card -> card.running(today)).toList();
        List<UUID> ours = programmes.enrolledBy(by.organisationId());
        Programmes.Card programme =
                code == null
                        ? running.stream()
                                .filter(card -> ours.contains(card.id()))
                                .findFirst()
                                .orElse(running.isEmpty() ? null : running.getFirst())
                        : programmes.card(code).orElseThrow(NotVisible::new);
        boolean enrols = programme != null && ours.contains(programme.id());
        return new Standing(
                file,
                enrolled(person, by),
                running,
                programme,
                enrols,
                programme == null || !enrols ? null : turn(programme, file, today, by),
                programme == null ? null : judge(programme, file, needStated, today, by));
    }

    private Turn turn(Programmes.Card programme, PersonFile file, LocalDate on, Actor by) {
        return new Turn(
                terms.areas(programme.id()).stream()
                        .filter(area -> area.organisationId().equals(by.organisationId()))
                        .findFirst()
                        .orElse(null),
                file.person().gender(),
                terms.ahead(programme.id(), file.person().id(), on));
    }

    private Eligibility judge(
            Programmes.Card programme,
            PersonFile file,
            boolean needStated,
            LocalDate on,
            Actor viewer) {
        return eligibility.judge(programme, file, needStated, true, on, viewer);
    }

    /**
     * Enrols, also who waits for a place, keeping the eligibility as judged at that instant; whom a
     * verified rule turns away is written down as not eligible.
     *
     * @param reason why it is right where a rule is not verified or its answer is not known, or
     *     null
     * @param outOfTurn why they are enrolled over the places or before who waits longer, or null
     * @throws MoveRefused naming what is in the way: a programme that does not run, a body that
     *     does not enrol, data the file lacks, a reason nobody wrote
     */
    public Enrolment enrol(
            Actor by,
            Instant at,
            UUID person,
            String code,
            boolean needStated,
            @Nullable String reason,
            @Nullable String outOfTurn) {
        PersonFile file = people.look(by, at, person, "enrolment");
        LocalDate today = Rome.day(at);
        Programmes.Card programme = programmes.card(code).orElseThrow(NotVisible::new);
        mayEnrol(by, programme, today);
        Eligibility judged = judge(programme, file, needStated, today, by);
        Enrolment enrolment =
                enrolments
                        .waiting(programme.id(), person, by)
                        .map(waiting -> waiting.stands(file, judged, reason))
                        .orElseGet(() -> new Enrolment(programme.id(), file, judged, reason, by));
        if (!judged.eligible()) {
            enrolment.decline(by, at);
        } else if (!judged.missing().isEmpty()) {
            throw new MoveRefused(judged.missing().stream().map(Sentence::key).toList());
        } else {
            enrolment.select(by, at, turn(programme, file, today, by), outOfTurn);
            letCoordinatorsIn(programme, enrolment, by, at);
        }
        enrolments.save(enrolment);
        String verb = enrolment.outOfTurn() ? "ENROL_OUT_OF_TURN" : "ENROL";
        trail.changed(by, verb, "enrolment", enrolment.id(), List.of(person), at);
        return enrolment;
    }

    /**
     * Puts somebody on the list of the programme, in the body the viewer acts for, from today on:
     * what the file lacks may still come, as nobody is enrolled by it.
     *
     * @param why they wait
     */
    public Enrolment await(
            Actor by, Instant at, UUID person, String code, boolean needStated, String why) {
        PersonFile file = people.look(by, at, person, "enrolment");
        Programmes.Card programme = programmes.card(code).orElseThrow(NotVisible::new);
        mayEnrol(by, programme, Rome.day(at));
        Eligibility judged = judge(programme, file, needStated, Rome.day(at), by);
        Enrolment enrolment =
                enrolments
                        .waiting(programme.id(), person, by)
                        .orElseGet(() -> new Enrolment(programme.id(), file, judged, null, by));
        enrolment.await(by, at, why);
        enrolments.save(enrolment);
        trail.changed(by, "AWAIT", "enrolment", enrolment.id(), List.of(person), at);
        return enrolment;
    }

    /**
     * Judges again, with the rules and the data of today: what is found is kept beside what was
     * found before, and where the person stands does not change.
     *
     * @param note what was seen, or null
     */
    public Enrolment reassess(
            Actor by, Instant at, UUID id, boolean needStated, @Nullable String note) {
        Enrolment enrolment = find(id, by);
        PersonFile file = people.look(by, at, enrolment.personId(), "enrolment");
        Programmes.Card programme =
                programmes.cards().stream()
                        .filter(card -> card.id().equals(enrolment.programmeId()))
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        enrolment.reassess(by, at, judge(programme, file, needStated, Rome.day(at), by), note);
        trail.changed(by, "REASSESS", "enrolment", id, List.of(enrolment.personId()), at);
        return enrolment;
    }

    private void mayEnrol(Actor by, Programmes.Card programme, LocalDate on) {
        boolean dated = programme.runsFrom() != null;
        new Obstacles()
                .when(!dated, "enrolment.programme-undated")
                .when(dated && !programme.running(on), "enrolment.programme-over")
                .when(
                        !programmes.enrolledBy(by.organisationId()).contains(programme.id()),
                        "enrolment.body-outside")
                .refuse();
    }

    private void letCoordinatorsIn(
            Programmes.Card programme, Enrolment enrolment, Actor by, Instant at) {
        for (UUID coordinator : programmes.coordinators(programme.id())) {
            grants.give(
                    new Grant(
                            enrolment.personId(),
                            coordinator,
                            Basis.PROGRAMME,
                            "enrolment." + programme.code(),
                            enrolment.id(),
                            by,
                            at,
                            null));
        }
    }

    public Enrolment complete(Actor by, Instant at, UUID id) {
        Enrolment enrolment = find(id, by);
        enrolment.complete(by, at);
        trail.changed(by, "COMPLETE", "enrolment", id, List.of(enrolment.personId()), at);
        return enrolment;
    }

    /** The person leaves before the end, and their place is free again. */
    public Enrolment drop(Actor by, Instant at, UUID id, String reason) {
        Enrolment enrolment = find(id, by);
        enrolment.drop(by, at, reason);
        trail.changed(by, "DROP", "enrolment", id, List.of(enrolment.personId()), at);
        return enrolment;
    }

    private List<Enrolled> enrolled(UUID person, Actor by) {
        List<Enrolments.Again> again = enrolments.reassessments(person, by);
        return enrolments.ofPerson(person, by).stream()
                .map(row -> Enrolled.of(row, again))
                .toList();
    }

    private Enrolment find(UUID id, Actor by) {
        return enrolments.visible(id, by).orElseThrow(NotVisible::new);
    }
}
