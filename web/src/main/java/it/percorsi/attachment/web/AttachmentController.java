package it.percorsi.attachment.web;

import it.percorsi.access.Actor;
import it.percorsi.attachment.AttachmentService;
import it.percorsi.attachment.Attachments;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding a paper, taking a copy, letting go of a wrong one. */
@Controller
class AttachmentController {

    private final AttachmentService attachments;

    AttachmentController(AttachmentService attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/people/{id}/attachments/new")
    String form(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("blank", attachments.blank(actor, now, id));
        model.addAttribute("attachmentForm", AttachmentForm.blank());
        return "attachment/new";
    }

    @PostMapping("/people/{id}/attachments")
    String attach(
            @PathVariable UUID id,
            @ModelAttribute AttachmentForm attachmentForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response)
            throws IOException {
        AttachmentService.Blank blank = attachments.blank(actor, now, id);
        Optional<Attachments.Paper> paper = attachmentForm.check(blank.writable(), errors);
        if (paper.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("blank", blank);
            return "attachment/new";
        }
        attachments.attach(actor, now, id, paper.get());
        return "redirect:/people/" + id + "/documents?attached";
    }

    /** Always to be saved, never shown by the browser as a page of ours. */
    @GetMapping("/attachments/{id}")
    ResponseEntity<byte[]> download(@PathVariable UUID id, Actor actor, Instant now) {
        AttachmentService.Copy copy = attachments.download(actor, now, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(copy.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(copy.fileName())
                                .build()
                                .toString())
                .body(copy.content());
    }

    @PostMapping("/attachments/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        return "redirect:/people/"
                + attachments.withdraw(actor, now, id, note)
                + "/documents?withdrawn";
    }
}
