package it.percorsi.person;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Families, and addresses kept apart. */
@Service
@Transactional
public class HouseholdService {

    private final Household household;
    private final People people;
    private final Grants grants;
    private final AccessTrail trail;

    HouseholdService(Household household, People people, Grants grants, AccessTrail trail) {
        this.household = household;
        this.people = people;
        this.grants = grants;
        this.trail = trail;
    }

    public List<Household.Relative> of(Actor by, Instant at, UUID person) {
        people.shown(person, by);
        List<Household.Relative> relatives = household.of(person, by);
        List<UUID> shown = new ArrayList<>(List.of(person));
        relatives.forEach(relative -> shown.add(relative.personId()));
        trail.listed(by, "household", shown, at);
        return relatives;
    }

    /**
     * @param kinship what the relative is to the person
     * @throws MoveRefused if the social part of either is closed to the actor, or they are one
     */
    public void link(Actor by, Instant at, UUID person, UUID relative, Kinship kinship) {
        people.shown(person, by);
        people.shown(relative, by);
        new Obstacles()
                .when(person.equals(relative), "household.oneself")
                .when(
                        !writes(by, person, Section.SOCIAL)
                                || !writes(by, relative, Section.SOCIAL),
                        "household.not-yours")
                .refuse();
        household.link(person, relative, kinship, by.operatorId(), at);
        trail.changed(by, "LINK", "household", person, List.of(person, relative), at);
    }

    public void unlink(Actor by, Instant at, UUID person, UUID link) {
        people.shown(person, by);
        if (!writes(by, person, Section.SOCIAL)) {
            throw new MoveRefused(List.of("household.not-yours"));
        }
        if (!household.unlink(person, link, at, by)) {
            throw new NotVisible();
        }
        trail.changed(by, "UNLINK", "household", person, List.of(person), at);
    }

    /** A look of its own: the person's other pages never show this address. */
    public Optional<Household.ProtectedAddress> protectedAddress(
            Actor by, Instant at, UUID person) {
        mayProtect(by, person);
        trail.looked(by, "protected-address", person, Set.of(Section.RESERVED), at);
        return household.protectedAddress(person, by);
    }

    public void protect(Actor by, Instant at, UUID person, String address) {
        mayProtect(by, person);
        household.protect(person, address.strip(), by.operatorId(), at);
        trail.changed(by, "PROTECT", "protected-address", person, List.of(person), at);
    }

    public void unprotect(Actor by, Instant at, UUID person) {
        mayProtect(by, person);
        household.unprotect(person, at);
        trail.changed(by, "UNPROTECT", "protected-address", person, List.of(person), at);
    }

    /** The refusal is the same whether there is an address or not. */
    private void mayProtect(Actor by, UUID person) {
        people.shown(person, by);
        if (!writes(by, person, Section.RESERVED)) {
            throw new MoveRefused(List.of("protected-address.not-yours"));
        }
    }

    private boolean writes(Actor by, UUID person, Section section) {
        return by.role() == Role.SOCIAL_WORKER && grants.sections(person, by).contains(section);
    }
}
