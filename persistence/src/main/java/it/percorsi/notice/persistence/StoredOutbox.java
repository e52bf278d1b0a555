package it.percorsi.notice.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.Secret;
import it.percorsi.database.Door;
import it.percorsi.database.Queries;
import it.percorsi.notice.Channel;
import it.percorsi.notice.Notice;
import it.percorsi.notice.Outbox;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The sender's statements are the door's: what gets into a page's queries does not reach them. */
@Repository
class StoredOutbox implements Outbox {

    private final Queries queries;
    private final Door door;

    StoredOutbox(Queries queries, Door door) {
        this.queries = queries;
        this.door = door;
    }

    @Override
    public List<Notice> claim(Set<Channel> channels, int most) {
        return door.sql("select * from claim_notices(:channels, :most)")
                .param("channels", Queries.texts(channels.stream().map(Enum::name).toList()))
                .param("most", most)
                .list((row, n) ->
                        new Notice(
                                row.getObject("id", UUID.class),
                                row.getObject("appointment_id", UUID.class),
                                Notice.Kind.valueOf(row.getString("kind")),
                                Channel.valueOf(row.getString("channel")),
                                row.getString("recipient"),
                                row.getString("given_name"),
                                row.getString("language"),
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getString("place")));
    }

    @Override
    public void conclude(UUID notice, boolean sent) {
        door.sql("select conclude_notice(:notice, :sent)")
                .param("notice", notice)
                .param("sent", sent)
                .list((row, n) -> 1);
    }

    @Override
    public void open(Secret secret, Notice notice) {
        door.sql("select open_appointment(:hash, :appointment, :channel)")
                .param("hash", secret.hash())
                .param("appointment", notice.appointmentId())
                .param("channel", notice.channel().name())
                .list((row, n) -> 1);
    }

    @Override
    public List<Told> told(UUID appointment, Actor viewer) {
        return queries.sql(
                        """
                        select kind, channel, status, outcome, attempts, due_at, done_at
                        from appointment_notice
                        where appointment_id = :appointment
                            and granted(person_id, :organisation, :role, 'AGENDA', appointment_id)
                        order by due_at desc, made_at desc
                        """,
                        viewer)
                .param("appointment", appointment)
                .list(Told.class);
    }

    @Override
    public @Nullable Instant moveAsked(UUID appointment, Actor viewer) {
        return queries.sql(
                        """
                        select move_asked_at from appointment
                        where id = :appointment and move_asked_at is not null
                            and granted(person_id, :organisation, :role, 'AGENDA', id)
                        """,
                        viewer)
                .param("appointment", appointment)
                .optional(Instant.class)
                .orElse(null);
    }
}
