package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The teams of the cases an actor may see, and the places offered to the actor. */
public interface Teams {

    /** Written at once, with what follows from it. */
    void save(TeamMember member);

    /** One of a case the viewer sees, or the viewer's own. */
    Optional<TeamMember> visible(UUID id, Actor viewer);

    List<Row> of(UUID caseFile, Actor viewer);

    /** Those who were in it and left, the last first. */
    List<Past> past(UUID caseFile, Actor viewer);

    List<Invitation> invitations(Actor viewer);

    /** What stands in the way of another body's seeing these sections; empty if nothing does. */
    Optional<String> obstacle(UUID person, UUID body, Set<Section> sections, Actor by);

    /**
     * @param sections what the body sees by this place, beside who the person is
     */
    record Row(
            UUID id,
            UUID operatorId,
            String name,
            UUID organisationId,
            String organisationName,
            String function,
            LocalDate since,
            MemberStatus status,
            List<String> sections,
            boolean manager,
            boolean leading) {}

    record Past(String name, String organisationName, LocalDate since, LocalDate until) {}

    /** An invitation says nothing of the person: whoever accepts learns it. */
    record Invitation(
            UUID id,
            String askedByName,
            @Nullable String organisationName,
            String words,
            List<String> sections,
            LocalDate since) {}
}
