package it.percorsi.site;

import com.ibm.icu.text.Transliterator;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * What can be printed as it is written, and the rest in Latin letters: a word whose letters no font
 * has, or whose Arabic letters would not be joined, is never printed wrong or left out.
 */
final class Printable {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}\u200c\u200d]+");
    private static final Transliterator LATIN =
            Transliterator.getInstance("Ukrainian-Latin/BGN; Any-Latin; NFC");

    private static final BitSet LETTERS = letters();

    private Printable() {}

    private static BitSet letters() {
        BitSet letters = PrintFont.letters();
        for (int letter = 0x0600; letter <= 0x08FF; letter++) {
            if (!JoinedLetters.known(letter)) {
                letters.clear(letter);
            }
        }
        // Where words may not part, and where they may: nothing is drawn.
        letters.set(0x200c, 0x2010);
        letters.set('\n');
        letters.set('\r');
        letters.set('\t');
        return letters;
    }

    static String of(String text) {
        String words =
                WORD.matcher(text)
                        .replaceAll(word ->
                                java.util.regex.Matcher.quoteReplacement(
                                        printable(word.group())
                                                ? word.group()
                                                : latin(word.group())));
        return words.codePoints()
                .map(letter -> LETTERS.get(letter) ? letter : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * A letter that is another with a mark is read as that other where nobody says how it is read.
     */
    private static String latin(String word) {
        return LATIN.transliterate(
                word.codePoints()
                        .map(letter -> JoinedLetters.known(letter) ? letter : unmarked(letter))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString());
    }

    private static int unmarked(int letter) {
        try {
            return Character.codePointOf(Character.getName(letter).replaceFirst(" WITH .*", ""));
        } catch (IllegalArgumentException none) {
            return letter;
        }
    }

    private static boolean printable(String word) {
        return word.codePoints().allMatch(LETTERS::get);
    }
}
