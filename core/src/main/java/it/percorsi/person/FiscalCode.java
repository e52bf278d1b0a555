package it.percorsi.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An Italian fiscal code of 16 characters whose form and check letter are right. Whether it belongs
 * to a person is another question, which only warns.
 *
 * <p>Any subset of the seven digits may be replaced by a letter (omocodia): all 128 forms are
 * accepted.
 *
 * <p>Source: D.M. 23/12/1976 n. 13813; INPS circular 108 of 12/5/1997
 *
 * @param value upper case, without spaces
 */
public record FiscalCode(String value) {

    private static final Pattern FORM =
            Pattern.compile(
                    "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String OMOCODIA = "LMNPQRSTUV";
    private static final String MONTHS = "ABCDEHLMPRST";
    private static final int[] DIGITS = {6, 7, 9, 10, 12, 13, 14};
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    /**
     * @throws IllegalArgumentException if the form or the check letter is wrong
     */
    public FiscalCode {
        value = value.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("fiscal-code.form");
        }
        if (value.charAt(15) != checkLetter(value)) {
            throw new IllegalArgumentException("fiscal-code.check-letter");
        }
    }

    /** The code that a person's data would give, before any omocodia. */
    public static FiscalCode of(
            String familyName, String givenName, LocalDate born, Gender gender, String belfiore) {
        String body =
                "%s%s%02d%c%02d%s"
                        .formatted(
                                familyLetters(familyName),
                                givenLetters(givenName),
                                born.getYear() % 100,
                                MONTHS.charAt(born.getMonthValue() - 1),
                                born.getDayOfMonth() + (gender == Gender.F ? 40 : 0),
                                belfiore);
        return new FiscalCode(body + checkLetter(body));
    }

    /** Whether names, birth day and gender agree; the place of birth is not compared. */
    public boolean agreesWith(String familyName, String givenName, LocalDate born) {
        String plain = withoutOmocodia();
        int day = Integer.parseInt(plain.substring(9, 11)) % 40;
        return plain.startsWith(familyLetters(familyName) + givenLetters(givenName))
                && Integer.parseInt(plain.substring(6, 8)) == born.getYear() % 100
                && MONTHS.indexOf(plain.charAt(8)) + 1 == born.getMonthValue()
                && day == born.getDayOfMonth();
    }

    /**
     * The codes that may be meant by what was typed: a right one in any of its 128 omocodia forms,
     * and those one slip away (a wrong, missing, doubled or exchanged character).
     */
    public static Set<String> meant(String typed) {
        String text = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        Set<String> meant = new LinkedHashSet<>();
        right(text).ifPresent(code -> meant.addAll(code.omocodiaForms()));
        for (int i = 0; i <= text.length(); i++) {
            String head = text.substring(0, i);
            String tail = text.substring(i);
            for (char c : ALPHABET.toCharArray()) {
                right(head + c + tail).ifPresent(code -> meant.add(code.value));
                if (!tail.isEmpty()) {
                    right(head + c + tail.substring(1)).ifPresent(code -> meant.add(code.value));
                }
            }
            if (!tail.isEmpty()) {
                right(head + tail.substring(1)).ifPresent(code -> meant.add(code.value));
            }
            if (tail.length() > 1) {
                right(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2))
                        .ifPresent(code -> meant.add(code.value));
            }
        }
        return meant;
    }

    private static Optional<FiscalCode> right(String code) {
        return code.length() == 16
                        && FORM.matcher(code).matches()
                        && code.charAt(15) == checkLetter(code)
                ? Optional.of(new FiscalCode(code))
                : Optional.empty();
    }

    /** This code in all its forms, from the one with digits only to the one with letters only. */
    public List<String> omocodiaForms() {
        String plain = withoutOmocodia();
        List<String> forms = new ArrayList<>();
        for (int subset = 0; subset < 1 << DIGITS.length; subset++) {
            StringBuilder form = new StringBuilder(plain.substring(0, 15));
            for (int i = 0; i < DIGITS.length; i++) {
                if ((subset >> i & 1) == 1) {
                    form.setCharAt(DIGITS[i], OMOCODIA.charAt(plain.charAt(DIGITS[i]) - '0'));
                }
            }
            forms.add(form.toString() + checkLetter(form.toString()));
        }
        return forms;
    }

    public Gender gender() {
        return Integer.parseInt(withoutOmocodia().substring(9, 11)) > 40 ? Gender.F : Gender.M;
    }

    /** Letter and three digits: a municipality, or Z and three digits for a state. */
    public String birthPlace() {
        return withoutOmocodia().substring(11, 15);
    }

    private String withoutOmocodia() {
        StringBuilder plain = new StringBuilder(value);
        for (int at : DIGITS) {
            int digit = OMOCODIA.indexOf(plain.charAt(at));
            if (digit >= 0) {
                plain.setCharAt(at, (char) ('0' + digit));
            }
        }
        return plain.toString();
    }

    private static char checkLetter(String code) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = code.charAt(i);
            int rank = c <= '9' ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? ODD[rank] : rank;
        }
        return (char) ('A' + sum % 26);
    }

    private static String familyLetters(String name) {
        return (consonants(name) + vowels(name) + "XXX").substring(0, 3);
    }

    private static String givenLetters(String name) {
        String consonants = consonants(name);
        return consonants.length() >= 4
                ? "" + consonants.charAt(0) + consonants.charAt(2) + consonants.charAt(3)
                : familyLetters(name);
    }

    private static String consonants(String name) {
        return letters(name).replaceAll("[AEIOU]", "");
    }

    private static String vowels(String name) {
        return letters(name).replaceAll("[^AEIOU]", "");
    }

    private static String letters(String name) {
        return Names.plain(name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }
}
