package it.percorsi.direct.web;

import it.percorsi.access.Actor;
import it.percorsi.direct.DirectMove;
import it.percorsi.direct.DirectReferrals;
import it.percorsi.direct.DirectService;
import it.percorsi.direct.DirectSheet;
import it.percorsi.direct.DirectStatus;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import it.percorsi.site.Beside;
import it.percorsi.site.OutcomeLetter;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

/** The direct referrals a body sent or was sent, and what becomes of them. */
@Controller
@RequestMapping("/direct-referrals")
class DirectController {

    private final DirectService direct;
    private final PersonService people;
    private final Beside beside;

    DirectController(DirectService direct, PersonService people, Beside beside) {
        this.direct = direct;
        this.people = people;
        this.beside = beside;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable Mark after,
            Actor actor,
            Instant now,
            Model model) {
        DirectService.Page page = direct.open(actor, now, after);
        List<DirectReferrals.Row> rows = page.rows();
        model.addAttribute("received", rows.stream().filter(row -> row.sentTo(actor)).toList());
        model.addAttribute("sent", rows.stream().filter(row -> !row.sentTo(actor)).toList());
        model.addAttribute("expired", after == null ? direct.expired(actor, now) : List.of());
        model.addAttribute("next", page.next());
        model.addAttribute("first", after == null);
        return "direct/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("askAgainForm", new AskAgainForm(""));
        model.addAttribute("moveForm", new MoveForm("", ""));
        return page(direct.look(actor, now, id), actor, now, model);
    }

    private String page(DirectSheet sheet, Actor actor, Instant now, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("daysLeft", sheet.row().daysLeft(Rome.day(now)));
        model.addAttribute("mayAskAgain", sheet.mayAskAgain(actor));
        return "direct/show";
    }

    @GetMapping("/{id}/letter")
    String letter(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("row", direct.letter(actor, now, id));
        return "direct/letter";
    }

    /** What the service answered, told to the person on paper. */
    @GetMapping("/{id}/outcome")
    String outcome(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        DirectSheet sheet = direct.outcome(actor, now, id);
        DirectReferrals.Row row = sheet.row();
        PersonFile file = people.look(actor, now, row.personId(), "outcome-letter");
        boolean taken = row.status() != DirectStatus.TURNED_AWAY;
        OutcomeLetter letter =
                new OutcomeLetter(
                        row.personId(),
                        taken ? "TAKEN_UP" : "TURNED_AWAY",
                        Rome.day(now),
                        taken ? sheet.said(DirectMove.TAKE_UP.name()) : null,
                        taken ? row.receiverName() : null,
                        row.operatorName(),
                        row.organisationName(),
                        "/direct-referrals/" + id);
        return letter.shown(beside, row.personName(), file.person().language(), model);
    }

    @PostMapping("/{id}/moves")
    String move(
            @PathVariable UUID id,
            @RequestParam DirectMove move,
            @ModelAttribute MoveForm moveForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        String note =
                move.rule().reasoned()
                        ? read.required("note", moveForm.note(), Reading.TEXT)
                        : read.optional("note", moveForm.note(), Reading.TEXT);
        if (read.failed() && move.saidThere()) {
            DirectSheet sheet = direct.look(actor, now, id);
            if (sheet.offers(move.name())) {
                model.addAttribute("askAgainForm", new AskAgainForm(""));
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return page(sheet, actor, now, model);
            }
        }
        direct.move(actor, now, id, move, note == null || note.isBlank() ? null : note);
        return "redirect:/direct-referrals/" + id;
    }

    @PostMapping("/{id}/asking")
    String askAgain(
            @PathVariable UUID id,
            @ModelAttribute AskAgainForm askAgainForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        LocalDate today = Rome.day(now);
        LocalDate on = new Reading(errors, today).day("on", askAgainForm.on());
        if (on != null && (on.isBefore(today) || on.isAfter(today.plusYears(1)))) {
            errors.rejectValue("on", "direct.within-a-year");
        }
        if (errors.hasErrors() || on == null) {
            model.addAttribute("moveForm", new MoveForm("", ""));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(direct.look(actor, now, id), actor, now, model);
        }
        direct.askAgain(actor, now, id, on);
        return "redirect:/direct-referrals/" + id;
    }

    /**
     * @param move of which the note is
     */
    record MoveForm(String move, String note) {

        MoveForm {
            move = Objects.requireNonNullElse(move, "");
            note = Objects.requireNonNullElse(note, "");
        }
    }

    record AskAgainForm(String on) {

        AskAgainForm {
            on = Objects.requireNonNullElse(on, "");
        }
    }
}
