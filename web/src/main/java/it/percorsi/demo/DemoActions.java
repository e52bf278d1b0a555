package it.percorsi.demo;

import it.percorsi.access.Actor;
import it.percorsi.access.Operators;
import it.percorsi.access.Section;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.AppointmentMove;
import it.percorsi.agenda.Mediation;
import it.percorsi.agenda.Slot;
import it.percorsi.casefile.CaseFile;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.person.FiscalCode;
import it.percorsi.person.Gender;
import it.percorsi.person.Person;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import it.percorsi.plan.Plan;
import it.percorsi.plan.PlanMove;
import it.percorsi.plan.PlanService;
import it.percorsi.programme.EnrolmentService;
import it.percorsi.referral.ReferralMove;
import it.percorsi.referral.ReferralService;
import it.percorsi.referral.Referrals;
import it.percorsi.referral.SittingService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The verbs a demo file may use, each one a use case of the application. */
@Component
class DemoActions {

    private final PersonService people;
    private final CaseFileService cases;
    private final AgendaService agenda;
    private final ReferralService referring;
    private final Referrals referrals;
    private final SittingService sittings;
    private final PlanService plans;
    private final EnrolmentService enrolments;
    private final Network network;
    private final Operators operators;

    private final Map<String, UUID> persons = new HashMap<>();
    private final Map<String, UUID> caseFiles = new HashMap<>();
    private final Map<String, UUID> appointments = new HashMap<>();
    private final Map<String, UUID> referralIds = new HashMap<>();
    private final Map<String, UUID> sittingIds = new HashMap<>();
    private final Map<String, UUID> planIds = new HashMap<>();
    private LocalDate start = LocalDate.EPOCH;

    DemoActions(
            PersonService people,
            CaseFileService cases,
            AgendaService agenda,
            ReferralService referring,
            Referrals referrals,
            SittingService sittings,
            PlanService plans,
            EnrolmentService enrolments,
            Network network,
            Operators operators) {
        this.people = people;
        this.cases = cases;
        this.agenda = agenda;
        this.referring = referring;
        this.referrals = referrals;
        this.sittings = sittings;
        this.plans = plans;
        this.enrolments = enrolments;
        this.network = network;
        this.operators = operators;
    }

    void begin(LocalDate day) {
        start = day;
    }

    void perform(JsonNode action, Actor by, Instant at) {
        for (String verb : action.propertyNames()) {
            JsonNode what = action.path(verb);
            switch (verb) {
                case "day", "as" -> {}
                case "open" -> open(what, by, at);
                case "permit" ->
                        people.recordPermit(
                                by,
                                at,
                                person(what),
                                text(what, "kind"),
                                day(what, "expires"),
                                day(what, "receipt"));
                case "enrol" ->
                        enrolments.enrol(
                                by,
                                at,
                                person(what),
                                text(what, "programme"),
                                what.path("need").asBoolean());
                case "book" -> book(what, by, at);
                case "attend" -> attend(what, by, at);
                case "refer" -> refer(what, by, at);
                case "sitting" -> sitting(what, by, at);
                case "schedule" -> schedule(what, by, at);
                case "openSitting" -> openSitting(what, by, at);
                case "decide" ->
                        sittings.decide(
                                by,
                                at,
                                sittingOf(known(referralIds, text(what, "person")), by, at),
                                known(referralIds, text(what, "person")),
                                ReferralMove.valueOf(text(what, "decision")),
                                text(what, "reason"),
                                optional(what, "conditions"));
                case "closeSitting" ->
                        sittings.close(by, at, known(sittingIds, text(what, "sitting")));
                case "takeInCare" -> takeInCare(what, by, at);
                case "note" ->
                        cases.note(
                                by,
                                at,
                                caseOf(what),
                                Section.valueOf(text(what, "section")),
                                text(what, "body"));
                case "plan" -> plan(what, by, at);
                case "deliver" -> deliver(what, by, at);
                case "extend" -> {
                    String code = text(what, "programme");
                    LocalDate until = start.plusMonths(what.path("months").asInt());
                    enrolments.extend(by, at, code, until, text(what, "note"));
                }
                default -> throw new IllegalArgumentException("unknown verb " + verb);
            }
        }
    }

    private void open(JsonNode what, Actor by, Instant at) {
        String code = optional(what, "fiscalCode");
        String gender = optional(what, "gender");
        String notice = text(what, "notice");
        CaseFile file =
                cases.open(
                        by,
                        at,
                        new PersonService.Registration(
                                new Person.Identity(
                                        text(what, "familyName"),
                                        text(what, "givenName"),
                                        optional(what, "originalScript"),
                                        LocalDate.parse(text(what, "born")),
                                        gender == null ? null : Gender.valueOf(gender),
                                        optional(what, "bornIn"),
                                        text(what, "language")),
                                List.of(text(what, "citizenship")),
                                new PersonFile.Contact(
                                        optional(what, "phone"),
                                        null,
                                        null,
                                        optional(what, "municipality"),
                                        null),
                                code == null ? null : new FiscalCode(code),
                                network.notices().getFirst().version(),
                                notice));
        persons.put(text(what, "key"), file.personId());
        caseFiles.put(text(what, "key"), file.id());
    }

    private void book(JsonNode what, Actor by, Instant at) {
        UUID person = person(what);
        String service = text(what, "service");
        LocalDate from = start.plusDays(what.path("from").asInt());
        String without = optional(what, "without");
        List<Slot> slots =
                agenda.offer(by, at, person, service).slots().stream()
                        .filter(slot -> !slot.starts().toLocalDate().isBefore(from))
                        .toList();
        Slot slot = slots.stream().filter(Slot::mediated).findFirst().orElse(slots.getFirst());
        Appointment appointment =
                agenda.book(
                        by,
                        at,
                        person,
                        service,
                        slot.key(),
                        Appointment.Reason.valueOf(text(what, "reason")),
                        without == null ? Mediation.WITHOUT : Mediation.valueOf(without));
        appointments.put(text(what, "person"), appointment.id());
    }

    private void attend(JsonNode what, Actor by, Instant at) {
        for (JsonNode move : what.path("moves")) {
            UUID appointment = known(appointments, text(what, "person"));
            agenda.move(by, at, appointment, AppointmentMove.valueOf(move.asString()), null);
        }
    }

    private void refer(JsonNode what, Actor by, Instant at) {
        UUID panel = panel(text(what, "panel"));
        UUID referral =
                referring
                        .submit(
                                by,
                                at,
                                person(what),
                                panel,
                                texts(what.path("needs")),
                                text(what, "reason"),
                                text(what, "basis"))
                        .id();
        referralIds.put(text(what, "person"), referral);
    }

    /** The demo has one panel; its code names it in the file. */
    private UUID panel(String code) {
        return referrals.panels().stream()
                .findFirst()
                .map(Referrals.PanelRow::id)
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    private void sitting(JsonNode what, Actor by, Instant at) {
        LocalDate on = weekday(start.plusDays(what.path("on").asInt()));
        Instant planned = Rome.instant(on.atTime(LocalTime.parse(text(what, "time"))));
        UUID id =
                sittings.plan(by, at, panel(text(what, "panel")), planned, text(what, "place"))
                        .id();
        sittingIds.put(text(what, "key"), id);
    }

    private void schedule(JsonNode what, Actor by, Instant at) {
        UUID referral = known(referralIds, text(what, "person"));
        if (referring.look(by, at, referral).offers(ReferralMove.EXAMINE.name())) {
            referring.examine(by, at, referral);
        }
        referring.schedule(by, at, referral, known(sittingIds, text(what, "sitting")));
    }

    private UUID sittingOf(UUID referral, Actor by, Instant at) {
        return Objects.requireNonNull(referring.look(by, at, referral).referral().sittingId());
    }

    private void openSitting(JsonNode what, Actor by, Instant at) {
        UUID id = known(sittingIds, text(what, "sitting"));
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

    private void takeInCare(JsonNode what, Actor by, Instant at) {
        List<UUID> members = new ArrayList<>();
        texts(what.path("members")).forEach(name -> members.add(operator(name)));
        UUID manager = operator(text(what, "manager"));
        cases.takeInCare(by, at, caseOf(what), manager, members, optional(what, "decision"));
    }

    private void plan(JsonNode what, Actor by, Instant at) {
        Plan plan = plans.draw(by, at, caseOf(what), text(what, "words"), day(what, "review"));
        planIds.put(text(what, "person"), plan.id());
        for (JsonNode aim : what.path("objectives")) {
            plans.aim(
                    by,
                    at,
                    plan.id(),
                    new PlanService.Aim(
                            text(aim, "area"),
                            text(aim, "text"),
                            text(aim, "result"),
                            text(aim, "who"),
                            text(aim, "commitment"),
                            day(aim, "due"),
                            text(aim, "instrument"),
                            aim.path("hours").asInt(),
                            organisation(text(aim, "provider")),
                            text(aim, "fund")));
        }
        plans.move(by, at, plan.id(), PlanMove.PROPOSE, null);
        if (what.path("signed").asBoolean()) {
            plans.move(by, at, plan.id(), PlanMove.SIGN, null);
        }
    }

    private void deliver(JsonNode what, Actor by, Instant at) {
        UUID plan = known(planIds, text(what, "person"));
        UUID support = plans.look(by, at, plan).supports().get(what.path("objective").asInt()).id();
        LocalDate on = weekday(start.plusDays(what.path("on").asInt()));
        plans.deliver(
                by,
                at,
                plan,
                support,
                on.atTime(LocalTime.parse(text(what, "time"))),
                what.path("minutes").asInt(),
                text(what, "topic"));
    }

    private UUID organisation(String code) {
        return network.organisations().stream()
                .filter(organisation -> organisation.code().equals(code))
                .findFirst()
                .map(Network.OrganisationRow::id)
                .orElseThrow();
    }

    private UUID operator(String username) {
        return operators.login(username).map(Operators.Login::operatorId).orElseThrow();
    }

    private UUID person(JsonNode what) {
        return known(persons, text(what, "person"));
    }

    private UUID caseOf(JsonNode what) {
        return known(caseFiles, text(what, "person"));
    }

    private static UUID known(Map<String, UUID> things, String key) {
        return Objects.requireNonNull(things.get(key), () -> "nothing named " + key);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static @Nullable String optional(JsonNode node, String field) {
        String text = text(node, field);
        return text.isEmpty() ? null : text;
    }

    private @Nullable LocalDate day(JsonNode node, String field) {
        return node.has(field) ? start.plusDays(node.path(field).asInt()) : null;
    }

    /** The same day, or the Friday before a weekend. */
    private static LocalDate weekday(LocalDate day) {
        return day.minusDays(Math.max(0, day.getDayOfWeek().getValue() - 5));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asString()));
        return texts;
    }
}
