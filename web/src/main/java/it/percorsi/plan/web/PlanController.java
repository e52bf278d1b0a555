package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import it.percorsi.plan.Hours;
import it.percorsi.plan.Plan;
import it.percorsi.plan.PlanMove;
import it.percorsi.plan.PlanReadingService;
import it.percorsi.plan.PlanService;
import it.percorsi.plan.PlanSigningService;
import it.percorsi.plan.PlanTemplates;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The individual plan: objectives, commitments and supports. */
@Controller
class PlanController {

    private final PlanService plans;
    private final PlanReadingService reading;
    private final PlanSigningService signing;
    private final PersonService people;
    private final Network network;
    private final PlanPage page;

    PlanController(
            PlanService plans,
            PlanReadingService reading,
            PlanSigningService signing,
            PersonService people,
            Network network,
            PlanPage page) {
        this.plans = plans;
        this.reading = reading;
        this.signing = signing;
        this.people = people;
        this.network = network;
        this.page = page;
    }

    /** The plan of a person, or why there is none and what comes first. */
    @GetMapping("/people/{id}/plan")
    String ofPerson(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        Optional<UUID> plan = reading.ofPerson(actor, id);
        if (plan.isPresent()) {
            return "redirect:/plans/" + plan.get();
        }
        model.addAttribute("file", people.look(actor, now, id, "plan"));
        model.addAttribute("caseId", reading.waiting(actor, id).orElse(null));
        return "plan/none";
    }

    /** The plan of a case, or the form that draws it. */
    @GetMapping("/cases/{id}/plan")
    String ofCase(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        UUID plan = reading.ofCase(actor, id);
        if (plan != null) {
            return "redirect:/plans/" + plan;
        }
        List<Hours.Enrolled> enrolled = plans.programmes(actor, now, id);
        String body = actor.organisationId().toString();
        model.addAttribute(
                "drawForm",
                new DrawForm("", "", "", "", body, form(id, enrolled, actor, now, model)));
        return "plan/new";
    }

    /**
     * @return who pays, where a panel decided it for the only path there is; else nothing
     */
    private String form(
            UUID caseId, List<Hours.Enrolled> enrolled, Actor actor, Instant now, Model model) {
        Hours.Beginning only =
                enrolled.isEmpty()
                        ? plans.outside(actor, now, caseId)
                        : enrolled.getFirst().beginning();
        model.addAttribute("enrolled", enrolled);
        model.addAttribute("beginning", only);
        model.addAttribute("caseId", caseId);
        model.addAttribute("templates", plans.templates(enrolled));
        model.addAttribute("organisations", network.organisations());
        model.addAttribute("fundingSources", network.fundingSources());
        return enrolled.size() > 1 ? "" : Objects.requireNonNullElse(only.fund(), "");
    }

    @PostMapping("/cases/{id}/plan")
    String draw(
            @PathVariable UUID id,
            @ModelAttribute DrawForm drawForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        String words = read.limited("personWords", drawForm.personWords(), Reading.TEXT);
        LocalDate review = read.optionalDay("reviewOn", drawForm.reviewOn());
        List<Hours.Enrolled> enrolled = plans.programmes(actor, now, id);
        UUID enrolment = enrolled.size() > 1 ? read.id("enrolment", drawForm.enrolment()) : null;
        PlanService.Start start = drawForm.start(read, plans.templates(enrolled), network);
        if (read.failed()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            form(id, enrolled, actor, now, model);
            return "plan/new";
        }
        Plan plan =
                plans.draw(
                        actor, now, id, new PlanService.Outline(words, review, enrolment, start));
        return "redirect:/plans/" + plan.id();
    }

    @GetMapping("/plans/{id}")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        return page.of(id, actor, now, model);
    }

    @PostMapping("/plans/{id}/objectives")
    String aim(
            @PathVariable UUID id,
            @ModelAttribute AimForm aimForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<PlanService.Aim> aim =
                aimForm.check(errors, signing.team(actor, id), network, Rome.day(now));
        if (aim.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.of(id, actor, now, model);
        }
        plans.aim(actor, now, id, aim.get());
        return "redirect:/plans/" + id;
    }

    @PostMapping("/plans/{id}/conclusion")
    String conclude(@PathVariable UUID id, Actor actor, Instant now) {
        return move(id, PlanMove.CONCLUDE, "", actor, now);
    }

    @PostMapping("/plans/{id}/interruption")
    String interrupt(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        return move(id, PlanMove.INTERRUPT, note, actor, now);
    }

    private String move(UUID id, PlanMove move, String note, Actor actor, Instant now) {
        plans.move(actor, now, id, move, note);
        return "redirect:/plans/" + id;
    }

    record DrawForm(
            String personWords,
            String reviewOn,
            String enrolment,
            String template,
            String provider,
            String fundingSource) {

        DrawForm {
            personWords = Objects.requireNonNullElse(personWords, "");
            reviewOn = Objects.requireNonNullElse(reviewOn, "");
            enrolment = Objects.requireNonNullElse(enrolment, "");
            template = Objects.requireNonNullElse(template, "");
            provider = Objects.requireNonNullElse(provider, "");
            fundingSource = Objects.requireNonNullElse(fundingSource, "");
        }

        /**
         * @return what the plan begins from; null for an empty plan, or where something failed
         */
        PlanService.@Nullable Start start(
                Reading read, List<PlanTemplates.Template> templates, Network network) {
            if (template.isBlank()) {
                return null;
            }
            read.choice(
                    "template",
                    template,
                    templates.stream().map(PlanTemplates.Template::code).toList());
            if (templates.stream().anyMatch(one -> one.code().equals(template) && one.whole())) {
                return new PlanService.Start(template, null, null);
            }
            UUID body = read.id("provider", provider);
            read.choice(
                    "fundingSource", fundingSource, SupportForm.codes(network.fundingSources()));
            return body == null ? null : new PlanService.Start(template, body, fundingSource);
        }
    }
}
