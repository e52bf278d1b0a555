package it.percorsi.referral.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.referral.Decision;
import it.percorsi.referral.PanelService;
import it.percorsi.referral.PresenceService;
import it.percorsi.referral.Sitting;
import it.percorsi.referral.SittingService;
import it.percorsi.referral.SittingTable;
import it.percorsi.task.TaskService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A panel's sittings: who is there, what is decided, the minutes. */
@Controller
@RequestMapping("/sittings")
class SittingController {

    private final SittingService sittings;
    private final PresenceService presence;
    private final PanelService panels;
    private final Network network;
    private final MinutesFile minutes;
    private final TaskService tasks;

    SittingController(
            SittingService sittings,
            PresenceService presence,
            PanelService panels,
            Network network,
            MinutesFile minutes,
            TaskService tasks) {
        this.sittings = sittings;
        this.presence = presence;
        this.panels = panels;
        this.network = network;
        this.minutes = minutes;
        this.tasks = tasks;
    }

    @GetMapping
    String list(Actor actor, Instant now, Model model) {
        model.addAttribute("sittingForm", new SittingForm("", "", "", ""));
        return page(actor, now, model);
    }

    private String page(Actor actor, Instant now, Model model) {
        model.addAttribute("sittings", sittings.sittings(actor));
        model.addAttribute("panels", panels.ofBody(actor, now));
        return "referral/sittings";
    }

    @PostMapping
    String plan(
            @ModelAttribute SittingForm sittingForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<SittingForm.Planned> planned = sittingForm.check(errors, Rome.day(now));
        if (planned.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, now, model);
        }
        Sitting sitting =
                sittings.plan(
                        actor,
                        now,
                        planned.get().panel(),
                        planned.get().at(),
                        planned.get().place());
        return "redirect:/sittings/" + sitting.id();
    }

    /**
     * @param read the case to read; the first to decide where none is said
     * @param phrase the reason to start from
     */
    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(name = "case", required = false) @Nullable UUID read,
            @RequestParam(required = false) @Nullable UUID phrase,
            Actor actor,
            Instant now,
            Model model) {
        SittingTable table = sittings.look(actor, now, id, read);
        SittingTable.Case current = table.current();
        String referral = current == null ? "" : current.row().id().toString();
        model.addAttribute(
                "decisionForm",
                table.phrases().stream()
                        .filter(each -> each.id().equals(phrase))
                        .findFirst()
                        .map(each -> DecisionForm.of(referral, each.decision(), each.text()))
                        .orElse(DecisionForm.of(referral, "", "")));
        return page(table, model);
    }

    private String page(SittingTable table, Model model) {
        model.addAttribute("table", table);
        if (!model.containsAttribute("sittingForm")) {
            model.addAttribute("sittingForm", SittingForm.of(table.sitting()));
        }
        model.addAttribute("decisions", DecisionForm.DECISIONS);
        model.addAttribute("ballots", DecisionForm.BALLOTS);
        model.addAttribute("funds", network.fundingSources());
        return "referral/sitting";
    }

    @PostMapping("/{id}/opening")
    String open(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<UUID> present,
            Actor actor,
            Instant now) {
        sittings.open(actor, now, id, present == null ? Set.of() : present);
        return "redirect:/sittings/" + id;
    }

    @PostMapping("/{id}/moving")
    String move(
            @PathVariable UUID id,
            @ModelAttribute SittingForm sittingForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<SittingForm.Planned> planned = sittingForm.check(errors, Rome.day(now));
        if (planned.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("decisionForm", DecisionForm.of("", "", ""));
            return page(sittings.look(actor, now, id, null), model);
        }
        sittings.move(actor, now, id, planned.get().at(), planned.get().place());
        return "redirect:/sittings/" + id;
    }

    @PostMapping("/{id}/calling-off")
    String callOff(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        sittings.callOff(actor, now, id, note);
        return "redirect:/sittings/" + id;
    }

    @PostMapping("/{id}/decisions")
    String decide(
            @PathVariable UUID id,
            @ModelAttribute DecisionForm decisionForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<Decision> decision = decisionForm.check(errors, network.fundingSources());
        if (decision.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            UUID read = errors.hasFieldErrors("referral") ? null : decisionForm.referralId();
            return page(sittings.look(actor, now, id, read), model);
        }
        sittings.decide(actor, now, id, decisionForm.referralId(), decision.get());
        return "redirect:/sittings/" + id + "?decided";
    }

    @PostMapping("/{id}/decisions/removal")
    String takeBack(
            @PathVariable UUID id,
            @RequestParam UUID referral,
            @RequestParam String note,
            Actor actor,
            Instant now) {
        sittings.takeBack(actor, now, id, referral, note);
        return "redirect:/sittings/" + id + "?case=" + referral;
    }

    @PostMapping("/{id}/presence")
    String presence(
            @PathVariable UUID id,
            @RequestParam UUID member,
            @RequestParam PresenceService.Change change,
            @RequestParam(name = "case", required = false) @Nullable UUID read,
            Actor actor,
            Instant now) {
        presence.change(actor, now, id, member, change);
        return "redirect:/sittings/" + id + (read == null ? "" : "?case=" + read);
    }

    @PostMapping("/{id}/recusals")
    String declareConflict(
            @PathVariable UUID id,
            @RequestParam UUID referral,
            @RequestParam UUID member,
            Actor actor,
            Instant now) {
        sittings.declareConflict(actor, now, id, referral, member);
        return actor.actsAs(Role.PANEL_SECRETARY)
                ? "redirect:/sittings/" + id + "?case=" + referral
                : "redirect:/sittings/" + id;
    }

    @PostMapping("/{id}/recusals/removal")
    String takeBackConflict(
            @PathVariable UUID id,
            @RequestParam UUID referral,
            @RequestParam UUID member,
            Actor actor,
            Instant now) {
        sittings.takeBackConflict(actor, now, id, referral, member);
        return "redirect:/sittings/" + id + "?case=" + referral;
    }

    @PostMapping("/{id}/closing")
    String close(@PathVariable UUID id, Actor actor, Instant now) {
        sittings.close(actor, now, id);
        return "redirect:/sittings/" + id + "/minutes";
    }

    @GetMapping("/{id}/minutes")
    String minutes(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("table", sittings.look(actor, now, id));
        model.addAttribute("tasks", tasks.decidedAt(actor, id));
        return "referral/minutes";
    }

    /** Once they are closed: to be signed, and kept. */
    @GetMapping("/{id}/minutes.pdf")
    ResponseEntity<byte[]> file(@PathVariable UUID id, Actor actor, Instant now) {
        SittingTable table = sittings.look(actor, now, id);
        if (table.sitting().minutesNumber() == null) {
            throw new NotVisible();
        }
        return minutes.of(table);
    }
}
