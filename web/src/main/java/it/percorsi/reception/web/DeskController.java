package it.percorsi.reception.web;

import it.percorsi.access.Actor;
import it.percorsi.access.EmergencyAccess;
import it.percorsi.casefile.CaseFile;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.citizen.RequestService;
import it.percorsi.citizen.Requests;
import it.percorsi.network.Network;
import it.percorsi.network.Notices;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import it.percorsi.person.Search;
import it.percorsi.reception.ContactService;
import it.percorsi.reception.Contacts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One box, and below it either the person or a file with the words already in place. */
@Controller
@RequestMapping("/desk")
class DeskController {

    private final PersonService people;
    private final CaseFileService files;
    private final Network network;
    private final Notices notices;
    private final ContactService contacts;
    private final RequestService requests;
    private final DeskPage page;

    DeskController(
            PersonService people,
            CaseFileService files,
            Network network,
            Notices notices,
            ContactService contacts,
            RequestService requests,
            DeskPage page) {
        this.people = people;
        this.files = files;
        this.network = network;
        this.notices = notices;
        this.contacts = contacts;
        this.requests = requests;
        this.page = page;
    }

    @GetMapping
    String desk(Actor actor, Instant now, Model model) {
        return page.show(actor, now, model);
    }

    /**
     * By POST: what is searched for is personal and stays out of addresses, histories and logs.
     *
     * @param contact the anonymous contact of whoever is searched for, if that is how it began
     * @param request what they asked from the public pages, if that is how it began
     */
    @PostMapping
    String search(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(required = false) @Nullable UUID request,
            Actor actor,
            Instant now,
            Model model) {
        Contacts.Row from = contact == null ? null : contacts.find(actor, contact);
        model.addAttribute("contact", from);
        Requests.Row asked = request == null ? null : requests.find(actor, request);
        model.addAttribute("request", asked);
        if (q.isBlank()) {
            return page.show(actor, now, model);
        }
        Search search = Search.of(q, Rome.day(now));
        model.addAttribute("q", q);
        if (search.isEmpty()) {
            model.addAttribute("unreadable", true);
            return "reception/desk";
        }
        model.addAttribute("found", people.search(actor, now, search));
        model.addAttribute("evidence", q);
        model.addAttribute("fileForm", FileForm.from(search, place(actor), from, asked));
        return form(Rome.day(now), model);
    }

    @PostMapping("/files")
    String open(
            @ModelAttribute FileForm fileForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        LocalDate today = Rome.day(now);
        Optional<PersonService.Registration> registration =
                fileForm.check(errors, network, notices.inForce(today), today);
        PersonService.Found alike =
                registration
                        .map(known -> people.alike(actor, now, known))
                        .orElseGet(() -> people.search(actor, now, fileForm.asSearch(today)));
        if (registration.isPresent()
                && !alike.nobody()
                && !Boolean.TRUE.equals(fileForm.confirmed())) {
            errors.reject("person.perhaps-known");
        }
        if (registration.isEmpty() || errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("q", "");
            model.addAttribute("found", alike);
            model.addAttribute("evidence", fileForm.evidence());
            contactOf(fileForm)
                    .ifPresent(id -> model.addAttribute("contact", contacts.find(actor, id)));
            requestOf(fileForm)
                    .ifPresent(id -> model.addAttribute("request", requests.find(actor, id)));
            return form(today, model);
        }
        CaseFile file = files.open(actor, now, registration.get());
        contactOf(fileForm).ifPresent(id -> contacts.attach(actor, now, id, file.personId()));
        return requestOf(fileForm)
                .map(id ->
                        "redirect:/appointments/"
                                + requests.confirm(actor, now, id, file.personId()).id())
                .orElse("redirect:/people/" + file.personId() + "?opened");
    }

    private static Optional<UUID> contactOf(FileForm form) {
        return id(form.contact());
    }

    private static Optional<UUID> requestOf(FileForm form) {
        return id(form.request());
    }

    private static Optional<UUID> id(String typed) {
        return typed.matches("[0-9a-f-]{36}")
                ? Optional.of(UUID.fromString(typed))
                : Optional.empty();
    }

    private String form(LocalDate today, Model model) {
        model.addAttribute("countries", network.countries());
        model.addAttribute("languages", network.languages());
        model.addAttribute("notices", notices.inForce(today));
        model.addAttribute("municipalities", network.municipalitiesOfDesks());
        model.addAttribute("causes", EmergencyAccess.Cause.values());
        return "reception/desk";
    }

    private String place(Actor actor) {
        return network.desks().stream()
                .filter(desk -> desk.organisationId().equals(actor.organisationId()))
                .map(Network.DeskRow::municipality)
                .findFirst()
                .orElse("");
    }
}
