package it.percorsi.citizen.persistence;

import it.percorsi.access.Secret;
import it.percorsi.citizen.OwnRequests;
import it.percorsi.citizen.RequestStatus;
import it.percorsi.database.Door;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Ids;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class StoredOwnRequests implements OwnRequests {

    /** Nothing that is read or heard as something else. */
    private static final String LETTERS = "ACDEFHKLMNPRTUVXY3479";

    private static final int CODE_LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Queries queries;
    private final Door door;

    StoredOwnRequests(Queries queries, Door door) {
        this.queries = queries;
        this.door = door;
    }

    @Override
    public Outcome send(Asked asked) {
        return Outcome.valueOf(
                queries.sql(
                                """
                                select send_request(:id, :hash, :source, :code, :service, :language, :name, :phone,
                                    :resources, :starts, :expires, :session, :seat)
                                """)
                        .param("id", Ids.next())
                        .param("hash", asked.secret().hash())
                        .param("source", asked.source())
                        .param("code", code())
                        .param("service", asked.service().id())
                        .param("language", asked.language())
                        .param("name", asked.name())
                        .param("phone", asked.phone())
                        .param("resources", Queries.uuids(asked.slot().resources()))
                        .param("starts", Queries.at(asked.slot().from()))
                        .param("expires", Queries.at(asked.expires()))
                        .param("session", asked.slot().session())
                        .param("seat", asked.slot().place().seat())
                        .single(String.class));
    }

    /** To be said at the desk; it opens nothing. */
    private static String code() {
        return RANDOM.ints(CODE_LENGTH, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    @Override
    public Optional<Standing> look(Secret secret) {
        return door
                .sql("select * from request_by_link(:hash)")
                .param("hash", secret.hash())
                .list((row, n) ->
                        new Standing(
                                row.getString("code"),
                                row.getString("language"),
                                row.getString("service"),
                                row.getString("place"),
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                                RequestStatus.valueOf(row.getString("status")),
                                row.getString("reason")))
                .stream()
                .findFirst();
    }

    @Override
    public boolean withdraw(Secret secret) {
        return door.sql("select withdraw_request(:hash)")
                .param("hash", secret.hash())
                .single(Boolean.class);
    }

    /** What nobody answered in time, and what is of no more use. It acts for nobody. */
    @Scheduled(fixedDelayString = "${percorsi.requests.sweep-every:PT1H}")
    @Transactional
    void sweep() {
        queries.sql("select sweep_requests()").single(Integer.class);
    }
}
