package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.casefile.CaseList;
import it.percorsi.casefile.CaseListService;
import it.percorsi.casefile.CaseloadService;
import it.percorsi.casefile.TransferService;
import it.percorsi.pathway.Mark;
import it.percorsi.programme.Programmes;
import it.percorsi.reminder.ReminderService;
import it.percorsi.task.TaskService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The open cases one works on. */
@Controller
class CaseListController {

    private final CaseListService cases;
    private final TaskService tasks;
    private final ReminderService reminders;
    private final TransferService transfers;
    private final Programmes programmes;

    CaseListController(
            CaseListService cases,
            TaskService tasks,
            ReminderService reminders,
            TransferService transfers,
            Programmes programmes) {
        this.cases = cases;
        this.tasks = tasks;
        this.reminders = reminders;
        this.transfers = transfers;
        this.programmes = programmes;
    }

    @GetMapping("/cases")
    String list(
            @ModelAttribute CasesForm casesForm,
            BindingResult errors,
            @RequestParam(required = false) @Nullable Mark after,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        List<Programmes.Card> cards = programmes.cards();
        CaseList.Filter filter = casesForm.check(errors, cards);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        boolean loads = CaseloadService.shows(actor);
        model.addAttribute("cases", cases.page(actor, now, filter, after));
        model.addAttribute("filter", filter);
        model.addAttribute("first", after == null);
        model.addAttribute("programmes", cards);
        model.addAttribute("statuses", CasesForm.STATUSES);
        model.addAttribute("waits", CasesForm.waits(loads));
        model.addAttribute("whoses", CaseList.Whose.values());
        model.addAttribute("orders", CaseList.Order.values());
        model.addAttribute("tasks", tasks.count(actor, now));
        model.addAttribute("reminders", reminders.count(actor, now));
        model.addAttribute("waiting", transfers.waiting(actor));
        model.addAttribute("loads", loads);
        return "casefile/list";
    }
}
