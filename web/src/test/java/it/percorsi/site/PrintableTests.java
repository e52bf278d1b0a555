package it.percorsi.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a printed file writes as it stands, and what it writes in Latin letters. */
class PrintableTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Però è così: 12 €, “sì” – <b>no</b>",
                "محمد العربي",
                "نسرین ٹیپو گلشن ہے",
                "王祎 張學友",
                "Ірина Ґєїщ",
                "Ελένη",
                "Nguyễn Thị Ánh",
                "Şükrü Žižek Ștefan"
            })
    void whatThereAreLettersForStaysAsItIs(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"ნინო, nino", "রহিম, rahima", "ሰላም, salām"})
    void whatThereAreNoneForIsWrittenInLatinLetters(String text, String latin) {
        assertThat(Printable.of("(" + text + ")")).isEqualTo("(" + latin + ")");
    }

    /** A word is written in one way: half of it joined would be another. */
    @Test
    void anArabicLetterThatWouldNotBeJoinedTakesItsWordAlong() {
        assertThat(Printable.of("گوڵ محمد")).isEqualTo("gwl محمد");
    }

    @Test
    void whatIsNoLetterAtAllIsSaidToBeMissing() {
        assertThat(Printable.of("😀")).isEqualTo("?");
    }
}
