package it.percorsi.person.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.person.HouseholdService;
import it.percorsi.person.Kinship;
import it.percorsi.person.PersonService;
import it.percorsi.person.Search;
import it.percorsi.site.Reading;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who somebody lives with, and an address that must not be found out. */
@Controller
@RequestMapping("/people/{id}")
class HouseholdController {

    private final HouseholdService household;
    private final PersonService people;

    HouseholdController(HouseholdService household, PersonService people) {
        this.household = household;
        this.people = people;
    }

    @GetMapping("/household")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("file", people.look(actor, now, id, "household"));
        model.addAttribute("relatives", household.of(actor, now, id));
        model.addAttribute("kinships", Kinship.values());
        return "person/household";
    }

    /** By POST, as every search for a person. */
    @PostMapping("/household/search")
    String search(
            @PathVariable UUID id, @RequestParam String q, Actor actor, Instant now, Model model) {
        model.addAttribute("q", q);
        model.addAttribute(
                "hits",
                people.search(actor, now, Search.of(q, Rome.day(now))).hits().stream()
                        .filter(hit -> !hit.id().equals(id))
                        .toList());
        return show(id, actor, now, model);
    }

    @PostMapping("/household")
    String link(
            @PathVariable UUID id,
            @RequestParam UUID relative,
            @RequestParam Kinship kinship,
            Actor actor,
            Instant now) {
        household.link(actor, now, id, relative, kinship);
        return "redirect:/people/" + id + "/household?saved";
    }

    @PostMapping("/household/{link}/end")
    String unlink(@PathVariable UUID id, @PathVariable UUID link, Actor actor, Instant now) {
        household.unlink(actor, now, id, link);
        return "redirect:/people/" + id + "/household?ended";
    }

    @GetMapping("/protected-address")
    String address(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("kept", household.protectedAddress(actor, now, id).orElse(null));
        model.addAttribute("file", people.look(actor, now, id, "person-data"));
        return "person/protected-address";
    }

    @PostMapping("/protected-address")
    String protect(@PathVariable UUID id, @RequestParam String address, Actor actor, Instant now) {
        if (address.isBlank() || address.length() > Reading.LINE) {
            throw new MoveRefused(List.of("protected-address.unreadable"));
        }
        household.protect(actor, now, id, address);
        return "redirect:/people/" + id + "/protected-address?saved";
    }

    @PostMapping("/protected-address/end")
    String unprotect(@PathVariable UUID id, Actor actor, Instant now) {
        household.unprotect(actor, now, id);
        return "redirect:/people/" + id + "/protected-address?ended";
    }
}
