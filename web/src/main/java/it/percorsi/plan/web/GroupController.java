package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.GroupService;
import it.percorsi.plan.HourService;
import it.percorsi.plan.HoursMove;
import it.percorsi.programme.Programmes;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One encounter with several people, booked or recorded at once. */
@Controller
class GroupController {

    private static final List<String> HOW =
            List.of(HoursMove.DELIVER.name(), HoursMove.BOOK.name());

    private final GroupService groups;
    private final Network network;
    private final Programmes programmes;

    GroupController(GroupService groups, Network network, Programmes programmes) {
        this.groups = groups;
        this.network = network;
        this.programmes = programmes;
    }

    @GetMapping("/hours/group")
    String choose(
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam(defaultValue = "") String programme,
            Actor actor,
            Instant now,
            Model model) {
        return page(
                new GroupForm(instrument, programme, "", "", "", "", "", "", List.of()),
                actor,
                now,
                model);
    }

    private String page(GroupForm form, Actor actor, Instant now, Model model) {
        model.addAttribute("groupForm", form);
        model.addAttribute("instruments", network.instruments());
        model.addAttribute("programmes", programmes.cards());
        model.addAttribute(
                "candidates",
                form.instrument().isEmpty()
                        ? List.of()
                        : groups.candidates(
                                actor,
                                now,
                                form.instrument(),
                                form.programme().isEmpty() ? null : form.programme()));
        return "plan/group";
    }

    @PostMapping("/hours/group")
    String record(
            @ModelAttribute GroupForm groupForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        LocalDate day = read.day("day", groupForm.day());
        LocalTime time = read.time("time", groupForm.time());
        Integer minutes = read.whole("minutes", groupForm.minutes(), 5, 600);
        String topic = read.required("topic", groupForm.topic(), Reading.LINE);
        String giver = read.optional("giver", groupForm.giver(), Reading.LINE);
        read.choice("how", groupForm.how(), HOW);
        boolean booking = groupForm.how().equals(HoursMove.BOOK.name());
        if (!booking && day != null && day.isAfter(Rome.day(now))) {
            errors.rejectValue("day", "field.day.future");
        }
        Set<UUID> supports = read.ids("people", groupForm.people());
        if (read.failed() || day == null || time == null || minutes == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(groupForm, actor, now, model);
        }
        Map<UUID, List<String>> refused =
                groups.record(
                        HoursMove.valueOf(groupForm.how()),
                        actor,
                        now,
                        supports,
                        new HourService.Given(
                                supports.iterator().next(),
                                day.atTime(time),
                                minutes,
                                topic,
                                giver));
        if (!refused.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", refused);
            return page(groupForm, actor, now, model);
        }
        return "redirect:/hours?month=" + YearMonth.from(day);
    }

    /**
     * @param giver who gives it, where they have no account
     * @param how whether it was given or is booked
     * @param people the supports of those who were there
     */
    record GroupForm(
            String instrument,
            String programme,
            String day,
            String time,
            String minutes,
            String topic,
            String giver,
            String how,
            List<String> people) {

        GroupForm {
            instrument = Objects.requireNonNullElse(instrument, "");
            programme = Objects.requireNonNullElse(programme, "");
            day = Objects.requireNonNullElse(day, "");
            time = Objects.requireNonNullElse(time, "");
            minutes = Objects.requireNonNullElse(minutes, "");
            topic = Objects.requireNonNullElse(topic, "");
            giver = Objects.requireNonNullElse(giver, "");
            how = Objects.requireNonNullElse(how, HoursMove.DELIVER.name());
            people = people == null ? List.of() : List.copyOf(people);
        }
    }
}
