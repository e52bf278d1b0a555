package it.percorsi.person;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Grant;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.pathway.StaleVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Searching, registering and looking at people. */
@Service
@Transactional
public class PersonService {

    private final People people;
    private final Grants grants;
    private final AccessTrail trail;

    PersonService(People people, Grants grants, AccessTrail trail) {
        this.people = people;
        this.grants = grants;
        this.trail = trail;
    }

    public Found search(Actor by, Instant at, Search search) {
        if (search.isEmpty()) {
            return new Found(List.of(), List.of(), List.of());
        }
        return found(
                by,
                at,
                people.search(search, by),
                List.of(),
                people.elsewhere(search.code(), search.nameKey(), search.born(), by));
    }

    /** What was found, said to the trail before it is shown. */
    private Found found(
            Actor by,
            Instant at,
            List<People.Hit> hits,
            List<People.Alike> alike,
            List<People.Elsewhere> elsewhere) {
        trail.listed(by, "person-search", hits.stream().map(People.Hit::id).toList(), at);
        if (!elsewhere.isEmpty()) {
            trail.changed(
                    by,
                    "REVEAL",
                    "person-search",
                    by.operatorId(),
                    elsewhere.stream().map(People.Elsewhere::personId).toList(),
                    at);
        }
        return new Found(hits, alike, elsewhere);
    }

    /** Who is already known and may be the very person about to be registered. */
    public Found alike(Actor by, Instant at, Registration registration) {
        Person.Identity identity = registration.identity();
        List<People.Alike> alike = people.alike(registration, by);
        return found(
                by,
                at,
                people.hits(alike.stream().map(People.Alike::personId).toList(), by),
                alike,
                people.elsewhere(
                        registration.identifier() == null
                                ? null
                                : registration.identifier().value(),
                        identity.nameKey(),
                        identity.born().exact() ? identity.born().on() : null,
                        by));
    }

    /** Registers somebody the desk has searched for; the actor's organisation holds the file. */
    public Person register(Actor by, Instant at, Registration registration) {
        mayRegister(by);
        mayIdentify(by, registration.identifier());
        Person person = new Person(registration.identity(), at);
        people.register(person);
        grants.give(held(person.id(), by, at));
        people.addCitizenships(person.id(), registration.citizenships());
        people.setContact(person.id(), registration.contact());
        if (registration.identifier() != null) {
            people.identify(person.id(), registration.identifier(), Rome.day(at));
        }
        people.recordNotice(
                person.id(),
                registration.noticeVersion(),
                registration.noticeLanguage(),
                by.operatorId(),
                at);
        trail.changed(by, "REGISTER", "person", person.id(), List.of(person.id()), at);
        return person;
    }

    /**
     * The same for many at once, out of one list.
     *
     * @return who they are, in the same order
     */
    public List<UUID> registerAll(
            Actor by, Instant at, UUID list, List<Registration> registrations) {
        mayRegister(by);
        registrations.forEach(one -> mayIdentify(by, one.identifier()));
        List<Person> registered =
                registrations.stream().map(one -> new Person(one.identity(), at)).toList();
        List<UUID> ids = registered.stream().map(Person::id).toList();
        people.registerAll(registered);
        grants.giveAll(ids.stream().map(id -> held(id, by, at)).toList());
        people.completeAll(ids, registrations, by.operatorId(), at);
        trail.changed(by, "REGISTER", "import", list, ids, at);
        return ids;
    }

    private static void mayRegister(Actor by) {
        if (!by.actsAs(Role.DESK) && !by.actsAs(Role.SOCIAL_WORKER)) {
            throw new NotVisible();
        }
    }

    private static Grant held(UUID person, Actor by, Instant at) {
        return new Grant(
                person, by.organisationId(), Basis.FILE, "person.registered", person, by, at, null);
    }

    /** A look at the file, recorded under the name of the page. */
    public PersonFile look(Actor by, Instant at, UUID id, String page) {
        PersonFile file = people.file(id, by).orElseThrow(NotVisible::new);
        trail.looked(by, page, id, grants.sections(id, by), at);
        return file;
    }

    /**
     * @param version what stood when the form was opened
     * @throws StaleVersion with what stands now, if somebody else came first
     */
    public void correct(
            Actor by,
            Instant at,
            UUID id,
            int version,
            Person.Identity identity,
            List<String> citizenships,
            @Nullable Identifier identifier,
            PersonFile.Contact contact) {
        mayIdentify(by, identifier);
        PersonFile file = people.file(id, by).orElseThrow(NotVisible::new);
        file.correct(identity, version);
        people.touch(file.person());
        people.setContact(id, contact);
        people.setCitizenships(id, citizenships);
        if (identifier != null) {
            people.identify(id, identifier, Rome.day(at));
        }
        trail.changed(by, "CORRECT", "person", id, List.of(id), at);
    }

    private static void mayIdentify(Actor by, @Nullable Identifier identifier) {
        if (identifier != null && identifier.kind().reserved() && !by.maySee(Section.RESERVED)) {
            throw new MoveRefused(List.of("identifier.reserved"));
        }
    }

    public void recordPermit(
            Actor by,
            Instant at,
            UUID id,
            String kind,
            @Nullable String number,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate receiptOn) {
        people.shown(id, by);
        people.addPermit(id, kind, number, expiresOn, receiptOn, at);
        trail.changed(by, "PERMIT", "person", id, List.of(id), at);
    }

    /**
     * The visible hits, why each is alike where something was compared, and where else the same
     * person certainly has a file.
     */
    public record Found(
            List<People.Hit> hits, List<People.Alike> alike, List<People.Elsewhere> elsewhere) {

        public boolean nobody() {
            return hits.isEmpty() && elsewhere.isEmpty();
        }

        /** What agrees, for one of the hits; empty where nothing was compared. */
        public List<String> reasons(UUID hit) {
            return alike.stream()
                    .filter(one -> one.personId().equals(hit))
                    .flatMap(one -> one.reasons().stream())
                    .toList();
        }
    }

    /** What the desk asks of somebody new. */
    public record Registration(
            Person.Identity identity,
            List<String> citizenships,
            PersonFile.Contact contact,
            @Nullable Identifier identifier,
            String noticeVersion,
            String noticeLanguage) {}
}
