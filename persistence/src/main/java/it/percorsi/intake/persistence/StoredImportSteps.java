package it.percorsi.intake.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.intake.ImportSteps;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class StoredImportSteps implements ImportSteps {

    private static final String LOCK = "pg_try_advisory_xact_lock(hashtextextended(:id::text, 0))";

    private final Queries queries;
    private final TransactionTemplate apart;

    StoredImportSteps(Queries queries, PlatformTransactionManager transactions) {
        this.queries = queries;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public boolean touch(UUID id, int version) {
        return queries.sql(
                                """
                                update import_list set version = version + 1, failure = null
                                where id = :id and version = :version and status = 'READY'
                                """)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    @Override
    public void begin(UUID id, Instant at) {
        queries.sql(
                        """
                        update import_list set status = 'WRITING', writing_since = :at, done = 0
                        where id = :id and status = 'READY'
                        """)
                .param("id", id)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public boolean claim(UUID id) {
        return queries.sql("select " + LOCK).param("id", id).single(Boolean.class);
    }

    @Override
    public void progress(UUID id, int done) {
        apart.executeWithoutResult(transaction ->
                queries.sql("update import_list set done = :done where id = :id")
                        .param("id", id)
                        .param("done", done)
                        .update());
    }

    @Override
    public void created(UUID id, List<Integer> lines, List<UUID> people) {
        queries.sql(
                        """
                        update import_row r set created_id = n.person
                        from unnest(:lines, :people) n (line, person)
                        where r.list_id = :id and r.line = n.line
                        """)
                .param("id", id)
                .param("lines", new SqlArrayValue("int4", lines.toArray()))
                .param("people", Queries.uuids(people))
                .update();
    }

    @Override
    public void written(UUID id, Instant at, Instant undoUntil) {
        queries.sql(
                        """
                        update import_list set status = 'WRITTEN', written_at = :at, undo_until = :until,
                            transaction_id = pg_current_xact_id()
                        where id = :id
                        """)
                .param("id", id)
                .param("at", Queries.at(at))
                .param("until", Queries.at(undoUntil))
                .update();
    }

    @Override
    public void backToReady(UUID id, @Nullable String failure) {
        queries.sql(
                        """
                        update import_list set status = 'READY', failure = :failure, done = 0
                        where id = :id and status = 'WRITING'
                        """)
                .param("id", id)
                .param("failure", failure, Types.VARCHAR)
                .update();
    }

    /** Its transaction went with its node, and with it the lock. */
    @Override
    public void resume(UUID id, Instant startedBefore) {
        queries.sql(
                        """
                        update import_list set status = 'READY', failure = 'intake.interrupted', done = 0
                        where id = :id and status = 'WRITING' and writing_since < :before and %s
                        """
                                .formatted(LOCK))
                .param("id", id)
                .param("before", Queries.at(startedBefore))
                .update();
    }

    @Override
    public List<Touched> touched(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select * from touched_since_import(:id)
                        where granted(person_id, :organisation, :role, 'IDENTITY') order by line
                        """,
                        viewer)
                .param("id", id)
                .list(Touched.class);
    }

    @Override
    public List<UUID> undo(UUID id) {
        return queries.sql("select * from undo_import(:id) gone").param("id", id).list(UUID.class);
    }

    @Override
    public void discard(UUID id) {
        queries.sql("delete from import_row where list_id = :id").param("id", id).update();
        queries.sql("delete from import_list where id = :id").param("id", id).update();
    }
}
