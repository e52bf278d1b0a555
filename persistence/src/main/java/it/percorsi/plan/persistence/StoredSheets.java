package it.percorsi.plan.persistence;

import it.percorsi.access.Actor;
import it.percorsi.attachment.Scan;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.AttendanceSheets;
import it.percorsi.plan.Encounter;
import it.percorsi.plan.Hours;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredSheets implements AttendanceSheets {

    private static final String ROWS =
            """
            select s.id, s.year, s.number, g.name organisation_name, s.made_at, o.name made_by, s.closed_at,
                c.name closed_by, s.archive,
                (select count(*) from encounter e where e.sheet_id = s.id
                    and granted(e.person_id, :organisation, :role, 'LABOUR'))::int lines,
                b.at scanned_at, whole_sheet(s.id) "whole"
            from attendance_sheet s join organisation g on g.id = s.organisation_id
            join operator o on o.id = s.operator_id left join operator c on c.id = s.closed_by
            left join sheet_scan b on b.sheet_id = s.id
            where %s and (s.organisation_id = :organisation or exists (select 1 from encounter e
                where e.sheet_id = s.id and granted(e.person_id, :organisation, :role, 'LABOUR')))
            """;
    private static final String UNSIGNED =
            """
            update encounter set sheet_id = :sheet, version = version + 1
            where %s and sheet_id is null and status in ('BOOKED', 'DELIVERED', 'ABSENT')
              and granted(person_id, :organisation, :role, 'LABOUR')
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredSheets(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public UUID make(Actor by, Instant at) {
        UUID id = Ids.next();
        queries.sql(
                        "select pg_advisory_xact_lock(hashtextextended('sheets ' || cast(:organisation as text), 0))::text",
                        by)
                .single(String.class);
        queries.sql(
                        """
                        insert into attendance_sheet (id, organisation_id, operator_id, year, number, made_at)
                        select :id, :organisation, :operator, :year, coalesce(max(number), 0) + 1, :at
                        from attendance_sheet where organisation_id = :organisation and year = :year
                        """,
                        by)
                .param("id", id)
                .param("year", Rome.day(at).getYear())
                .param("at", Queries.at(at))
                .update();
        return id;
    }

    @Override
    public int putGroup(UUID sheet, UUID group, Actor by) {
        return queries.sql(UNSIGNED.formatted("group_id = :group"), by)
                .param("sheet", sheet)
                .param("group", group)
                .update();
    }

    @Override
    public int putAlike(UUID sheet, UUID encounter, LocalDate from, LocalDate until, Actor by) {
        return queries.sql(
                        UNSIGNED.formatted(
                                """
                                (plan_id, operator_id) in (select o.plan_id, o.operator_id from encounter o
                                    where o.id = :encounter) and on_day between :from and :until\
                                """),
                        by)
                .param("sheet", sheet)
                .param("encounter", encounter)
                .param("from", from)
                .param("until", until)
                .update();
    }

    @Override
    public Optional<SheetRow> row(UUID id, Actor viewer) {
        return queries.sql(ROWS.formatted("s.id = :id"), viewer)
                .param("id", id)
                .optional(SheetRow.class);
    }

    @Override
    public List<SheetRow> latest(Actor viewer) {
        return queries.sql(
                        ROWS.formatted("true")
                                + " order by s.closed_at desc nulls first, s.made_at desc, s.id limit 100",
                        viewer)
                .list(SheetRow.class);
    }

    @Override
    public List<Hours.Line> lines(UUID id, Actor viewer) {
        return queries.sql(StoredHours.LINES.formatted("e.sheet_id = :sheet"), viewer)
                .param("sheet", id)
                .list(Hours.Line.class)
                .reversed();
    }

    @Override
    public List<Encounter> encounters(UUID id, Actor viewer) {
        return encounters(entities, "sheetId", id, viewer);
    }

    /** With their plans and cases, of which it depends who may move them. */
    static List<Encounter> encounters(EntityManager entities, String what, UUID id, Actor viewer) {
        return entities.createQuery(
                        """
                        select e from Encounter e join fetch e.plan p left join fetch p.caseFile
                        where e.%s = :id
                          and function('granted', e.personId, :organisation, :role, 'LABOUR', e.id) = true\
                        """
                                .formatted(what),
                        Encounter.class)
                .setParameter("id", id)
                .setParameter("organisation", viewer.organisationId())
                .setParameter("role", viewer.roleName())
                .getResultList();
    }

    @Override
    public void close(UUID id, Actor by, Instant at, String archive) {
        queries.sql(
                        """
                        update attendance_sheet set closed_at = :at, closed_by = :operator, archive = :archive
                        where id = :id and closed_at is null
                        """,
                        by)
                .param("id", id)
                .param("at", Queries.at(at))
                .param("archive", archive)
                .update();
    }

    @Override
    public boolean bring(UUID id, Scan scan, Actor by, Instant at) {
        boolean out =
                queries.sql(
                                "select id from attendance_sheet where id = :id and closed_at is null for update",
                                by)
                        .param("id", id)
                        .optional(UUID.class)
                        .isPresent();
        if (out) {
            queries.sql("delete from sheet_scan where sheet_id = :id", by).param("id", id).update();
            queries.sql(
                            """
                            insert into sheet_scan (sheet_id, kind, size, content, at, operator_id)
                            values (:id, :kind, :size, :content, :at, :operator)
                            """,
                            by)
                    .param("id", id)
                    .param("kind", scan.kind().name())
                    .param("size", scan.content().length)
                    .param("content", scan.content())
                    .param("at", Queries.at(at))
                    .update();
        }
        return out;
    }

    @Override
    public List<UUID> people(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select distinct e.person_id from sheet_row r join encounter e on e.id = r.encounter_id
                        where r.sheet_id = :sheet and granted(e.person_id, :organisation, :role, 'LABOUR')
                        """,
                        viewer)
                .param("sheet", id)
                .list(UUID.class);
    }

    @Override
    public Optional<Scan> scan(UUID id, Actor viewer) {
        return queries.sql("select kind, content from sheet_scan where sheet_id = :id", viewer)
                .param("id", id)
                .optional(Scan.class);
    }
}
