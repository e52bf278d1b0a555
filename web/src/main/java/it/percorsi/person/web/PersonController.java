package it.percorsi.person.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.person.AlertService;
import it.percorsi.person.DuplicateService;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

/** The person's page: who somebody is, and who may know it. */
@Controller
@RequestMapping("/people/{id}")
class PersonController {

    private final PersonService people;
    private final DuplicateService duplicates;
    private final AlertService alerts;
    private final Network network;

    PersonController(
            PersonService people,
            DuplicateService duplicates,
            AlertService alerts,
            Network network) {
        this.people = people;
        this.duplicates = duplicates;
        this.alerts = alerts;
        this.network = network;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        try {
            model.addAttribute("file", people.look(actor, now, id, "person"));
        } catch (NotVisible perhapsMerged) {
            return "redirect:/people/" + duplicates.becameOf(actor, id);
        }
        model.addAttribute("before", duplicates.before(actor, id));
        model.addAttribute("alerts", alerts.on(actor, now, id));
        model.addAttribute("now", now);
        return "person/show";
    }

    @GetMapping("/data")
    String data(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        return data(id, actor, now, model, new PermitForm("", "", "", ""));
    }

    private String data(UUID id, Actor actor, Instant now, Model model, PermitForm permit) {
        PersonFile file = people.look(actor, now, id, "person-data");
        model.addAttribute("file", file);
        if (!model.containsAttribute("dataForm")) {
            model.addAttribute("dataForm", DataForm.of(file));
        }
        if (!model.containsAttribute("permitForm")) {
            model.addAttribute("permitForm", permit);
        }
        model.addAttribute("countries", network.countries());
        model.addAttribute("languages", network.languages());
        model.addAttribute("municipalities", network.municipalitiesOfDesks());
        model.addAttribute("permitKinds", network.permitKinds());
        return "person/data";
    }

    @PostMapping("/data")
    String correct(
            @PathVariable UUID id,
            @RequestParam int version,
            @ModelAttribute DataForm dataForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<DataForm.Correction> correction = dataForm.check(errors, network, Rome.day(now));
        if (correction.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return data(id, actor, now, model, new PermitForm("", "", "", ""));
        }
        DataForm.Correction right = correction.get();
        people.correct(
                actor,
                now,
                id,
                version,
                right.identity(),
                right.citizenships(),
                right.identifier(),
                right.contact());
        return "redirect:/people/" + id + "?saved";
    }

    @PostMapping("/permits")
    String permit(
            @PathVariable UUID id,
            @ModelAttribute PermitForm permitForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<PermitForm.Permit> permit = permitForm.check(errors, network, Rome.day(now));
        if (permit.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return data(id, actor, now, model, permitForm);
        }
        PermitForm.Permit read = permit.get();
        people.recordPermit(
                actor, now, id, read.kind(), read.number(), read.expiresOn(), read.receiptOn());
        return "redirect:/people/" + id + "?saved";
    }
}
