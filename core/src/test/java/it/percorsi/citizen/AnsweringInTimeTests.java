package it.percorsi.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.network.Week;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Until when a request holds its time: the desk has the next working day to answer. */
class AnsweringInTimeTests {

    private static final Week PRATO =
            new Week(
                    "G999",
                    List.of(),
                    Map.of(LocalDate.of(2026, 12, 8), "Immacolata Concezione"),
                    List.of());

    private static final Instant FAR = instant("2027-01-20T09:00");

    private static Instant instant(String time) {
        return Rome.instant(LocalDateTime.parse(time));
    }

    @Test
    void theNextDayToItsEnd() {
        assertThat(AskingService.expiry(instant("2026-12-01T23:59"), PRATO, FAR))
                .isEqualTo(instant("2026-12-03T00:00"));
    }

    @Test
    void afterAFridayItIsMondayAndAfterAClosedDayTheNextOne() {
        assertThat(AskingService.expiry(instant("2026-12-04T10:00"), PRATO, FAR))
                .isEqualTo(instant("2026-12-08T00:00"));
        assertThat(AskingService.expiry(instant("2026-12-07T10:00"), PRATO, FAR))
                .isEqualTo(instant("2026-12-10T00:00"));
    }

    @Test
    void neverAfterTheTimeItself() {
        Instant starts = instant("2026-12-02T11:00");

        assertThat(AskingService.expiry(instant("2026-12-01T10:00"), PRATO, starts))
                .isEqualTo(starts);
    }
}
