package it.percorsi.referral.web;

import it.percorsi.access.Actor;
import it.percorsi.referral.OrderOfBusinessService;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The order of the cases of a sitting, by hand. */
@Controller
@RequestMapping("/sittings/{id}/order")
class OrderOfBusinessController {

    private final OrderOfBusinessService order;

    OrderOfBusinessController(OrderOfBusinessService order) {
        this.order = order;
    }

    /** Goes back to the button that was pressed, to press it again. */
    @PostMapping
    String move(
            @PathVariable UUID id,
            @RequestParam UUID referral,
            @RequestParam OrderOfBusinessService.Way way,
            Actor actor,
            Instant now) {
        order.move(actor, now, id, referral, way);
        return "redirect:/sittings/" + id + "?moved=" + referral + "&way=" + way;
    }

    @PostMapping("/removal")
    String forget(@PathVariable UUID id, Actor actor, Instant now) {
        order.forget(actor, now, id);
        return "redirect:/sittings/" + id;
    }
}
