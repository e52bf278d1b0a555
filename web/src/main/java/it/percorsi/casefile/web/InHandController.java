package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.casefile.InHand;
import it.percorsi.casefile.InHandService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Set;
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

/** All that somebody who goes has in hand: to whom, first what would not pass, then passing it. */
@Controller
@RequestMapping("/cases/caseload/{id}/in-hand")
class InHandController {

    private final InHandService hands;

    InHandController(InHandService hands) {
        this.hands = hands;
    }

    @GetMapping
    String look(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID to,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("inHandForm", InHandForm.all());
        return page(id, to, actor, now, model);
    }

    private String page(UUID id, @Nullable UUID to, Actor actor, Instant now, Model model) {
        model.addAttribute("operator", id);
        model.addAttribute("sheet", hands.look(actor, now, id, to));
        return "casefile/in-hand";
    }

    @PostMapping
    String pass(
            @PathVariable UUID id,
            @RequestParam UUID to,
            @ModelAttribute InHandForm inHandForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Set<InHand.Kind> kinds = inHandForm.check(errors);
        if (!hands.offers(actor, id, to)) {
            errors.rejectValue("to", "in-hand.receiver-gone");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, to, actor, now, model);
        }
        int passed = hands.pass(actor, now, id, to, kinds, inHandForm.note());
        return "redirect:/cases/caseload/" + id + "/in-hand?to=" + to + "&passed=" + passed;
    }
}
