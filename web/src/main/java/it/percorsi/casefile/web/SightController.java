package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.casefile.TeamService;
import it.percorsi.person.PersonService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
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

/** What the body of a member sees, changed while they stay. */
@Controller
@RequestMapping("/cases/members/{id}/sight")
class SightController {

    private final TeamService teams;
    private final PersonService people;

    SightController(TeamService teams, PersonService people) {
        this.teams = teams;
        this.people = people;
    }

    @GetMapping
    String form(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        TeamService.Place place = teams.place(actor, id);
        model.addAttribute("sightForm", new SightForm(place.member().sections(), ""));
        return page(place, actor, now, model);
    }

    private String page(TeamService.Place place, Actor actor, Instant now, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("file", people.look(actor, now, place.person(), "team"));
        return "casefile/sight";
    }

    @PostMapping
    String see(
            @PathVariable UUID id,
            @ModelAttribute SightForm sightForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        TeamService.Place place = teams.place(actor, id);
        sightForm.check(errors, place.opening());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(place, actor, now, model);
        }
        return "redirect:/cases/"
                + teams.see(actor, now, id, sightForm.sections(), sightForm.note());
    }
}
