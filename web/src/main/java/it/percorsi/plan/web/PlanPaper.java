package it.percorsi.plan.web;

import it.percorsi.network.Network;
import it.percorsi.plan.PlanSigningService;
import it.percorsi.site.Beside;
import it.percorsi.site.PrintedFile;
import it.percorsi.site.Spoken;
import it.percorsi.site.Times;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A plan for two: in Italian, and beside it as the person reads. */
@Component
class PlanPaper {

    private static final List<String> LABELS =
            Stream.concat(
                            Stream.of(
                                    "title",
                                    "words",
                                    "result",
                                    "level",
                                    "level.today",
                                    "level.wanted",
                                    "level.reached",
                                    "commitments",
                                    "supports",
                                    "hours",
                                    "review",
                                    "explained",
                                    "understood",
                                    "signatures"),
                            AimForm.AREAS.stream().map(area -> "area." + area))
                    .toList();

    private final Network network;
    private final Beside beside;
    private final PrintedFile files;
    private final Times times;

    PlanPaper(Network network, Beside beside, PrintedFile files, Times times) {
        this.network = network;
        this.beside = beside;
        this.files = files;
        this.times = times;
    }

    String of(PlanSigningService.Paper paper, Model model) {
        model.addAllAttributes(words(paper));
        if (!model.containsAttribute("scanForm")) {
            model.addAttribute("scanForm", new ScanForm(null));
        }
        return "plan/paper";
    }

    /**
     * @param paper of a signed edition
     */
    ResponseEntity<byte[]> file(PlanSigningService.Paper paper, int number) {
        Map<String, Object> words = words(paper);
        words.put("times", times);
        return files.download("piano-versione-" + number, "plan/paper-file", words);
    }

    /** Beside Italian the language it was explained in, else the person's own. */
    private Map<String, Object> words(PlanSigningService.Paper paper) {
        String explained = paper.content().explainedIn();
        String theirs = Objects.requireNonNullElse(explained, paper.plan().personLanguage());
        Map<String, Object> words = new HashMap<>();
        beside.words(Spoken.of(theirs), "paper", LABELS)
                .forEach((label, word) -> {
                    if (word != null) {
                        words.put(label, word);
                    }
                });
        words.put("theirs", theirs);
        words.put("paper", paper);
        String language = name(explained);
        if (language != null) {
            words.put("language", language);
        }
        return words;
    }

    private @Nullable String name(@Nullable String language) {
        return network.languages().stream()
                .filter(choice -> choice.code().equals(language))
                .map(Network.Choice::name)
                .findFirst()
                .orElse(null);
    }
}
