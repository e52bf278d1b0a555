package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTests {

    @Test
    void loseAccentsApostrophesAndCase() {
        assertThat(Names.plain("D’Angelo  NICCOLÒ-Łukasz Ğül"))
                .isEqualTo("dangelo niccolo lukasz gul");
        assertThat(Names.plain("%%% ''")).isEmpty();
    }

    @Test
    void areFoundWrittenApartOrTogether() {
        assertThat(Names.searched("De Luca", "Anna Maria", null))
                .isEqualTo("de luca deluca anna maria annamaria");
    }

    @Test
    void areFoundByTheirOriginalScriptToo() {
        assertThat(Names.searched("Chen", "Li", "陈丽")).isEqualTo("chen li chenli");
    }

    @ParameterizedTest
    @CsvSource({
        "علی عثمان, ali asman",
        "عبد القادر, abdalqadr",
        "الفاسي يوسف, al fasi yusf",
        "Ганна Сергій, hanna serhiy",
        "ਹਰਪ੍ਰੀਤ, haraprita",
        "Abd El Kader, abdelkader",
        "Abdel Kader, abdelkader"
    })
    void areReadAsTheySound(String written, String read) {
        assertThat(Names.plain(written)).isEqualTo(read);
    }

    @Test
    void haveOneKeyInWhateverOrder() {
        assertThat(Names.key("Singh", "Gurpreet")).isEqualTo(Names.key("gurpreet SINGH"));
    }
}
