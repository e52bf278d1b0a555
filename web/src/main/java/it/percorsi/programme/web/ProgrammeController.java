package it.percorsi.programme.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.programme.ProgrammeService;
import it.percorsi.programme.Programmes;
import it.percorsi.programme.TermsService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A programme's targets and figures, the lists behind them, and their export. */
@Controller
@RequestMapping("/programmes")
class ProgrammeController {

    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final ProgrammeService service;
    private final TermsService terms;
    private final Programmes programmes;
    private final Exports exports;

    ProgrammeController(
            ProgrammeService service, TermsService terms, Programmes programmes, Exports exports) {
        this.service = service;
        this.terms = terms;
        this.programmes = programmes;
        this.exports = exports;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("programmes", programmes.cards());
        return "programme/list";
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Actor actor, Model model) {
        ProgrammeService.Cockpit cockpit = service.cockpit(actor, code);
        model.addAttribute("cockpit", cockpit);
        model.addAttribute("keeps", terms.keeps(actor, cockpit.programme().id()));
        return "programme/show";
    }

    @GetMapping("/{code}/beneficiaries")
    String beneficiaries(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String gender,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("cockpit", service.cockpit(actor, code));
        model.addAttribute("beneficiaries", service.beneficiaries(actor, now, code, body, gender));
        model.addAttribute("body", body);
        model.addAttribute("gender", gender);
        return "programme/beneficiaries";
    }

    @GetMapping("/{code}/beneficiaries.xlsx")
    ResponseEntity<byte[]> beneficiariesXlsx(@PathVariable String code, Actor actor, Instant now)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.beneficiariesXlsx(code, actor, now, out);
        return file(XLSX, "beneficiari-" + code, "xlsx", now, out);
    }

    @GetMapping("/{code}/beneficiaries.csv")
    ResponseEntity<byte[]> beneficiariesCsv(@PathVariable String code, Actor actor, Instant now)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.beneficiariesCsv(code, actor, now, out);
        return file(CSV, "beneficiari-" + code, "csv", now, out);
    }

    @GetMapping("/{code}/figures.xlsx")
    ResponseEntity<byte[]> figuresXlsx(@PathVariable String code, Actor actor, Instant now)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.figuresXlsx(service.cockpit(actor, code), out);
        return file(XLSX, "dati-" + code, "xlsx", now, out);
    }

    @GetMapping("/{code}/figures.csv")
    ResponseEntity<byte[]> figuresCsv(@PathVariable String code, Actor actor, Instant now)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.figuresCsv(service.cockpit(actor, code), out);
        return file(CSV, "dati-" + code, "csv", now, out);
    }

    private static ResponseEntity<byte[]> file(
            MediaType type, String name, String ending, Instant now, ByteArrayOutputStream out) {
        LocalDate day = Rome.day(now);
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-%s.%s".formatted(name, day, ending))
                                .build()
                                .toString())
                .body(out.toByteArray());
    }
}
