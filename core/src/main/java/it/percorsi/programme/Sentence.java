package it.percorsi.programme;

import java.util.List;

/**
 * Something said to whoever reads the page.
 *
 * @param key of a message
 * @param terms what fills it
 */
public record Sentence(String key, List<String> terms) {

    static Sentence of(String key, String... terms) {
        return new Sentence(key, List.of(terms));
    }

    public Object[] arguments() {
        return terms.toArray();
    }
}
