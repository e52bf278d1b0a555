package it.percorsi.network;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.network.DeskDay.Band;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursAsTypedTests {

    private static final List<Band> TWICE =
            List.of(
                    new Band(LocalTime.of(9, 0), LocalTime.of(13, 0)),
                    new Band(LocalTime.of(15, 0), LocalTime.of(17, 30)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9-13 15-17.30",
                "9.00-13.00, 15.00-17.30",
                "09:00-13:00; 15:00-17:30",
                "15-17:30 e 9-13",
                "  9 - 13   15 \u2013 17.30 "
            })
    void areReadInTheWaysTheyAreTyped(String typed) {
        assertThat(Bands.read(typed)).contains(TWICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9",
                "13-9",
                "9-13 12-15",
                "25-26",
                "9-13x",
                "9-13,,15-17",
                "mattina",
                "9-9"
            })
    void whatMakesNoSenseIsNotGuessed(String typed) {
        assertThat(Bands.read(typed)).isEmpty();
    }

    @Test
    void comeBackAsTheyAreTyped() {
        assertThat(Bands.typed(TWICE)).isEqualTo("9-13 15-17.30");
        assertThat(Bands.read("")).contains(List.of());
        assertThat(Bands.typed(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libero 9-13 15-17.30",
                "appuntamento",
                "appuntamento 9-13",
                "aperto 8.30-12",
                "chiuso",
                ""
            })
    void ofADeskSayHowItIsReached(String typed) {
        assertThat(Bands.ofDesk(typed).map(Bands::typed)).contains(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"libero", "aperto", "chiuso 9-13", "9-13", "libero domani"})
    void ofADeskAreNotGuessedEither(String typed) {
        assertThat(Bands.ofDesk(typed)).isEmpty();
    }
}
