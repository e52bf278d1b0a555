package it.percorsi.meeting.web;

import it.percorsi.access.Actor;
import it.percorsi.meeting.MeetingService;
import it.percorsi.meeting.PlannedMeetingService;
import it.percorsi.pathway.Rome;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

/** A meeting planned for a day: until it begins, it is moved or called off. */
@Controller
@RequestMapping("/meetings")
class PlannedMeetingController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final PlannedMeetingService planned;
    private final MeetingService meetings;

    PlannedMeetingController(PlannedMeetingService planned, MeetingService meetings) {
        this.planned = planned;
        this.meetings = meetings;
    }

    @PostMapping("/planned")
    String plan(
            @ModelAttribute MeetingForm meetingForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        LocalDate day = meetingForm.check(errors, Rome.day(now));
        if (day == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("latest", meetings.latest(actor));
            model.addAttribute("planned", planned.planned(actor));
            model.addAttribute("candidates", meetings.candidates(actor, now));
            return "meeting/list";
        }
        UUID id = planned.plan(actor, now, day, meetingForm.cases());
        return "redirect:/meetings/" + id + "/planned";
    }

    @GetMapping("/{id}/planned")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        PlannedMeetingService.Sheet sheet = planned.look(actor, now, id);
        LocalDate day = sheet.meeting().plannedFor();
        model.addAttribute(
                "meetingForm", new MeetingForm(day == null ? "" : DAY.format(day), List.of()));
        return page(sheet, model);
    }

    private static String page(PlannedMeetingService.Sheet sheet, Model model) {
        model.addAttribute("sheet", sheet);
        return "meeting/planned";
    }

    @PostMapping("/{id}/moving")
    String move(
            @PathVariable UUID id,
            @ModelAttribute MeetingForm meetingForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        PlannedMeetingService.Sheet sheet = planned.look(actor, now, id);
        LocalDate day = meetingForm.check(errors, Rome.day(now));
        if (day == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(sheet, model);
        }
        planned.move(actor, now, id, day);
        return "redirect:/meetings/" + id + "/planned";
    }

    @PostMapping("/{id}/beginning")
    String begin(@PathVariable UUID id, Actor actor, Instant now) {
        planned.begin(actor, now, id);
        return "redirect:/meetings/" + id;
    }

    @PostMapping("/{id}/calling-off")
    String callOff(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        planned.callOff(actor, now, id, note);
        return "redirect:/meetings";
    }
}
