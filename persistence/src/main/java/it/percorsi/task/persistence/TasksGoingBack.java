package it.percorsi.task.persistence;

import it.percorsi.database.Queries;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives back what is owed by those whose sight of a person ran out: it acts for nobody. */
@Component
public class TasksGoingBack {

    private final Queries queries;
    private final TransactionTemplate transaction;

    TasksGoingBack(Queries queries, PlatformTransactionManager transactions) {
        this.queries = queries;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${percorsi.tasks.go-back-every:PT15M}")
    public void goBack() {
        transaction.executeWithoutResult(
                status -> queries.sql("select tasks_go_back(null)").single(Integer.class));
    }
}
