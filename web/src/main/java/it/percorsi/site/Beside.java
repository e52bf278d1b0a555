package it.percorsi.site;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a page for two: Italian, and beside it the language of whoever looks on. */
@Component
public class Beside {

    private final MessageSource messages;

    Beside(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * For the model of a page: {@code code} and {@code direction} of the language, {@code other}
     * with its words by label (null where it is Italian), {@code unverified} while nobody qualified
     * has read them again, {@code untranslated} where they are not in the language asked for.
     *
     * @param page the prefix of its words among the messages
     */
    public Map<String, @Nullable Object> words(
            Spoken spoken, String page, Collection<String> labels) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("code", spoken.code());
        model.put("direction", spoken.direction());
        model.put("other", spoken.italian() ? null : words(page, labels, spoken));
        model.put("unverified", !spoken.italian() && word(page, "verified", spoken).equals("no"));
        model.put("untranslated", !spoken.theirs());
        return model;
    }

    private Map<String, String> words(String page, Collection<String> labels, Spoken spoken) {
        return labels.stream()
                .collect(Collectors.toMap(Function.identity(), label -> word(page, label, spoken)));
    }

    private String word(String page, String label, Spoken spoken) {
        return messages.getMessage(page + "." + label, null, spoken.locale());
    }
}
