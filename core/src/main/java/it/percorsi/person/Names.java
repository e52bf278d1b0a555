package it.percorsi.person;

import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names reduced to what a search compares: Latin letters, whatever the script they came in. */
public final class Names {

    /** Longer than any name; what is longer is cut, so that a search costs the same. */
    private static final int LONGEST = 40;

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`ʼʻʿʾ]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    /**
     * Arabic writes the article with its noun, long vowels with the letters of w and y, and begins
     * names with an ain that is said as a vowel; in Urdu four of its letters are s and z.
     */
    private static final Pattern ARTICLE =
            Pattern.compile("(?<![\\p{L}\\p{M}])\u0627\u0644(?=\\p{L}{2})");

    private static final Pattern FIRST_AIN = Pattern.compile("(?<!\\p{L})\u0639");
    private static final Pattern SAID_H = Pattern.compile("(?<=\\p{L})[\u0647\u06c1]");
    private static final Pattern URDU =
            Pattern.compile("[\u06cc\u06c1\u06a9\u06af\u0686\u067e\u0679\u0688\u0691\u06d2]");
    private static final Pattern LONG_U = Pattern.compile("(?<=[^aeiou ])w(?=[^aeiou]|$)");
    private static final Pattern LONG_I = Pattern.compile("(?<=[^aeiou ])y(?=[^aeiou]|$)");

    /** Abd el Kader, Abdel Kader and Abdelkader are one name. */
    private static final Pattern SERVANT =
            Pattern.compile("\\babd ?([aeu][lrsznt]) (?=\\p{Alpha}{3})");

    private static final Transliterator LATIN =
            Transliterator.getInstance("Ukrainian-Latin/BGN; Any-Latin; Latin-ASCII");

    private Names() {}

    /**
     * Lower case Latin letters and digits, apostrophes joined, everything else a single space;
     * other scripts transliterated. What has no letters at all becomes empty.
     */
    public static String plain(String name) {
        String bare = APOSTROPHES.matcher(name).replaceAll("");
        String latin = ASCII.matcher(bare).matches() ? bare : latin(bare);
        String joined = APOSTROPHES.matcher(latin).replaceAll("");
        String plain = OTHERS.matcher(joined.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return SERVANT.matcher(plain).replaceAll("abd$1");
    }

    private static String latin(String name) {
        boolean arabic =
                name.codePoints()
                        .anyMatch(c ->
                                Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
        if (!arabic) {
            return LATIN.transliterate(name);
        }
        String apart = ARTICLE.matcher(name).replaceAll("\u0627\u0644 ");
        String said = FIRST_AIN.matcher(apart).replaceAll("\u0627").replace('\u0629', '\u0627');
        said = SAID_H.matcher(said).replaceAll("\u0627$0");
        if (URDU.matcher(name).find()) {
            said = said.replace('\u062b', '\u0633').replaceAll("[\u0636\u0630\u0638]", "\u0632");
        }
        String latin = LATIN.transliterate(said);
        return LONG_U.matcher(LONG_I.matcher(latin).replaceAll("i")).replaceAll("u");
    }

    static boolean inOriginalScript(String word) {
        return word.codePoints()
                .anyMatch(c ->
                        Character.isLetter(c)
                                && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN);
    }

    /** The plain words of a name, in order. */
    public static List<String> words(String name) {
        String plain = plain(name);
        return plain.isEmpty()
                ? List.of()
                : Stream.of(plain.split(" "))
                        .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                        .toList();
    }

    /**
     * Everything somebody is found by, each word once: the words of every name, and two words of
     * one name written as one (Xiao Mei, Xiaomei; De Luca, Deluca).
     */
    public static String searched(
            String familyName, String givenName, @Nullable String originalScript) {
        Set<String> found = new LinkedHashSet<>();
        for (String name :
                new String[] {
                    familyName, givenName, originalScript == null ? "" : originalScript
                }) {
            List<String> words = words(name);
            found.addAll(words);
            for (int i = 1; i < words.size(); i++) {
                found.add(words.get(i - 1) + words.get(i));
            }
        }
        return String.join(" ", found);
    }

    /** The same for two people whose whole names are made of the same words, in any order. */
    public static String key(String... names) {
        Set<String> words = new TreeSet<>();
        for (String name : names) {
            words.addAll(words(name));
        }
        return String.join(" ", words);
    }
}
