package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.person.Identifier.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTests {

    @ParameterizedTest
    @CsvSource({
        "HXHRTA90C55Z100C, FISCAL_CODE",
        "12345678978, PROVISIONAL_CODE",
        "00000010017, PROVISIONAL_CODE",
        "stp 0480101234567, STP",
        "ENI0480101234567, ENI"
    })
    void isToldByItsForm(String typed, Kind kind) {
        assertThat(Identifier.read(typed).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678979", "1234567897", "STP123", "HXHRTA90C55Z100D", ""})
    void isRefusedWhereItsFormOrItsCheckIsWrong(String typed) {
        assertThatThrownBy(() -> Identifier.read(typed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isReservedWhereItSaysSomebodyIsIrregularlyPresent() {
        assertThat(Kind.STP.reserved()).isTrue();
        assertThat(Kind.FISCAL_CODE.reserved()).isFalse();
    }

    @Test
    void isFoundOneSlipAway() {
        String right = "HXHRTA90C55Z100C";

        assertThat(FiscalCode.meant("HXHRTA90C55Z100C")).contains(right, "HXHRTAVLCRRZMLLP");
        assertThat(FiscalCode.meant("HXHRTA90C55Z10C")).contains(right);
        assertThat(FiscalCode.meant("HXHRAT90C55Z100C")).contains(right);
        assertThat(FiscalCode.meant("HXHRTA90C55Z1000C")).contains(right);
        assertThat(FiscalCode.meant("HXHRTA90C55Z108C")).contains(right);
        assertThat(FiscalCode.meant("XXXXXXXXXXXXXXXX")).isEmpty();
    }

    @Test
    void has128Forms() {
        assertThat(new FiscalCode("HXHRTA90C55Z100C").omocodiaForms())
                .hasSize(128)
                .doesNotHaveDuplicates()
                .allMatch(form -> new FiscalCode(form).birthPlace().equals("Z100"));
    }
}
