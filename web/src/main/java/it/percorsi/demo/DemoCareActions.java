package it.percorsi.demo;

import static it.percorsi.demo.DemoNames.known;
import static it.percorsi.demo.DemoNames.optional;
import static it.percorsi.demo.DemoNames.text;
import static it.percorsi.demo.DemoNames.texts;
import static it.percorsi.demo.DemoNames.weekday;

import it.percorsi.access.Actor;
import it.percorsi.access.Operators;
import it.percorsi.access.Section;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.casefile.CaseOutcome;
import it.percorsi.casefile.Closing;
import it.percorsi.casefile.DiaryService;
import it.percorsi.casefile.TeamService;
import it.percorsi.pathway.Rome;
import it.percorsi.referral.Content;
import it.percorsi.referral.Decision;
import it.percorsi.referral.ReferralMove;
import it.percorsi.referral.ReferralService;
import it.percorsi.referral.Referrals;
import it.percorsi.referral.SittingService;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskOrigin;
import it.percorsi.task.TaskService;
import it.percorsi.task.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The verbs of the second level: referring, deciding, taking in care, planning, delivering. */
@Component
class DemoCareActions {

    private final ReferralService referring;
    private final Referrals referrals;
    private final SittingService sittings;
    private final CaseFileService cases;
    private final TeamService teams;
    private final TaskService tasks;
    private final DiaryService diary;
    private final DemoPlanActions drawing;
    private final DemoHourActions hours;
    private final DemoSharedActions shared;
    private final Operators operators;
    private final DemoNames names;

    DemoCareActions(
            ReferralService referring,
            Referrals referrals,
            SittingService sittings,
            CaseFileService cases,
            TeamService teams,
            TaskService tasks,
            DiaryService diary,
            DemoPlanActions drawing,
            DemoHourActions hours,
            DemoSharedActions shared,
            Operators operators,
            DemoNames names) {
        this.referring = referring;
        this.referrals = referrals;
        this.sittings = sittings;
        this.cases = cases;
        this.teams = teams;
        this.tasks = tasks;
        this.diary = diary;
        this.drawing = drawing;
        this.hours = hours;
        this.shared = shared;
        this.operators = operators;
        this.names = names;
    }

    void perform(String verb, JsonNode what, Actor by, Instant at) {
        switch (verb) {
            case "refer" -> refer(what, by, at);
            case "sitting" -> sitting(what, by, at);
            case "schedule" -> schedule(what, by, at);
            case "openSitting" -> openSitting(what, by, at);
            case "decide" ->
                    sittings.decide(
                            by,
                            at,
                            sittingOf(known(names.referrals, text(what, "person")), by, at),
                            known(names.referrals, text(what, "person")),
                            new Decision(
                                    ReferralMove.valueOf(text(what, "decision")),
                                    text(what, "reason"),
                                    optional(what, "conditions")));
            case "closeSitting" ->
                    sittings.close(by, at, known(names.sittings, text(what, "sitting")));
            case "read" ->
                    referring.acknowledge(by, at, known(names.referrals, text(what, "person")));
            case "takeInCare" -> takeInCare(what, by, at);
            case "closeCase" ->
                    cases.close(
                            by,
                            at,
                            cases.ofPerson(by, names.person(what)),
                            new Closing(
                                    CaseOutcome.valueOf(text(what, "outcome")),
                                    what.path("exits").asBoolean(),
                                    text(what, "words"),
                                    false,
                                    text(what, "review"),
                                    names.day(what, "followUp")));
            case "join" ->
                    teams.invitations(by).forEach(to -> teams.answer(by, at, to.id(), true, null));
            case "note" ->
                    diary.note(
                            by,
                            at,
                            names.person(what),
                            Section.valueOf(text(what, "section")),
                            text(what, "body"));
            case "task" -> task(what, by, at);
            case "plan" -> drawing.plan(what, by, at);
            case "sendOn", "answer", "gather", "convene" -> shared.perform(verb, what, by, at);
            default -> hours.perform(verb, what, by, at);
        }
    }

    private void refer(JsonNode what, Actor by, Instant at) {
        UUID panel = panel(text(what, "panel"));
        UUID referral =
                referring
                        .submit(
                                by,
                                at,
                                names.person(what),
                                panel,
                                new Content(
                                        texts(what.path("needs")),
                                        text(what, "reason"),
                                        text(what, "basis"),
                                        what.path("urgent").asText(null)),
                                Set.of(),
                                null)
                        .id();
        names.referrals.put(text(what, "person"), referral);
    }

    /** The demo has one panel; its code names it in the file. */
    private UUID panel(String code) {
        return referrals.panels().stream()
                .findFirst()
                .map(Referrals.PanelRow::id)
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    private void sitting(JsonNode what, Actor by, Instant at) {
        LocalDate on = weekday(names.start.plusDays(what.path("on").asInt()));
        Instant planned = Rome.instant(on.atTime(LocalTime.parse(text(what, "time"))));
        UUID id =
                sittings.plan(by, at, panel(text(what, "panel")), planned, text(what, "place"))
                        .id();
        names.sittings.put(text(what, "key"), id);
    }

    private void schedule(JsonNode what, Actor by, Instant at) {
        UUID referral = known(names.referrals, text(what, "person"));
        if (referring.look(by, at, referral).offers(ReferralMove.EXAMINE.name())) {
            referring.examine(by, at, referral);
        }
        referring.schedule(by, at, referral, known(names.sittings, text(what, "sitting")));
    }

    private UUID sittingOf(UUID referral, Actor by, Instant at) {
        return Objects.requireNonNull(referring.look(by, at, referral).referral().sittingId());
    }

    private void openSitting(JsonNode what, Actor by, Instant at) {
        UUID id = known(names.sittings, text(what, "sitting"));
        List<String> names = texts(what.path("present"));
        sittings.open(
                by,
                at,
                id,
                sittings.look(by, at, id).members().stream()
                        .filter(member -> names.contains(member.name()))
                        .map(Referrals.MemberRow::id)
                        .collect(Collectors.toSet()));
    }

    /** Something the operator has to do, about a person. */
    private void task(JsonNode what, Actor by, Instant at) {
        UUID person = names.person(what);
        LocalDate due = Objects.requireNonNull(names.day(what, "due"));
        Tasks.Assignee self =
                new Tasks.Assignee(
                        by.operatorId(),
                        by.operatorName(),
                        by.organisationId(),
                        by.organisationName());
        tasks.ask(
                by,
                at,
                person,
                tasks.usualSection(by, person),
                TaskOrigin.BY_HAND,
                List.of(new TaskLine(self, text(what, "what"), due)));
    }

    private void takeInCare(JsonNode what, Actor by, Instant at) {
        List<UUID> members = new ArrayList<>();
        texts(what.path("members")).forEach(name -> members.add(operator(name)));
        UUID manager = operator(text(what, "manager"));
        UUID file = names.caseOf(what);
        cases.takeInCare(by, at, file, manager, members, optional(what, "decision"), List.of());
    }

    private UUID operator(String username) {
        return operators.login(username).map(Operators.Login::operatorId).orElseThrow();
    }
}
