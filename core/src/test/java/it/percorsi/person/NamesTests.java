package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

    @Test
    void haveOneKeyInWhateverOrder() {
        assertThat(Names.key("Singh", "Gurpreet")).isEqualTo(Names.key("gurpreet SINGH"));
    }
}
