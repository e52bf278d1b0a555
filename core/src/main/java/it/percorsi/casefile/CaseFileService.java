package it.percorsi.casefile;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Operators;
import it.percorsi.pathway.Obstacles;
import it.percorsi.person.Person;
import it.percorsi.person.PersonService;
import it.percorsi.task.Ask;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskOrigin;
import it.percorsi.task.TaskService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opening a file, taking it in care, closing it. */
@Service
@Transactional
public class CaseFileService {

    private final CaseFiles files;
    private final PersonService people;
    private final Operators operators;
    private final TeamService teams;
    private final TaskService tasks;
    private final Grants grants;
    private final AccessTrail trail;

    CaseFileService(
            CaseFiles files,
            PersonService people,
            Operators operators,
            TeamService teams,
            TaskService tasks,
            Grants grants,
            AccessTrail trail) {
        this.files = files;
        this.people = people;
        this.operators = operators;
        this.teams = teams;
        this.tasks = tasks;
        this.grants = grants;
        this.trail = trail;
    }

    /** Registers somebody new and opens their file, in one act. */
    public CaseFile open(Actor by, Instant at, PersonService.Registration registration) {
        Person person = people.register(by, at, registration);
        CaseFile file = new CaseFile(person.id(), by, at);
        files.save(file);
        trail.changed(by, "OPEN", "casefile", file.id(), List.of(person.id()), at);
        return file;
    }

    /**
     * The same for many at once, out of one list.
     *
     * @return whose files they are, in the same order
     */
    public List<UUID> openAll(
            Actor by, Instant at, UUID list, List<PersonService.Registration> registrations) {
        List<UUID> registered = people.registerAll(by, at, list, registrations);
        files.saveAll(registered.stream().map(person -> new CaseFile(person, by, at)).toList());
        trail.changed(by, "OPEN", "import", list, registered, at);
        return registered;
    }

    /**
     * Takes a case in care with a team.
     *
     * @param members operators of the team, the case manager among them; those of other bodies are
     *     invited
     * @param decision the desk's written reason; not needed after an accepted referral
     * @param first what there is to do first
     */
    public void takeInCare(
            Actor by,
            Instant at,
            UUID id,
            UUID manager,
            List<UUID> members,
            @Nullable String decision,
            List<TaskLine> first) {
        CaseFile file = find(id, by);
        String entrance =
                decision != null && !decision.isBlank()
                        ? decision
                        : files.acceptedReferral(file.personId(), by).isPresent()
                                ? "Segnalazione accolta dalla commissione"
                                : "";
        Set<UUID> chosen = new LinkedHashSet<>(members);
        chosen.add(manager);
        Obstacles inTheWay = new Obstacles();
        List<TeamMember.Seat> seats =
                teams.seats(by, file, chosen, TeamService.USUAL, "", inTheWay);
        inTheWay.tried(() -> file.takeInCare(seats, manager, entrance, by, at)).refuse();
        UUID person = file.personId();
        trail.changed(by, "TAKE_IN_CARE", "casefile", id, List.of(person), at);
        tasks.answered(by, at, Ask.CARE, person);
        TaskOrigin origin = new TaskOrigin(TaskOrigin.Kind.CARE, id);
        tasks.ask(by, at, person, tasks.usualSection(by, person), origin, first);
    }

    public void suspend(Actor by, Instant at, UUID id, LocalDate until, String why) {
        CaseFile file = find(id, by);
        file.suspend(until, by, at, why);
        trail.changed(by, "SUSPEND", "casefile", id, List.of(file.personId()), at);
    }

    public void resume(Actor by, Instant at, UUID id) {
        CaseFile file = find(id, by);
        file.resume(by, at);
        trail.changed(by, "RESUME", "casefile", id, List.of(file.personId()), at);
    }

    public void close(Actor by, Instant at, UUID id, Closing how) {
        CaseFile file = find(id, by);
        file.close(how, files.looseEnds(file.personId(), at), by, at);
        grants.end(id, at);
        trail.changed(by, "CLOSE", "casefile", id, List.of(file.personId()), at);
    }

    /** All that stands in the way of closing a case now. */
    public List<String> obstaclesToClosing(Actor by, Instant at, UUID id) {
        CaseFile file = find(id, by);
        return file.obstaclesToClosing(files.looseEnds(file.personId(), at), by);
    }

    public void reopen(Actor by, Instant at, UUID id, String why) {
        CaseFile file = find(id, by);
        file.reopen(by, at, why);
        trail.changed(by, "REOPEN", "casefile", id, List.of(file.personId()), at);
    }

    /** The open case of a person, or the latest closed one. */
    public UUID ofPerson(Actor by, UUID person) {
        return files.ofPerson(person, by).map(CaseFiles.CaseRow::id).orElseThrow(NotVisible::new);
    }

    /** Those who can be called into a team. */
    public List<Operators.Colleague> colleagues(Actor by) {
        return operators.colleagues(by);
    }

    public Sheet look(Actor by, Instant at, UUID id) {
        CaseFiles.CaseRow row = files.row(id, by).orElseThrow(NotVisible::new);
        trail.looked(by, "casefile", row.personId(), grants.sections(row.personId(), by), at);
        CaseFile file = find(id, by);
        return new Sheet(
                row,
                teams.of(id, by),
                teams.past(id, by),
                file.movesOpenTo(by),
                file.mayBeTakenInCareBy(by),
                file.status().hasTeam() && file.isLedBy(by),
                file.status().hasTeam() && file.isManagedBy(by),
                file.status().open() && file.isLedBy(by),
                files.acceptedReferral(row.personId(), by).orElse(null),
                row.ended() ? files.after(id, by).orElse(null) : null,
                files.heard(id, by));
    }

    private CaseFile find(UUID id, Actor by) {
        return files.visible(id, by).orElseThrow(NotVisible::new);
    }

    /** A case as its page shows it. */
    public record Sheet(
            CaseFiles.CaseRow file,
            List<Teams.Row> team,
            List<Teams.Past> past,
            List<CaseFileMove> moves,
            boolean mayTakeInCare,
            boolean mayInvite,
            boolean mayOpen,
            boolean mayHandOn,
            CaseFiles.@Nullable Accepted accepted,
            CaseFiles.@Nullable After after,
            List<CaseFiles.Heard> heard) {

        public boolean offers(String move) {
            return moves.stream().anyMatch(m -> m.name().equals(move));
        }
    }
}
