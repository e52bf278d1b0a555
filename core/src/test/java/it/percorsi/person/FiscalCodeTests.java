package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalCodeTests {

    @ParameterizedTest
    @CsvSource({
        "Hoxha, Arta, 1990-03-15, F, Z100, HXHRTA90C55Z100C",
        "El Amrani, Youssef, 1985-11-02, M, Z330, LMRYSF85S02Z330M",
        "Chen, Li, 1978-07-30, F, Z210, CHNLIX78L70Z210Y",
        "Perera, Nimal, 1969-12-01, M, Z209, PRRNML69T01Z209D",
        "Khan, Ali, 2001-02-28, M, Z236, KHNLAI01B28Z236Q",
        "Fo, Bo, 1999-10-09, F, G999, FOXBOX99R49G999Z",
        "D'Angelo, Niccolò, 1980-01-01, M, G713, DNGNCL80A01G713L"
    })
    void followsTheLaw(
            String family, String given, LocalDate born, Gender gender, String place, String code) {
        assertThat(FiscalCode.of(family, given, born, gender, place).value()).isEqualTo(code);
        assertThat(new FiscalCode(code).agreesWith(family, given, born)).isTrue();
        assertThat(new FiscalCode(code).gender()).isEqualTo(gender);
        assertThat(new FiscalCode(code).birthPlace()).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HXHRTA90C55Z10LF",
                "HXHRTA90C55Z1L0N",
                "HXHRTA90C55ZM0LX",
                "HXHRTAVLCRRZMLLP"
            })
    void acceptsOmocodiaOfPeopleBornAbroad(String code) {
        FiscalCode omocode = new FiscalCode(code);

        assertThat(omocode.agreesWith("Hoxha", "Arta", LocalDate.of(1990, 3, 15))).isTrue();
        assertThat(omocode.birthPlace()).isEqualTo("Z100");
    }

    @Test
    void acceptsEachOfThe128FormsAndNoOtherCheckLetter() {
        int[] digits = {6, 7, 9, 10, 12, 13, 14};
        Set<String> accepted = new HashSet<>();
        for (int subset = 0; subset < 128; subset++) {
            char[] body = "HXHRTA90C55Z100".toCharArray();
            for (int bit = 0; bit < 7; bit++) {
                if ((subset >> bit & 1) == 1) {
                    body[digits[bit]] = "LMNPQRSTUV".charAt(body[digits[bit]] - '0');
                }
            }
            for (char letter = 'A'; letter <= 'Z'; letter++) {
                try {
                    accepted.add(new FiscalCode(new String(body) + letter).value());
                } catch (IllegalArgumentException wrongLetter) {
                    assertThat(wrongLetter).hasMessage("fiscal-code.check-letter");
                }
            }
        }

        assertThat(accepted).hasSize(128);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HXHRTA90C55Z100",
                "HXHRTA90C55Z100CC",
                "12345678901",
                "HXHRTA90J55Z100C",
                "=1+1"
            })
    void refusesAnyOtherForm(String typed) {
        assertThatThrownBy(() -> new FiscalCode(typed)).hasMessage("fiscal-code.form");
    }

    @Test
    void doesNotAgreeWithSomebodyElse() {
        FiscalCode code = new FiscalCode("hxhrta90c55z100c");

        assertThat(code.agreesWith("Khan", "Ali", LocalDate.of(1990, 3, 15))).isFalse();
        assertThat(code.agreesWith("Hoxha", "Arta", LocalDate.of(1990, 3, 16))).isFalse();
    }
}
