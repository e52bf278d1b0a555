package it.percorsi.person.web;

import it.percorsi.access.Actor;
import it.percorsi.person.DuplicateService;
import it.percorsi.person.Duplicates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Possible duplicates: the list, the comparison, the decision. */
@Controller
@RequestMapping("/duplicates")
class DuplicateController {

    private static final int PAGE = 50;

    private final DuplicateService duplicates;

    DuplicateController(DuplicateService duplicates) {
        this.duplicates = duplicates;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable UUID after,
            Actor actor,
            Instant now,
            Model model) {
        List<Duplicates.Pair> pairs = duplicates.worklist(actor, now, after);
        model.addAttribute("pairs", pairs);
        model.addAttribute("first", after == null);
        model.addAttribute("waiting", duplicates.waiting(actor));
        model.addAttribute("next", pairs.size() == PAGE ? pairs.getLast().id() : null);
        return "person/duplicates";
    }

    @GetMapping("/{id}")
    String compare(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("comparison", duplicates.compare(actor, now, id));
        return "person/comparison";
    }

    @PostMapping("/{id}/different")
    String different(@PathVariable UUID id, Actor actor, Instant now) {
        duplicates.different(actor, now, id);
        return "redirect:/duplicates?different";
    }

    @PostMapping("/{id}/merge")
    String merge(
            @PathVariable UUID id,
            @RequestParam UUID kept,
            @RequestParam(required = false) @Nullable UUID lead,
            Actor actor,
            Instant now) {
        return "redirect:/people/" + duplicates.merge(actor, now, id, kept, lead) + "?merged";
    }

    @PostMapping("/{id}/agreement")
    String agree(
            @PathVariable UUID id,
            @RequestParam UUID kept,
            @RequestParam(required = false) @Nullable UUID lead,
            Actor actor,
            Instant now) {
        duplicates.agree(actor, now, id, kept, lead);
        return "redirect:/duplicates/" + id + "?agreed";
    }

    @PostMapping("/agreements/{id}/end")
    String disagree(@PathVariable UUID id, Actor actor, Instant now) {
        duplicates.disagree(actor, now, id);
        return "redirect:/duplicates?disagreed";
    }

    @PostMapping("/merges/{id}/undo")
    String undo(@PathVariable UUID id, Actor actor, Instant now) {
        return "redirect:/people/" + duplicates.undo(actor, now, id) + "?parted";
    }
}
