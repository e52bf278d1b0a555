package it.percorsi.reminder.web;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Mark;
import it.percorsi.reminder.OpenSteps;
import it.percorsi.reminder.ReminderService;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What waits for whoever looks, from every register, the nearest day first; for whoever coordinates
 * a programme, how much waits in it.
 */
@Controller
class ReminderController {

    private final ReminderService reminders;

    ReminderController(ReminderService reminders) {
        this.reminders = reminders;
    }

    @GetMapping("/reminders")
    String list(
            @RequestParam(required = false) @Nullable Mark after,
            Actor actor,
            Instant now,
            Model model) {
        if (actor.actsAs(Role.COORDINATOR)) {
            model.addAttribute("programmes", reminders.ofProgrammes(actor, now));
            return "reminder/programmes";
        }
        ReminderService.Page page = reminders.waiting(actor, now, after);
        model.addAttribute(
                "lines", page.rows().stream().map(row -> new Line(row, place(row))).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("first", after == null);
        return "reminder/list";
    }

    /** Where the step is made. */
    private static String place(OpenSteps.Row step) {
        return switch (step.kind()) {
            case ANSWER, SITTING, WAITLISTED, QUESTION, READ -> "/referrals/" + step.id();
            case ASKED, OUTCOME, RECEIVED, UNDERWAY -> "/direct-referrals/" + step.id();
            case TASK -> "/people/" + step.personId() + "/tasks";
            case UNANSWERED -> "/people/" + step.personId() + "/team";
            case INVITATION, TRANSFER -> "/cases/requests";
            case RESUME, FOLLOW_UP, UNFOLLOWED -> "/cases/" + step.id();
            case REVIEW -> "/plans/" + step.id();
            case HOUR -> "/hours/" + step.id();
            case MEETING -> "/meetings/" + step.id();
            case SHEET -> "/hours/sheets/" + step.id();
            case PROCEDURE -> "/procedures/" + step.id();
        };
    }

    record Line(OpenSteps.Row step, String place) {}
}
