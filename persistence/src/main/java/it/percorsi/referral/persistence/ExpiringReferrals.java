package it.percorsi.referral.persistence;

import it.percorsi.database.Queries;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says of the referrals nobody answered in time, to a panel or to a service, that they expired: it
 * acts for nobody.
 */
@Component
public class ExpiringReferrals {

    private final Queries queries;
    private final TransactionTemplate transaction;

    ExpiringReferrals(Queries queries, PlatformTransactionManager transactions) {
        this.queries = queries;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${percorsi.referrals.expire-every:PT15M}")
    public void expire() {
        transaction.executeWithoutResult(status ->
                queries.sql("select expire_referrals() + expire_directs()").single(Integer.class));
    }
}
