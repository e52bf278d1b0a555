package it.percorsi.reception.web;

import it.percorsi.access.Actor;
import it.percorsi.citizen.RequestService;
import it.percorsi.network.Network;
import it.percorsi.network.NetworkService;
import it.percorsi.pathway.Rome;
import it.percorsi.procedure.ProcedureService;
import it.percorsi.reception.Contact;
import it.percorsi.reception.ContactService;
import it.percorsi.reception.QueueService;
import it.percorsi.reception.RotaService;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The desk's own page, the same however one comes to it. */
@Component
class DeskPage {

    /** In the session: where the operator sits. */
    static final String COUNTER = "counter";

    private final NetworkService directory;
    private final Network network;
    private final ContactService contacts;
    private final QueueService queue;
    private final RotaService rota;
    private final ProcedureService procedures;
    private final RequestService requests;

    DeskPage(
            NetworkService directory,
            Network network,
            ContactService contacts,
            QueueService queue,
            RotaService rota,
            ProcedureService procedures,
            RequestService requests) {
        this.directory = directory;
        this.network = network;
        this.contacts = contacts;
        this.queue = queue;
        this.rota = rota;
        this.procedures = procedures;
        this.requests = requests;
    }

    String show(Actor actor, Instant now, Model model) {
        NetworkService.Directory known = directory.directory(Rome.day(now));
        model.addAttribute("q", "");
        model.addAttribute("directory", known);
        model.addAttribute("asked", requests.count(actor, now));
        model.addAttribute("languages", network.languages());
        if (!model.containsAttribute("contactForm")) {
            model.addAttribute("contactForm", ContactForm.empty());
        }
        if (!model.containsAttribute("ticketForm")) {
            model.addAttribute("ticketForm", new TicketForm("", "it"));
        }
        model.addAttribute("topics", Contact.Topic.values());
        model.addAttribute("channels", Contact.Channel.values());
        model.addAttribute("outcomes", ContactForm.OUTCOMES);
        model.addAttribute("lateProcedures", procedures.late(actor, now));
        model.addAttribute("latest", contacts.latest(actor, now));
        Optional<Network.DeskRow> desk = ContactService.deskOf(actor, known.desks());
        desk.ifPresent(here -> {
            model.addAttribute("queue", queue.today(actor, now, here.id()));
            model.addAttribute("rota", rota.today(now, here, known));
        });
        return "reception/desk";
    }
}
