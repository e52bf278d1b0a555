package it.percorsi;

import it.percorsi.database.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends forms at the same instant: a row they all need is held until each of them has looked, so
 * that none sees what another is about to write.
 */
public final class AtOnce {

    private AtOnce() {}

    /**
     * @param looking how many of the forms will want the row
     * @return the answers, in the order of the forms
     */
    public static List<Client.Page> send(
            String table, UUID row, long looking, List<Callable<Client.Page>> forms)
            throws SQLException, InterruptedException, ExecutionException {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = TestServer.source("web_tests", "postgres").getConnection();
                Connection watcher = TestServer.source("web_tests", "postgres").getConnection();
                Statement hold = holder.createStatement();
                Statement watch = watcher.createStatement()) {
            holder.setAutoCommit(false);
            hold.execute("select from %s where id = '%s' for update".formatted(table, row));
            List<Future<Client.Page>> sent = forms.stream().map(hands::submit).toList();
            while (waiting(watch) < looking && !sent.stream().allMatch(Future::isDone)) {
                Thread.onSpinWait();
            }
            holder.rollback();
            List<Client.Page> answers = new ArrayList<>();
            for (Future<Client.Page> one : sent) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static long waiting(Statement watch) throws SQLException {
        try (ResultSet found =
                watch.executeQuery(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'\
                        """)) {
            found.next();
            return found.getLong(1);
        }
    }
}
