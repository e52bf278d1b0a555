package it.percorsi.referral.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.referral.Panel;
import it.percorsi.referral.Referral;
import it.percorsi.referral.Referrals;
import it.percorsi.referral.Sitting;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredReferrals implements Referrals {

    static final String ROWS =
            """
            select r.id, r.person_id, trim(p.family_name || ' ' || p.given_name) person_name, p.born_on,
                n.name panel_name, o.name organisation_name, w.name referrer_name, r.needs, r.reason,
                r.legal_basis, r.status, r.submitted_at, r.answer_by, r.sitting_id,
                s.planned_for sitting_at, r.decided_at, r.decision_reason, r.conditions, r.organisation_id, r.paused_at,
                (select f.id from referral f where f.follows_id = r.id) followed_by_id,
                r.decided_hours, r.referent, u.name fund_name, r.told_at, r.acknowledged_at,
                r.urgent_why, r.agenda_place
            from referral r
            join panel n on n.id = r.panel_id
            join organisation o on o.id = r.organisation_id
            join operator w on w.id = r.referrer_id
            left join sitting s on s.id = r.sitting_id
            left join funding_source u on u.code = r.decided_fund
            left join person p on p.id = r.person_id and granted(p.id, :organisation, :role, 'IDENTITY')
            """;

    /**
     * Those open to the viewer: who sits on a panel reads its own, and none they are apart from.
     */
    static final String SEEN =
            """
            where granted(r.person_id, :organisation, :role, 'SOCIAL', r.id)
              and (:role <> 'PANEL_MEMBER' or sits_on(n.id) and not exists (select 1
                from recusal c join panel_member m on m.id = c.member_id
                where c.referral_id = r.id and m.operator_id = :operator))
            """;

    private static final String SITTINGS =
            """
            select s.id, n.name panel_name, s.planned_for, s.place, s.status, s.opened_at, s.closed_at,
                s.minutes_number, s.called_off, coalesce(quorum_on(n.id, sitting_day(s.id)), 0) quorum,
                (select count(*) from referral r where r.sitting_id = s.id
                    and granted(r.person_id, :organisation, :role, 'SOCIAL', r.id)) referrals, n.id panel_id, n.votes
            from sitting s join panel n on n.id = s.panel_id
            where n.organisation_id = :organisation
              and (:role = 'PANEL_SECRETARY' or :role = 'PANEL_MEMBER' and (sits_on(n.id) or exists (
                select 1 from attendance a join panel_member m on m.id = a.member_id
                where a.sitting_id = s.id and m.operator_id = :operator)))
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredReferrals(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(Referral referral) {
        entities.persist(referral);
    }

    @Override
    public void save(Sitting sitting) {
        entities.persist(sitting);
    }

    @Override
    public Optional<Referral> visible(UUID id, Actor viewer) {
        return queries.granted(Referral.class, "personId", "SOCIAL", id, viewer);
    }

    @Override
    public Optional<ReferralRow> row(UUID id, Actor viewer) {
        return queries.sql(ROWS + SEEN + "and r.id = :id", viewer)
                .param("id", id)
                .optional(ReferralRow.class);
    }

    @Override
    public int enclose(Referral referral, Set<UUID> papers, Actor by) {
        return papers.isEmpty()
                ? 0
                : queries.sql(
                                """
                                insert into referral_paper (referral_id, attachment_id, person_id)
                                select :referral, a.id, a.person_id from attachment a
                                where a.id = any (:papers) and a.person_id = :person and may_be_sent(a.id)
                                  and granted(a.person_id, :organisation, :role, a.section)
                                """,
                                by)
                        .param("referral", referral.id())
                        .param("papers", Queries.uuids(papers))
                        .param("person", referral.personId())
                        .update();
    }

    @Override
    public Optional<Before> beforeIt(UUID referral, Actor viewer) {
        return queries.sql(
                        """
                        select * from before_it(:referral)
                        where :organisation is not null and :role is not null and :operator is not null
                        """,
                        viewer)
                .param("referral", referral)
                .optional(Before.class);
    }

    @Override
    public List<ReferralRow> ofPerson(UUID person, Actor viewer) {
        return queries.sql(ROWS + SEEN + "and r.person_id = :person order by r.id desc", viewer)
                .param("person", person)
                .list(ReferralRow.class);
    }

    @Override
    public List<StepRow> steps(UUID subject, Actor viewer) {
        return queries.sql(
                        """
                        select s.move, s.status, s.at, o.name operator_name, g.name organisation_name, s.note
                        from step s join operator o on o.id = s.operator_id
                        join organisation g on g.id = s.organisation_id
                        where s.subject_id = :subject and granted(s.person_id, :organisation, :role, s.section, s.subject_id)
                        order by s.at, s.id
                        """,
                        viewer)
                .param("subject", subject)
                .list(StepRow.class);
    }

    @Override
    public List<PanelRow> panels() {
        return queries.sql("select id, name from panel order by name").list(PanelRow.class);
    }

    @Override
    public Optional<Panel> panel(UUID id) {
        return Optional.ofNullable(entities.find(Panel.class, id));
    }

    @Override
    public Optional<Sitting> visibleSitting(UUID id, Actor viewer) {
        return sittingRow(id, viewer).map(seen -> entities.find(Sitting.class, seen.id()));
    }

    @Override
    public List<SittingRow> sittings(Actor viewer) {
        return queries.sql(SITTINGS + "order by s.status = 'CLOSED', s.planned_for desc", viewer)
                .list(SittingRow.class);
    }

    @Override
    public Optional<SittingRow> sittingRow(UUID id, Actor viewer) {
        return queries.sql(SITTINGS + "and s.id = :id", viewer)
                .param("id", id)
                .optional(SittingRow.class);
    }

    @Override
    public List<MemberRow> members(UUID sitting, Actor viewer) {
        return ofSitting(
                        """
                        select m.id, m.name, m.body, m.seat, a.member_id is not null present,
                            m.operator_id is not distinct from :operator mine, a.arrived_at, a.left_at,
                            (select string_agg(to_char(lower(g) at time zone 'Europe/Rome', 'FMHH24.MI') || '-'
                                || to_char(upper(g) at time zone 'Europe/Rome', 'FMHH24.MI'), ', ' order by lower(g))
                                from unnest(a.away) g) away
                        from sitting s join panel n on n.id = s.panel_id
                        join panel_member m on m.panel_id = s.panel_id
                        left join attendance a on a.sitting_id = s.id and a.member_id = m.id
                        where s.id = :sitting and n.organisation_id = :organisation
                          and m.valid_from <= sitting_day(s.id)
                          and (m.valid_until is null or m.valid_until > sitting_day(s.id))
                        order by m.name
                        """,
                        sitting,
                        viewer)
                .list(MemberRow.class);
    }

    @Override
    public List<ReferralRow> agendaOf(UUID sitting, Actor viewer) {
        return ofSitting(
                        ROWS
                                + SEEN
                                + "and r.sitting_id = :sitting order by "
                                + StoredOrderOfBusiness.ORDER,
                        sitting,
                        viewer)
                .list(ReferralRow.class);
    }

    @Override
    public int nextMinutesNumber(UUID panel) {
        return queries.sql(
                        "select coalesce(max(minutes_number), 0) + 1 from sitting where panel_id = :panel")
                .param("panel", panel)
                .single(Integer.class);
    }

    @Override
    public void writeMinutes(UUID sitting, Actor by) {
        ofSitting(
                        """
                        insert into minute (sitting_id, ordinal, person_id, person, decision, reason, conditions, hours,
                            referent, fund, in_favour, against, abstained, apart)
                        select r.decided_in, row_number() over (order by %s),
                            r.person_id,
                            trim(p.family_name || ' ' || p.given_name), r.decision, r.decision_reason, r.conditions,
                            r.decided_hours, r.referent, u.name, v.in_favour, v.against, v.abstained,
                            array(select m.name from recusal c join panel_member m on m.id = c.member_id
                                where c.referral_id = r.id order by m.name)
                        from referral r join person p on p.id = r.person_id
                        left join funding_source u on u.code = r.decided_fund
                        left join lateral (select count(*) filter (where ballot = 'FAVOUR') in_favour,
                                count(*) filter (where ballot = 'AGAINST') against,
                                count(*) filter (where ballot = 'ABSTAIN') abstained
                            from vote where sitting_id = r.decided_in and referral_id = r.id having count(*) > 0) v on true
                        where r.decided_in = :sitting and granted(r.person_id, :organisation, :role, 'SOCIAL', r.id)
                        """
                                .formatted(StoredOrderOfBusiness.ORDER),
                        sitting,
                        by)
                .update();
    }

    @Override
    public List<MinuteRow> minutes(UUID sitting, Actor viewer) {
        return ofSitting(
                        """
                        select m.ordinal, m.person_id, m.person, m.decision, m.reason, m.conditions, m.hours, m.referent,
                            m.fund, m.in_favour, m.against, m.abstained, m.apart
                        from minute m join sitting s on s.id = m.sitting_id join panel n on n.id = s.panel_id
                        where m.sitting_id = :sitting and n.organisation_id = :organisation
                        order by m.ordinal
                        """,
                        sitting,
                        viewer)
                .list(MinuteRow.class);
    }

    @Override
    public List<Asked> asked(UUID sitting, Actor secretary) {
        return ofSitting(
                        """
                        select * from asked_by_decisions(:sitting)
                        where :organisation is not null and :role is not null and :operator is not null
                        """,
                        sitting,
                        secretary)
                .list(Asked.class);
    }

    private Statement ofSitting(String sql, UUID sitting, Actor viewer) {
        return queries.sql(sql, viewer).param("sitting", sitting);
    }
}
