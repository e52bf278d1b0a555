package it.percorsi.meeting.web;

import it.percorsi.access.Actor;
import it.percorsi.meeting.MeetingService;
import it.percorsi.meeting.Meetings;
import it.percorsi.meeting.PlannedMeetingService;
import it.percorsi.pathway.Rome;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskService;
import it.percorsi.task.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
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

/** The meeting: one case after the other, and the minutes at the end. */
@Controller
@RequestMapping("/meetings")
class MeetingController {

    private final MeetingService meetings;
    private final PlannedMeetingService planned;
    private final TaskService tasks;

    MeetingController(MeetingService meetings, PlannedMeetingService planned, TaskService tasks) {
        this.meetings = meetings;
        this.planned = planned;
        this.tasks = tasks;
    }

    @GetMapping
    String list(Actor actor, Instant now, Model model) {
        List<Meetings.Candidate> candidates = meetings.candidates(actor, now);
        model.addAttribute("latest", meetings.latest(actor));
        model.addAttribute("planned", planned.planned(actor));
        model.addAttribute("candidates", candidates);
        model.addAttribute(
                "meetingForm",
                new MeetingForm(
                        "",
                        candidates.stream()
                                .filter(Meetings.Candidate::mine)
                                .map(Meetings.Candidate::caseFileId)
                                .toList()));
        return "meeting/list";
    }

    @PostMapping
    String begin(@RequestParam(defaultValue = "") List<UUID> cases, Actor actor, Instant now) {
        return "redirect:/meetings/" + meetings.begin(actor, now, cases);
    }

    /** Goes on with the first case nobody has spoken of, or to the minutes. */
    @GetMapping("/{id}")
    String goOn(@PathVariable UUID id, Actor actor) {
        if (planned.waits(actor, id)) {
            return "redirect:/meetings/" + id + "/planned";
        }
        UUID next = meetings.next(actor, id);
        return next == null
                ? "redirect:/meetings/" + id + "/minutes"
                : "redirect:/meetings/items/" + next;
    }

    @GetMapping("/items/{id}")
    String item(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        MeetingService.Sheet sheet = meetings.look(actor, now, id);
        model.addAttribute("itemForm", new ItemForm(sheet.item().words(), ""));
        return page(sheet, tasks.assignees(actor, sheet.item().personId()), model);
    }

    private static String page(
            MeetingService.Sheet sheet, List<Tasks.Assignee> assignees, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("assignees", assignees);
        return "meeting/item";
    }

    @PostMapping("/items/{id}")
    String discuss(
            @PathVariable UUID id,
            @ModelAttribute ItemForm itemForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        MeetingService.Sheet sheet = meetings.look(actor, now, id);
        List<Tasks.Assignee> assignees = tasks.assignees(actor, sheet.item().personId());
        List<TaskLine> decided = itemForm.check(errors, assignees, actor, Rome.day(now));
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(sheet, assignees, model);
        }
        UUID meeting = meetings.discuss(actor, now, id, itemForm.words().strip(), decided);
        return "redirect:/meetings/" + meeting;
    }

    @GetMapping("/{id}/minutes")
    String minutes(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        MeetingService.Minutes minutes = meetings.minutes(actor, now, id);
        model.addAttribute("presentForm", PresentForm.of(minutes));
        model.addAttribute("minutes", minutes);
        return "meeting/minutes";
    }

    @PostMapping("/{id}/present")
    String attend(
            @PathVariable UUID id,
            @ModelAttribute PresentForm presentForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        String others = presentForm.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("minutes", meetings.minutes(actor, now, id));
            return "meeting/minutes";
        }
        meetings.attend(actor, now, id, presentForm.present(), others);
        return "redirect:/meetings/" + id + "/minutes";
    }

    @PostMapping("/{id}/closing")
    String close(@PathVariable UUID id, Actor actor, Instant now) {
        meetings.close(actor, now, id);
        return "redirect:/meetings/" + id + "/minutes";
    }
}
