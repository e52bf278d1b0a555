package it.percorsi.database;

import it.percorsi.pathway.Mover;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** SQL that knows who it is asked for. */
@Component
public class Queries {

    private final EntityManager entities;
    private final JdbcClient jdbc;

    Queries(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /** A statement about nobody in particular. */
    public Statement sql(String sql) {
        if (entities.isJoinedToTransaction()) {
            entities.flush();
        }
        return new Statement(jdbc.sql(sql));
    }

    /**
     * A statement with {@code :organisation}, {@code :role} and {@code :operator} of the viewer.
     *
     * @throws IllegalStateException outside of a transaction, where nobody acts: the database would
     *     answer that there is nothing, and it would look true
     */
    public Statement sql(String sql, Mover viewer) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("asked for somebody where nobody acts");
        }
        return sql(sql).param("organisation", viewer.organisationId())
                .param("role", viewer.roleName())
                .param("operator", viewer.operatorId());
    }

    /** The entity, if it is granted to the viewer as part of a section of its person's file. */
    public <T> Optional<T> granted(
            Class<T> type, String person, String section, UUID id, Mover viewer) {
        return entities.createQuery(
                        """
                        select e from %s e where e.id = :id
                        and function('granted', e.%s, :organisation, :role, '%s', e.id) = true\
                        """
                                .formatted(type.getSimpleName(), person, section),
                        type)
                .setParameter("id", id)
                .setParameter("organisation", viewer.organisationId())
                .setParameter("role", viewer.roleName())
                .getResultStream()
                .findFirst();
    }

    /** An instant as the driver takes it. */
    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static SqlArrayValue texts(Collection<String> values) {
        return new SqlArrayValue("text", values.toArray());
    }

    public static SqlArrayValue uuids(Collection<UUID> values) {
        return new SqlArrayValue("uuid", values.toArray());
    }
}
