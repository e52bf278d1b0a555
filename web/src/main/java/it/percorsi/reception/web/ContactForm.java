package it.percorsi.reception.web;

import it.percorsi.network.Network;
import it.percorsi.reception.Contact.Channel;
import it.percorsi.reception.Contact.Outcome;
import it.percorsi.reception.Contact.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A contact as it is typed, {@code 1i} or {@code 1izht}, or chosen from the lists. What is typed
 * wins.
 *
 * @param keys number of the topic, letter of the outcome, then the language unless it is Italian,
 *     and {@code t} for a telephone call
 */
record ContactForm(String keys, String topic, String language, String channel, String outcome) {

    /** What can come of a contact at once, by its letter. */
    static final SequencedMap<String, Outcome> OUTCOMES =
            new TreeMap<>(
                    Map.of(
                            "a",
                            Outcome.SENT_ELSEWHERE,
                            "i",
                            Outcome.INFORMED,
                            "p",
                            Outcome.APPOINTMENT));

    private static final Pattern KEYS = Pattern.compile("([1-7])([aip])([a-z]{2})?(t?)");

    ContactForm {
        keys = Objects.requireNonNullElse(keys, "");
        topic = Objects.requireNonNullElse(topic, "");
        language = Objects.requireNonNullElse(language, "it");
        channel = Objects.requireNonNullElse(channel, Channel.DESK.name());
        outcome = Objects.requireNonNullElse(outcome, Outcome.INFORMED.name());
    }

    static ContactForm empty() {
        return new ContactForm("", "", "it", Channel.DESK.name(), Outcome.INFORMED.name());
    }

    Optional<Read> check(Errors errors, List<Network.Choice> languages) {
        Read read = keys.isBlank() ? chosen(errors) : typed(errors);
        if (read != null
                && languages.stream().noneMatch(known -> known.code().equals(read.language()))) {
            errors.rejectValue(keys.isBlank() ? "language" : "keys", "contact.language-unknown");
            return Optional.empty();
        }
        return Optional.ofNullable(read);
    }

    private @Nullable Read typed(Errors errors) {
        Matcher read = KEYS.matcher(keys.toLowerCase(Locale.ROOT).replaceAll("\\s", ""));
        if (!read.matches()) {
            errors.rejectValue("keys", "contact.code-unreadable");
            return null;
        }
        return new Read(
                Topic.values()[Integer.parseInt(read.group(1)) - 1],
                Objects.requireNonNullElse(read.group(3), "it"),
                read.group(4).isEmpty() ? Channel.DESK : Channel.PHONE,
                Objects.requireNonNull(OUTCOMES.get(read.group(2))));
    }

    private @Nullable Read chosen(Errors errors) {
        Topic about = named(Topic.values(), topic).orElse(null);
        Channel how = named(Channel.values(), channel).orElse(null);
        Outcome what = named(Outcome.values(), outcome).orElse(null);
        if (about == null) {
            errors.rejectValue(
                    topic.isEmpty() ? "keys" : "topic",
                    topic.isEmpty() ? "contact.code-missing" : "field.choice.unknown");
        }
        if (how == null) {
            errors.rejectValue("channel", "field.choice.unknown");
        }
        if (what == null || !OUTCOMES.containsValue(what)) {
            errors.rejectValue("outcome", "field.choice.unknown");
        }
        return errors.hasErrors() || about == null || how == null || what == null
                ? null
                : new Read(about, language, how, what);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    record Read(Topic topic, String language, Channel channel, Outcome outcome) {}
}
