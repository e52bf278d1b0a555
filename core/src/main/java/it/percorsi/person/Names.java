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
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private Names() {}

    /**
     * Lower case Latin letters and digits, apostrophes joined, everything else a single space;
     * other scripts transliterated. What has no letters at all becomes empty.
     */
    public static String plain(String name) {
        String latin = ASCII.matcher(name).matches() ? name : LATIN.transliterate(name);
        String joined = APOSTROPHES.matcher(latin).replaceAll("");
        return OTHERS.matcher(joined.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
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
