package it.percorsi.notice.persistence;

import it.percorsi.access.Secret;
import it.percorsi.database.Door;
import it.percorsi.notice.CitizenLinks;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class StoredCitizenLinks implements CitizenLinks {

    private final Door door;

    StoredCitizenLinks(Door door) {
        this.door = door;
    }

    @Override
    public Optional<Coming> look(Secret secret) {
        return door
                .sql("select * from appointment_by_link(:hash)")
                .param("hash", secret.hash())
                .list((row, n) ->
                        new Coming(
                                row.getString("given_name"),
                                row.getString("language"),
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getString("place"),
                                row.getBoolean("move_asked")))
                .stream()
                .findFirst();
    }

    @Override
    public boolean decline(Secret secret) {
        return done("select decline_appointment(:hash)", secret);
    }

    @Override
    public boolean askAnotherDay(Secret secret) {
        return done("select ask_another_day(:hash)", secret);
    }

    @Override
    public boolean refuseNotices(Secret secret) {
        return done("select refuse_notices(:hash)", secret);
    }

    private boolean done(String sql, Secret secret) {
        return door.sql(sql).param("hash", secret.hash()).single(Boolean.class);
    }
}
