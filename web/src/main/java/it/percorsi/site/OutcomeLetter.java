package it.percorsi.site;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * What somebody is told on paper of what was decided for them: in Italian and in their language,
 * with no reason, which may be reserved.
 *
 * @param outcome names the words, such as {@code ACCEPTED}
 * @param conditions what is asked of the person, as it was written, or null
 * @param goTo where to go or whom to ask for, or null
 * @param back the address of what the letter is about
 */
public record OutcomeLetter(
        UUID personId,
        String outcome,
        LocalDate on,
        @Nullable String conditions,
        @Nullable String goTo,
        String writer,
        String body,
        String back) {

    private static final List<String> LABELS =
            List.of("title", "on", "conditions", "goto", "by", "ask", "help");

    /**
     * @param language the person's
     * @return the template
     */
    public String shown(Beside beside, String name, String language, Model model) {
        List<String> labels = Stream.concat(LABELS.stream(), Stream.of("was." + outcome)).toList();
        model.addAllAttributes(beside.words(Spoken.of(language), "outcome", labels));
        model.addAttribute("letter", this);
        model.addAttribute("name", name);
        return "site/outcome";
    }
}
