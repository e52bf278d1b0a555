package it.percorsi.person;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A code an office gave somebody, whose form is right.
 *
 * @param value upper case, without spaces
 */
public record Identifier(Kind kind, String value) {

    /** Who gives the code, and how it is made. */
    public enum Kind {
        /** See {@link FiscalCode}. */
        FISCAL_CODE("^$"),
        /**
         * Eleven digits given before the permit; becomes a fiscal code later, of the same person.
         */
        PROVISIONAL_CODE("\\d{11}"),
        /** Given to somebody irregularly present: seen by few, never exported. */
        STP("STP\\d{13}"),
        /** The same for citizens of the Union without cover. */
        ENI("ENI\\d{13}");

        private final Pattern form;

        Kind(String form) {
            this.form = Pattern.compile(form);
        }

        /** Whether only those who may see the reserved section may see it. */
        public boolean reserved() {
            return this == STP || this == ENI;
        }
    }

    /**
     * Source: D.M. 23/12/1976 n. 13813 (fiscal codes); Agenzia delle entrate, circular 8/2016
     * (provisional codes); INMP (STP, ENI)
     *
     * @throws IllegalArgumentException with the key of a message, if the form or a check digit is
     *     wrong
     */
    public Identifier {
        value = value.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (kind == Kind.FISCAL_CODE) {
            value = new FiscalCode(value).value();
        } else if (!kind.form.matcher(value).matches()) {
            throw new IllegalArgumentException("identifier.form");
        } else if (kind == Kind.PROVISIONAL_CODE && !checkDigitRight(value)) {
            throw new IllegalArgumentException("identifier.check-digit");
        }
    }

    public static Identifier of(FiscalCode code) {
        return new Identifier(Kind.FISCAL_CODE, code.value());
    }

    /**
     * A code as typed in one field, told apart by its form: eleven digits are provisional.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static Identifier read(String typed) {
        String text = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        for (Kind kind : new Kind[] {Kind.STP, Kind.ENI}) {
            if (text.startsWith(kind.name())
                    && text.length() > 3
                    && Character.isDigit(text.charAt(3))) {
                return new Identifier(kind, text);
            }
        }
        return new Identifier(
                text.matches("\\d+") ? Kind.PROVISIONAL_CODE : Kind.FISCAL_CODE, text);
    }

    /** Digits in even places doubled; the total with the last digit ends in zero. */
    private static boolean checkDigitRight(String digits) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            int digit = digits.charAt(i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }
}
