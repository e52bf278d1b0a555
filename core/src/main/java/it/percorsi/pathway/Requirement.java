package it.percorsi.pathway;

import java.util.function.Predicate;

/**
 * Something that must already be true before a move.
 *
 * @param key names the message shown while it is not, such as {@code referral.reason-given}
 */
public record Requirement<T>(String key, Predicate<T> met) {

    public static <T> Requirement<T> needs(String key, Predicate<T> met) {
        return new Requirement<>(key, met);
    }
}
