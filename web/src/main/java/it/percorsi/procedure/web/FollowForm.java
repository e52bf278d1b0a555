package it.percorsi.procedure.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.procedure.ProcedureService.Owner;
import it.percorsi.procedure.Procedures;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Who looks after a procedure, when next, and what is missing.
 *
 * @param owner empty where that stays as it is
 */
record FollowForm(String owner, String nextOn, String missing) {

    FollowForm {
        owner = Objects.requireNonNullElse(owner, "");
        nextOn = Objects.requireNonNullElse(nextOn, "");
        missing = Objects.requireNonNullElse(missing, "");
    }

    static FollowForm of(Procedures.Row row, Actor actor) {
        String mine = row.ownerId() == null ? Owners.BODY : row.ownerId().toString();
        return new FollowForm(
                row.organisationId().equals(actor.organisationId()) ? mine : "",
                Rome.written(row.nextOn()),
                row.missing());
    }

    Optional<Followed> check(Errors errors, List<Network.Choice> owners, LocalDate today) {
        Reading read = new Reading(errors, today);
        if (!owner.isEmpty()) {
            read.choice("owner", owner, owners.stream().map(Network.Choice::code).toList());
        }
        LocalDate next = PreparationForm.next(read, errors, nextOn, today);
        String documents = read.limited("missing", missing, PreparationForm.LIST);
        return read.failed() || next == null
                ? Optional.empty()
                : Optional.of(
                        new Followed(owner.isEmpty() ? null : Owners.read(owner), next, documents));
    }

    record Followed(@Nullable Owner owner, LocalDate nextOn, String missing) {}
}
