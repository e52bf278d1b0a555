package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.OfferingService;
import it.percorsi.agenda.SlotTaken;
import it.percorsi.agenda.WaitingService;
import it.percorsi.agenda.Waits;
import it.percorsi.site.CurrentActor;
import it.percorsi.site.PageModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The waiting list, and the times that are offered to whoever is on it. */
@Controller
@RequestMapping("/agenda/waiting")
class WaitingController {

    private final WaitingService waiting;
    private final OfferingService offering;
    private final CurrentActor current;
    private final Clock clock;
    private final PageModel layout;

    WaitingController(
            WaitingService waiting,
            OfferingService offering,
            CurrentActor current,
            Clock clock,
            PageModel layout) {
        this.waiting = waiting;
        this.offering = offering;
        this.current = current;
        this.clock = clock;
        this.layout = layout;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String service,
            @RequestParam(required = false) @Nullable UUID after,
            Actor actor,
            Instant now,
            Model model) {
        List<Waits.Queue> queues = waiting.queues(actor);
        String shown = service.isEmpty() && !queues.isEmpty() ? queues.getFirst().code() : service;
        model.addAttribute("queues", queues);
        if (!shown.isEmpty()) {
            model.addAttribute("list", offering.list(actor, now, shown, after));
        }
        return "agenda/waiting";
    }

    @PostMapping("/{id}/offer")
    String offer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String slot,
            Actor actor,
            Instant now) {
        offering.offer(actor, now, id, slot);
        return back(service, "offered");
    }

    /** What was offered; or, where a time is named, that one at once. */
    @PostMapping("/{id}/booking")
    String book(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String slot,
            Actor actor,
            Instant now) {
        UUID appointment =
                slot.isEmpty()
                        ? offering.accept(actor, now, id)
                        : offering.book(actor, now, id, slot);
        return "redirect:/appointments/" + appointment + "?booked";
    }

    @PostMapping("/{id}/refusal")
    String decline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String service,
            Actor actor,
            Instant now) {
        offering.decline(actor, now, id);
        return back(service, "declined");
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            Actor actor,
            Instant now) {
        waiting.withdraw(actor, now, id, note);
        return "redirect:/agenda/waiting?withdrawn";
    }

    private static String back(String service, String done) {
        return service.matches("[a-z0-9-]+")
                ? "redirect:/agenda/waiting?service=" + service + "&" + done
                : "redirect:/agenda/waiting?" + done;
    }

    /** The time is taken or it is somebody else's turn: the list as it is now. */
    @ExceptionHandler
    ModelAndView taken(SlotTaken taken, HttpServletRequest request) {
        Model model = new ExtendedModelMap();
        model.addAttribute("taken", true);
        String service = request.getParameter("service");
        String view =
                list(
                        service == null ? "" : service,
                        null,
                        current.current().orElseThrow(),
                        clock.instant(),
                        model);
        ModelAndView answer = new ModelAndView(view, HttpStatus.CONFLICT);
        layout.addTo(answer.getModelMap());
        answer.addAllObjects(model.asMap());
        return answer;
    }
}
