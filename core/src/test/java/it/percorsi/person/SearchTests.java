package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

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

    @Test
    void readsAnyScriptAsLatinLetters() {
        assertThat(Search.of("陈丽", TODAY).words()).containsExactly("chen", "li");
        assertThat(Search.of("العمراني", TODAY).words()).containsExactly("almrany");
        assertThat(Search.of("Олександр", TODAY).words()).containsExactly("oleksandr");
    }

    @Test
    void takesAMistypedCodeForACodeAndAPermitForAPermit() {
        assertThat(Search.of("HXHRTA90C55Z10C", TODAY).code()).isEqualTo("HXHRTA90C55Z10C");
        assertThat(Search.of("12345678978", TODAY).code()).isEqualTo("12345678978");
        assertThat(Search.of("i12345678", TODAY).permit()).isEqualTo("I12345678");
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
