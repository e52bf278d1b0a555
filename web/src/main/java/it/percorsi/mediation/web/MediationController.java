package it.percorsi.mediation.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Agenda;
import it.percorsi.agenda.Mediation;
import it.percorsi.mediation.MediationMove;
import it.percorsi.mediation.MediationRequest;
import it.percorsi.mediation.MediationService;
import it.percorsi.mediation.Mediations;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.reception.Contact;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for a mediator and answering those who ask. */
@Controller
@RequestMapping("/agenda/mediation")
class MediationController {

    private final MediationService mediation;
    private final Mediations known;
    private final Network network;

    MediationController(MediationService mediation, Mediations known, Network network) {
        this.mediation = mediation;
        this.known = known;
        this.network = network;
    }

    @GetMapping
    String list(Actor actor, Instant now, Model model) {
        List<Mediations.Row> rows = mediation.list(actor, now);
        model.addAttribute("asked", rows.stream().filter(row -> row.askedBy(actor)).toList());
        model.addAttribute("sent", rows.stream().filter(row -> !row.askedBy(actor)).toList());
        return "mediation/list";
    }

    @GetMapping("/new")
    String begin(
            @RequestParam(required = false) @Nullable UUID appointment,
            Actor actor,
            Instant now,
            Model model) {
        Optional<UUID> asked =
                Optional.ofNullable(appointment).flatMap(id -> mediation.of(actor, id));
        if (asked.isPresent()) {
            return "redirect:/agenda/mediation/" + asked.get();
        }
        if (appointment == null) {
            model.addAttribute("mediationForm", MediationForm.blank());
        } else {
            Agenda.AppointmentRow row = mediation.appointment(actor, now, appointment);
            model.addAttribute("mediationForm", MediationForm.of(appointment, row));
        }
        return form(actor, now, model);
    }

    private String form(Actor actor, Instant now, Model model) {
        model.addAttribute("languages", network.languages());
        model.addAttribute("topics", Contact.Topic.values());
        model.addAttribute("manners", List.of(Mediation.IN_PERSON, Mediation.BY_PHONE));
        model.addAttribute("providers", known.providers());
        model.addAttribute("payers", mediation.payers(actor, Rome.day(now)));
        return "mediation/new";
    }

    @PostMapping
    String ask(
            @ModelAttribute MediationForm mediationForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<MediationRequest.Wanted> wanted = mediationForm.check(errors, now);
        // A programme that runs today may be over by then.
        wanted.filter(asked ->
                        mediation.payers(actor, asked.starts().toLocalDate()).stream()
                                .noneMatch(payer -> payer.id().equals(asked.programme())))
                .ifPresent(asked -> errors.rejectValue("programme", "mediation.programme-over"));
        if (wanted.isEmpty() || errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(actor, now, model);
        }
        return "redirect:/agenda/mediation/" + mediation.ask(actor, now, wanted.get());
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("goingForm", new GoingForm("", ""));
        return page(id, actor, now, model);
    }

    private String page(UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("sheet", mediation.look(actor, now, id));
        return "mediation/show";
    }

    @PostMapping("/{id}/acceptance")
    String accept(
            @PathVariable UUID id,
            @ModelAttribute GoingForm goingForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        UUID mediator = new Reading(errors, Rome.day(now)).id("mediator", goingForm.mediator());
        if (mediator == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, now, model);
        }
        mediation.accept(actor, now, id, mediator);
        return "redirect:/agenda/mediation/" + id;
    }

    @PostMapping("/{id}/delivery")
    String give(
            @PathVariable UUID id,
            @ModelAttribute GoingForm goingForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Integer minutes =
                new Reading(errors, Rome.day(now)).whole("given", goingForm.given(), 5, 600);
        if (errors.hasErrors() || minutes == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, now, model);
        }
        mediation.give(actor, now, id, minutes);
        return "redirect:/agenda/mediation/" + id;
    }

    @PostMapping("/{id}/refusal")
    String decline(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        return end(actor, now, id, MediationMove.SAY_NO, note);
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        return end(actor, now, id, MediationMove.WITHDRAW, note);
    }

    @PostMapping("/{id}/absence")
    String notTakenPlace(
            @PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        return end(actor, now, id, MediationMove.NOT_TAKE_PLACE, note);
    }

    private String end(Actor actor, Instant now, UUID id, MediationMove move, String note) {
        mediation.end(actor, now, id, move, note);
        return "redirect:/agenda/mediation/" + id;
    }

    /** Who goes, or for how long they were there. */
    record GoingForm(String mediator, String given) {

        GoingForm {
            mediator = Objects.requireNonNullElse(mediator, "");
            given = Objects.requireNonNullElse(given, "");
        }
    }
}
