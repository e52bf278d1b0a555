package it.percorsi.notice.web;

import it.percorsi.access.Actor;
import it.percorsi.notice.PlaceService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The streets of the desks, which people are told. */
@Controller
@RequestMapping("/administration/places")
class PlaceController {

    private final PlaceService places;

    PlaceController(PlaceService places) {
        this.places = places;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("placeForm", new PlaceForm("", ""));
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("places", places.all());
        return "notice/places";
    }

    @PostMapping
    String move(
            @ModelAttribute PlaceForm placeForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        placeForm.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model);
        }
        places.move(actor, now, UUID.fromString(placeForm.desk()), placeForm.address());
        return "redirect:/administration/places?saved";
    }
}
