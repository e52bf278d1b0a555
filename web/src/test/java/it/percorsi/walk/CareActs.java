package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.casefile.CaseOutcome;
import it.percorsi.casefile.CaseloadService;
import it.percorsi.casefile.Closing;
import it.percorsi.casefile.DiaryService;
import it.percorsi.casefile.FollowUp;
import it.percorsi.casefile.FollowUpService;
import it.percorsi.casefile.MemberMove;
import it.percorsi.casefile.TeamService;
import it.percorsi.casefile.TransferMove;
import it.percorsi.casefile.TransferService;
import it.percorsi.pathway.Rome;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskMove;
import it.percorsi.task.TaskOrigin;
import it.percorsi.task.TaskService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is done to a case by those who lead it, and by its team. */
final class CareActs {

    private static final Set<Role> SOCIAL = Set.of(Role.SOCIAL_WORKER);
    private static final Set<Role> TEAM =
            Set.of(Role.SOCIAL_WORKER, Role.CPI_OPERATOR, Role.PLACEMENT);
    private static final String LED = "organisation_id = :body";
    private static final String MANAGED = "case_manager_id = :me";
    private static final String MINE = "operator_id = :me";

    private final WalkWorld world;
    private final CaseFileService cases;
    private final FollowUpService followUps;
    private final TeamService teams;
    private final TransferService transfers;
    private final CaseloadService loads;
    private final TaskService tasks;
    private final DiaryService diary;

    CareActs(WalkWorld world) {
        this.world = world;
        cases = world.bean(CaseFileService.class);
        followUps = world.bean(FollowUpService.class);
        teams = world.bean(TeamService.class);
        transfers = world.bean(TransferService.class);
        loads = world.bean(CaseloadService.class);
        tasks = world.bean(TaskService.class);
        diary = world.bean(DiaryService.class);
    }

    List<Act> all() {
        return List.of(
                act("take in care", SOCIAL, this::takeInCare),
                act(
                        "suspend",
                        SOCIAL,
                        h ->
                                cases.suspend(
                                        h.who,
                                        h.at,
                                        h.on("casefile", "SUSPEND", MANAGED),
                                        h.dayWithin(3, 30),
                                        h.why())),
                act(
                        "resume",
                        SOCIAL,
                        h -> cases.resume(h.who, h.at, h.on("casefile", "RESUME", MANAGED))),
                act(
                        "close a case",
                        SOCIAL,
                        h ->
                                cases.close(
                                        h.who,
                                        h.at,
                                        h.on("casefile", "CLOSE", LED),
                                        new Closing(
                                                h.one(CaseOutcome.values()),
                                                h.seldom(),
                                                h.why(),
                                                h.seldom(),
                                                h.words(),
                                                h.seldom() ? null : h.dayWithin(-1, 200)))),
                act(
                        "follow up",
                        Set.of(Role.SOCIAL_WORKER, Role.DESK),
                        h ->
                                followUps.make(
                                        h.who,
                                        h.at,
                                        h.on("casefile", "FOLLOW_UP", LED),
                                        new FollowUp.Found(
                                                Rome.day(h.at),
                                                h.one(FollowUp.Situation.values()),
                                                h.seldom() ? null : h.seldom(),
                                                h.words(),
                                                h.seldom() ? null : h.dayWithin(-1, 200)))),
                act(
                        "reopen a case",
                        SOCIAL,
                        h -> cases.reopen(h.who, h.at, h.on("casefile", "REOPEN", LED), h.why())),
                act(
                        "invite",
                        SOCIAL,
                        h ->
                                teams.invite(
                                        h.who,
                                        h.at,
                                        h.any("case_file", LED + " and status = 'IN_CARE'"),
                                        colleague(h),
                                        Set.of(Section.CONTACTS, Section.LABOUR),
                                        h.words())),
                act("accept an invitation", TEAM, h -> team(h, MemberMove.ACCEPT, MINE)),
                act("refuse an invitation", TEAM, h -> team(h, MemberMove.REFUSE, MINE)),
                act(
                        "take an invitation back",
                        SOCIAL,
                        h -> team(h, MemberMove.WITHDRAW, "asked_for_id = :body")),
                act(
                        "change what a member sees",
                        SOCIAL,
                        h ->
                                teams.see(
                                        h.who,
                                        h.at,
                                        h.on("team", "SEE", "asked_for_id = :body"),
                                        h.seldom()
                                                ? Set.of()
                                                : Set.of(Section.AGENDA, Section.LABOUR),
                                        h.why())),
                act("leave a team", TEAM, h -> team(h, MemberMove.LEAVE, MINE)),
                act(
                        "make leave a team",
                        SOCIAL,
                        h -> team(h, MemberMove.LEAVE, "asked_for_id = :body")),
                act("entrust to a colleague", SOCIAL, this::entrust),
                act(
                        "ask another body to lead",
                        SOCIAL,
                        h ->
                                transfers.ask(
                                        h.who,
                                        h.at,
                                        h.any("case_file", LED + " and status <> 'CLOSED'"),
                                        world.body(h),
                                        h.words())),
                act(
                        "take a case over",
                        SOCIAL,
                        h -> transfer(h, TransferMove.ACCEPT, "to_organisation_id = :body")),
                act(
                        "refuse a case",
                        SOCIAL,
                        h -> transfer(h, TransferMove.REFUSE, "to_organisation_id = :body")),
                act("ask no more to lead", SOCIAL, h -> transfer(h, TransferMove.WITHDRAW, LED)),
                act("give something to do", TEAM, this::give),
                act("do a task", TEAM, h -> task(h, TaskMove.FINISH)),
                act("do another task", TEAM, h -> task(h, TaskMove.FINISH)),
                act("let a task go", TEAM, h -> task(h, TaskMove.LET_GO)),
                act("take a task up again", TEAM, h -> task(h, TaskMove.TAKE_UP)),
                act(
                        "write a note",
                        TEAM,
                        h ->
                                diary.note(
                                        h.who,
                                        h.at,
                                        h.of("person_id", "case_file", "true"),
                                        h.one(Section.SOCIAL, Section.LABOUR),
                                        "Prova")));
    }

    private void takeInCare(Hand h) {
        UUID file = h.on("casefile", "TAKE_IN_CARE", LED);
        UUID manager = h.seldom() ? colleague(h) : h.who.operatorId();
        List<UUID> members = h.seldom() ? List.of() : List.of(h.who.operatorId(), colleague(h));
        cases.takeInCare(
                h.who,
                h.at,
                file,
                manager,
                members,
                h.why(),
                tasks(h, h.of("person_id", "case_file", "id = '%s'".formatted(file))));
    }

    private void entrust(Hand h) {
        UUID file = h.any("case_file", MANAGED);
        world.refuse(
                loads.entrust(
                                h.who,
                                h.at,
                                h.of(
                                        "case_manager_id",
                                        "case_file",
                                        "case_manager_id is not null and id = '%s'"
                                                .formatted(file)),
                                Map.of(file, colleague(h)),
                                h.words())
                        .values());
    }

    private void give(Hand h) {
        UUID person = h.of("person_id", "case_file", "status <> 'CLOSED' and " + Hand.OURS);
        Section section = h.seldom() ? Section.SOCIAL : tasks.usualSection(h.who, person);
        tasks.ask(h.who, h.at, person, section, TaskOrigin.BY_HAND, tasks(h, person));
    }

    private List<TaskLine> tasks(Hand h, UUID person) {
        return h.seldom()
                ? List.of()
                : List.of(
                        new TaskLine(
                                h.one(tasks.assignees(h.who, person)),
                                "Telefonare",
                                h.dayWithin(1, 9)));
    }

    private void team(Hand h, MemberMove move, String whose) {
        teams.move(h.who, h.at, h.on("team", move.name(), whose), move, h.why());
    }

    private void transfer(Hand h, TransferMove move, String whose) {
        transfers.move(h.who, h.at, h.on("transfer", move.name(), whose), move, h.why());
    }

    private void task(Hand h, TaskMove move) {
        tasks.move(h.who, h.at, h.on("task", move.name()), move, h.why());
    }

    private UUID colleague(Hand h) {
        return h.one(world.people()).operatorId();
    }
}
