package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.casefile.Diary;
import it.percorsi.casefile.DiaryService;
import it.percorsi.pathway.Rome;
import it.percorsi.site.Reading;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskService;
import it.percorsi.task.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** The diary of a person: what happened, who did it, and the next note. */
@Controller
@RequestMapping("/people/{id}/diary")
class DiaryController {

    private final DiaryService diary;
    private final TaskService tasks;
    private final MessageSource messages;

    DiaryController(DiaryService diary, TaskService tasks, MessageSource messages) {
        this.diary = diary;
        this.tasks = tasks;
        this.messages = messages;
    }

    @GetMapping
    String read(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID author,
            @RequestParam(required = false) @Nullable UUID body,
            @RequestParam(required = false) Diary.@Nullable Mark before,
            @ModelAttribute DaysForm daysForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        DaysForm.Days days = days(daysForm, errors, now, response);
        Diary.Filter filter =
                new Diary.Filter(kind, author, body, null, days.since(), days.until(), before);
        return page(id, filter, actor, now, model);
    }

    /** Days that cannot be read leave nothing out, and come back as they were typed. */
    private static DaysForm.Days days(
            DaysForm typed, BindingResult errors, Instant now, HttpServletResponse response) {
        DaysForm.Days days = typed.check(errors, Rome.day(now));
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return DaysForm.Days.ALL;
        }
        return days;
    }

    /** By POST: the words looked for are personal and stay out of addresses and logs. */
    @PostMapping("/search")
    String search(
            @PathVariable UUID id,
            @RequestParam String words,
            @RequestParam(required = false) Diary.@Nullable Mark before,
            @ModelAttribute DaysForm daysForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        String wanted = words.isBlank() ? null : words.strip();
        DaysForm.Days days = days(daysForm, errors, now, response);
        Diary.Filter filter =
                new Diary.Filter(null, null, null, wanted, days.since(), days.until(), before);
        return page(id, filter, actor, now, model);
    }

    private String page(UUID id, Diary.Filter filter, Actor actor, Instant now, Model model) {
        model.addAttribute("diary", diary.read(actor, now, id, filter));
        model.addAttribute("filter", filter);
        model.addAttribute("links", new DiaryLinks(id, filter));
        model.addAttribute("kinds", Diary.KINDS);
        model.addAttribute("assignees", tasks.assignees(actor, id));
        if (!model.containsAttribute("daysForm")) {
            model.addAttribute("daysForm", DaysForm.blank());
        }
        if (!model.containsAttribute("noteForm")) {
            model.addAttribute("noteForm", new NoteForm("", "", "", ""));
        }
        return "casefile/diary";
    }

    @PostMapping
    String note(
            @PathVariable UUID id,
            @ModelAttribute NoteForm noteForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        String next = messages.getMessage("task.next-contact", null, Locale.ITALIAN);
        List<Tasks.Assignee> assignees = tasks.assignees(actor, id);
        List<TaskLine> decided = noteForm.check(errors, assignees, actor, Rome.day(now), next);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, Diary.Filter.NONE, actor, now, model);
        }
        Section section = Section.valueOf(noteForm.section());
        diary.note(actor, now, id, section, noteForm.body(), decided);
        return "redirect:/people/" + id + "/diary?noted";
    }

    @GetMapping("/{link}/correction")
    String correction(
            @PathVariable UUID id, @PathVariable UUID link, Actor actor, Instant now, Model model) {
        DiaryService.Correction correction = diary.correctable(actor, now, id, link);
        if (correction.note().correctedBy() != null) {
            return "redirect:/people/%s/diary/%s/correction"
                    .formatted(id, correction.note().correctedBy());
        }
        model.addAttribute("correction", correction);
        model.addAttribute("correctionForm", new CorrectionForm(correction.note().body()));
        return "casefile/correction";
    }

    @PostMapping("/{link}/correction")
    String correct(
            @PathVariable UUID id,
            @PathVariable UUID link,
            @ModelAttribute CorrectionForm correctionForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        new Reading(errors, LocalDate.EPOCH).required("body", correctionForm.body(), Reading.TEXT);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("correction", diary.correctable(actor, now, id, link));
            return "casefile/correction";
        }
        diary.correct(actor, now, id, link, correctionForm.body());
        return "redirect:/people/" + id + "/diary?noted";
    }

    record CorrectionForm(String body) {

        CorrectionForm {
            body = Objects.requireNonNullElse(body, "");
        }
    }
}
