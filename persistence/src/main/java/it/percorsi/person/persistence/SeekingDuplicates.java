package it.percorsi.person.persistence;

import it.percorsi.database.Queries;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares whoever changed with everybody else, a batch at a time, on whatever node is free. It
 * acts for nobody and is told nothing but how many it took.
 */
@Component
public class SeekingDuplicates {

    private static final int BATCH = 2000;

    private final Queries queries;
    private final TransactionTemplate transaction;

    SeekingDuplicates(Queries queries, PlatformTransactionManager transactions) {
        this.queries = queries;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${percorsi.duplicates.every:PT15S}")
    public void seek() {
        int taken;
        do {
            taken =
                    transaction.execute(status ->
                            queries.sql("select seek_duplicates(:most)")
                                    .param("most", BATCH)
                                    .single(Integer.class));
        } while (taken == BATCH);
    }
}
