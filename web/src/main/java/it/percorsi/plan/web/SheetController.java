package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.attachment.Scan;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.AttendanceService;
import it.percorsi.plan.Hours;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Attendance sheets: printed with blank cells, closed against the signed paper. */
@Controller
class SheetController {

    private final AttendanceService sheets;

    SheetController(AttendanceService sheets) {
        this.sheets = sheets;
    }

    @GetMapping("/hours/sheets")
    String list(Actor actor, Model model) {
        model.addAttribute("sheets", sheets.latest(actor));
        return "plan/sheets";
    }

    @PostMapping("/hours/{id}/sheet")
    String print(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String span,
            Actor actor,
            Instant now) {
        return "redirect:/hours/sheets/" + sheets.print(actor, now, id, span.equals("month"));
    }

    @GetMapping("/hours/sheets/{id}")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        AttendanceService.Paper paper = sheets.look(actor, now, id);
        model.addAttribute("closingForm", new ClosingForm("", List.of(), List.of()));
        model.addAttribute("scanForm", new ScanForm(null));
        return show(paper, now, model);
    }

    private static String show(AttendanceService.Paper paper, Instant now, Model model) {
        model.addAttribute("paper", paper);
        model.addAttribute("total", paper.lines().stream().mapToInt(Hours.Line::minutes).sum());
        model.addAttribute("today", Rome.day(now));
        return "plan/sheet";
    }

    @PostMapping("/hours/sheets/{id}/closing")
    String close(
            @PathVariable UUID id,
            @ModelAttribute ClosingForm closingForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        String archive = read.required("archive", closingForm.archive(), Reading.LINE);
        Map<UUID, Integer> signatures = closingForm.read(read);
        if (read.failed()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("scanForm", new ScanForm(null));
            return show(sheets.look(actor, now, id), now, model);
        }
        sheets.close(actor, now, id, signatures, archive);
        return "redirect:/hours/sheets/" + id;
    }

    @PostMapping("/hours/sheets/{id}/scan")
    String bring(
            @PathVariable UUID id,
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
            model.addAttribute("closingForm", new ClosingForm("", List.of(), List.of()));
            return show(sheets.look(actor, now, id), now, model);
        }
        sheets.bring(actor, now, id, Scan.of(content));
        return "redirect:/hours/sheets/" + id;
    }

    /** Always to be saved, never shown by the browser as a page of ours. */
    @GetMapping("/hours/sheets/{id}/scan")
    ResponseEntity<byte[]> scan(@PathVariable UUID id, Actor actor, Instant now) {
        AttendanceService.Download copy = sheets.scan(actor, now, id);
        return ScanForm.saved(copy.fileName(), copy.scan());
    }

    /**
     * @param line the rows of the sheet, in order
     * @param signatures how many were read in each
     */
    record ClosingForm(String archive, List<String> line, List<String> signatures) {

        ClosingForm {
            archive = Objects.requireNonNullElse(archive, "");
            line = line == null ? List.of() : List.copyOf(line);
            signatures = signatures == null ? List.of() : List.copyOf(signatures);
        }

        Map<UUID, Integer> read(Reading read) {
            Map<UUID, Integer> counted = new HashMap<>();
            for (int n = 0; n < Math.min(line.size(), signatures.size()); n++) {
                UUID id = read.id("signatures", line.get(n));
                String typed = signatures.get(n).strip();
                Integer count = read.whole("signatures", typed.isEmpty() ? "0" : typed, 0, 20);
                if (id != null && count != null) {
                    counted.put(id, count);
                }
            }
            return counted;
        }

        /** What was typed in a row, to be shown again. */
        public String typed(int row) {
            return row < signatures.size() ? signatures.get(row) : "";
        }
    }
}
