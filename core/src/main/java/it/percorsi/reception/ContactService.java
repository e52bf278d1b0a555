package it.percorsi.reception;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.network.Network;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import it.percorsi.person.People;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counting who asks, without saying who. */
@Service
@Transactional
public class ContactService {

    private final Contacts contacts;
    private final Network network;
    private final People people;
    private final AccessTrail trail;

    ContactService(Contacts contacts, Network network, People people, AccessTrail trail) {
        this.contacts = contacts;
        this.network = network;
        this.people = people;
        this.trail = trail;
    }

    /** The desk an operator stands at. */
    public Network.DeskRow desk(Actor by) {
        Optional<Network.DeskRow> desk = deskOf(by, network.desks());
        new Obstacles()
                .when(!by.actsAs(Role.DESK) && !by.actsAs(Role.SOCIAL_WORKER), "desk.not-yours")
                .when(desk.isEmpty(), "desk.none")
                .refuse();
        return desk.orElseThrow();
    }

    /** The first of their body: first level before the others. */
    public static Optional<Network.DeskRow> deskOf(Actor by, List<Network.DeskRow> desks) {
        return desks.stream()
                .filter(desk -> desk.organisationId().equals(by.organisationId()))
                .findFirst();
    }

    public UUID record(
            Actor by,
            Instant at,
            Contact.Topic topic,
            String language,
            Contact.Channel channel,
            Contact.Outcome outcome) {
        Contact contact = new Contact(Ids.next(), desk(by).id(), topic, language, channel, outcome);
        contacts.record(contact, by, at);
        trail.changed(by, "RECORD", "contact", contact.id(), List.of(), at);
        return contact.id();
    }

    public void undo(Actor by, Instant at, UUID contact) {
        if (!contacts.undo(contact, by, at)) {
            throw new NotVisible();
        }
        trail.changed(by, "UNDO", "contact", contact, List.of(), at);
    }

    /** The person who asked has a file now, or turned out to have one. */
    public void attach(Actor by, Instant at, UUID contact, UUID person) {
        find(by, contact);
        people.shown(person, by);
        contacts.attach(contact, person, by);
        trail.changed(by, "ATTACH", "contact", contact, List.of(person), at);
    }

    public Contacts.Row find(Actor by, UUID contact) {
        return contacts.find(contact, by).orElseThrow(NotVisible::new);
    }

    public List<Contacts.Row> latest(Actor by, Instant at) {
        return contacts.latest(Rome.day(at), by);
    }

    public List<Contacts.Figure> figures(Actor by, Instant at, LocalDate from, LocalDate until) {
        trail.listed(by, "contact-register", List.of(), at);
        return contacts.figures(from, until, by);
    }
}
