package it.percorsi.person.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Mark;
import it.percorsi.person.Alert;
import it.percorsi.person.Alerts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredAlerts implements Alerts {

    /** Citizens of some states need no permit: {@code Country.staysFreely}, said of all people. */
    private static String asksAPermit(String person) {
        return """
        not exists (select 1 from citizenship z join country k on k.code = z.country
            where z.person_id = %s and z.valid_until is null
              and (k.eu_from <= :today and coalesce(k.eu_until, 'infinity') > :today
                or k.free_from <= :today and coalesce(k.free_until, 'infinity') > :today))\
        """
                .formatted(person);
    }

    /** One question for all kinds; each part costs the same whatever the history. */
    private static final String ON =
            """
            with open as materialized (
                select section from role_section
                where role = :role and granted(:person, :organisation, :role, section)
            ), permit as (
                select expires_on, receipt_on from residence_permit where person_id = :person
                  and %s
                order by recorded_at desc, id desc limit 1
            ), due as (
                select status, starts_at from appointment
                where person_id = :person and status in ('NO_SHOW', 'DONE')
                order by starts_at desc limit 2
            ), alert as (
                select 'PROTECTED_ADDRESS' kind, 'RESERVED' section, recorded_at::date "on", person_id subject
                from protected_address where person_id = :person and valid_until is null
                union all
                select case when expires_on >= :today then 'PERMIT_EXPIRING'
                        when receipt_on <= :today then 'PERMIT_RENEWING' else 'PERMIT_EXPIRED' end,
                    'STATUS', expires_on, :person
                from permit where expires_on < :today or expires_on <= :today + :permitDays and receipt_on is null
                union all
                select 'MISSED_TWICE', 'AGENDA', max(starts_at)::date, :person
                from due having count(*) filter (where status = 'NO_SHOW') = 2
                union all
                select 'REVIEW_OVERDUE', 'LABOUR', review_on, id
                from plan where person_id = :person and in_force and review_on < :today
                union all
                (select 'PROCEDURE_LATE', 'STATUS', next_on, id
                from procedure where person_id = :person and next_on < :today order by next_on limit 1)
                union all
                (select 'PERHAPS_TWICE', 'IDENTITY', found_at::date, id
                from duplicate_pair where :person in (person_id, other_id) and status = 'OPEN' limit 1)
                union all
                (select 'MINOR_IN_HOUSEHOLD', 'SOCIAL', p.born_on, :person
                from household_link h
                join person p on p.id in (h.person_id, h.relative_id) and p.id <> :person
                where :person in (h.person_id, h.relative_id) and h.ended_at is null
                    and p.born_on > :today - interval '18 years' order by p.born_on desc limit 1)
                union all
                select 'NOTICE_OUTDATED', 'IDENTITY', given.at::date, :person
                from (select version, at from notice_given where person_id = :person order by at desc limit 1) given
                where given.version <> notice_in_force(:today)
            )
            select kind, "on", subject from alert a join open using (section)
            where not exists (select 1 from alert_silenced s
                where s.person_id = :person and s.organisation_id = :organisation and s.kind = a.kind
                    and s.until > :today)
            order by array_position(:kinds, kind), "on" limit :most
            """
                    .formatted(asksAPermit(":person"));

    private final Queries queries;

    StoredAlerts(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Alert> on(UUID person, Actor viewer, LocalDate today, int permitDays, int most) {
        return queries.sql(ON, viewer)
                .param("person", person)
                .param("today", today)
                .param("permitDays", permitDays)
                .param(
                        "kinds",
                        Queries.texts(Arrays.stream(Alert.Kind.values()).map(Enum::name).toList()))
                .param("most", most)
                .list(Alert.class);
    }

    @Override
    public void silence(
            UUID person,
            Alert.Kind kind,
            LocalDate until,
            String reason,
            Instant at,
            Actor viewer) {
        queries.sql(
                        """
                        insert into alert_silenced (id, person_id, kind, section, until, reason, recorded_at,
                            operator_id, organisation_id)
                        values (:id, :person, :kind, :section, :until, :reason, :at, :operator, :organisation)
                        """,
                        viewer)
                .param("id", Ids.next())
                .param("person", person)
                .param("kind", kind.name())
                .param("section", kind.section().name())
                .param("until", until)
                .param("reason", reason)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public List<Expiring> expiring(
            LocalDate today, int back, int ahead, @Nullable Mark after, Actor viewer, int most) {
        Mark mark = after == null ? new Mark(today.minusDays(back), new UUID(0, 0)) : after;
        return queries.sql(
                        """
                        select r.id permit_id, r.person_id, trim(p.family_name || ' ' || p.given_name) person_name,
                            l.name language_name, c.phone, k.name kind_name, r.expires_on
                        from residence_permit r
                        join person p on p.id = r.person_id
                        join language l on l.code = p.language
                        join permit_kind k on k.code = r.kind
                        left join person_contact c on c.person_id = p.id
                            and granted(c.person_id, :organisation, :role, 'CONTACTS')
                        where r.receipt_on is null and r.expires_on >= :on and r.expires_on <= :to
                            and (r.expires_on, r.id) > (:on, :id)
                            and exists (select 1 from access_grant g where g.person_id = r.person_id
                                and g.organisation_id = :organisation and g.basis = 'FILE'
                                and (g.valid_until is null or g.valid_until > now()))
                            and granted(r.person_id, :organisation, :role, 'STATUS')
                            and not exists (select 1 from residence_permit n where n.person_id = r.person_id
                                and (n.recorded_at, n.id) > (r.recorded_at, r.id))
                            and %s
                            and not exists (select 1 from alert_silenced s where s.person_id = r.person_id
                                and s.organisation_id = :organisation
                                and s.kind in ('PERMIT_EXPIRED', 'PERMIT_EXPIRING') and s.until > :today)
                        order by r.expires_on, r.id limit :most
                        """
                                .formatted(asksAPermit("r.person_id")),
                        viewer)
                .param("today", today)
                .param("on", mark.on())
                .param("id", mark.id())
                .param("to", today.plusDays(ahead))
                .param("most", most)
                .list(Expiring.class);
    }
}
