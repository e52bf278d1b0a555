package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.Absence;
import it.percorsi.plan.GroupService;
import it.percorsi.plan.Groups;
import it.percorsi.plan.Hours;
import it.percorsi.plan.HoursMove;
import it.percorsi.plan.TogetherService;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** An hour several people have together, from when it is booked to who came. */
@Controller
@RequestMapping("/hours/groups/{id}")
class TogetherController {

    private static final String CAME = "CAME";
    private static final List<String> ABSENCES =
            Stream.of(Absence.values()).map(Enum::name).toList();

    private final GroupService groups;
    private final TogetherService hours;

    TogetherController(GroupService groups, TogetherService hours) {
        this.groups = groups;
        this.hours = hours;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        TogetherService.Together together = hours.look(actor, now, id);
        Hours.Line first = together.lines().getFirst();
        model.addAttribute(
                "outcomeForm", new OutcomeForm("" + first.minutes(), first.topic(), "", ""));
        return page(together, Map.of(), actor, now, model);
    }

    private String page(
            TogetherService.Together together,
            Map<String, String> told,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("together", together);
        model.addAttribute("told", told);
        model.addAttribute("absences", ABSENCES);
        return "plan/together";
    }

    /** Of each that is named, whether they came; of the others only what is said of all of them. */
    @PostMapping("/outcome")
    String tell(
            @PathVariable UUID id,
            @ModelAttribute OutcomeForm outcomeForm,
            BindingResult errors,
            @RequestParam(defaultValue = "") String others,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        Integer minutes = read.whole("minutes", outcomeForm.minutes(), 5, 600);
        String topic = read.required("topic", outcomeForm.topic(), Reading.LINE);
        TogetherService.Together together = hours.look(actor, now, id);
        Map<UUID, TogetherService.Told> told = new LinkedHashMap<>();
        Map<UUID, List<String>> refused = new LinkedHashMap<>();
        for (Hours.Line line : together.expected()) {
            String said = typed.getOrDefault("said." + line.id(), "");
            String why = typed.getOrDefault("why." + line.id(), "").strip();
            if (CAME.equals(said.isEmpty() ? others : said)) {
                told.put(line.id(), new TogetherService.Told(null, ""));
            } else if (ABSENCES.contains(said)) {
                told.put(line.id(), new TogetherService.Told(Absence.valueOf(said), why));
                if (why.isEmpty() || why.length() > Reading.TEXT) {
                    refused.put(line.id(), List.of("hours.absence-why"));
                }
            }
        }
        if (told.isEmpty()) {
            errors.reject("hours.nobody-said");
        }
        if (read.failed() || minutes == null || !refused.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            refused.putAll(hours.tell(actor, now, id, minutes, topic, told));
            if (refused.isEmpty()) {
                return "redirect:/hours/groups/" + id;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return refused(refused, together, typed, actor, now, model);
    }

    private String refused(
            Map<UUID, List<String>> refused,
            TogetherService.Together together,
            Map<String, String> typed,
            Actor actor,
            Instant now,
            Model model) {
        if (!refused.isEmpty()) {
            model.addAttribute("refused", refused);
        }
        return page(together, typed, actor, now, model);
    }

    @GetMapping("/people")
    String choose(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        return choose(hours.look(actor, now, id), new JoiningForm(List.of()), actor, now, model);
    }

    private String choose(
            TogetherService.Together together,
            JoiningForm form,
            Actor actor,
            Instant now,
            Model model) {
        Set<UUID> there =
                together.lines().stream().map(Hours.Line::personId).collect(Collectors.toSet());
        List<Groups.Candidate> others =
                groups
                        .candidates(actor, now, together.lines().getFirst().instrument(), null)
                        .stream()
                        .filter(each -> !there.contains(each.personId()))
                        .toList();
        model.addAttribute("together", together);
        model.addAttribute("joiningForm", form);
        model.addAttribute("candidates", others);
        return "plan/joining";
    }

    @PostMapping("/people")
    String add(
            @PathVariable UUID id,
            @ModelAttribute JoiningForm joiningForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Set<UUID> supports = new Reading(errors, Rome.day(now)).ids("people", joiningForm.people());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return choose(hours.look(actor, now, id), joiningForm, actor, now, model);
        }
        Map<UUID, List<String>> refused = groups.add(actor, now, id, supports);
        if (!refused.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", refused);
            return choose(hours.look(actor, now, id), joiningForm, actor, now, model);
        }
        return "redirect:/hours/groups/" + id;
    }

    /** All of them get a day, lose it, or are expected no more. */
    @PostMapping("/moves")
    String move(
            @PathVariable UUID id,
            @ModelAttribute OutcomeForm outcomeForm,
            BindingResult errors,
            @RequestParam HoursMove move,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Map<UUID, List<String>> refused = Map.of();
        if (move == HoursMove.BOOK) {
            Reading read = new Reading(errors, Rome.day(now));
            LocalDate day = read.day("day", outcomeForm.day());
            LocalTime time = read.time("time", outcomeForm.time());
            if (day == null || time == null) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return page(hours.look(actor, now, id), Map.of(), actor, now, model);
            }
            refused = hours.moveAll(actor, now, id, move, day.atTime(time));
        } else {
            refused = hours.moveAll(actor, now, id, move, null);
        }
        if (!refused.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return refused(refused, hours.look(actor, now, id), Map.of(), actor, now, model);
        }
        return "redirect:/hours/groups/" + id;
    }

    /** What is said of all of them. */
    record OutcomeForm(String minutes, String topic, String day, String time) {

        OutcomeForm {
            minutes = Objects.requireNonNullElse(minutes, "");
            topic = Objects.requireNonNullElse(topic, "");
            day = Objects.requireNonNullElse(day, "");
            time = Objects.requireNonNullElse(time, "");
        }
    }

    /**
     * @param people the supports of those who join
     */
    record JoiningForm(List<String> people) {

        JoiningForm {
            people = people == null ? List.of() : List.copyOf(people);
        }
    }
}
