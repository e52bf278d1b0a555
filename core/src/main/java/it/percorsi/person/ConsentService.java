package it.percorsi.person;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving a consent and withdrawing it, its effect shown first and applied at once. */
@Service
@Transactional
public class ConsentService {

    private final Consents consents;
    private final People people;
    private final PersonService files;
    private final Grants grants;
    private final AccessTrail trail;

    ConsentService(
            Consents consents,
            People people,
            PersonService files,
            Grants grants,
            AccessTrail trail) {
        this.consents = consents;
        this.people = people;
        this.files = files;
        this.grants = grants;
        this.trail = trail;
    }

    /** Part of a page whose look is recorded by {@link PersonService#look}. */
    public List<Consents.Row> of(Actor by, UUID person) {
        return consents.of(person, by);
    }

    /**
     * @throws MoveRefused if the actor is neither desk nor social worker of a body that holds the
     *     file: a consent may open it to another
     */
    public void give(Actor by, Instant at, UUID person, Consent.Terms terms) {
        people.shown(person, by);
        new Obstacles()
                .when(!writes(by), "consent.not-yours")
                .when(!grants.mayOpen(person, by), "grant.not-yours")
                .refuse();
        Consent consent = new Consent(person, terms, by, at);
        consents.save(consent);
        trail.changed(by, "CONSENT", "consent", consent.id(), List.of(person), at);
    }

    /** What the body would no longer see, and what it would still see and why. */
    public Effect effect(Actor by, Instant at, UUID id) {
        Consent consent = find(id, by);
        PersonFile file = files.look(by, at, consent.personId(), "privacy");
        List<Grants.GrantRow> now = grants.on(consent.personId(), by);
        List<Grants.GrantRow> then = grants.without(id, consent.personId(), by);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).inForce()
                    && now.get(i).organisationId().equals(consent.toOrganisationId())) {
                List<String> closed = new ArrayList<>(now.get(i).carried());
                closed.removeAll(then.get(i).carried());
                changes.add(new Change(then.get(i), closed));
            }
        }
        Consents.Row row =
                consents.of(consent.personId(), by).stream()
                        .filter(given -> given.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        return new Effect(file, row, changes);
    }

    /** In one transaction: at the next request the body sees what {@link #effect} said. */
    public UUID withdraw(Actor by, Instant at, UUID id, @Nullable String note) {
        Consent consent = find(id, by);
        new Obstacles()
                .when(!writes(by), "consent.not-yours")
                .tried(() -> consent.withdraw(by, at, note))
                .refuse();
        trail.changed(by, "WITHDRAW", "consent", id, List.of(consent.personId()), at);
        return consent.personId();
    }

    private Consent find(UUID id, Actor by) {
        return consents.visible(id, by).orElseThrow(NotVisible::new);
    }

    private static boolean writes(Actor by) {
        return by.actsAs(Role.DESK) || by.actsAs(Role.SOCIAL_WORKER);
    }

    /**
     * @param remaining the grant as it will be: what it still opens, and on what ground
     * @param closed the sections that end with the consent
     */
    public record Change(Grants.GrantRow remaining, List<String> closed) {}

    public record Effect(PersonFile file, Consents.Row consent, List<Change> changes) {

        /** Nothing rests on this consent alone. */
        public boolean none() {
            return changes.stream().allMatch(change -> change.closed().isEmpty());
        }
    }
}
