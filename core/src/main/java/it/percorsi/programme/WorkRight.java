package it.percorsi.programme;

import static it.percorsi.programme.Judgement.met;
import static it.percorsi.programme.Judgement.notMet;
import static it.percorsi.programme.Judgement.toAsk;
import static it.percorsi.programme.Judgement.warning;

import it.percorsi.network.Network.PermitKind;
import java.time.LocalDate;
import java.util.List;

/** May work: by citizenship, or as the dated vocabulary of permits says of the kind. */
public record WorkRight() implements Condition {

    @Override
    public Kind kind() {
        return Kind.WORK_RIGHT;
    }

    @Override
    public Judgement judge(Facts facts, LocalDate on) {
        Judgement stay = new PermitToStay(List.of()).judge(facts, on);
        PermitKind kind = facts.permitKind();
        if (!facts.file().permitNeeded(on) || stay.open() || kind == null) {
            return stay;
        }
        if (!kind.inForce(on)) {
            return toAsk("work.kind-out-of-force", kind.name());
        }
        if (!kind.verified()) {
            return kind.allowsWork()
                    ? warning("work.allowed-unverified", kind.name())
                    : toAsk("work.forbidden-unverified", kind.name());
        }
        return kind.allowsWork()
                ? met("work.allowed", kind.name())
                : notMet("work.forbidden", kind.name());
    }
}
