package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.GroupService;
import it.percorsi.plan.Ledger;
import it.percorsi.plan.LedgerService;
import it.percorsi.site.CsvFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hours an operator gave in a month, as their encounters say. */
@Controller
class TimesheetController {

    private final LedgerService ledger;
    private final GroupService groups;
    private final HoursFile files;

    TimesheetController(LedgerService ledger, GroupService groups, HoursFile files) {
        this.ledger = ledger;
        this.groups = groups;
        this.files = files;
    }

    /**
     * @throws DateTimeException if there is no such month
     */
    private static YearMonth month(String typed, Instant now) {
        return typed.isBlank() ? YearMonth.from(Rome.day(now)) : YearMonth.parse(typed);
    }

    @GetMapping("/hours")
    String show(
            @RequestParam(defaultValue = "") String month, Actor actor, Instant now, Model model) {
        YearMonth shown = month(month, now);
        List<Ledger.Given> rows = ledger.given(actor, shown);
        model.addAttribute("month", shown);
        model.addAttribute("rows", rows);
        model.addAttribute("expected", groups.expected(actor));
        model.addAttribute("total", rows.stream().mapToInt(Ledger.Given::minutes).sum());
        return "plan/timesheet";
    }

    @GetMapping("/hours/timesheet.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "") String month, Actor actor, Instant now) {
        YearMonth shown = month(month, now);
        return CsvFile.attached("ore-" + shown, files.timesheet(ledger.given(actor, shown)));
    }
}
