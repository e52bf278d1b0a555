package it.percorsi.access.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.FormSubmissions;
import it.percorsi.database.Queries;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class StoredFormSubmissions implements FormSubmissions {

    private final Queries queries;

    StoredFormSubmissions(Queries queries) {
        this.queries = queries;
    }

    @Override
    public void claim(UUID key, Actor by, String path, byte[] bodyHash) {
        try {
            queries.sql(
                            """
                            insert into form_submission (key, operator_id, path, body_hash)
                            values (:key, :operator, :path, :hash)
                            """)
                    .param("key", key)
                    .param("operator", by.operatorId())
                    .param("path", path)
                    .param("hash", bodyHash)
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new AlreadySent();
        }
    }

    @Override
    public void conclude(UUID key, String location) {
        queries.sql("update form_submission set location = :location where key = :key")
                .param("key", key)
                .param("location", location)
                .update();
    }

    @Override
    public void abandon(UUID key) {
        queries.sql("delete from form_submission where key = :key").param("key", key).update();
    }

    @Override
    @Transactional
    public Optional<Sent> sent(UUID key, Actor by) {
        return queries.sql(
                        """
                        select path, body_hash, location from form_submission
                        where key = :key and operator_id = :operator and location is not null
                        """,
                        by)
                .param("key", key)
                .optional(Sent.class);
    }
}
