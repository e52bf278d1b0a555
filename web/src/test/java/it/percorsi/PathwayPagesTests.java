package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.access.EmergencyMove;
import it.percorsi.access.EmergencyStatus;
import it.percorsi.agenda.AppointmentMove;
import it.percorsi.agenda.AppointmentStatus;
import it.percorsi.agenda.WaitMove;
import it.percorsi.agenda.WaitStatus;
import it.percorsi.casefile.CaseFileMove;
import it.percorsi.casefile.CaseFileStatus;
import it.percorsi.casefile.MemberMove;
import it.percorsi.casefile.MemberStatus;
import it.percorsi.casefile.TransferMove;
import it.percorsi.casefile.TransferStatus;
import it.percorsi.citizen.RequestMove;
import it.percorsi.citizen.RequestStatus;
import it.percorsi.direct.DirectMove;
import it.percorsi.direct.DirectStatus;
import it.percorsi.mediation.MediationMove;
import it.percorsi.mediation.MediationStatus;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.Requirement;
import it.percorsi.pathway.Rule;
import it.percorsi.person.ConnectionMove;
import it.percorsi.person.ConnectionStatus;
import it.percorsi.plan.HoursMove;
import it.percorsi.plan.HoursStatus;
import it.percorsi.plan.PlanMove;
import it.percorsi.plan.PlanStatus;
import it.percorsi.procedure.ProcedureMove;
import it.percorsi.procedure.ProcedureStatus;
import it.percorsi.programme.EnrolmentMove;
import it.percorsi.programme.EnrolmentStatus;
import it.percorsi.reception.TicketMove;
import it.percorsi.reception.TicketStatus;
import it.percorsi.referral.ReferralMove;
import it.percorsi.referral.ReferralStatus;
import it.percorsi.referral.SittingMove;
import it.percorsi.referral.SittingStatus;
import it.percorsi.task.TaskMove;
import it.percorsi.task.TaskStatus;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables of the code are the pages of the documentation, and every word in them has its
 * Italian.
 */
class PathwayPagesTests {

    private static final Properties WORDS = words();

    record Pathway(String name, String prefix, Move<?, ?>[] moves, Enum<?>[] statuses) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Pathway> pathways() {
        return List.of(
                new Pathway(
                        "connection",
                        "connection",
                        ConnectionMove.values(),
                        ConnectionStatus.values()),
                new Pathway(
                        "emergency", "emergency", EmergencyMove.values(), EmergencyStatus.values()),
                new Pathway("referral", "referral", ReferralMove.values(), ReferralStatus.values()),
                new Pathway("direct", "direct", DirectMove.values(), DirectStatus.values()),
                new Pathway("sitting", "sitting", SittingMove.values(), SittingStatus.values()),
                new Pathway("casefile", "casefile", CaseFileMove.values(), CaseFileStatus.values()),
                new Pathway("team", "team", MemberMove.values(), MemberStatus.values()),
                new Pathway("transfer", "transfer", TransferMove.values(), TransferStatus.values()),
                new Pathway("plan", "plan", PlanMove.values(), PlanStatus.values()),
                new Pathway("hours", "hours", HoursMove.values(), HoursStatus.values()),
                new Pathway(
                        "appointment",
                        "appointment",
                        AppointmentMove.values(),
                        AppointmentStatus.values()),
                new Pathway("waiting", "waiting", WaitMove.values(), WaitStatus.values()),
                new Pathway(
                        "procedure", "procedure", ProcedureMove.values(), ProcedureStatus.values()),
                new Pathway("task", "task", TaskMove.values(), TaskStatus.values()),
                new Pathway("request", "request", RequestMove.values(), RequestStatus.values()),
                new Pathway(
                        "mediation", "mediation", MediationMove.values(), MediationStatus.values()),
                new Pathway("ticket", "ticket", TicketMove.values(), TicketStatus.values()),
                new Pathway(
                        "enrolment",
                        "enrolment",
                        EnrolmentMove.values(),
                        EnrolmentStatus.values()));
    }

    private static Properties words() {
        Properties words = new Properties();
        for (String file :
                List.of(
                        "site",
                        "access",
                        "network",
                        "person",
                        "task",
                        "procedure",
                        "agenda",
                        "waiting",
                        "referral",
                        "casefile",
                        "team",
                        "plan",
                        "hours",
                        "programme",
                        "citizen",
                        "reception",
                        "mediation",
                        "direct")) {
            try (InputStreamReader reader =
                    new InputStreamReader(
                            Objects.requireNonNull(
                                    PathwayPagesTests.class.getResourceAsStream(
                                            "/messages/" + file + ".properties")),
                            StandardCharsets.UTF_8)) {
                words.load(reader);
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }
        return words;
    }

    private static String word(String key) {
        String word = WORDS.getProperty(key);
        assertThat(word).as("message " + key).isNotBlank();
        return word.replace("''", "'");
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void aPathwaysPageIsItsTable(Pathway pathway) throws IOException {
        Path page = Path.of("../docs/pathways/" + pathway.name() + ".md");
        String written = page(pathway);
        if (Boolean.getBoolean("pathways.write") || !Files.exists(page)) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, written);
        }

        assertThat(Files.readString(page))
                .as("run the tests with -Dpathways.write=true")
                .isEqualTo(written);
    }

    private static String page(Pathway pathway) {
        List<String> lines = new ArrayList<>();
        lines.add("# Percorso: " + pathway.name());
        lines.add("");
        lines.add("Pagina generata dalla tabella del codice; un test fallisce se non corrisponde.");
        lines.add("");
        lines.add("| Passo | Da | A | Chi | Che cosa serve |");
        lines.add("|---|---|---|---|---|");
        for (Move<?, ?> move : pathway.moves()) {
            Rule<?, ?> rule = move.rule();
            List<String> needs =
                    new ArrayList<>(
                            rule.needs().stream()
                                    .map(Requirement::key)
                                    .map(PathwayPagesTests::word)
                                    .toList());
            if (rule.reasoned()) {
                needs.add(word("move.reason-missing"));
            }
            lines.add(
                    "| %s (`%s`) | %s | %s | %s | %s |"
                            .formatted(
                                    word(pathway.prefix() + ".move." + move.name()),
                                    move.name(),
                                    from(pathway, rule),
                                    status(pathway, rule.to()),
                                    word("move.not-yours." + rule.by().key()),
                                    needs.isEmpty() ? "niente" : String.join(" ", needs)));
        }
        lines.add("");
        lines.add("```mermaid");
        lines.add("stateDiagram-v2");
        for (Move<?, ?> move : pathway.moves()) {
            sorted(pathway, move.rule())
                    .forEach(from ->
                            lines.add(
                                    "    %s --> %s: %s"
                                            .formatted(from, move.rule().to(), move.name())));
        }
        lines.add("```");
        return String.join("\n", lines) + "\n";
    }

    private static Stream<?> sorted(Pathway pathway, Rule<?, ?> rule) {
        List<Enum<?>> order = Arrays.asList(pathway.statuses());
        return rule.from().stream().sorted(Comparator.comparing(order::indexOf));
    }

    private static String from(Pathway pathway, Rule<?, ?> rule) {
        return sorted(pathway, rule).map(s -> status(pathway, s)).collect(Collectors.joining(", "));
    }

    private static String status(Pathway pathway, Object status) {
        return "%s (`%s`)".formatted(word(pathway.prefix() + ".status." + status), status);
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void everyStatusAndMoveIsInTheGlossary(Pathway pathway) throws IOException {
        String glossary = Files.readString(Path.of("../docs/glossary.md"));

        Stream.concat(
                        Arrays.stream(pathway.statuses()),
                        Arrays.stream(pathway.moves()).map(m -> (Enum<?>) m))
                .forEach(constant -> {
                    assertThat(glossary).contains("`" + constant.name() + "`");
                    assertThat(glossary)
                            .contains("`" + constant.getDeclaringClass().getSimpleName() + "`");
                });
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void everyStepReadsWellInTheTimeline(Pathway pathway) {
        // A sitting has no person, a connection is not of a file its asker may see, an emergency is
        // reviewed by who sees no person, a ticket or a task may be nobody's, a mediation does not
        // say for whom, a request is of nobody known: no steps.
        if (!List.of("sitting", "connection", "emergency", "ticket", "request", "mediation", "task")
                .contains(pathway.name())) {
            for (Move<?, ?> move : pathway.moves()) {
                word("timeline." + pathway.name() + "." + move.name());
            }
        }
    }
}
