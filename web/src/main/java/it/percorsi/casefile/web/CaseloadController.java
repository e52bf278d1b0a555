package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.casefile.CaseloadService;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.Rome;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Who answers for how much; and passing it on, a receiver for each case. */
@Controller
@RequestMapping("/cases/caseload")
class CaseloadController {

    private final CaseloadService caseloads;

    CaseloadController(CaseloadService caseloads) {
        this.caseloads = caseloads;
    }

    @GetMapping
    String board(
            @RequestParam(required = false) @Nullable Mark after,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("board", caseloads.board(actor, now, after));
        model.addAttribute("first", after == null);
        model.addAttribute("today", Rome.day(now));
        return "casefile/caseload";
    }

    @GetMapping("/{id}")
    String of(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("entrustForm", new EntrustForm(List.of(), List.of(), ""));
        return page(id, after, caseloads.of(actor, now, id, after), actor, Map.of(), model);
    }

    private String page(
            UUID id,
            @Nullable UUID after,
            CaseloadService.Page page,
            Actor actor,
            Map<UUID, String> refused,
            Model model) {
        model.addAttribute("operator", id);
        model.addAttribute("after", after);
        model.addAttribute("rows", page.rows());
        model.addAttribute("next", page.next());
        model.addAttribute("refused", refused);
        model.addAttribute("receivers", caseloads.receivers(actor, id));
        return "casefile/entrust";
    }

    @PostMapping("/{id}")
    String entrust(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @ModelAttribute EntrustForm entrustForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        CaseloadService.Page page = caseloads.of(actor, now, id, after);
        Map<UUID, UUID> chosen = entrustForm.check(errors);
        Map<UUID, String> refused = new LinkedHashMap<>();
        if (!errors.hasErrors()) {
            refused.putAll(caseloads.entrust(actor, now, id, chosen, entrustForm.note()));
        }
        if (errors.hasErrors() || !refused.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, after, page, actor, refused, model);
        }
        return "redirect:/cases/caseload?entrusted=" + chosen.size();
    }
}
