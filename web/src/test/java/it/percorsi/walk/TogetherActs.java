package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.Role;
import it.percorsi.meeting.MeetingService;
import it.percorsi.meeting.Meetings;
import it.percorsi.plan.PlanService;
import it.percorsi.plan.PlanTemplateService;
import it.percorsi.plan.PlanTemplates;
import it.percorsi.programme.Terms;
import it.percorsi.programme.TermsService;
import it.percorsi.referral.PlaceListService;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a team does together, and what a coordinator sets for all of them. */
final class TogetherActs {

    private static final String PROGRAMME = "TEAMS";
    private static final Set<Role> TEAM =
            Set.of(Role.SOCIAL_WORKER, Role.CPI_OPERATOR, Role.PLACEMENT);
    private static final Set<Role> COORDINATION = Set.of(Role.COORDINATOR);
    private static final Set<Role> WAITING = Set.of(Role.SOCIAL_WORKER, Role.PANEL_SECRETARY);
    private static final String WRITTEN = "closed_at is null and operator_id = :me";
    private static final String KEPT = "programme = 'TEAMS' and retired_at is null";

    private final WalkWorld world;
    private final MeetingService meetings;
    private final TaskService tasks;
    private final PlanTemplateService templates;
    private final PlanService plans;
    private final TermsService terms;
    private final PlaceListService waiting;

    TogetherActs(WalkWorld world) {
        this.world = world;
        meetings = world.bean(MeetingService.class);
        tasks = world.bean(TaskService.class);
        templates = world.bean(PlanTemplateService.class);
        plans = world.bean(PlanService.class);
        terms = world.bean(TermsService.class);
        waiting = world.bean(PlaceListService.class);
    }

    List<Act> all() {
        return List.of(
                act("begin a meeting", TEAM, this::begin),
                act("speak of a case", TEAM, this::discuss),
                act("speak of another case", TEAM, this::discuss),
                act("write who was there", TEAM, this::attend),
                act(
                        "close a meeting",
                        TEAM,
                        h -> meetings.close(h.who, h.at, h.any("team_meeting", WRITTEN))),
                act(
                        "read minutes",
                        TEAM,
                        h -> meetings.minutes(h.who, h.at, h.any("team_meeting", "true"))),
                act(
                        "write a plan to begin from",
                        COORDINATION,
                        h -> templates.write(h.who, h.at, PROGRAMME, "Modello " + h.upTo(40))),
                act("rename a plan to begin from", COORDINATION, this::rename),
                act(
                        "aim in a plan to begin from",
                        COORDINATION,
                        h ->
                                templates.aim(
                                        h.who,
                                        h.at,
                                        PROGRAMME,
                                        h.any("plan_template", KEPT),
                                        aim(h))),
                act("reword a plan to begin from", COORDINATION, this::reword),
                act("take an aim out of it", COORDINATION, this::takeOut),
                act(
                        "retire a plan to begin from",
                        COORDINATION,
                        h ->
                                templates.retire(
                                        h.who, h.at, PROGRAMME, h.any("plan_template", KEPT))),
                act(
                        "offer it again",
                        COORDINATION,
                        h ->
                                templates.restore(
                                        h.who,
                                        h.at,
                                        PROGRAMME,
                                        h.any("plan_template", "retired_at is not null"))),
                act("begin a plan from another", TEAM, this::draw),
                act("set the days of a programme", COORDINATION, this::days),
                act("set the places of an area", COORDINATION, this::places),
                act("look who waits for a place", WAITING, h -> waiting.look(h.who, h.at)));
    }

    private void begin(Hand h) {
        Set<UUID> cases =
                h.some("case_file", "status in ('IN_CARE', 'SUSPENDED') and " + Hand.OURS, "id");
        meetings.begin(h.who, h.at, cases.stream().sorted().limit(1 + h.upTo(3)).toList());
    }

    private void discuss(Hand h) {
        UUID item =
                h.any(
                        "meeting_item",
                        "meeting_id in (select t.id from team_meeting t where %s)"
                                .formatted(WRITTEN));
        UUID person = h.of("person_id", "meeting_item", "id = '%s'".formatted(item));
        List<TaskLine> decided =
                h.seldom()
                        ? List.of()
                        : List.of(
                                new TaskLine(
                                        h.one(tasks.assignees(h.who, person)),
                                        "Sentire la scuola",
                                        h.dayWithin(1, 9)));
        meetings.discuss(h.who, h.at, item, h.words().strip(), decided);
    }

    private void attend(Hand h) {
        UUID meeting = h.any("team_meeting", WRITTEN);
        List<UUID> there =
                meetings.minutes(h.who, h.at, meeting).attendants().stream()
                        .map(Meetings.Attendant::operatorId)
                        .filter(each -> !h.seldom())
                        .toList();
        UUID other = h.one(world.people()).operatorId();
        meetings.attend(
                h.who,
                h.at,
                meeting,
                h.seldom() ? List.of(other) : h.seldom() ? List.of() : there,
                h.seldom() ? "Una vicina" : "");
    }

    private static PlanTemplates.Objective aim(Hand h) {
        return new PlanTemplates.Objective(
                "WORK",
                "Un lavoro",
                "Un contratto",
                "La persona",
                "Cerca",
                h.one(null, 30),
                h.one("ORIENTATION", "SKILLS_ORIENTATION"),
                1 + h.upTo(11),
                null,
                h.one(null, "MUNICIPAL"));
    }

    private void rename(Hand h) {
        UUID template = h.any("plan_template", KEPT);
        templates.rename(
                h.who,
                h.at,
                PROGRAMME,
                template,
                "Modello " + h.upTo(40),
                h.seldom(),
                world.version(h, "plan_template", template));
    }

    private void reword(Hand h) {
        UUID template = h.any("plan_template", KEPT);
        UUID objective = objectiveOf(h, template);
        templates.reword(
                h.who,
                h.at,
                PROGRAMME,
                template,
                objective,
                aim(h),
                world.version(h, "plan_template_objective", objective));
    }

    private void takeOut(Hand h) {
        UUID template = h.any("plan_template", KEPT);
        templates.takeOut(h.who, h.at, PROGRAMME, template, objectiveOf(h, template));
    }

    private static UUID objectiveOf(Hand h, UUID template) {
        return h.any(
                "plan_template_objective",
                "template = (select p.code from plan_template p where p.id = '%s')"
                        .formatted(template));
    }

    private void draw(Hand h) {
        UUID template = h.any("plan_template", "retired_at is null");
        String code =
                world.truth.queryForObject(
                        "select code from plan_template where id = :id",
                        Map.of("id", template),
                        String.class);
        plans.draw(
                h.who,
                h.at,
                h.any("case_file", PlanActs.WITHOUT_A_PLAN),
                new PlanService.Outline(
                        "Voglio lavorare",
                        null,
                        null,
                        new PlanService.Start(
                                code == null ? "" : code, world.body(h), "FAMI_2014_2020")));
    }

    /** Only now and then days that leave out who is enrolled today. */
    private void days(Hand h) {
        Terms.Agreed now = terms.look(h.who, PROGRAMME).agreed();
        LocalDate first = h.seldom() ? h.today : LocalDate.of(2018, 10, 2).minusDays(h.upTo(9));
        LocalDate last = h.seldom() ? h.today.minusDays(1) : h.today.plusDays(100 + h.upTo(9));
        boolean longer = h.seldom();
        terms.set(
                h.who,
                h.at,
                PROGRAMME,
                new Terms.Agreed(
                        first,
                        last.isBefore(first) ? first : last,
                        longer ? h.today.plusDays(400) : null,
                        longer ? "Proroga" : null,
                        h.one(null, 1000),
                        h.one(null, 50),
                        h.seldom() ? now.version() - 1 : now.version()));
    }

    /** About as many as are taken, so that the last is wanted by several. */
    private void places(Hand h) {
        Terms.Area area = h.one(terms.look(h.who, PROGRAMME).areas());
        int total = Math.max(1, area.total() - 1 + h.upTo(4));
        Integer women = h.seldom() ? Integer.valueOf(h.upTo(total)) : null;
        terms.setPlaces(
                h.who,
                h.at,
                PROGRAMME,
                area.code(),
                new Terms.Places(
                        h.seldom() ? null : Integer.valueOf(total),
                        women,
                        h.seldom() ? area.version() - 1 : area.version()));
    }
}
