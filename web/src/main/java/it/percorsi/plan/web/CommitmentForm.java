package it.percorsi.plan.web;

import it.percorsi.casefile.Teams;
import it.percorsi.plan.Commitment;
import it.percorsi.plan.Promiser;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What somebody promises.
 *
 * @param promiser {@link #PERSON}, a place in the team, or nothing where it is written
 * @param who the name of whoever is not in the list
 */
record CommitmentForm(String promiser, String who, String commitment, String dueOn) {

    static final String PERSON = "PERSON";

    CommitmentForm {
        promiser = Objects.requireNonNullElse(promiser, "");
        who = Objects.requireNonNullElse(who, "");
        commitment = Objects.requireNonNullElse(commitment, "");
        dueOn = Objects.requireNonNullElse(dueOn, "");
    }

    static CommitmentForm blank() {
        return new CommitmentForm("", "", "", "");
    }

    /**
     * @param team of the case
     * @return null if something is to be put right
     */
    Commitment.@Nullable Terms read(Reading read, List<Teams.Row> team, Errors errors) {
        Promiser by = promiser(read, team, errors);
        String promised = read.required("commitment", commitment, Reading.TEXT);
        LocalDate due = read.optionalDay("dueOn", dueOn);
        return read.failed() || by == null ? null : new Commitment.Terms(by, promised, due);
    }

    private @Nullable Promiser promiser(Reading read, List<Teams.Row> team, Errors errors) {
        if (promiser.isBlank()) {
            String name = read.required("who", who, Reading.LINE);
            return name.isEmpty() ? null : Promiser.named(name);
        }
        if (!who.isBlank()) {
            errors.rejectValue("who", "commitment.who-twice");
        }
        if (promiser.equals(PERSON)) {
            return Promiser.thePerson();
        }
        UUID member =
                team.stream()
                        .map(Teams.Row::id)
                        .filter(id -> id.toString().equals(promiser))
                        .findFirst()
                        .orElse(null);
        if (member == null) {
            errors.rejectValue("promiser", "commitment.not-in-team");
            return null;
        }
        return Promiser.of(member);
    }
}
