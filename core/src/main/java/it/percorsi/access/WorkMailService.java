package it.percorsi.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where operators are written to: kept by themselves, and by administrators. */
@Service
@Transactional
public class WorkMailService {

    private final WorkMails mails;
    private final Operators operators;
    private final AccessTrail trail;

    WorkMailService(WorkMails mails, Operators operators, AccessTrail trail) {
        this.mails = mails;
        this.operators = operators;
        this.trail = trail;
    }

    public WorkMail own(Actor by) {
        return mails.of(by.operatorId(), by);
    }

    public void keepOwn(Actor by, Instant at, WorkMail mail) {
        mails.keep(by.operatorId(), mail, by);
        kept(by, at, by.operatorId());
    }

    public Kept of(Actor by, UUID operatorId) {
        return new Kept(colleague(by, operatorId).name(), mails.of(operatorId, by));
    }

    /** Whether they want the mail of each morning is for them to say. */
    public void keepAddress(Actor by, Instant at, UUID operatorId, @Nullable String address) {
        mails.keepAddress(colleague(by, operatorId).id(), address, by);
        kept(by, at, operatorId);
    }

    private Operator colleague(Actor by, UUID operatorId) {
        return operators.visible(operatorId, by).orElseThrow(NotVisible::new);
    }

    private void kept(Actor by, Instant at, UUID operatorId) {
        trail.changed(by, "KEEP", "work-mail", operatorId, List.of(), at);
    }

    /**
     * @param name of the operator whose it is
     */
    public record Kept(String name, WorkMail mail) {}
}
