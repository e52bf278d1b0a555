package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.person.Birth.Precision;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "12/3/1990, 1990-03-12, DAY",
        "12 marzo 1990, 1990-03-12, DAY",
        "3/1990, 1990-03-01, MONTH",
        "00/03/1990, 1990-03-01, MONTH",
        "1990, 1990-01-01, YEAR",
        "/1990, 1990-01-01, YEAR",
        "00/00/1990, 1990-01-01, YEAR"
    })
    void isReadAsFarAsItIsKnown(String typed, LocalDate day, Precision precision) {
        assertThat(Birth.read(typed, TODAY)).contains(new Birth(day, precision));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/1990", "13/1990", "2027", "3/3/2026", "1799", "ieri"})
    void isNotReadWhereItCannotBe(String typed) {
        assertThat(Birth.read(typed, TODAY)).isEmpty();
    }

    @Test
    void saysWhenTheAgeMayBeOneLess() {
        Birth year = Birth.read("2010", TODAY).orElseThrow();

        assertThat(year.age(TODAY)).isEqualTo(16);
        assertThat(year.ageUncertain(TODAY)).isTrue();
        assertThat(year.ageUncertain(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(Birth.on(LocalDate.of(2010, 1, 1)).ageUncertain(TODAY)).isFalse();
    }

    @Test
    void isWrittenAsItIsKnown() {
        assertThat(Birth.read("1990", TODAY)).map(Birth::toString).contains("1990");
        assertThat(Birth.read("3/1990", TODAY)).map(Birth::toString).contains("03/1990");
    }

    @Test
    void neverClaimsADayItDoesNotKnow() {
        assertThatThrownBy(() -> new Birth(LocalDate.of(1990, 3, 12), Precision.YEAR))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
