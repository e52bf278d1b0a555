package it.percorsi.site;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Arabic letters in the form their neighbours ask for, those of Urdu and Persian too, which the
 * library's own way leaves apart; a font drawn from Unicode's own list of forms has them all.
 */
final class JoinedLetters implements BidiReorderer {

    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final List<String> NAMES =
            List.of(" ISOLATED FORM", " FINAL FORM", " INITIAL FORM", " MEDIAL FORM");
    private static final String LAM = "\u0644";

    /** By letter, or lam and alef that are one: the code of each form, 0 where there is none. */
    private static final Map<String, int[]> FORMS = forms();

    private static Map<String, int[]> forms() {
        Map<String, int[]> forms = new HashMap<>();
        IntStream.concat(
                        IntStream.rangeClosed(0xFB50, 0xFBFF),
                        IntStream.rangeClosed(0xFE80, 0xFEFC))
                .filter(Character::isDefined)
                .forEach(form -> {
                    String letter = plain(Character.toString(form));
                    for (int at = 0; at < NAMES.size(); at++) {
                        if (Character.getName(form).endsWith(NAMES.get(at))
                                && (letter.length() == 1 || letter.startsWith(LAM))) {
                            forms.computeIfAbsent(letter, any -> new int[NAMES.size()])[at] = form;
                        }
                    }
                });
        return forms;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Whether each form of a letter that joins others is known. */
    static boolean known(int letter) {
        int joining = UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
        return FORMS.containsKey(Character.toString(letter))
                || joining != JoiningType.DUAL_JOINING && joining != JoiningType.RIGHT_JOINING;
    }

    @Override
    public String shapeText(String text) {
        StringBuilder shaped = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            String letter = text.substring(at, at + 1);
            if (letter.equals(LAM)
                    && at + 1 < text.length()
                    && FORMS.containsKey(text.substring(at, at + 2))) {
                letter = text.substring(at, at + 2);
            }
            shaped.append(form(letter, text, at));
            at += letter.length() - 1;
        }
        return shaped.toString();
    }

    private static String form(String letter, String text, int at) {
        int[] forms = FORMS.get(letter);
        if (forms == null) {
            return letter;
        }
        boolean before = forms[FINAL] != 0 && reaches(neighbour(text, at - 1, -1), INITIAL);
        boolean after =
                forms[INITIAL] != 0 && reaches(neighbour(text, at + letter.length(), 1), FINAL);
        int form = forms[before ? after ? MEDIAL : FINAL : after ? INITIAL : 0];
        return form == 0 ? letter : Character.toString(form);
    }

    private static boolean reaches(String neighbour, int form) {
        int[] forms = FORMS.get(neighbour);
        return forms == null
                ? neighbour.equals("\u0640") || neighbour.equals("\u200d")
                : forms[form] != 0;
    }

    /** The next letter that is not a mark on another. */
    private static String neighbour(String text, int from, int step) {
        int at = from;
        while (at >= 0
                && at < text.length()
                && Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK) {
            at += step;
        }
        return at < 0 || at >= text.length() ? "" : text.substring(at, at + 1);
    }

    @Override
    public String deshapeText(String text) {
        return plain(text);
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        return Bidi.writeReverse(text, Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }
}
