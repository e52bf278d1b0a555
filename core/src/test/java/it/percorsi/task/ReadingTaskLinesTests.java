package it.percorsi.task;

import static it.percorsi.access.Cast.COMUNE_PRATO;
import static it.percorsi.access.Cast.CPI_PRATO;
import static it.percorsi.access.Cast.actor;
import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTaskLinesTests {

    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Actor me = actor(COMUNE_PRATO, Role.SOCIAL_WORKER);
    private final Tasks.Assignee self =
            new Tasks.Assignee(me.operatorId(), "Elena Cecchi", COMUNE_PRATO, "Comune di Prato");
    private final Tasks.Assignee andrea =
            new Tasks.Assignee(Ids.next(), "Andrea Sanesi", CPI_PRATO, "CPI di Prato");
    private final Tasks.Assignee cpi = new Tasks.Assignee(null, null, CPI_PRATO, "CPI di Prato");
    private final List<Tasks.Assignee> all =
            List.of(
                    self,
                    new Tasks.Assignee(Ids.next(), "Elena Neri", COMUNE_PRATO, "Comune di Prato"),
                    andrea,
                    cpi);

    private TaskLines read(String typed) {
        return TaskLines.read(typed, all, me, TODAY);
    }

    @Test
    void aLineSaysWhoWhatAndByWhen() {
        TaskLines lines =
                read(
                        "- io: sentire la scuola: serve il modulo entro venerdì\n\nandrea: cv entro 12/3");

        assertThat(lines.mistakes()).isEmpty();
        assertThat(lines.lines())
                .containsExactly(
                        new TaskLine(
                                self,
                                "sentire la scuola: serve il modulo",
                                LocalDate.of(2026, 3, 6)),
                        new TaskLine(andrea, "cv", LocalDate.of(2026, 3, 12)));
    }

    @Test
    void aBodyCanBeNamed() {
        assertThat(read("CPI: proporre un corso entro domani").lines())
                .containsExactly(new TaskLine(cpi, "proporre un corso", TODAY.plusDays(1)));
    }

    @Test
    void oneNamedByTheFullNameIsNotAnother() {
        assertThat(read("Elena Cecchi: x entro oggi").lines()).hasSize(1);
        assertThat(read("cecchi: x entro oggi").lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "chiamare la scuola entro venerdì, no-who",
        "io: chiamare la scuola, no-day",
        "io entro domani: chiamare la scuola, no-day",
        "mario: chiamare la scuola entro venerdì, nobody",
        "elena: chiamare la scuola entro venerdì, several",
        "io:  entro venerdì, nothing",
        "io: chiamare la scuola entro Natale, day-unreadable",
        "io: chiamare la scuola entro 31/2, day-unreadable",
        "io: chiamare la scuola entro 1/3/2026, day-past"
    })
    void aLineThatCannotBeReadSaysWhy(String line, String key) {
        TaskLines lines = read("io: x entro oggi\n" + line);

        assertThat(lines.mistakes())
                .containsExactly(new TaskLines.Mistake(2, line, "task.line." + key));
    }

    @ParameterizedTest
    @CsvSource({
        "oggi, 2026-03-02",
        "lunedì, 2026-03-09",
        "dom., 2026-03-08",
        "il 12/3, 2026-03-12",
        "1/3, 2027-03-01",
        "due settimane, 2026-03-16",
        "tra 10 giorni, 2026-03-12",
        "un mese, 2026-04-02",
        "fine mese, 2026-03-31",
        "12 marzo 2026, 2026-03-12",
        "l'8/4/26, 2026-04-08"
    })
    void aDayIsReadAsPeopleSayIt(String typed, LocalDate day) {
        assertThat(read("io: x entro " + typed).lines())
                .extracting(TaskLine::due)
                .containsExactly(day);
    }
}
