package it.percorsi.intake.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Whom the rows of a list may be: said by the database, in one statement for the whole list. */
@Component
class ComparingRows {

    private final Queries queries;

    ComparingRows(Queries queries) {
        this.queries = queries;
    }

    void compare(UUID id, @Nullable Collection<Integer> lines, Actor viewer) {
        queries.sql(
                        """
                        with said as materialized (
                            select a.line, array_agg(distinct a.person_id) filter (where a.person_id is not null) alike,
                                min(a.twin) twin,
                                string_to_array((array_agg(a.reasons order by a.person_id is null,
                                    a.likeness desc))[1], ' ') reasons
                            from alike_in_list(:id, :lines) a
                            where a.person_id is null or granted(a.person_id, :organisation, :role, 'IDENTITY')
                            group by a.line),
                        told as materialized (
                            select line, alike, twin, reasons from said
                            union all
                            select line, null, null, null from import_row
                            where list_id = :id and (alike <> '{}' or twin is not null)
                              and (:lines::int[] is null or line = any (:lines))
                              and line not in (select line from said))
                        update import_row r set alike = coalesce(t.alike, '{}'), twin = t.twin,
                            reasons = coalesce(t.reasons, '{}')
                        from told t where r.list_id = :id and r.line = t.line
                        """,
                        viewer)
                .param("id", id)
                .param("lines", lines == null ? null : ints(lines), Types.ARRAY)
                .update();
    }

    List<UUID> lookElsewhere(UUID id, @Nullable Collection<Integer> lines, Actor viewer) {
        // One at a time of each operator: two at once would each be told what both together may be.
        queries.sql(
                        "select pg_advisory_xact_lock(hashtextextended(:operator::text, 0))::text",
                        viewer)
                .list((row, n) -> n);
        List<Elsewhere> found =
                queries.sql("select * from elsewhere_in_list(:id, :lines)", viewer)
                        .param("id", id)
                        .param("lines", lines == null ? null : ints(lines), Types.ARRAY)
                        .list(Elsewhere.class);
        queries.sql(
                        """
                        update import_row r set elsewhere = (select f.name
                            from unnest(:found, :names) f (line, name) where f.line = r.line)
                        where r.list_id = :id and (:lines::int[] is null or r.line = any (:lines))
                          and (r.elsewhere is not null or r.line = any (:found))
                        """)
                .param("id", id)
                .param("lines", lines == null ? null : ints(lines), Types.ARRAY)
                .param("found", ints(found.stream().map(Elsewhere::line).toList()))
                .param(
                        "names",
                        Queries.texts(found.stream().map(Elsewhere::organisationName).toList()))
                .update();
        return found.stream().map(Elsewhere::personId).toList();
    }

    record Elsewhere(int line, String organisationName, UUID personId) {}

    static SqlArrayValue ints(Collection<Integer> values) {
        return new SqlArrayValue("int4", values.toArray());
    }
}
