package it.percorsi.referral.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.pathway.Ids;
import it.percorsi.referral.Panel;
import it.percorsi.referral.Panels;
import it.percorsi.referral.Places;
import it.percorsi.referral.ReferralMove;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredPanels implements Panels {

    private static final String ROWS =
            """
            select n.id, n.name, o.name organisation_name, n.kind, g.code programme_code, n.votes,
                coalesce(quorum_on(n.id, :day), 0) quorum,
                (select count(*) from panel_member m where m.panel_id = n.id and m.valid_from <= :day
                    and (m.valid_until is null or m.valid_until > :day)) members
            from panel n join organisation o on o.id = n.organisation_id left join programme g on g.id = n.programme_id
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredPanels(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(Panel panel) {
        entities.persist(panel);
        entities.flush();
    }

    @Override
    public Optional<Panel> own(UUID id, Actor viewer) {
        return Optional.ofNullable(entities.find(Panel.class, id))
                .filter(panel -> panel.organisationId().equals(viewer.organisationId()));
    }

    @Override
    public List<Row> ofBody(LocalDate day, Actor viewer) {
        return queries.sql(ROWS + "where n.organisation_id = :organisation order by n.name", viewer)
                .param("day", day)
                .list(Row.class);
    }

    @Override
    public List<Row> ofProgramme(UUID programme, LocalDate day) {
        return queries.sql(ROWS + "where n.programme_id = :programme order by o.name, n.name")
                .param("programme", programme)
                .param("day", day)
                .list(Row.class);
    }

    @Override
    public List<UUID> nearest(LocalDate day, Actor viewer) {
        return queries.sql(
                        """
                        select id from (
                            select n.id, rank() over (order by n.organisation_id <> :organisation,
                                not (n.programme_id is null or coalesce(g.runs_from <= :day
                                    and coalesce(g.extended_until, g.runs_until, :day) >= :day, false)),
                                not exists (select 1 from programme_body b where b.programme_id = n.programme_id
                                    and b.organisation_id = :organisation)) near
                            from panel n left join programme g on g.id = n.programme_id
                        ) ranked where near = 1
                        """,
                        viewer)
                .param("day", day)
                .list(UUID.class);
    }

    @Override
    public List<Seated> members(UUID panel, LocalDate day) {
        return of(
                        """
                        select m.id, m.name, m.body, m.seat, o.name account, m.valid_from "from", m.valid_until "until"
                        from panel_member m left join operator o on o.id = m.operator_id
                        where m.panel_id = :panel
                        order by m.valid_until <= :day nulls first, m.body, m.name, m.valid_from
                        """,
                        panel)
                .param("day", day)
                .list(Seated.class);
    }

    @Override
    public List<Quorum> quorums(UUID panel) {
        return of(
                        """
                        select valid_from "from", members from panel_quorum where panel_id = :panel
                        order by valid_from desc
                        """,
                        panel)
                .list(Quorum.class);
    }

    @Override
    public List<Phrase> phrases(UUID panel) {
        return of(
                        """
                        select id, decision, text from panel_phrase where panel_id = :panel
                        order by array_position(array['ACCEPT', 'WAITLIST', 'DEFER', 'REJECT'], decision), text
                        """,
                        panel)
                .list(Phrase.class);
    }

    @Override
    public List<Account> accounts(UUID panel, LocalDate day) {
        return of(
                        """
                        select distinct o.id, o.name
                        from panel n join membership m on m.organisation_id = n.organisation_id
                        join operator o on o.id = m.operator_id
                        where n.id = :panel and o.active and m.role in ('PANEL_SECRETARY', 'PANEL_MEMBER')
                          and m.valid_from <= :day and (m.valid_until is null or m.valid_until > :day)
                        order by o.name
                        """,
                        panel)
                .param("day", day)
                .list(Account.class);
    }

    @Override
    public Places places(UUID panel, Actor viewer) {
        return new Places(
                own("panel_places", panel, viewer).list(Places.Area.class),
                own("panel_waits", panel, viewer).list(Places.Waits.class));
    }

    private Statement own(String numbers, UUID panel, Actor viewer) {
        return queries.sql(
                        """
                        select f.* from panel n, lateral %s(n.id) f
                        where n.id = :panel and n.organisation_id = :organisation
                        """
                                .formatted(numbers),
                        viewer)
                .param("panel", panel);
    }

    @Override
    public void add(UUID panel, ReferralMove decision, String phrase) {
        of("insert into panel_phrase values (:id, :panel, :decision, :text)", panel)
                .param("id", Ids.next())
                .param("decision", decision.name())
                .param("text", phrase)
                .update();
    }

    @Override
    public void remove(UUID panel, UUID phrase) {
        of("delete from panel_phrase where panel_id = :panel and id = :phrase", panel)
                .param("phrase", phrase)
                .update();
    }

    private Statement of(String sql, UUID panel) {
        return queries.sql(sql).param("panel", panel);
    }
}
