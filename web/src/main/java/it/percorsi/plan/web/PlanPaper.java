package it.percorsi.plan.web;

import it.percorsi.network.Network;
import it.percorsi.plan.PlanSigningService;
import it.percorsi.site.Beside;
import it.percorsi.site.Spoken;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    PlanPaper(Network network, Beside beside) {
        this.network = network;
        this.beside = beside;
    }

    /** Beside Italian the language it was explained in, else the person's own. */
    String of(PlanSigningService.Paper paper, Model model) {
        String explained = paper.content().explainedIn();
        String theirs = Objects.requireNonNullElse(explained, paper.plan().personLanguage());
        Spoken spoken = Spoken.of(theirs);
        model.addAttribute("theirs", theirs);
        model.addAllAttributes(beside.words(spoken, "paper", LABELS));
        model.addAttribute("paper", paper);
        model.addAttribute("language", name(explained));
        if (!model.containsAttribute("scanForm")) {
            model.addAttribute("scanForm", new ScanForm(null));
        }
        return "plan/paper";
    }

    private @Nullable String name(@Nullable String language) {
        return network.languages().stream()
                .filter(choice -> choice.code().equals(language))
                .map(Network.Choice::name)
                .findFirst()
                .orElse(null);
    }
}
