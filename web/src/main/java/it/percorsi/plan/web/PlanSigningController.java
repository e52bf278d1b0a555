package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.PlanEditions.Review;
import it.percorsi.plan.PlanEditions.Signature;
import it.percorsi.plan.PlanSigningService;
import it.percorsi.site.Spoken;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A plan explained, printed, signed, looked at again and written anew. */
@Controller
@RequestMapping("/plans/{id}")
class PlanSigningController {

    private static final List<String> LABELS =
            List.of(
                    "title",
                    "words",
                    "result",
                    "commitments",
                    "supports",
                    "hours",
                    "review",
                    "explained",
                    "understood",
                    "signatures");

    private final PlanSigningService signing;
    private final Network network;
    private final MessageSource messages;
    private final PlanPage page;

    PlanSigningController(
            PlanSigningService signing, Network network, MessageSource messages, PlanPage page) {
        this.signing = signing;
        this.network = network;
        this.messages = messages;
        this.page = page;
    }

    @PostMapping("/proposal")
    String propose(
            @PathVariable UUID id,
            @ModelAttribute ProposalForm proposalForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        ProposalForm.Told told = proposalForm.check(errors, network, Rome.day(now));
        if (told == null) {
            return again(id, actor, now, model, response);
        }
        signing.propose(actor, now, id, told.on(), told.language(), told.mediator());
        return "redirect:/plans/" + id;
    }

    @PostMapping("/signature")
    String sign(
            @PathVariable UUID id,
            @ModelAttribute SignatureForm signatureForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Signature signature = signatureForm.check(errors, Rome.day(now));
        if (signature == null) {
            return again(id, actor, now, model, response);
        }
        signing.sign(actor, now, id, signature);
        return "redirect:/plans/" + id;
    }

    @PostMapping("/revision")
    String revise(@PathVariable UUID id, Actor actor, Instant now) {
        signing.revise(actor, now, id);
        return "redirect:/plans/" + id;
    }

    @PostMapping("/reviews")
    String review(
            @PathVariable UUID id,
            @ModelAttribute ReviewForm reviewForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Review review = reviewForm.check(errors, Rome.day(now));
        if (review == null) {
            return again(id, actor, now, model, response);
        }
        signing.review(actor, now, id, review);
        return "redirect:/plans/" + id;
    }

    /** The plan as it stands, to be printed and signed. */
    @GetMapping("/paper")
    String paper(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        return printed(signing.paper(actor, now, id, null), model);
    }

    /** What was signed, as it was. */
    @GetMapping("/editions/{number}")
    String edition(
            @PathVariable UUID id,
            @PathVariable int number,
            Actor actor,
            Instant now,
            Model model) {
        return printed(signing.paper(actor, now, id, number), model);
    }

    /** In Italian, and beside it in the language it was explained in, else in the person's own. */
    private String printed(PlanSigningService.Paper paper, Model model) {
        String explained = paper.content().explainedIn();
        Spoken spoken =
                Spoken.of(Objects.requireNonNullElse(explained, paper.plan().personLanguage()));
        Locale theirs = spoken.locale();
        model.addAttribute("paper", paper);
        model.addAttribute("code", spoken.code());
        model.addAttribute("direction", spoken.direction());
        model.addAttribute("language", name(explained));
        model.addAttribute(
                "other",
                spoken.italian()
                        ? null
                        : Stream.concat(
                                        LABELS.stream(),
                                        AimForm.AREAS.stream().map(area -> "area." + area))
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(),
                                                label -> word(label, theirs))));
        model.addAttribute(
                "unverified", !spoken.italian() && word("verified", theirs).equals("no"));
        model.addAttribute("untranslated", !spoken.theirs());
        return "plan/paper";
    }

    private String word(String label, Locale locale) {
        return messages.getMessage("paper." + label, null, locale);
    }

    private @Nullable String name(@Nullable String language) {
        return network.languages().stream()
                .filter(choice -> choice.code().equals(language))
                .map(Network.Choice::name)
                .findFirst()
                .orElse(null);
    }

    private String again(
            UUID id, Actor actor, Instant now, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.of(id, actor, now, model);
    }
}
