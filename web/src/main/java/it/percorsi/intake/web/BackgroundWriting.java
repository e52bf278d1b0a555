package it.percorsi.intake.web;

import it.percorsi.access.Actor;
import it.percorsi.intake.ImportWriting;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.site.CurrentActor;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes a list while whoever asked for it looks on; what fails leaves it as it was. */
@Component
class BackgroundWriting {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWriting.class);

    private final ImportWriting writing;
    private final Clock clock;

    BackgroundWriting(ImportWriting writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    /** Once the form's transaction is over: until then nobody knows that it was asked for. */
    void afterwards(Actor actor, UUID id) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        Thread.ofVirtual().name("import").start(() -> write(actor, id));
                    }
                });
    }

    private void write(Actor actor, UUID id) {
        try {
            CurrentActor.as(
                    actor,
                    () -> {
                        writing.write(actor, clock.instant(), id);
                        return null;
                    });
        } catch (RuntimeException failure) {
            LOG.warn("List {} not written: {}", id, failure.getClass().getSimpleName());
            CurrentActor.as(
                    actor,
                    () -> {
                        writing.failed(actor, clock.instant(), id, why(failure));
                        return null;
                    });
        }
    }

    private static String why(RuntimeException failure) {
        if (failure instanceof MoveRefused refused) {
            return refused.obstacles().getFirst();
        }
        boolean taken =
                failure instanceof DataIntegrityViolationException refused
                        && String.valueOf(refused.getMostSpecificCause().getMessage())
                                .contains("identifier_once");
        return taken ? ImportWriting.CODE_IN_USE : "intake.failed";
    }
}
