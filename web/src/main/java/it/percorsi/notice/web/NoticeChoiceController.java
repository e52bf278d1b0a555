package it.percorsi.notice.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.notice.AppointmentNotices;
import it.percorsi.person.PersonService;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a person is told of their appointments, and how. */
@Controller
@RequestMapping("/people/{id}/reminders")
class NoticeChoiceController {

    private final AppointmentNotices notices;
    private final PersonService people;

    NoticeChoiceController(AppointmentNotices notices, PersonService people) {
        this.notices = notices;
        this.people = people;
    }

    @GetMapping
    String ask(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("file", people.look(actor, now, id, "reminders"));
        model.addAttribute("choice", notices.choice(actor, id));
        return "notice/choice";
    }

    @PostMapping
    String choose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean email,
            @RequestParam(defaultValue = "false") boolean sms,
            Actor actor,
            Instant now) {
        if (!actor.maySee(Section.CONTACTS)) {
            throw new NotVisible();
        }
        notices.choose(actor, now, id, email, sms);
        return "redirect:/people/" + id + "/reminders?saved";
    }
}
