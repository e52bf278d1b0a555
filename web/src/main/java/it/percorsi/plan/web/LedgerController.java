package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.person.Search;
import it.percorsi.plan.HoursStatus;
import it.percorsi.plan.Ledger;
import it.percorsi.plan.LedgerService;
import it.percorsi.plan.web.LedgerForms.FilterForm;
import it.percorsi.plan.web.LedgerForms.PassForm;
import it.percorsi.plan.web.LedgerForms.PeriodForm;
import it.percorsi.site.CsvFile;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hours of a programme for whoever coordinates it: read, passed over, frozen, controlled. */
@Controller
@RequestMapping("/programmes/{code}/hours")
class LedgerController {

    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final LedgerService ledger;
    private final Network network;
    private final HoursFile files;

    LedgerController(LedgerService ledger, Network network, HoursFile files) {
        this.ledger = ledger;
        this.network = network;
        this.files = files;
    }

    @GetMapping
    String show(
            @PathVariable String code,
            FilterForm filterForm,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate afterDay,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable UUID afterBudget,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("passForm", new PassForm("", "", ""));
        model.addAttribute("periodForm", new PeriodForm("", ""));
        return page(
                code,
                filterForm,
                after == null ? null : new Ledger.Mark(afterDay, after),
                afterBudget,
                actor,
                now,
                model);
    }

    private String page(
            String code,
            FilterForm filter,
            Ledger.@Nullable Mark after,
            @Nullable UUID afterBudget,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute(
                "view", ledger.view(actor, now, code, filter.filter(), after, afterBudget));
        model.addAttribute("filter", filter);
        model.addAttribute("after", after);
        model.addAttribute("afterBudget", afterBudget);
        model.addAttribute("statuses", HoursStatus.values());
        model.addAttribute("instruments", network.instruments());
        model.addAttribute("funds", network.fundingSources());
        return "plan/ledger";
    }

    /** By POST: what is searched for is personal and stays out of addresses, histories and logs. */
    @PostMapping
    String find(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String q,
            FilterForm filterForm,
            Actor actor,
            Instant now,
            Model model) {
        Search search = Search.of(q, Rome.day(now));
        boolean readable =
                !search.words().isEmpty() || search.born() != null || search.year() != null;
        List<Ledger.Named> found = readable ? ledger.find(actor, now, code, search) : List.of();
        if (found.size() == 1) {
            return "redirect:" + filterForm.of(found.getFirst().id()).place(code);
        }
        model.addAttribute("q", q);
        model.addAttribute("readable", readable);
        model.addAttribute("found", found);
        model.addAttribute("passForm", new PassForm("", "", ""));
        model.addAttribute("periodForm", new PeriodForm("", ""));
        return page(code, filterForm, null, null, actor, now, model);
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String code, FilterForm filterForm, Actor actor, Instant now) {
        return CsvFile.attached(
                "ore-" + code + "-" + Rome.day(now),
                files.ledger(row -> ledger.export(actor, now, code, filterForm.filter(), row)));
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable String code, FilterForm filterForm, Actor actor, Instant now)
            throws IOException {
        byte[] book =
                files.ledgerBook(row -> ledger.export(actor, now, code, filterForm.filter(), row));
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("ore-" + code + "-" + Rome.day(now) + ".xlsx")
                                .build()
                                .toString())
                .body(book);
    }

    @GetMapping("/two-funds")
    String twoFunds(@PathVariable String code, Actor actor, Instant now, Model model) {
        model.addAttribute("view", ledger.twoFunds(actor, now, code));
        return "plan/two-funds";
    }

    @PostMapping("/extensions")
    String pass(
            @PathVariable String code,
            @ModelAttribute PassForm passForm,
            BindingResult errors,
            FilterForm filterForm,
            @RequestParam(required = false) @Nullable UUID afterBudget,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        UUID budget = read.id("budget", passForm.budget());
        Integer hours = read.whole("hours", passForm.hours(), 1, 100);
        String reason = read.required("reason", passForm.reason(), Reading.TEXT);
        if (read.failed() || budget == null || hours == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("periodForm", new PeriodForm("", ""));
            return page(code, filterForm, null, afterBudget, actor, now, model);
        }
        ledger.pass(actor, now, code, budget, hours * 60, reason);
        return "redirect:" + filterForm.place(code);
    }

    @PostMapping("/periods")
    String freeze(
            @PathVariable String code,
            @ModelAttribute PeriodForm periodForm,
            BindingResult errors,
            FilterForm filterForm,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        LocalDate from = read.day("fromDay", periodForm.fromDay());
        LocalDate until = read.day("untilDay", periodForm.untilDay());
        if (from != null && until != null && until.isBefore(from)) {
            errors.rejectValue("untilDay", "hours.period-backwards");
        }
        if (read.failed() || from == null || until == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("passForm", new PassForm("", "", ""));
            return page(code, filterForm, null, null, actor, now, model);
        }
        ledger.freeze(actor, now, code, from, until);
        return "redirect:" + filterForm.place(code);
    }
}
