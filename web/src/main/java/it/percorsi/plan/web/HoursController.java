package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.Absence;
import it.percorsi.plan.HourService;
import it.percorsi.plan.HoursMove;
import it.percorsi.plan.OverrunService;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The hours of a person: foreseen, booked, given, missed, taken back, corrected. */
@Controller
class HoursController {

    private static final List<String> ABSENCES =
            List.of(Absence.JUSTIFIED.name(), Absence.UNJUSTIFIED.name());

    private final HourService hours;
    private final OverrunService overruns;
    private final PlanPage page;

    HoursController(HourService hours, OverrunService overruns, PlanPage page) {
        this.hours = hours;
        this.overruns = overruns;
        this.page = page;
    }

    @PostMapping("/plans/{id}/encounters")
    String record(
            @PathVariable UUID id,
            @ModelAttribute EncounterForm encounterForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<HourService.Given> given = encounterForm.check(errors, Rome.day(now));
        if (given.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.of(id, actor, now, model);
        }
        if (encounterForm.booking()) {
            hours.book(actor, now, id, given.get());
        } else {
            hours.deliver(actor, now, id, given.get());
        }
        return "redirect:/plans/" + id;
    }

    @PostMapping("/plans/{id}/planned-hours")
    String plan(
            @PathVariable UUID id,
            @ModelAttribute PlannedForm plannedForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<PlannedForm.Planned> planned =
                plannedForm.check(errors, new Reading(errors, Rome.day(now)));
        if (planned.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.of(id, actor, now, model);
        }
        PlannedForm.Planned some = planned.get();
        hours.plan(actor, now, id, some.support(), some.minutes(), some.times(), some.giver());
        return "redirect:/plans/" + id;
    }

    @PostMapping("/plans/{id}/more-hours")
    String pass(
            @PathVariable UUID id,
            @ModelAttribute OverrunForm overrunForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<OverrunForm.Passed> more = overrunForm.check(new Reading(errors, Rome.day(now)));
        if (more.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.of(id, actor, now, model);
        }
        overruns.pass(actor, now, id, more.get().minutes(), more.get().why());
        return "redirect:/plans/" + id;
    }

    @GetMapping("/hours/{id}")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("hourForm", new HourForm("", "", "", "", "", "", ""));
        return show(hours.look(actor, now, id), now, model);
    }

    private String show(HourService.Sheet sheet, Instant now, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("absences", ABSENCES);
        model.addAttribute("justified", hours.absenceRule(Absence.JUSTIFIED, now));
        model.addAttribute("unjustified", hours.absenceRule(Absence.UNJUSTIFIED, now));
        return "plan/hour";
    }

    /** One form for whatever may happen to an hour: each move reads its own fields. */
    @PostMapping("/hours/{id}/moves")
    String move(
            @PathVariable UUID id,
            @ModelAttribute HourForm hourForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        UUID plan =
                switch (hourForm.move()) {
                    case "BOOK" -> {
                        LocalDate day = read.day("day", hourForm.day());
                        LocalTime time = read.time("time", hourForm.time());
                        yield day == null || time == null
                                ? null
                                : hours.book(actor, now, id, day.atTime(time));
                    }
                    case "DELIVER" -> {
                        Integer minutes = read.whole("minutes", hourForm.minutes(), 5, 600);
                        String topic = read.required("topic", hourForm.topic(), Reading.LINE);
                        yield read.failed() || minutes == null
                                ? null
                                : hours.deliver(actor, now, id, minutes, topic);
                    }
                    case "MISS" -> {
                        String kind = read.choice("absence", hourForm.absence(), ABSENCES);
                        String why = read.required("note", hourForm.note(), Reading.TEXT);
                        yield read.failed()
                                ? null
                                : hours.miss(actor, now, id, Absence.valueOf(kind), why);
                    }
                    case "REOPEN", "UNBOOK", "CANCEL" ->
                            hours.undo(actor, now, id, HoursMove.valueOf(hourForm.move()));
                    default -> {
                        errors.rejectValue("move", "field.choice.unknown");
                        yield null;
                    }
                };
        return plan == null ? again(id, actor, now, model, response) : "redirect:/plans/" + plan;
    }

    @PostMapping("/hours/{id}/corrections")
    String correct(
            @PathVariable UUID id,
            @ModelAttribute HourForm hourForm,
            BindingResult errors,
            @RequestParam(defaultValue = "less") String way,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        Integer minutes = read.whole("minutes", hourForm.minutes(), 1, 600);
        String why = read.required("note", hourForm.note(), Reading.TEXT);
        if (read.failed() || minutes == null) {
            return again(id, actor, now, model, response);
        }
        return "redirect:/plans/"
                + hours.correct(actor, now, id, way.equals("more") ? minutes : -minutes, why);
    }

    private String again(
            UUID id, Actor actor, Instant now, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(hours.look(actor, now, id), now, model);
    }
}
