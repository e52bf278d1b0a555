package it.percorsi.person.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.person.Duplicates;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredDuplicates implements Duplicates {

    private static final String PAIRS =
            """
            select d.id, d.person_id, trim(a.family_name || ' ' || a.given_name) person_name,
                born_text(a.born_on, a.born_precision) person_born,
                d.other_id, trim(b.family_name || ' ' || b.given_name) other_name,
                born_text(b.born_on, b.born_precision) other_born, d.likeness, d.reasons
            from duplicate_pair d join person a on a.id = d.person_id join person b on b.id = d.other_id
            where d.status = 'OPEN'
              and entrusted(d.person_id, :organisation, :role, 'IDENTITY')
              and entrusted(d.other_id, :organisation, :role, 'IDENTITY')
            """;

    private final Queries queries;

    StoredDuplicates(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Pair> open(@Nullable UUID after, Actor viewer) {
        return queries.sql(
                        PAIRS
                                + """
                                and (:after::uuid is null or (-d.likeness, d.id)
                                    > (select -l.likeness, l.id from duplicate_pair l where l.id = :after))
                                order by -d.likeness, d.id
                                limit 50
                                """,
                        viewer)
                .param("after", after, Types.OTHER)
                .list(Pair.class);
    }

    @Override
    public Optional<Pair> pair(UUID id, Actor viewer) {
        return queries.sql(PAIRS + "and d.id = :id", viewer).param("id", id).optional(Pair.class);
    }

    @Override
    public void different(UUID pair, Instant at, Actor viewer) {
        queries.sql(
                        """
                        update duplicate_pair set status = 'DIFFERENT', decided_at = :at, operator_id = :operator,
                            organisation_id = :organisation
                        where id = :pair and status = 'OPEN'
                        """,
                        viewer)
                .param("pair", pair)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public List<OpenFile> openFiles(UUID one, UUID other, Actor viewer) {
        return queries.sql(
                        """
                        select c.id, c.person_id, o.name organisation_name, c.opened_at, c.status
                        from case_file c join organisation o on o.id = c.organisation_id
                        where c.person_id in (:one, :other) and c.status <> 'CLOSED' and c.led_by is null
                          and granted(c.person_id, :organisation, :role, 'IDENTITY')
                        order by c.opened_at, c.id
                        """,
                        viewer)
                .param("one", one)
                .param("other", other)
                .list(OpenFile.class);
    }

    @Override
    public Optional<UUID> connectedBody(UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select c.to_organisation_id from connection c
                        where c.person_id = :person and c.organisation_id = :organisation and c.status = 'ACCEPTED'
                            and granted(c.person_id, :organisation, :role, 'IDENTITY')
                            and crossing(c.to_organisation_id, :organisation) is null
                            and exists (select 1 from grants_on(c.person_id, null) g
                                where g.organisation_id = c.to_organisation_id and g.basis = 'FILE' and g.in_force)
                        order by c.answered_at desc limit 1
                        """,
                        viewer)
                .param("person", person)
                .optional(UUID.class);
    }

    @Override
    public Optional<Agreement> agreement(Pair pair, Actor viewer) {
        return queries.sql(
                        """
                        select a.id, a.organisation_id, o.name organisation_name, a.kept_id kept, a.lead_id lead,
                            a.agreed_at
                        from merge_agreement a join organisation o on o.id = a.organisation_id
                        where a.one_id = :one and a.other_id = :other and a.ended_at is null
                            and granted(a.one_id, :organisation, :role, 'IDENTITY')
                            and granted(a.other_id, :organisation, :role, 'IDENTITY')
                        """,
                        viewer)
                .param("one", pair.personId())
                .param("other", pair.otherId())
                .optional(Agreement.class);
    }

    @Override
    public void agree(
            UUID id, Pair pair, UUID kept, @Nullable UUID lead, Instant at, Actor viewer) {
        queries.sql(
                        """
                        insert into merge_agreement (id, one_id, other_id, kept_id, lead_id, organisation_id,
                            operator_id, agreed_at)
                        values (:id, :one, :other, :kept, :lead, :organisation, :operator, :at)
                        """,
                        viewer)
                .param("id", id)
                .param("one", pair.personId())
                .param("other", pair.otherId())
                .param("kept", kept)
                .param("lead", lead, Types.OTHER)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public List<Waiting> waiting(Actor viewer) {
        return queries.sql(
                        """
                        select m.id, a.id one_id, trim(a.family_name || ' ' || a.given_name) one_name,
                            b.id other_id, trim(b.family_name || ' ' || b.given_name) other_name, m.agreed_at
                        from merge_agreement m join person a on a.id = m.one_id join person b on b.id = m.other_id
                        where m.organisation_id = :organisation and m.ended_at is null
                            and granted(m.one_id, :organisation, :role, 'IDENTITY')
                            and granted(m.other_id, :organisation, :role, 'IDENTITY')
                        order by m.agreed_at, m.id limit 50
                        """,
                        viewer)
                .list(Waiting.class);
    }

    @Override
    public boolean endAgreement(UUID id, Instant at, Actor viewer) {
        return queries.sql(
                                """
                                update merge_agreement set ended_at = greatest(:at, agreed_at)
                                where id = :id and ended_at is null
                                    and granted(one_id, :organisation, :role, 'IDENTITY')
                                    and granted(other_id, :organisation, :role, 'IDENTITY')
                                """,
                                viewer)
                        .param("id", id)
                        .param("at", Queries.at(at))
                        .update()
                == 1;
    }

    @Override
    public void merge(UUID merge, UUID kept, UUID absorbed, @Nullable UUID lead) {
        queries.sql("select merge_people(:merge, :kept, :absorbed, :lead)::text")
                .param("merge", merge)
                .param("kept", kept)
                .param("absorbed", absorbed)
                .param("lead", lead, Types.OTHER)
                .list((row, n) -> n);
    }

    @Override
    public void undo(UUID merge) {
        queries.sql("select undo_merge(:merge)::text").param("merge", merge).list((row, n) -> n);
    }

    @Override
    public Optional<UUID> keptBy(UUID merge, Actor viewer) {
        return queries.sql(
                        """
                        select person_id from person_merge
                        where id = :merge and granted(person_id, :organisation, :role, 'IDENTITY')
                        """,
                        viewer)
                .param("merge", merge)
                .optional(UUID.class);
    }

    @Override
    public Optional<UUID> becameOf(UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select id from merged_person(:person) id
                        where id is not null and granted(id, :organisation, :role, 'IDENTITY')
                        """,
                        viewer)
                .param("person", person)
                .optional(UUID.class);
    }

    @Override
    public List<Before> before(UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select * from names_before(:person)
                        where granted(:person, :organisation, :role, 'IDENTITY')
                        """,
                        viewer)
                .param("person", person)
                .list(Before.class);
    }
}
