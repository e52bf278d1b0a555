package it.percorsi.referral.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.AgendaService;
import it.percorsi.attachment.AttachmentService;
import it.percorsi.person.PersonService;
import it.percorsi.procedure.ProcedureService;
import it.percorsi.referral.ReferralService;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers of a person: slips, procedures at other offices, referrals, attachments. */
@Controller
class DocumentController {

    private final ReferralService referrals;
    private final ProcedureService procedures;
    private final AgendaService agenda;
    private final PersonService people;
    private final AttachmentService attachments;

    DocumentController(
            ReferralService referrals,
            ProcedureService procedures,
            AgendaService agenda,
            PersonService people,
            AttachmentService attachments) {
        this.referrals = referrals;
        this.procedures = procedures;
        this.agenda = agenda;
        this.people = people;
        this.attachments = attachments;
    }

    @GetMapping("/people/{id}/documents")
    String documents(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("file", people.look(actor, now, id, "documents"));
        model.addAttribute("shelf", attachments.shelf(actor, id));
        model.addAttribute("referrals", referrals.ofPerson(actor, now, id));
        model.addAttribute("procedures", procedures.ofPerson(actor, now, id));
        model.addAttribute("mayPrepare", procedures.mayPrepare(actor, id));
        model.addAttribute(
                "coming",
                agenda.ofPerson(actor, now, id).stream().filter(row -> row.coming(now)).toList());
        return "referral/documents";
    }
}
