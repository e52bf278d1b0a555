package it.percorsi.casefile;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Operators;
import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.pathway.Obstacles;
import it.percorsi.task.TaskService;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who follows a case together: inviting, answering, leaving. */
@Service
@Transactional
public class TeamService {

    /** What a place in a team can open to another body, beside who the person is. */
    public static final List<Section> OPENED =
            List.of(Section.CONTACTS, Section.STATUS, Section.AGENDA, Section.LABOUR);

    static final Set<Section> USUAL = Set.copyOf(OPENED);

    private final Teams teams;
    private final CaseFiles files;
    private final Operators operators;
    private final TaskService tasks;
    private final AccessTrail trail;

    TeamService(
            Teams teams,
            CaseFiles files,
            Operators operators,
            TaskService tasks,
            AccessTrail trail) {
        this.teams = teams;
        this.files = files;
        this.operators = operators;
        this.tasks = tasks;
        this.trail = trail;
    }

    List<Teams.Row> of(UUID caseFile, Actor by) {
        return teams.of(caseFile, by);
    }

    List<Teams.Past> past(UUID caseFile, Actor by) {
        return teams.past(caseFile, by);
    }

    /**
     * Places for these operators, each seeing what their role may of what is opened.
     *
     * @param inTheWay is told where another body may not see it: no legal basis, or the file is not
     *     held
     */
    List<TeamMember.Seat> seats(
            Actor by,
            CaseFile file,
            Set<UUID> chosen,
            Set<Section> opened,
            String words,
            Obstacles inTheWay) {
        Map<UUID, TeamMember.Seat> seats = new LinkedHashMap<>();
        for (Operators.Colleague each : operators.colleagues(by)) {
            if (chosen.contains(each.operatorId())) {
                seats.putIfAbsent(each.operatorId(), seat(each, opened, words));
            }
        }
        for (TeamMember.Seat seat : seats.values()) {
            if (!seat.organisationId().equals(by.organisationId())) {
                teams.obstacle(file.personId(), seat.organisationId(), seat.sections(), by)
                        .ifPresent(obstacle -> inTheWay.when(true, obstacle));
            }
        }
        return List.copyOf(seats.values());
    }

    static TeamMember.Seat seat(Operators.Colleague each, Set<Section> opened, String words) {
        Set<Section> sections = EnumSet.of(Section.IDENTITY);
        opened.stream()
                .filter(section -> OPENED.contains(section) && each.maySee(section))
                .forEach(sections::add);
        return new TeamMember.Seat(
                each.operatorId(), each.organisationId(), each.role(), sections, words);
    }

    /**
     * @param opened what the body of the invited will see, beside who the person is
     * @param words to whoever is invited, who learns who the person is by accepting
     */
    public void invite(
            Actor by, Instant at, UUID caseFile, UUID operator, Set<Section> opened, String words) {
        CaseFile file = files.visible(caseFile, by).orElseThrow(NotVisible::new);
        Obstacles inTheWay = new Obstacles();
        List<TeamMember.Seat> seats = seats(by, file, Set.of(operator), opened, words, inTheWay);
        inTheWay.when(!file.status().hasTeam(), "team.none-yet")
                .when(!file.isLedBy(by), "move.not-yours.lead")
                .when(seats.isEmpty(), "team.nobody-there")
                .refuse();
        teams.save(new TeamMember(file, seats.getFirst(), by, at));
        trail.changed(by, "INVITE", "team", caseFile, List.of(file.personId()), at);
    }

    /** An answer to one's own invitation. */
    public void answer(Actor by, Instant at, UUID id, boolean accepts, @Nullable String why) {
        move(by, at, id, accepts ? MemberMove.ACCEPT : MemberMove.REFUSE, why);
    }

    /**
     * @return the case
     */
    public UUID move(Actor by, Instant at, UUID id, MemberMove move, @Nullable String why) {
        TeamMember member = teams.visible(id, by).orElseThrow(NotVisible::new);
        CaseFile file = files.visible(member.caseFileId(), by).orElse(null);
        int owed = tasks.owed(by, member.personId(), member.operatorId());
        member.make(move, file, owed, why, by, at);
        teams.save(member);
        trail.changed(by, move.name(), "team", id, List.of(member.personId()), at);
        return member.caseFileId();
    }

    /** A place of another body in a team led by who asks, and what may be opened to it. */
    public Place place(Actor by, UUID id) {
        TeamMember member = teams.visible(id, by).orElseThrow(NotVisible::new);
        CaseFile file = files.visible(member.caseFileId(), by).orElseThrow(NotVisible::new);
        Teams.Row row =
                teams.of(file.id(), by).stream()
                        .filter(each -> each.id().equals(id) && !each.leading())
                        .filter(each -> each.status().joined())
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        if (!file.isManagedBy(by)) {
            throw new NotVisible();
        }
        return new Place(file.id(), member.personId(), row, opening(row.function()));
    }

    private static List<Section> opening(String function) {
        Role role = Role.valueOf(function);
        return OPENED.stream().filter(role::maySee).toList();
    }

    /**
     * What the body of a member sees by the place, from now on.
     *
     * @param opened beside who the person is
     * @return the case
     */
    public UUID see(Actor by, Instant at, UUID id, Set<Section> opened, String why) {
        TeamMember member = teams.visible(id, by).orElseThrow(NotVisible::new);
        CaseFile file = files.visible(member.caseFileId(), by).orElseThrow(NotVisible::new);
        Set<Section> sections = EnumSet.of(Section.IDENTITY);
        opening(member.function()).stream().filter(opened::contains).forEach(sections::add);
        Obstacles inTheWay = new Obstacles();
        teams.obstacle(member.personId(), member.organisationId(), sections, by)
                .ifPresent(obstacle -> inTheWay.when(true, obstacle));
        inTheWay.tried(() -> member.see(sections, file, why, by, at)).refuse();
        teams.save(member);
        trail.changed(by, MemberMove.SEE.name(), "team", id, List.of(member.personId()), at);
        return member.caseFileId();
    }

    /**
     * @param opening what the role of the member may read at all
     */
    public record Place(UUID caseFile, UUID person, Teams.Row member, List<Section> opening) {}

    public List<Teams.Invitation> invitations(Actor by) {
        return teams.invitations(by);
    }
}
