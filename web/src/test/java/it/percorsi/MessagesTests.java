package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.access.Basis;
import it.percorsi.access.EmergencyAccess;
import it.percorsi.access.LegalBases;
import it.percorsi.access.Purpose;
import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.AppointmentMove;
import it.percorsi.agenda.Mediation;
import it.percorsi.agenda.WaitMove;
import it.percorsi.agenda.WaitStatus;
import it.percorsi.agenda.Wishes;
import it.percorsi.assessment.Area;
import it.percorsi.assessment.Cefr;
import it.percorsi.assessment.Depth;
import it.percorsi.assessment.SkillKind;
import it.percorsi.assessment.SkillsComparison;
import it.percorsi.casefile.CaseOutcome;
import it.percorsi.casefile.MemberMove;
import it.percorsi.casefile.TeamKind;
import it.percorsi.casefile.TransferMove;
import it.percorsi.casefile.TransferStatus;
import it.percorsi.network.Desk;
import it.percorsi.network.DeskDay;
import it.percorsi.network.Organisation;
import it.percorsi.person.Alert;
import it.percorsi.person.Consent;
import it.percorsi.person.Gender;
import it.percorsi.person.Identifier;
import it.percorsi.person.Kinship;
import it.percorsi.person.PersonFile;
import it.percorsi.person.ResidencePermit;
import it.percorsi.plan.Absence;
import it.percorsi.plan.HoursMove;
import it.percorsi.plan.PlanMove;
import it.percorsi.procedure.ProcedureMove;
import it.percorsi.procedure.ProcedureStatus;
import it.percorsi.procedure.Procedures;
import it.percorsi.programme.Condition;
import it.percorsi.programme.Judgement;
import it.percorsi.reception.Contact;
import it.percorsi.reception.Rota;
import it.percorsi.reception.TicketStatus;
import it.percorsi.referral.Ballot;
import it.percorsi.referral.PanelKind;
import it.percorsi.referral.ReferralMove;
import it.percorsi.referral.Seat;
import it.percorsi.site.Door;
import it.percorsi.task.TaskMove;
import it.percorsi.task.TaskOrigin;
import it.percorsi.task.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody ever reads a key where a word should be. */
class MessagesTests {

    private static String all() throws IOException {
        StringBuilder text = new StringBuilder("\n");
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void everyConstantAPageCanShowHasItsWord() throws IOException {
        String messages = all();
        Map<String, Enum<?>[]> shown =
                Map.ofEntries(
                        Map.entry("role", Role.values()),
                        Map.entry("section", Section.values()),
                        Map.entry("panel-kind", PanelKind.values()),
                        Map.entry("seat", Seat.values()),
                        Map.entry("ballot", Ballot.values()),
                        Map.entry("basis", Basis.values()),
                        Map.entry("reason", Appointment.Reason.values()),
                        Map.entry("mediation", Mediation.values()),
                        Map.entry("wait.mediation", Mediation.values()),
                        Map.entry("wait.half", Wishes.Half.values()),
                        Map.entry("waiting.status", WaitStatus.values()),
                        Map.entry("team-kind", TeamKind.values()),
                        Map.entry("organisation.kind", Organisation.Kind.values()),
                        Map.entry("desk.kind", Desk.Kind.values()),
                        Map.entry("access", DeskDay.Access.values()),
                        Map.entry("gender", Gender.values()),
                        Map.entry("channel", PersonFile.Channel.values()),
                        Map.entry("identifier", Identifier.Kind.values()),
                        Map.entry("alert", Alert.Kind.values()),
                        Map.entry("alert.act", Alert.Kind.values()),
                        Map.entry("alert.name", Alert.Kind.values()),
                        Map.entry("kinship", Kinship.values()),
                        Map.entry("permit", ResidencePermit.Validity.values()),
                        Map.entry("cause", EmergencyAccess.Cause.values()),
                        Map.entry("grant.emergency", EmergencyAccess.Cause.values()),
                        Map.entry("purpose", Purpose.values()),
                        Map.entry("direction", LegalBases.Direction.values()),
                        Map.entry("legal-kind", LegalBases.Kind.values()),
                        Map.entry("signature", Consent.Signature.values()),
                        Map.entry("eligibility.kind", Condition.Kind.values()),
                        Map.entry("contact-topic", Contact.Topic.values()),
                        Map.entry("contact-channel", Contact.Channel.values()),
                        Map.entry("profile", Rota.Profile.values()),
                        Map.entry("case-outcome", CaseOutcome.values()),
                        Map.entry("transfer.status", TransferStatus.values()),
                        Map.entry("task.status", TaskStatus.values()),
                        Map.entry("task.origin", TaskOrigin.Kind.values()),
                        Map.entry("procedure.status", ProcedureStatus.values()),
                        Map.entry("procedure.act", ProcedureMove.values()),
                        Map.entry("procedure.whose", Procedures.Whose.values()),
                        Map.entry("ticket.status", TicketStatus.values()),
                        Map.entry("contact-outcome", Contact.Outcome.values()),
                        Map.entry("hours.absence", Absence.values()),
                        Map.entry("assessment.area", Area.values()),
                        Map.entry("assessment.ask", Area.values()),
                        Map.entry("assessment.depth", Depth.values()),
                        Map.entry("skills.kind", SkillKind.values()),
                        Map.entry("skills.add", SkillKind.values()),
                        Map.entry("skills.what", SkillKind.values()),
                        Map.entry("skills.evidence", SkillKind.values()),
                        Map.entry("skills.level", Cefr.values()),
                        Map.entry("skills.fate", SkillsComparison.Fate.values()),
                        Map.entry("skills.fates", SkillsComparison.Fate.values()),
                        Map.entry("answer", Judgement.Answer.values()));
        shown.forEach((prefix, constants) -> {
            for (Enum<?> constant : constants) {
                assertThat(messages).contains("\n" + prefix + "." + constant.name() + "=");
            }
        });
        for (Door door : Door.values()) {
            if (List.of(Role.values()).stream().anyMatch(door::opensTo)
                    && door.ordinal() < Door.PEOPLE.ordinal()) {
                assertThat(messages).contains("\ndoor." + door.name() + "=");
            }
        }
    }

    @Test
    void everyKeyInTheCodeHasItsSentence() throws IOException {
        String messages = all();
        Pattern key =
                Pattern.compile(
                        "(?:rejectValue\\(\"\\w+\", |reject\\(|needs\\(|List\\.of\\(|\\.when\\([^;\"]*,|IllegalArgumentException\\()\\s*\"([a-z-]+\\.[a-z.-]*[a-z])\"[,)]");
        int found = 0;
        for (String module : List.of("../core", ".")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher used =
                            key.matcher(Files.readString(file).replaceAll("\\s*\\n\\s*", ""));
                    while (used.find()) {
                        found++;
                        assertThat(messages)
                                .as(file.toString())
                                .contains("\n" + used.group(1) + "=");
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(30);
    }

    @Test
    void everyJudgementOfARuleHasItsSentence() throws IOException {
        String messages = all();
        Pattern key = Pattern.compile("(?:met|warning|toAsk|missing|notMet)\\(\\s*\"([a-z.-]+)\"");
        int found = 0;
        try (Stream<Path> files =
                Files.list(Path.of("../core/src/main/java/it/percorsi/programme"))) {
            for (Path file : files.toList()) {
                Matcher used = key.matcher(Files.readString(file));
                while (used.find()) {
                    found++;
                    assertThat(messages).contains("\neligibility." + used.group(1) + "=");
                }
            }
        }
        assertThat(found).isGreaterThan(30);
    }

    /** A person may ask for the list of who looked: what they did is said in words. */
    @Test
    void everythingTheTrailSaysHasItsWord() throws IOException {
        String messages = all();
        Pattern said =
                Pattern.compile(
                        "trail\\.(?:changed|looked|listed)\\( ?\\w+, ?\"([\\w-]+)\"(?:, ?\"([a-z-]+)\")?"
                                + "|people\\.look\\([^\"]*?, ?\"([a-z-]+)\"\\)"
                                + "|listed\\( ?by, ?at, ?\"([a-z-]+)\"");
        Set<String> words = new TreeSet<>(Set.of("LOOK", "LIST", "EMERGENCY", "ENABLE", "DISABLE"));
        Stream.of(
                        AppointmentMove.values(),
                        WaitMove.values(),
                        PlanMove.values(),
                        HoursMove.values(),
                        ReferralMove.values(),
                        TaskMove.values(),
                        MemberMove.values(),
                        TransferMove.values(),
                        ProcedureMove.values())
                .flatMap(Arrays::stream)
                .forEach(move -> words.add(move.toString()));
        for (String module : List.of("../core", ".")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher row = said.matcher(Files.readString(file).replaceAll("\\s+", " "));
                    while (row.find()) {
                        for (int group = 1; group <= row.groupCount(); group++) {
                            if (row.group(group) != null) {
                                words.add(row.group(group));
                            }
                        }
                    }
                }
            }
        }
        assertThat(words).hasSizeGreaterThan(90);
        words.forEach(word -> assertThat(messages).contains("\ntrail." + word + "="));
    }
}
