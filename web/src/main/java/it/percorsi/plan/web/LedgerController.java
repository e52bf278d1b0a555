package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.HoursStatus;
import it.percorsi.plan.Ledger;
import it.percorsi.plan.LedgerService;
import it.percorsi.site.CsvFile;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The hours of a programme for whoever coordinates it: read, passed over, frozen, controlled. */
@Controller
@RequestMapping("/programmes/{code}/hours")
class LedgerController {

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
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("passForm", new PassForm("", "", ""));
        model.addAttribute("periodForm", new PeriodForm("", ""));
        return page(
                code,
                filterForm,
                after == null ? null : new Ledger.Mark(afterDay, after),
                actor,
                now,
                model);
    }

    private String page(
            String code,
            FilterForm filter,
            Ledger.@Nullable Mark after,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("view", ledger.view(actor, now, code, filter.filter(), after));
        model.addAttribute("filter", filter);
        model.addAttribute("statuses", HoursStatus.values());
        model.addAttribute("instruments", network.instruments());
        model.addAttribute("funds", network.fundingSources());
        return "plan/ledger";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String code, FilterForm filterForm, Actor actor, Instant now) {
        return CsvFile.attached(
                "ore-" + code + "-" + Rome.day(now),
                files.ledger(row -> ledger.export(actor, now, code, filterForm.filter(), row)));
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
            return page(code, FilterForm.blank(), null, actor, now, model);
        }
        ledger.pass(actor, now, code, budget, hours * 60, reason);
        return "redirect:/programmes/" + code + "/hours";
    }

    @PostMapping("/periods")
    String freeze(
            @PathVariable String code,
            @ModelAttribute PeriodForm periodForm,
            BindingResult errors,
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
            return page(code, FilterForm.blank(), null, actor, now, model);
        }
        ledger.freeze(actor, now, code, from, until);
        return "redirect:/programmes/" + code + "/hours";
    }

    record PassForm(String budget, String hours, String reason) {

        PassForm {
            budget = Objects.requireNonNullElse(budget, "");
            hours = Objects.requireNonNullElse(hours, "");
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    record PeriodForm(String fromDay, String untilDay) {

        PeriodForm {
            fromDay = Objects.requireNonNullElse(fromDay, "");
            untilDay = Objects.requireNonNullElse(untilDay, "");
        }
    }

    record FilterForm(
            String status, String instrument, String operator, String fund, String month) {

        FilterForm {
            status = Objects.requireNonNullElse(status, "");
            instrument = Objects.requireNonNullElse(instrument, "");
            operator = Objects.requireNonNullElse(operator, "");
            fund = Objects.requireNonNullElse(fund, "");
            month = Objects.requireNonNullElse(month, "");
        }

        static FilterForm blank() {
            return new FilterForm("", "", "", "", "");
        }

        /** An operator that cannot be read is nobody's: it filters everything out. */
        Ledger.Filter filter() {
            YearMonth only = month.isBlank() ? null : YearMonth.parse(month);
            return new Ledger.Filter(
                    some(status),
                    some(instrument),
                    operator.isBlank() ? null : uuid(operator),
                    some(fund),
                    only == null ? null : only.atDay(1),
                    only == null ? null : only.atEndOfMonth());
        }

        private static UUID uuid(String typed) {
            try {
                return UUID.fromString(typed);
            } catch (IllegalArgumentException unknown) {
                return new UUID(0, 0);
            }
        }

        private static @Nullable String some(String typed) {
            return typed.isBlank() ? null : typed;
        }
    }
}
