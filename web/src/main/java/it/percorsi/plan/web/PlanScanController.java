package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.attachment.Scan;
import it.percorsi.plan.PlanScanService;
import it.percorsi.plan.PlanSigningService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
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

/** The signed paper of an edition of a plan. */
@Controller
@RequestMapping("/plans/{id}/editions/{number}/scan")
class PlanScanController {

    private final PlanScanService scans;
    private final PlanSigningService signing;
    private final PlanPaper paper;

    PlanScanController(PlanScanService scans, PlanSigningService signing, PlanPaper paper) {
        this.scans = scans;
        this.signing = signing;
        this.paper = paper;
    }

    @PostMapping
    String bring(
            @PathVariable UUID id,
            @PathVariable int number,
            @ModelAttribute ScanForm scanForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response)
            throws IOException {
        byte[] content = scanForm.content();
        ScanForm.check(content, errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return paper.of(signing.edition(actor, now, id, number), model);
        }
        scans.bring(actor, now, id, number, Scan.of(content));
        return "redirect:/plans/" + id + "/editions/" + number;
    }

    @GetMapping
    ResponseEntity<byte[]> scan(
            @PathVariable UUID id, @PathVariable int number, Actor actor, Instant now) {
        PlanScanService.Download copy = scans.scan(actor, now, id, number);
        return ScanForm.saved(copy.fileName(), copy.scan());
    }
}
