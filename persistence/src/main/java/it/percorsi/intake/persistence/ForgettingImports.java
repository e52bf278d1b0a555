package it.percorsi.intake.persistence;

import it.percorsi.database.Queries;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what was typed in lists that are of no more use. It acts for nobody. */
@Component
class ForgettingImports {

    private final Queries queries;

    ForgettingImports(Queries queries) {
        this.queries = queries;
    }

    @Scheduled(fixedDelayString = "${percorsi.imports.forget-every:PT1H}")
    @Transactional
    void forget() {
        queries.sql("select forget_imports()").single(Integer.class);
    }
}
