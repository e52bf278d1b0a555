package it.percorsi.access.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.Drafts;
import it.percorsi.database.Queries;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class StoredDrafts implements Drafts {

    private static final String MINE =
            "where operator_id = :operator and organisation_id = :organisation and role = :role";
    private static final JsonMapper JSON = new JsonMapper();

    private final Queries queries;
    private final DraftCipher cipher;

    StoredDrafts(Queries queries, DraftCipher cipher) {
        this.queries = queries;
        this.cipher = cipher;
    }

    @Override
    @Transactional
    public void keep(Actor by, String form, Map<String, List<String>> fields, Instant at) {
        byte[] text = JSON.writeValueAsBytes(fields);
        if (text.length > MOST) {
            throw new TooLong();
        }
        byte[] nonce = cipher.nonce();
        queries.sql("select forget_old_drafts() is null").single(Boolean.class);
        queries.sql(
                        """
                        insert into draft (operator_id, organisation_id, role, form, key_id, nonce, ciphertext, saved_at)
                        values (:operator, :organisation, :role, :form, :key, :nonce, :text, :at)
                        on conflict on constraint one_draft_of_a_form do update
                        set key_id = excluded.key_id, nonce = excluded.nonce, ciphertext = excluded.ciphertext,
                            saved_at = excluded.saved_at
                        """,
                        by)
                .param("form", form)
                .param("key", cipher.keyId)
                .param("nonce", nonce)
                .param("text", cipher.encipher(text, nonce, place(by, form)))
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    @Transactional
    public Map<String, Draft> of(Actor viewer) {
        Map<String, Draft> drafts = new HashMap<>();
        queries.sql(
                        "select form, nonce, ciphertext, saved_at from draft "
                                + MINE
                                + " and key_id = :key and saved_at > now() - interval '30 days'",
                        viewer)
                .param("key", cipher.keyId)
                .list(Row.class)
                .forEach(row ->
                        read(row, place(viewer, row.form()))
                                .ifPresent(draft -> drafts.put(row.form(), draft)));
        return drafts;
    }

    /** What was written for another place, or changed, is as if it were not there. */
    private Optional<Draft> read(Row row, byte[] place) {
        try {
            byte[] text = cipher.decipher(row.ciphertext(), row.nonce(), place);
            return Optional.of(
                    new Draft(
                            JSON.readValue(text, new TypeReference<Map<String, List<String>>>() {}),
                            row.savedAt()));
        } catch (GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    @Transactional
    public void discard(String form, Actor by) {
        queries.sql("delete from draft " + MINE + " and form = :form", by)
                .param("form", form)
                .update();
    }

    private static byte[] place(Actor of, String form) {
        return String.join(
                        "|",
                        of.operatorId().toString(),
                        of.organisationId().toString(),
                        of.roleName(),
                        form)
                .getBytes(StandardCharsets.UTF_8);
    }

    private record Row(String form, byte[] nonce, byte[] ciphertext, Instant savedAt) {}
}
