package it.percorsi.programme;

import static it.percorsi.programme.Judgement.met;
import static it.percorsi.programme.Judgement.missing;
import static it.percorsi.programme.Judgement.notMet;
import static it.percorsi.programme.Judgement.warning;

import it.percorsi.network.Network.Choice;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonFile;
import it.percorsi.person.ResidencePermit;
import java.time.LocalDate;
import java.util.List;

/**
 * A permit to stay, or the receipt that keeps its rights; not asked of who may stay without.
 *
 * @param kinds the only ones that count; empty for any
 */
public record PermitToStay(List<Choice> kinds) implements Condition {

    @Override
    public Kind kind() {
        return Kind.PERMIT;
    }

    @Override
    public Judgement judge(Facts facts, LocalDate on) {
        PersonFile file = facts.file();
        ResidencePermit permit = file.permit();
        if (!file.permitNeeded(on)) {
            return met("permit.not-needed", file.citizenships().getFirst().name());
        }
        if (permit == null) {
            return missing("permit.missing");
        }
        if (!kinds.isEmpty()
                && kinds.stream().noneMatch(kind -> kind.code().equals(permit.kind()))) {
            return notMet("permit.other-kind", permit.kindName());
        }
        String expiry = Rome.written(permit.expiresOn());
        return switch (permit.validity(on)) {
            case EXPIRED -> notMet("permit.expired", expiry);
            case RENEWING -> warning("permit.receipt", expiry);
            case VALID -> {
                if (!facts.permitKindInForce(on)) {
                    yield warning("permit.kind-out-of-force", permit.kindName());
                }
                yield expiry.isEmpty() ? met("permit.lasting") : met("permit.valid", expiry);
            }
        };
    }

    @Override
    public List<Sentence> words() {
        return kinds.isEmpty()
                ? Condition.super.words()
                : List.of(
                        Sentence.of("eligibility.rule.PERMIT"),
                        Sentence.of("eligibility.rule.PERMIT.only", Condition.names(kinds)));
    }
}
