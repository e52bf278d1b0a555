package it.percorsi.volume.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.person.FiscalCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two implementations that share nothing say the same; the bench compares a million. */
class FiscalCodesAgreeTests {

    private static final VolumePeople PEOPLE =
            new VolumePeople(3, Map.of("AL", "Z100", "MA", "Z330"), List.of("G999", "A944"));

    private static String independent(VolumePerson p) {
        return IndependentFiscalCode.of(
                p.familyName(), p.givenName(), p.birth().on(), p.gender().name(), p.bornIn());
    }

    @Test
    void twentyThousandPeople() {
        for (int place = 0; place < 20_000; place++) {
            VolumePerson p = PEOPLE.person(place);
            if (!p.inLatinLetters()) {
                continue;
            }
            assertThat(
                            FiscalCode.of(
                                            p.familyName(),
                                            p.givenName(),
                                            p.birth().on(),
                                            p.gender(),
                                            p.bornIn())
                                    .value())
                    .isEqualTo(independent(p));
        }
    }

    @Test
    void allFormsOfTheSameCode() {
        for (int place = 0; place < 50; place++) {
            Set<String> forms = IndependentFiscalCode.forms(independent(PEOPLE.person(place)));

            assertThat(forms).hasSize(128);
            for (String form : forms) {
                assertThat(new FiscalCode(form).omocodiaForms())
                        .containsExactlyInAnyOrderElementsOf(forms);
            }
        }
    }
}
