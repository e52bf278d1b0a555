package it.percorsi.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingADayTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12/3/1990",
                "12.3.90",
                "12-03-1990",
                "12031990",
                "120390",
                "12 marzo 1990",
                "1990-03-12",
                " 12 3 1990 "
            })
    void takesADayAsPeopleTypeIt(String typed) {
        assertThat(DayReader.birth(typed, TODAY)).contains(LocalDate.of(1990, 3, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/1990",
                "29/2/1991",
                "0/1/1990",
                "12/13/1990",
                "domani",
                "",
                "12/3",
                "99999999",
                "12 brumaio 1990"
            })
    void refusesWhatIsNoDay(String typed) {
        assertThat(DayReader.birth(typed, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2/3/27", "2/3/30"})
    void neverPutsABirthInTheFutureForWantOfACentury(String typed) {
        assertThat(DayReader.birth(typed, TODAY).orElseThrow().getYear()).isLessThan(2000);
    }
}
