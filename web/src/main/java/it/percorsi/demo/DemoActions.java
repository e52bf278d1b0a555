package it.percorsi.demo;

import static it.percorsi.demo.DemoNames.known;
import static it.percorsi.demo.DemoNames.optional;
import static it.percorsi.demo.DemoNames.text;

import it.percorsi.access.Actor;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.AppointmentMove;
import it.percorsi.agenda.Mediation;
import it.percorsi.agenda.Slot;
import it.percorsi.casefile.CaseFile;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.network.Notices;
import it.percorsi.pathway.Rome;
import it.percorsi.person.Birth;
import it.percorsi.person.Gender;
import it.percorsi.person.Identifier;
import it.percorsi.person.Person;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import it.percorsi.programme.EnrolmentService;
import it.percorsi.programme.ProgrammeService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The verbs a demo file may use, each one a use case of the application. */
@Component
class DemoActions {

    private final PersonService people;
    private final CaseFileService cases;
    private final AgendaService agenda;
    private final EnrolmentService enrolments;
    private final ProgrammeService programmes;
    private final Notices notices;
    private final DemoCareActions care;
    private final DemoProcedureActions procedures;
    private final DemoAssessmentActions assessments;
    private final DemoNames names;

    DemoActions(
            PersonService people,
            CaseFileService cases,
            AgendaService agenda,
            EnrolmentService enrolments,
            ProgrammeService programmes,
            Notices notices,
            DemoCareActions care,
            DemoProcedureActions procedures,
            DemoAssessmentActions assessments,
            DemoNames names) {
        this.people = people;
        this.cases = cases;
        this.agenda = agenda;
        this.enrolments = enrolments;
        this.programmes = programmes;
        this.notices = notices;
        this.care = care;
        this.procedures = procedures;
        this.assessments = assessments;
        this.names = names;
    }

    void begin(LocalDate day) {
        names.start = day;
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
                                names.person(what),
                                text(what, "kind"),
                                optional(what, "number"),
                                names.day(what, "expires"),
                                names.day(what, "receipt"));
                case "enrol" ->
                        enrolments.enrol(
                                by,
                                at,
                                names.person(what),
                                text(what, "programme"),
                                what.path("need").asBoolean(),
                                optional(what, "reason"),
                                optional(what, "turn"));
                case "book" -> book(what, by, at);
                case "procedure" -> procedures.prepare(what, by, at);
                case "step" -> procedures.step(what, by, at);
                case "assess" -> assessments.assess(what, by, at);
                case "area" -> assessments.area(what, by, at);
                case "sign" -> assessments.sign(what, by, at);
                case "skills" -> assessments.skills(what, by, at);
                case "attend" -> attend(what, by, at);
                case "extend" -> {
                    String code = text(what, "programme");
                    LocalDate until = names.start.plusMonths(what.path("months").asInt());
                    programmes.extend(by, at, code, until, text(what, "note"));
                }
                default -> care.perform(verb, what, by, at);
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
                                        Birth.on(LocalDate.parse(text(what, "born"))),
                                        gender == null ? null : Gender.valueOf(gender),
                                        optional(what, "bornIn"),
                                        text(what, "language")),
                                List.of(text(what, "citizenship")),
                                new PersonFile.Contact(
                                        optional(what, "phone"),
                                        null,
                                        null,
                                        optional(what, "municipality"),
                                        null,
                                        null),
                                code == null ? null : Identifier.read(code),
                                notices.inForce(Rome.day(at)).getFirst().version(),
                                notice));
        names.persons.put(text(what, "key"), file.personId());
        names.caseFiles.put(text(what, "key"), file.id());
    }

    private void book(JsonNode what, Actor by, Instant at) {
        UUID person = names.person(what);
        String service = text(what, "service");
        LocalDate from = names.start.plusDays(what.path("from").asInt());
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
        names.appointments.put(text(what, "person"), appointment.id());
    }

    private void attend(JsonNode what, Actor by, Instant at) {
        for (JsonNode move : what.path("moves")) {
            UUID appointment = known(names.appointments, text(what, "person"));
            agenda.move(by, at, appointment, AppointmentMove.valueOf(move.asString()), null);
        }
    }
}
