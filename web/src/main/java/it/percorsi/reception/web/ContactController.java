package it.percorsi.reception.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.reception.ContactService;
import it.percorsi.reception.Contacts.Figure;
import it.percorsi.site.CsvFile;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

/** The register of those who ask something and go: a line each, in three keys. */
@Controller
@RequestMapping("/desk")
class ContactController {

    private final DeskPage page;
    private final ContactService contacts;
    private final Network network;
    private final RegisterFile file;

    ContactController(DeskPage page, ContactService contacts, Network network, RegisterFile file) {
        this.page = page;
        this.contacts = contacts;
        this.network = network;
        this.file = file;
    }

    @PostMapping("/contacts")
    String record(
            @ModelAttribute ContactForm contactForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<ContactForm.Read> read = contactForm.check(errors, network.languages());
        if (read.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(actor, now, model);
        }
        ContactForm.Read contact = read.get();
        contacts.record(
                actor,
                now,
                contact.topic(),
                contact.language(),
                contact.channel(),
                contact.outcome());
        return "redirect:/desk?counted";
    }

    @PostMapping("/contacts/{id}/undoing")
    String undo(@PathVariable UUID id, Actor actor, Instant now) {
        contacts.undo(actor, now, id);
        return "redirect:/desk?uncounted";
    }

    /** The person is searched for first, as always; what was recorded waits for the file. */
    @GetMapping("/contacts/{id}/file")
    String file(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("contact", contacts.find(actor, id));
        return page.show(actor, now, model);
    }

    @PostMapping("/contacts/{id}/person")
    String attach(
            @PathVariable UUID id, @RequestParam("person") UUID person, Actor actor, Instant now) {
        contacts.attach(actor, now, id, person);
        return "redirect:/people/" + person;
    }

    @GetMapping("/register")
    String register(
            @ModelAttribute PeriodForm periodForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<Period> period = periodForm.check(errors, Rome.day(now));
        if (period.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("period", period.orElse(null));
        model.addAttribute(
                "figures",
                period.map(p -> contacts.figures(actor, now, p.from(), p.until()))
                        .orElse(List.of()));
        return "reception/register";
    }

    @GetMapping("/register.csv")
    ResponseEntity<byte[]> register(
            @ModelAttribute PeriodForm periodForm, BindingResult errors, Actor actor, Instant now) {
        Optional<Period> period = periodForm.check(errors, Rome.day(now));
        if (period.isEmpty()) {
            return ResponseEntity.unprocessableContent().build();
        }
        List<Figure> figures =
                contacts.figures(actor, now, period.get().from(), period.get().until());
        return CsvFile.attached(
                "contatti-%s-%s".formatted(period.get().from(), period.get().until()),
                file.of(figures));
    }

    record Period(LocalDate from, LocalDate until) {}

    /** From one day to another, both included; today where nothing is said. */
    record PeriodForm(String from, String until) {

        PeriodForm {
            from = Objects.requireNonNullElse(from, "");
            until = Objects.requireNonNullElse(until, "");
        }

        Optional<Period> check(BindingResult errors, LocalDate today) {
            Reading read = new Reading(errors, today);
            LocalDate first = from.isBlank() ? today : read.day("from", from);
            LocalDate last = until.isBlank() ? today : read.day("until", until);
            if (first != null && last != null && last.isBefore(first)) {
                errors.rejectValue("until", "contact.period-reversed");
            }
            return errors.hasErrors() || first == null || last == null
                    ? Optional.empty()
                    : Optional.of(new Period(first, last));
        }
    }
}
