package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.casefile.TransferMove;
import it.percorsi.casefile.TransferService;
import it.percorsi.person.PersonService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
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

/** Handing a case to another body, with a page that says what will happen. */
@Controller
@RequestMapping("/cases")
class TransferController {

    private final TransferService transfers;
    private final CaseFileService cases;
    private final PersonService people;

    TransferController(TransferService transfers, CaseFileService cases, PersonService people) {
        this.transfers = transfers;
        this.cases = cases;
        this.people = people;
    }

    @GetMapping("/{id}/transfer")
    String form(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("transferForm", new TransferForm("", ""));
        return page(id, actor, now, model);
    }

    private String page(UUID id, Actor actor, Instant now, Model model) {
        CaseFileService.Sheet sheet = cases.look(actor, now, id);
        if (!sheet.mayHandOn()) {
            throw new NotVisible();
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("file", people.look(actor, now, sheet.file().personId(), "team"));
        model.addAttribute("receivers", transfers.receivers(actor));
        return "casefile/transfer";
    }

    @PostMapping("/{id}/transfer")
    String ask(
            @PathVariable UUID id,
            @ModelAttribute TransferForm transferForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        UUID to = transferForm.check(errors, transfers.receivers(actor));
        if (to == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, now, model);
        }
        transfers.ask(actor, now, id, to, transferForm.reason());
        return "redirect:/cases/requests?asked";
    }

    @PostMapping("/transfers/{id}/acceptance")
    String accept(@PathVariable UUID id, Actor actor, Instant now) {
        return "redirect:/cases/" + transfers.move(actor, now, id, TransferMove.ACCEPT, null);
    }

    @PostMapping("/transfers/{id}/refusal")
    String refuse(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        transfers.move(actor, now, id, TransferMove.REFUSE, note);
        return "redirect:/cases/requests?answered";
    }

    @PostMapping("/transfers/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, Actor actor, Instant now) {
        transfers.move(actor, now, id, TransferMove.WITHDRAW, null);
        return "redirect:/cases/requests?answered";
    }
}
