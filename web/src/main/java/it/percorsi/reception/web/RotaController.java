package it.percorsi.reception.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.network.Bands;
import it.percorsi.network.DeskDay.Band;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.reception.Rota;
import it.percorsi.reception.RotaService;
import it.percorsi.site.WeekForm;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Who stands at a desk, when, and which languages they speak. */
@Controller
@RequestMapping("/administration/desks/{id}/rota")
class RotaController {

    private final RotaService rota;
    private final Network network;

    RotaController(RotaService rota, Network network) {
        this.rota = rota;
        this.network = network;
    }

    /**
     * @param operator whose hours are in the form
     */
    @GetMapping
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID operator,
            Instant now,
            Model model) {
        return page(id, operator, Rota.Profile.DESK, now, model);
    }

    private String page(
            UUID id, @Nullable UUID operator, Rota.Profile profile, Instant now, Model model) {
        LocalDate today = Rome.day(now);
        model.addAttribute(
                "desk",
                network.desks().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotVisible::new));
        List<Rota.Duty> duties = rota.duties(now, id);
        if (!model.containsAttribute("weekForm")) {
            model.addAttribute(
                    "weekForm",
                    WeekForm.of(day -> Bands.typed(bands(duties, operator, day, today))));
        }
        model.addAttribute("duties", duties);
        model.addAttribute("speakers", rota.speakers(id));
        model.addAttribute("languages", network.languages());
        model.addAttribute("profiles", Rota.Profile.values());
        model.addAttribute("operator", operator);
        model.addAttribute(
                "profile",
                duties.stream()
                        .filter(duty -> duty.operatorId().equals(operator))
                        .map(Rota.Duty::profile)
                        .findFirst()
                        .orElse(profile));
        return "reception/rota";
    }

    private static List<Band> bands(
            List<Rota.Duty> duties, @Nullable UUID operator, DayOfWeek day, LocalDate on) {
        return duties.stream()
                .filter(duty ->
                        duty.operatorId().equals(operator)
                                && duty.weekday() == day.getValue()
                                && !duty.from().isAfter(on))
                .map(duty -> new Band(duty.opens(), duty.closes()))
                .toList();
    }

    @PostMapping
    String keep(
            @PathVariable UUID id,
            @RequestParam UUID operator,
            @RequestParam Rota.Profile profile,
            @ModelAttribute WeekForm weekForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<WeekForm.Week<List<Band>>> week =
                weekForm.check(errors, Rome.day(now), Bands::read);
        if (week.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, operator, profile, now, model);
        }
        rota.keep(actor, now, id, operator, profile, week.get().from(), week.get().days());
        return "redirect:/administration/desks/" + id + "/rota?saved&operator=" + operator;
    }

    @PostMapping("/languages")
    String speaks(
            @PathVariable UUID id,
            @RequestParam UUID operator,
            @RequestParam String language,
            @RequestParam(defaultValue = "true") boolean does,
            Actor actor,
            Instant now) {
        rota.speaks(actor, now, id, operator, language, does);
        return "redirect:/administration/desks/" + id + "/rota?saved";
    }
}
