package it.percorsi.volume.persistence;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fiscal code a second time, written from the tables of the decree and sharing nothing with
 * {@link it.percorsi.person.FiscalCode}: only to compare the two.
 *
 * <p>Source: D.M. 23/12/1976 n. 13813, tables and articles 2 to 8
 */
public final class IndependentFiscalCode {

    private static final Map<Character, Integer> ODD =
            table(
                    "0:1 1:0 2:5 3:7 4:9 5:13 6:15 7:17 8:19 9:21 A:1 B:0 C:5 D:7 E:9 F:13 G:15 H:17 I:19 J:21"
                            + " K:2 L:4 M:18 N:20 O:11 P:3 Q:6 R:8 S:12 T:14 U:16 V:10 W:22 X:25 Y:24 Z:23");
    private static final Map<Character, Integer> EVEN =
            table(
                    "0:0 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8 9:9 A:0 B:1 C:2 D:3 E:4 F:5 G:6 H:7 I:8 J:9"
                            + " K:10 L:11 M:12 N:13 O:14 P:15 Q:16 R:17 S:18 T:19 U:20 V:21 W:22 X:23 Y:24 Z:25");
    private static final Map<Character, Integer> LETTER_FOR =
            table("0:76 1:77 2:78 3:80 4:81 5:82 6:83 7:84 8:85 9:86");
    private static final Map<Integer, String> MONTH =
            Map.ofEntries(
                    Map.entry(1, "A"),
                    Map.entry(2, "B"),
                    Map.entry(3, "C"),
                    Map.entry(4, "D"),
                    Map.entry(5, "E"),
                    Map.entry(6, "H"),
                    Map.entry(7, "L"),
                    Map.entry(8, "M"),
                    Map.entry(9, "P"),
                    Map.entry(10, "R"),
                    Map.entry(11, "S"),
                    Map.entry(12, "T"));

    private IndependentFiscalCode() {}

    private static Map<Character, Integer> table(String rows) {
        return Arrays.stream(rows.split(" "))
                .collect(
                        Collectors.toMap(
                                row -> row.charAt(0), row -> Integer.valueOf(row.substring(2))));
    }

    public static String of(
            String surname, String name, LocalDate born, String gender, String place) {
        int day = born.getDayOfMonth();
        String year = String.valueOf(born.getYear());
        String fifteen =
                surname(surname)
                        + name(name)
                        + year.substring(2)
                        + MONTH.get(born.getMonthValue())
                        + (gender.equals("F")
                                ? String.valueOf(day + 40)
                                : day < 10 ? "0" + day : day)
                        + place;
        return fifteen + check(fifteen);
    }

    /** The code with every choice of digits replaced by their letters. */
    public static Set<String> forms(String code) {
        Set<String> forms = new TreeSet<>(Set.of(code.substring(0, 15)));
        for (int place : new int[] {7, 8, 10, 11, 13, 14, 15}) {
            for (String form : Set.copyOf(forms)) {
                char letter = (char) LETTER_FOR.get(form.charAt(place - 1)).intValue();
                forms.add(form.substring(0, place - 1) + letter + form.substring(place));
            }
        }
        return forms.stream().map(form -> form + check(form)).collect(Collectors.toSet());
    }

    private static char check(String fifteen) {
        int sum = 0;
        for (int place = 1; place <= 15; place++) {
            sum += (place % 2 == 1 ? ODD : EVEN).get(fifteen.charAt(place - 1));
        }
        return "ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(sum % 26);
    }

    private static String surname(String surname) {
        StringBuilder consonants = new StringBuilder();
        StringBuilder vowels = new StringBuilder();
        for (char letter : letters(surname)) {
            ("AEIOU".indexOf(letter) < 0 ? consonants : vowels).append(letter);
        }
        return consonants.append(vowels).append("XXX").substring(0, 3);
    }

    private static String name(String name) {
        StringBuilder consonants = new StringBuilder();
        for (char letter : letters(name)) {
            if ("AEIOU".indexOf(letter) < 0) {
                consonants.append(letter);
            }
        }
        return consonants.length() > 3 ? consonants.deleteCharAt(1).substring(0, 3) : surname(name);
    }

    private static char[] letters(String name) {
        return Normalizer.normalize(name.toUpperCase(java.util.Locale.ROOT), Normalizer.Form.NFKD)
                .chars()
                .filter(c -> c >= 'A' && c <= 'Z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toCharArray();
    }
}
