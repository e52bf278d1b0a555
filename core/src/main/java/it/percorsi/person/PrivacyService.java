package it.percorsi.person;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.MoveRefused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person may ask about their own data: who sees them, who looked, what they were told. */
@Service
@Transactional
public class PrivacyService {

    private final People people;
    private final PersonService files;
    private final Grants grants;
    private final AccessTrail trail;

    PrivacyService(People people, PersonService files, Grants grants, AccessTrail trail) {
        this.people = people;
        this.files = files;
        this.grants = grants;
        this.trail = trail;
    }

    /** Who sees what, why and until when; what has ended too. */
    public WhoSees whoSees(Actor by, Instant at, UUID person) {
        PersonFile file = files.look(by, at, person, "grants");
        return new WhoSees(file, grants.on(person, by), grants.mayOpen(person, by));
    }

    /** Whether the viewer's body holds the file, and the viewer may say so. */
    public boolean mayOpen(Actor by, UUID person) {
        return grants.mayOpen(person, by);
    }

    /**
     * Who looked at the person, for whoever holds the file; this look is the first of them.
     *
     * @param before the last row of the page before, or null
     */
    public WhoLooked whoLooked(Actor by, Instant at, UUID person, @Nullable UUID before) {
        PersonFile file = files.look(by, at, person, "looks");
        if (!grants.mayOpen(person, by)) {
            throw new NotVisible();
        }
        return new WhoLooked(file, trail.looksAt(person, before, by));
    }

    /** Remembers that the person was handed a version of the notice in a language. */
    public void deliverNotice(Actor by, Instant at, UUID id, String version, String language) {
        people.shown(id, by);
        if (!by.actsAs(Role.DESK) && !by.actsAs(Role.SOCIAL_WORKER)) {
            throw new MoveRefused(List.of("notice.not-yours"));
        }
        people.recordNotice(id, version, language, by.operatorId(), at);
        trail.changed(by, "NOTICE", "person", id, List.of(id), at);
    }

    /**
     * @param mayOpen whether the viewer's body holds the file, and the viewer may say so
     */
    public record WhoSees(PersonFile file, List<Grants.GrantRow> grants, boolean mayOpen) {}

    public record WhoLooked(PersonFile file, List<AccessTrail.Look> looks) {

        /** The last row, where there may be others before it. */
        public @Nullable UUID last() {
            return looks.size() < 100 ? null : looks.getLast().id();
        }
    }
}
