package it.percorsi.intake;

import it.percorsi.person.FiscalCode;
import it.percorsi.person.Gender;
import java.time.LocalDate;

/** Right codes of nobody. */
final class FiscalCodes {

    static final String LAST =
            FiscalCode.of("Ultimone", "Ada", LocalDate.of(1990, 3, 12), Gender.F, "Z100").value();
    static final String KNOWN =
            FiscalCode.of("Codicini", "Prova", LocalDate.of(1990, 3, 12), Gender.F, "Z100").value();

    private FiscalCodes() {}
}
