package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void tellsNamesFromAYear() {
        Search search = Search.of("singh gur 1990", TODAY);

        assertThat(search.words()).containsExactly("singh", "gur");
        assertThat(search.year()).isEqualTo(1990);
    }

    @Test
    void readsABirthDayAndKeepsTheNamesAsTyped() {
        Search search = Search.of("D'Angelo Niccolò 1/1/80", TODAY);

        assertThat(search.born()).isEqualTo(LocalDate.of(1980, 1, 1));
        assertThat(search.words()).containsExactly("dangelo", "niccolo");
        assertThat(search.names()).containsExactly("D'Angelo", "Niccolò");
    }

    @Test
    void readsTelephonesAndCodes() {
        assertThat(Search.of("+39 333 000 1001", TODAY).phone()).isEqualTo("393330001001");
        assertThat(Search.of("hxhrta90c55z100c", TODAY).code()).isEqualTo("HXHRTA90C55Z100C");
    }

    @ParameterizedTest
    @CsvSource({
        "375 000 2026, 3750002026,",
        "+39 375 000 2026, 393750002026,",
        "347 1234567 1990, 3471234567, 1990",
        "347 123 4567 1990, 3471234567, 1990",
        "055 1990, , 1990"
    })
    void tellsATelephoneFromAYear(String typed, String phone, Integer year) {
        Search search = Search.of("hoxha " + typed, TODAY);

        assertThat(search.phone()).isEqualTo(phone);
        assertThat(search.year()).isEqualTo(year);
    }

    @Test
    void readsAnyScriptAsLatinLetters() {
        assertThat(Search.of("陈丽", TODAY).words()).containsExactly("chen", "li");
        assertThat(Search.of("علی عبد القادر", TODAY).words()).containsExactly("ali", "abdalqadr");
        assertThat(Search.of("العمراني", TODAY).words()).containsExactly("al", "amrani");
        assertThat(Search.of("Олександр", TODAY).words()).containsExactly("oleksandr");
    }

    @Test
    void takesAMistypedCodeForACodeAndAPermitForAPermit() {
        assertThat(Search.of("HXHRTA90C55Z10C", TODAY).code()).isEqualTo("HXHRTA90C55Z10C");
        assertThat(Search.of("12345678978", TODAY).code()).isEqualTo("12345678978");
        assertThat(Search.of("i12345678", TODAY).permit()).isEqualTo("I12345678");
    }

    @Test
    void aLongNameIsNotACode() {
        assertThat(Search.of("Mihindukulasurya Nadeeka", TODAY).words())
                .containsExactly("mihindukulasurya", "nadeeka");
        assertThat(Search.of("HXHRTAVLCRRZMLLP", TODAY).code()).isEqualTo("HXHRTAVLCRRZMLLP");
    }

    @Test
    void readsABirthDayInWords() {
        Search search = Search.of("hoxha 15 marzo 1990", TODAY);

        assertThat(search.born()).isEqualTo(LocalDate.of(1990, 3, 15));
        assertThat(search.words()).containsExactly("hoxha");
    }

    @Test
    void isEmptyWhenNothingCanBeSearchedFor() {
        assertThat(Search.of("%%% ___ ''' 31/02/1990", TODAY).isEmpty()).isTrue();
    }
}
