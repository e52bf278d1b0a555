package it.percorsi.access.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.Grant;
import it.percorsi.access.Grants;
import it.percorsi.access.Section;
import it.percorsi.database.Queries;
import it.percorsi.pathway.MoveRefused;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredGrants implements Grants {

    private final EntityManager entities;
    private final Queries queries;

    StoredGrants(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    /** Written at once: what comes after may be allowed only by this grant. */
    @Override
    public void give(Grant grant) {
        queries.sql(
                        "select o from grant_obstacle(:person, :from, :to, :basis, :sections) o where o is not null")
                .param("person", grant.personId())
                .param("from", grant.givenByOrganisationId())
                .param("to", grant.organisationId())
                .param("basis", grant.basis().name())
                .param("sections", Queries.texts(grant.sections()))
                .optional(String.class)
                .ifPresent(obstacle -> {
                    throw new MoveRefused(List.of(obstacle));
                });
        entities.persist(grant);
        entities.flush();
    }

    @Override
    public void giveAll(List<Grant> grants) {
        grants.forEach(entities::persist);
        entities.flush();
    }

    @Override
    public void end(UUID subject, Instant at) {
        queries.sql(
                        """
                        update access_grant set valid_until = greatest(:at, valid_from)
                        where subject_id = :subject and (valid_until is null or valid_until > :at)
                        """)
                .param("subject", subject)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public Set<Section> sections(UUID person, Actor viewer) {
        return queries
                .sql(
                        """
                        select section from role_section
                        where role = :role and granted(:person, :organisation, :role, section)
                        """,
                        viewer)
                .param("person", person)
                .list(String.class)
                .stream()
                .map(Section::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean mayOpen(UUID person, Actor viewer) {
        return queries.sql("select holds_the_file(:person)", viewer)
                .param("person", person)
                .single(Boolean.class);
    }

    @Override
    public List<GrantRow> without(@Nullable UUID consent, UUID person, Actor viewer) {
        return queries.sql(
                        "select * from grants_on(:person, :consent) where granted(:person, :organisation, :role, 'IDENTITY')",
                        viewer)
                .param("person", person)
                .param("consent", consent, java.sql.Types.OTHER)
                .list(GrantRow.class);
    }
}
