package it.percorsi.database;

import it.percorsi.pathway.Acting;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * The one place that opens transactions. Each begins by saying, signed, who it acts for; where
 * nobody acts, the policies let nothing be seen.
 */
final class ActingTransactions extends JpaTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient Acting acting;
    private final transient ContextKey key;

    ActingTransactions(EntityManagerFactory factory, Acting acting, ContextKey key) {
        super(factory);
        this.acting = acting;
        this.key = key;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        acting.current().ifPresent(actor -> tell(key.sign(actor), transaction));
    }

    private void tell(String context, Object transaction) {
        DataSource source = Objects.requireNonNull(getDataSource());
        Connection connection = DataSourceUtils.getConnection(source);
        try (PreparedStatement set =
                connection.prepareStatement("select set_config('percorsi.context', ?, true)")) {
            set.setString(1, context);
            set.execute();
        } catch (SQLException failure) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("No context for the transaction", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
