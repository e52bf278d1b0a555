package it.percorsi.reception.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.network.NetworkService;
import it.percorsi.reception.Contact;
import it.percorsi.reception.ContactService;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The desk's own page, the same however one comes to it. */
@Component
class DeskPage {

    private final NetworkService directory;
    private final Network network;
    private final ContactService contacts;

    DeskPage(NetworkService directory, Network network, ContactService contacts) {
        this.directory = directory;
        this.network = network;
        this.contacts = contacts;
    }

    String show(Actor actor, Instant now, Model model) {
        model.addAttribute("q", "");
        model.addAttribute("directory", directory.directory());
        model.addAttribute("languages", network.languages());
        if (!model.containsAttribute("contactForm")) {
            model.addAttribute("contactForm", ContactForm.empty());
        }
        model.addAttribute("topics", Contact.Topic.values());
        model.addAttribute("channels", Contact.Channel.values());
        model.addAttribute("outcomes", ContactForm.OUTCOMES);
        model.addAttribute("latest", contacts.latest(actor, now));
        return "reception/desk";
    }
}
