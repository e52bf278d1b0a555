package it.percorsi.network;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.network.DeskDay.Access;
import it.percorsi.network.DeskDay.Band;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ADeskOnADayTests {

    private static final List<Holiday> HOLIDAYS =
            List.of(
                    new Holiday("Lunedì dell'Angelo", null, 1, null, null, null),
                    new Holiday("San Francesco", MonthDay.of(10, 4), null, 2026, null, null),
                    new Holiday("San Jacopo", MonthDay.of(7, 25), null, null, null, "G713"),
                    new Holiday("San Paolino", MonthDay.of(7, 12), null, null, null, "E715"));

    private static final Week PISTOIA =
            new Week(
                    "G713",
                    List.of(
                            hours(DayOfWeek.THURSDAY, Access.OPEN, band("08:30", "14:30")),
                            hours(DayOfWeek.WEDNESDAY, Access.CLOSED, null)),
                    Map.of(LocalDate.of(2026, 3, 5), "Assemblea del personale"),
                    HOLIDAYS);
    private static final Week PRATO =
            new Week(
                    "G999",
                    List.of(
                            hours(DayOfWeek.MONDAY, Access.FREE, band("15:00", "17:00")),
                            hours(DayOfWeek.MONDAY, Access.FREE, band("09:00", "13:00")),
                            hours(DayOfWeek.THURSDAY, Access.FREE, band("09:00", "13:00"))),
                    Map.of(),
                    HOLIDAYS);

    private static Week.Hours hours(DayOfWeek day, Access access, @Nullable Band band) {
        return new Week.Hours(day, access, band, LocalDate.of(2019, 1, 1), null);
    }

    private static Band band(String opens, String closes) {
        return new Band(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    @Test
    void isClosedOnItsPatronDayWhileTheNextTownIsOpen() {
        LocalDate sanJacopo = LocalDate.of(2019, 7, 25);

        assertThat(PISTOIA.on(sanJacopo).closedFor()).isEqualTo("San Jacopo");
        assertThat(PISTOIA.on(sanJacopo).access()).isEqualTo(Access.CLOSED);
        assertThat(PRATO.on(sanJacopo).access()).isEqualTo(Access.FREE);
    }

    @Test
    void tellsClosedFromNotStated() {
        LocalDate wednesday = LocalDate.of(2026, 3, 4);

        assertThat(PISTOIA.on(wednesday).access()).isEqualTo(Access.CLOSED);
        assertThat(PRATO.on(wednesday).access()).isEqualTo(Access.NOT_STATED);
    }

    @Test
    void givesItsBandsInOrder() {
        DeskDay monday = PRATO.on(LocalDate.of(2026, 3, 2));

        assertThat(monday.bands()).containsExactly(band("09:00", "13:00"), band("15:00", "17:00"));
        assertThat(monday.open(LocalTime.of(9, 0))).isTrue();
        assertThat(monday.open(LocalTime.of(13, 0))).isFalse();
    }

    @Test
    void isClosedForAClosureOfItsOwn() {
        assertThat(PISTOIA.on(LocalDate.of(2026, 3, 5)).closedFor())
                .isEqualTo("Assemblea del personale");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-04-02",
                "2019-04-22",
                "2020-04-13",
                "2025-04-21",
                "2026-04-06",
                "2027-03-29",
                "2028-04-17"
            })
    void isClosedOnEasterMonday(LocalDate day) {
        assertThat(PRATO.on(day).closedFor()).isEqualTo("Lunedì dell'Angelo");
    }

    @Test
    void keepsTheFourthOfOctoberOnlyFrom2026() {
        assertThat(PRATO.on(LocalDate.of(2021, 10, 4)).closedFor()).isNull();
        assertThat(PRATO.on(LocalDate.of(2027, 10, 4)).closedFor()).isEqualTo("San Francesco");
    }

    @Test
    void keepsTheHoursThatAreInForceThatDay() {
        LocalDate change = LocalDate.of(2026, 9, 1);
        Week week =
                new Week(
                        "G999",
                        List.of(
                                new Week.Hours(
                                        DayOfWeek.MONDAY,
                                        Access.FREE,
                                        band("09:00", "13:00"),
                                        LocalDate.of(2019, 1, 1),
                                        change.minusDays(1)),
                                new Week.Hours(
                                        DayOfWeek.MONDAY,
                                        Access.APPOINTMENT,
                                        band("14:00", "18:00"),
                                        change,
                                        null)),
                        Map.of(),
                        List.of());

        assertThat(week.on(LocalDate.of(2026, 8, 31)).bands())
                .containsExactly(band("09:00", "13:00"));
        assertThat(week.on(LocalDate.of(2026, 9, 7)).bands())
                .containsExactly(band("14:00", "18:00"));
        assertThat(week.on(LocalDate.of(2018, 9, 3)).access()).isEqualTo(Access.NOT_STATED);
    }
}
