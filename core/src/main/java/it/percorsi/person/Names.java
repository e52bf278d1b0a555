package it.percorsi.person;

import java.text.Normalizer;
import java.util.Locale;

/** Names reduced to what a search compares. */
public final class Names {

    private Names() {}

    /** Lower case, without accents, apostrophes joined, everything else a single space. */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’`ʼ]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
