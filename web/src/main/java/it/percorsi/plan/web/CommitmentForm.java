package it.percorsi.plan.web;

import it.percorsi.plan.Commitment;
import it.percorsi.site.Reading;
import java.util.Objects;

/** What somebody promises. */
record CommitmentForm(String who, String commitment, String dueOn) {

    CommitmentForm {
        who = Objects.requireNonNullElse(who, "");
        commitment = Objects.requireNonNullElse(commitment, "");
        dueOn = Objects.requireNonNullElse(dueOn, "");
    }

    /** To be used if nothing failed. */
    Commitment.Terms read(Reading read) {
        return new Commitment.Terms(
                read.required("who", who, Reading.LINE),
                read.required("commitment", commitment, Reading.TEXT),
                read.optionalDay("dueOn", dueOn));
    }
}
