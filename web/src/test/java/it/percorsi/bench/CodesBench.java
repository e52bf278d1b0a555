package it.percorsi.bench;

import it.percorsi.person.FiscalCode;
import it.percorsi.volume.persistence.IndependentFiscalCode;
import it.percorsi.volume.persistence.VolumePeople;
import it.percorsi.volume.persistence.VolumePerson;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fiscal codes against an implementation that shares nothing with ours. */
final class CodesBench {

    private static final int PEOPLE = 1_000_000;
    private static final int CODES = 1_000;

    private final VolumePeople people =
            new VolumePeople(
                    7,
                    Map.of("AL", "Z100", "MA", "Z330", "CN", "Z210", "RO", "Z129", "PK", "Z236"),
                    List.of("G999", "G713", "E715", "D612", "H501", "F205", "A944"));

    void run() {
        int compared = 0;
        int agreed = 0;
        int forms = 0;
        for (int i = 0; compared < PEOPLE; i++) {
            VolumePerson person = people.person(i);
            if (!person.inLatinLetters()) {
                continue;
            }
            compared++;
            String ours =
                    FiscalCode.of(
                                    person.familyName(),
                                    person.givenName(),
                                    person.birth().on(),
                                    person.gender(),
                                    person.bornIn())
                            .value();
            String other =
                    IndependentFiscalCode.of(
                            person.familyName(),
                            person.givenName(),
                            person.birth().on(),
                            person.gender().name(),
                            person.bornIn());
            agreed += ours.equals(other) ? 1 : 0;
            if (compared <= CODES) {
                forms += accepted(person, IndependentFiscalCode.forms(other));
            }
        }
        System.out.printf(
                "%nfiscal codes that agree: %,d of %,d; forms accepted as the person's: %,d of %,d%n",
                agreed, PEOPLE, forms, CODES * 128);
    }

    private static long accepted(VolumePerson person, Set<String> forms) {
        return forms.stream()
                .filter(form ->
                        new FiscalCode(form)
                                        .agreesWith(
                                                person.familyName(),
                                                person.givenName(),
                                                person.birth().on())
                                && FiscalCode.meant(form).containsAll(forms))
                .count();
    }
}
