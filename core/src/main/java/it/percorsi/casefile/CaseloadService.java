package it.percorsi.casefile;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Operators;
import it.percorsi.access.Role;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.PageOf;
import it.percorsi.pathway.Rome;
import it.percorsi.task.TaskService;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much everybody answers for, and passing all of it on when somebody goes. */
@Service
@Transactional
public class CaseloadService {

    private static final int PAGE = 100;

    private final Caseloads loads;
    private final CaseFiles files;
    private final Operators operators;
    private final TaskService tasks;
    private final AccessTrail trail;

    CaseloadService(
            Caseloads loads,
            CaseFiles files,
            Operators operators,
            TaskService tasks,
            AccessTrail trail) {
        this.loads = loads;
        this.files = files;
        this.operators = operators;
        this.tasks = tasks;
        this.trail = trail;
    }

    /**
     * Whoever works in teams reads how much their body follows; who waits, those who take in care.
     */
    public Board board(Actor by, Instant at, @Nullable Mark after) {
        if (!shows(by)) {
            throw new NotVisible();
        }
        PageOf<Caseloads.Waiting> page =
                PageOf.read(
                        PAGE,
                        most ->
                                by.role() == Role.SOCIAL_WORKER
                                        ? loads.waiting(after, by, most)
                                        : List.of());
        trail.listed(
                by, "caseload", page.rows().stream().map(Caseloads.Waiting::personId).toList(), at);
        return new Board(
                loads.loads(Rome.day(at), by), page.rows(), page.next(Caseloads.Waiting::mark));
    }

    /** Whether somebody reads how much their body follows. */
    public static boolean shows(Actor by) {
        return Caseloads.FOLLOWING.contains(by.role());
    }

    /** The cases of an operator of the body, who may have gone already. */
    public Page of(Actor by, Instant at, UUID operator, @Nullable UUID after) {
        onlySocial(by);
        if (!knows(by, operator)) {
            throw new NotVisible();
        }
        PageOf<Caseloads.Row> page = PageOf.read(PAGE, most -> loads.of(operator, after, by, most));
        trail.listed(
                by, "caseload", page.rows().stream().map(Caseloads.Row::personId).toList(), at);
        return new Page(page.rows(), page.next(Caseloads.Row::id));
    }

    /** Whether somebody works, or worked, in the actor's body. */
    boolean knows(Actor by, UUID operator) {
        return loads.knows(operator, by);
    }

    public List<Operators.Colleague> receivers(Actor by, UUID from) {
        return operators.colleagues(by).stream()
                .filter(each -> each.organisationId().equals(by.organisationId()))
                .filter(each -> !each.operatorId().equals(from))
                .toList();
    }

    /**
     * Entrusts cases of an operator to colleagues: all of them, or none if any cannot be.
     *
     * @param receivers by case
     * @return what is in the way of each case that cannot be entrusted; empty if all were
     */
    public Map<UUID, String> entrust(
            Actor by, Instant at, UUID from, Map<UUID, UUID> receivers, String why) {
        onlySocial(by);
        List<Operators.Colleague> colleagues = receivers(by, from);
        Map<UUID, String> refused = new LinkedHashMap<>();
        receivers.forEach((id, to) -> {
            Optional<CaseFile> file = files.visible(id, by);
            if (file.isEmpty() || !from.equals(file.get().caseManagerId())) {
                refused.put(id, "caseload.no-longer-theirs");
            } else if (!file.get().status().hasTeam()) {
                refused.put(id, "caseload.ended");
            } else if (!file.get().isLedBy(by)) {
                refused.put(id, "move.not-yours.lead");
            } else if (colleagues.stream().noneMatch(each -> each.operatorId().equals(to))) {
                refused.put(id, "caseload.receiver-gone");
            }
        });
        if (refused.isEmpty()) {
            receivers.forEach(
                    (id, to) -> entrust(by, at, id, from, colleague(colleagues, to), why));
        }
        return refused;
    }

    private static Operators.Colleague colleague(List<Operators.Colleague> all, UUID id) {
        return all.stream().filter(each -> each.operatorId().equals(id)).findFirst().orElseThrow();
    }

    private void entrust(
            Actor by, Instant at, UUID id, UUID from, Operators.Colleague to, String why) {
        CaseFile file = files.visible(id, by).orElseThrow(NotVisible::new);
        TeamMember.Seat seat = TeamService.seat(to, TeamService.USUAL, "");
        file.entrust(seat, by, at, to.name() + ". " + why);
        trail.changed(by, "ENTRUST", "casefile", id, List.of(file.personId()), at);
        tasks.pass(by, at, file.personId(), from, to.operatorId());
    }

    private static void onlySocial(Actor by) {
        if (by.role() != Role.SOCIAL_WORKER) {
            throw new NotVisible();
        }
    }

    /**
     * The loads of a body, and who waits for somebody.
     *
     * @param next where the page after of those who wait begins, or null on the last one
     */
    public record Board(
            List<Caseloads.Load> loads, List<Caseloads.Waiting> waiting, @Nullable Mark next) {}

    /**
     * A page of the cases of an operator.
     *
     * @param next after which case the next page begins, or null on the last one
     */
    public record Page(List<Caseloads.Row> rows, @Nullable UUID next) {}
}
