package it.percorsi.intake.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.intake.ImportList;
import it.percorsi.intake.ImportRow;
import it.percorsi.intake.Imports;
import it.percorsi.intake.Sheet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class StoredImports implements Imports {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Policies keep lists apart; the viewer is asked for all the same. */
    private static final String LISTS =
            """
            select l.*, o.name operator_name from import_list l join operator o on o.id = l.operator_id
            where l.organisation_id = :organisation
              and (:role = 'SOCIAL_WORKER' or :role = 'DESK' and l.role = 'DESK')
            """;

    private static final String ROWS =
            """
            select r.* from import_row r join import_list l on l.id = r.list_id
            where r.list_id = :id and l.organisation_id = :organisation
            """;

    private final Queries queries;
    private final ComparingRows comparing;

    StoredImports(Queries queries, ComparingRows comparing) {
        this.queries = queries;
        this.comparing = comparing;
    }

    @Override
    public void save(
            UUID id,
            String fileName,
            Sheet sheet,
            List<String> columns,
            String noticeVersion,
            String noticeLanguage,
            Actor by,
            Instant at) {
        queries.sql(
                        """
                        insert into import_list (id, organisation_id, operator_id, role, file_name, signature, headings,
                            columns, notice_version, notice_language, status, uploaded_at)
                        values (:id, :organisation, :operator, :role, :name, :signature, :headings, :columns,
                            :version, :language, 'READY', :at)
                        """,
                        by)
                .param("id", id)
                .param("name", fileName)
                .param("signature", sheet.signature())
                .param("headings", Queries.texts(sheet.headings()))
                .param("columns", Queries.texts(columns))
                .param("version", noticeVersion)
                .param("language", noticeLanguage)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public List<ImportList> latest(Actor viewer) {
        return queries.sql(LISTS + "order by l.uploaded_at desc, l.id limit 20", viewer)
                .list(ImportList.class);
    }

    @Override
    public Optional<ImportList> find(UUID id, Actor viewer) {
        return queries.sql(LISTS + "and l.id = :id", viewer)
                .param("id", id)
                .optional(ImportList.class);
    }

    @Override
    public ImportList.Counts counts(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select count(*)::int as rows, count(*) filter (where rank = 1)::int errors,
                            count(*) filter (where rank = 2)::int duplicates,
                            count(*) filter (where decision in ('SKIP', 'SAME'))::int as left,
                            count(*) filter (where rank > 2 and decision is distinct from 'SKIP'
                                and decision is distinct from 'SAME')::int people
                        from (%s) r
                        """
                                .formatted(ROWS),
                        viewer)
                .param("id", id)
                .single(ImportList.Counts.class);
    }

    @Override
    public List<ImportRow> page(UUID id, String after, int most, Actor viewer) {
        String[] mark = after.matches("\\d-\\d{1,7}") ? after.split("-") : new String[] {"0", "0"};
        return queries.sql(
                        ROWS
                                + "and (r.rank, r.line) > (:rank, :line) order by r.rank, r.line limit :most",
                        viewer)
                .param("id", id)
                .param("rank", Integer.valueOf(mark[0]))
                .param("line", Integer.valueOf(mark[1]))
                .param("most", most)
                .list(ImportRow.class);
    }

    @Override
    public List<ImportRow> rows(UUID id, Actor viewer) {
        return queries.sql(ROWS + "order by r.line", viewer).param("id", id).list(ImportRow.class);
    }

    @Override
    public List<ImportRow> toWrite(UUID id, int afterLine, int most, Actor viewer) {
        return queries.sql(
                        ROWS
                                + """
                                and r.rank > 2 and r.decision is distinct from 'SKIP'
                                and r.decision is distinct from 'SAME' and r.line > :after
                                order by r.line limit :most
                                """,
                        viewer)
                .param("id", id)
                .param("after", afterLine)
                .param("most", most)
                .list(ImportRow.class);
    }

    @Override
    public void put(UUID id, Collection<ReadRow> rows) {
        queries.sql(
                        """
                        insert into import_row (list_id, line, cells, problems, name_key, found_by, born_on,
                            born_precision, phone, code, decision)
                        select :id, n.line, n.cells, n.problems, n."nameKey", n."foundBy", n."bornOn",
                            n."bornPrecision", n.phone, n.code, n.decision
                        from jsonb_to_recordset(:rows::jsonb) n (line int, cells text[], problems text[], "nameKey" text,
                            "foundBy" text, "bornOn" date, "bornPrecision" text, phone text, code text, decision text)
                        on conflict (list_id, line) do update set cells = excluded.cells, problems = excluded.problems,
                            name_key = excluded.name_key, found_by = excluded.found_by, born_on = excluded.born_on,
                            born_precision = excluded.born_precision, phone = excluded.phone, code = excluded.code,
                            decision = excluded.decision
                        """)
                .param("id", id)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    @Override
    public List<Integer> concerned(UUID id, Collection<Integer> lines, Actor viewer) {
        return queries.sql(
                        "select r.line from ("
                                + ROWS
                                + ") r where r.line = any (:lines) or r.twin = any (:lines)",
                        viewer)
                .param("id", id)
                .param("lines", ComparingRows.ints(lines))
                .list(Integer.class);
    }

    @Override
    public void compare(UUID id, @Nullable Collection<Integer> lines, Actor viewer) {
        comparing.compare(id, lines, viewer);
    }

    @Override
    public List<UUID> lookElsewhere(UUID id, @Nullable Collection<Integer> lines, Actor viewer) {
        return comparing.lookElsewhere(id, lines, viewer);
    }

    @Override
    public void leaveOut(UUID id, int rank) {
        queries.sql(
                        "update import_row set decision = 'SKIP' where list_id = :id and rank = :rank and rank < 3")
                .param("id", id)
                .param("rank", rank)
                .update();
    }

    @Override
    public Optional<List<String>> matching(String signature, Actor viewer) {
        return queries
                .sql(
                        """
                        select columns from import_matching
                        where organisation_id = :organisation and signature = :signature
                        """,
                        viewer)
                .param("signature", signature)
                .list((row, n) -> List.of((String[]) row.getArray("columns").getArray()))
                .stream()
                .findFirst();
    }

    @Override
    public void match(UUID id, String signature, List<String> columns, Actor viewer) {
        queries.sql("update import_list set columns = :columns where id = :id")
                .param("id", id)
                .param("columns", Queries.texts(columns))
                .update();
        queries.sql(
                        """
                        insert into import_matching (organisation_id, signature, columns)
                        values (:organisation, :signature, :columns)
                        on conflict (organisation_id, signature) do update set columns = excluded.columns
                        """,
                        viewer)
                .param("signature", signature)
                .param("columns", Queries.texts(columns))
                .update();
    }
}
