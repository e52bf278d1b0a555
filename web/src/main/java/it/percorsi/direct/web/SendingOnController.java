package it.percorsi.direct.web;

import it.percorsi.access.Actor;
import it.percorsi.direct.DirectReferral;
import it.percorsi.direct.DirectService;
import it.percorsi.pathway.Grounds;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
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

/** The services a person was sent to, and sending them to one more. */
@Controller
@RequestMapping("/people/{id}/direct-referrals")
class SendingOnController {

    private final DirectService direct;
    private final PersonService people;

    SendingOnController(DirectService direct, PersonService people) {
        this.direct = direct;
        this.people = people;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID follows,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute(
                "directForm",
                follows == null
                        ? DirectForm.blank()
                        : DirectForm.again(direct.earlier(actor, id, follows)));
        return page(people.look(actor, now, id, "direct"), actor, now, model);
    }

    private String page(PersonFile file, Actor actor, Instant now, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("rows", direct.ofPerson(actor, now, file.person().id()));
        model.addAttribute("allNeeds", Grounds.NEEDS);
        model.addAttribute("bases", Grounds.BASES);
        model.addAttribute("services", DirectReferral.Service.values());
        model.addAttribute("receivers", direct.receivers(actor));
        model.addAttribute("maySend", direct.maySend(actor));
        return "direct/of-person";
    }

    @PostMapping
    String send(
            @PathVariable UUID id,
            @ModelAttribute DirectForm directForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        PersonFile file = people.look(actor, now, id, "direct");
        Optional<DirectReferral.Asked> asked = directForm.check(errors, direct.receivers(actor));
        if (asked.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(file, actor, now, model);
        }
        PersonFile.Contact contact = directForm.telling() == null ? null : file.contact();
        return "redirect:/direct-referrals/"
                + direct.send(actor, now, id, contact == null ? null : contact.phone(), asked.get())
                + "?sent";
    }
}
