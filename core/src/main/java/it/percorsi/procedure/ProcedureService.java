package it.percorsi.procedure;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.PageOf;
import it.percorsi.pathway.Rome;
import it.percorsi.person.People;
import it.percorsi.procedure.ProcedureKinds.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Helping with paperwork, and not forgetting it. */
@Service
@Transactional
public class ProcedureService {

    private static final int PAGE = 50;
    private static final int WHOLE_REGISTER = 20_000;

    private final Procedures procedures;
    private final ProcedureKinds kinds;
    private final People people;
    private final Grants grants;
    private final AccessTrail trail;

    ProcedureService(
            Procedures procedures,
            ProcedureKinds kinds,
            People people,
            Grants grants,
            AccessTrail trail) {
        this.procedures = procedures;
        this.kinds = kinds;
        this.people = people;
        this.grants = grants;
        this.trail = trail;
    }

    /**
     * @param owner one of {@link #followers}, or null for the whole body
     * @throws MoveRefused if the actor does not do this work for this person
     */
    public Procedure prepare(
            Actor by,
            Instant at,
            UUID person,
            String kind,
            String about,
            String missing,
            @Nullable UUID owner,
            LocalDate nextOn) {
        people.shown(person, by);
        new Obstacles()
                .when(!mayPrepare(by, person), "procedure.not-yours")
                .when(
                        kinds.inForce(Rome.day(at)).stream()
                                .noneMatch(of -> of.code().equals(kind)),
                        "procedure.kind-ended")
                .tried(() -> ofMine(by, owner))
                .refuse();
        Procedure procedure =
                new Procedure(person, of(kind), about, missing, owner, nextOn, by, at);
        procedures.save(procedure);
        trail.changed(by, "PREPARE", "procedure", procedure.id(), List.of(person), at);
        return procedure;
    }

    public boolean mayPrepare(Actor by, UUID person) {
        return ProcedureParty.helps(by) && grants.sections(person, by).contains(Section.STATUS);
    }

    public void move(Actor by, Instant at, UUID id, ProcedureMove move, Particulars told) {
        Procedure procedure = find(id, by);
        procedure.make(move, told, of(procedure.kind()), by, at);
        trail.changed(by, move.name(), "procedure", id, List.of(procedure.personId()), at);
    }

    /**
     * @param who who looks after it from now on, or null if that stays as it is
     */
    public void follow(
            Actor by,
            Instant at,
            UUID id,
            @Nullable Owner who,
            LocalDate nextOn,
            String missing,
            int version) {
        Procedure procedure = find(id, by);
        if (who == null) {
            procedure.follow(
                    procedure.organisationId(), procedure.ownerId(), nextOn, missing, version, by);
        } else {
            UUID owner = who.operatorId();
            new Obstacles()
                    .when(!procedure.followedBy(by), "procedure.not-followed")
                    .tried(() -> ofMine(by, owner))
                    .refuse();
            procedure.follow(by.organisationId(), owner, nextOn, missing, version, by);
        }
        trail.changed(by, "FOLLOW", "procedure", id, List.of(procedure.personId()), at);
    }

    /** A look at one procedure of a person. */
    public Sheet look(Actor by, Instant at, UUID id) {
        Procedures.Row row = procedures.row(id, by).orElseThrow(NotVisible::new);
        trail.looked(by, "procedure", row.personId(), Set.of(Section.STATUS), at);
        Procedure procedure = find(id, by);
        return new Sheet(
                row,
                of(row.kind()),
                procedures.steps(id, by),
                procedure.movesOpenTo(by),
                procedure.followedBy(by));
    }

    /** A look at all those of a person, for whoever may see them. */
    public List<Procedures.Row> ofPerson(Actor by, Instant at, UUID person) {
        List<Procedures.Row> rows = procedures.ofPerson(person, by);
        if (!rows.isEmpty()) {
            trail.looked(by, "procedures", person, Set.of(Section.STATUS), at);
        }
        return rows;
    }

    public Page worklist(Actor by, Instant at, Procedures.Filter filter, @Nullable Mark after) {
        PageOf<Procedures.Row> page =
                PageOf.read(
                        PAGE, most -> procedures.followed(filter, Rome.day(at), after, by, most));
        trail.listed(by, "procedures", persons(page.rows()), at);
        return new Page(page.rows(), page.next(Procedures.Row::mark));
    }

    /** All of the list at once, to be written without names. */
    public List<Procedures.Row> register(Actor by, Instant at, Procedures.Filter filter) {
        List<Procedures.Row> rows =
                procedures.followed(filter, Rome.day(at), null, by, WHOLE_REGISTER);
        trail.listed(by, "procedure-register", persons(rows), at);
        return rows;
    }

    private static List<UUID> persons(List<Procedures.Row> rows) {
        return rows.stream().map(Procedures.Row::personId).distinct().toList();
    }

    /** A number: it says nothing of anybody. */
    public int late(Actor by, Instant at) {
        return procedures.late(Rome.day(at), by);
    }

    public List<Procedures.Follower> followers(Actor by) {
        return procedures.followers(by);
    }

    private void ofMine(Actor by, @Nullable UUID owner) {
        if (owner != null
                && procedures.followers(by).stream()
                        .noneMatch(each -> each.operatorId().equals(owner))) {
            throw new MoveRefused(List.of("procedure.owner-elsewhere"));
        }
    }

    private Kind of(String code) {
        return kinds.all().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    private Procedure find(UUID id, Actor by) {
        return procedures.visible(id, by).orElseThrow(NotVisible::new);
    }

    /**
     * @param operatorId a colleague, or null for the whole body
     */
    public record Owner(@Nullable UUID operatorId) {}

    /**
     * A page of the list.
     *
     * @param next where the page after begins, or null on the last one
     */
    public record Page(List<Procedures.Row> rows, @Nullable Mark next) {}

    /** A procedure as its page shows it. */
    public record Sheet(
            Procedures.Row row,
            Kind kind,
            List<Procedures.StepRow> steps,
            List<ProcedureMove> moves,
            boolean followed) {

        public @Nullable LocalDate answerBy() {
            return row.status().open() ? kind.answerBy(row.submittedOn()) : null;
        }
    }
}
