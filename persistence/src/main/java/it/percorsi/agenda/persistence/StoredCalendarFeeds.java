package it.percorsi.agenda.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.Secret;
import it.percorsi.agenda.CalendarFeeds;
import it.percorsi.database.Door;
import it.percorsi.database.Queries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredCalendarFeeds implements CalendarFeeds {

    private final Queries queries;
    private final Door door;

    StoredCalendarFeeds(Queries queries, Door door) {
        this.queries = queries;
        this.door = door;
    }

    @Override
    public Optional<Feed> own(Actor viewer) {
        return queries.sql(
                        """
                        select id, made_at, last_read_at from calendar_feed
                        where operator_id = :operator and revoked_at is null
                        """,
                        viewer)
                .optional(Feed.class);
    }

    @Override
    public void make(UUID id, Secret secret, Actor by, Instant at) {
        queries.sql(
                        """
                        insert into calendar_feed (id, operator_id, secret_hash, made_at)
                        values (:id, :operator, :hash, :at)
                        """,
                        by)
                .param("id", id)
                .param("hash", secret.hash())
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void revoke(UUID feed, Actor by, Instant at) {
        queries.sql(
                        """
                        update calendar_feed set revoked_at = greatest(:at, made_at)
                        where id = :id and operator_id = :operator
                        """,
                        by)
                .param("id", feed)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public Optional<List<Entry>> read(Secret secret) {
        List<Optional<Entry>> rows =
                door.sql("select * from calendar_entries(:hash)")
                        .param("hash", secret.hash())
                        .list((row, n) -> Optional.ofNullable(entry(row)));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream().flatMap(Optional::stream).toList());
    }

    private static @Nullable Entry entry(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return id == null
                ? null
                : new Entry(
                        id,
                        row.getBoolean("hour"),
                        row.getString("service"),
                        row.getString("place"),
                        at(row, "starts_at"),
                        at(row, "ends_at"),
                        row.getBoolean("cancelled"),
                        row.getInt("version"),
                        at(row, "changed_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
