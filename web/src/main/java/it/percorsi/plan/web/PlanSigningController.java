package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import it.percorsi.plan.PlanEditions.Review;
import it.percorsi.plan.PlanEditions.Signature;
import it.percorsi.plan.PlanSigningService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A plan explained, printed, signed, looked at again and written anew. */
@Controller
@RequestMapping("/plans/{id}")
class PlanSigningController {

    private final PlanSigningService signing;
    private final PersonService people;
    private final Network network;
    private final PlanPaper paper;
    private final PlanPage page;

    PlanSigningController(
            PlanSigningService signing,
            PersonService people,
            Network network,
            PlanPaper paper,
            PlanPage page) {
        this.signing = signing;
        this.people = people;
        this.network = network;
        this.paper = paper;
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
        Review review = reviewForm.check(errors, signing.aims(actor, id), Rome.day(now));
        if (review == null) {
            return again(id, actor, now, model, response);
        }
        signing.review(actor, now, id, review);
        return "redirect:/plans/" + id;
    }

    /** The plan as it stands, to be printed and signed. */
    @GetMapping("/paper")
    String paper(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        return paper.of(signing.paper(actor, now, id), model);
    }

    /** What was signed, as it was. */
    @GetMapping("/editions/{number}")
    String edition(
            @PathVariable UUID id,
            @PathVariable int number,
            Actor actor,
            Instant now,
            Model model) {
        return paper.of(signing.edition(actor, now, id, number), model);
    }

    /** What was signed, as a file to be kept. */
    @GetMapping("/editions/{number}/paper.pdf")
    ResponseEntity<byte[]> file(
            @PathVariable UUID id, @PathVariable int number, Actor actor, Instant now) {
        return paper.file(signing.download(actor, now, id, number), number);
    }

    /** Two editions side by side, or one and what the plan says now. */
    @GetMapping("/comparison")
    String compare(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(required = false) @Nullable Integer to,
            Actor actor,
            Instant now,
            Model model) {
        PlanSigningService.Comparison both = signing.compare(actor, now, id, from, to);
        model.addAttribute("file", people.look(actor, now, both.plan().personId(), "plan"));
        model.addAttribute("compared", ComparedPlan.of(both.before(), both.after()));
        model.addAttribute("planId", id);
        model.addAttribute("was", "Versione " + from);
        model.addAttribute("is", to == null ? "Che cosa dice adesso" : "Versione " + to);
        return "plan/comparison";
    }

    private String again(
            UUID id, Actor actor, Instant now, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.of(id, actor, now, model);
    }
}
