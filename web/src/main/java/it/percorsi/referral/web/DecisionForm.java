package it.percorsi.referral.web;

import it.percorsi.referral.ReferralMove;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.validation.Errors;

/** What the panel decides on one referral. */
record DecisionForm(String referral, String decision, String why, String conditions) {

    static final List<ReferralMove> DECISIONS =
            Arrays.stream(ReferralMove.values()).filter(ReferralMove::decides).toList();

    DecisionForm {
        referral = Objects.requireNonNullElse(referral, "");
        decision = Objects.requireNonNullElse(decision, "");
        why = Objects.requireNonNullElse(why, "");
        conditions = Objects.requireNonNullElse(conditions, "");
    }

    void check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.id("referral", referral);
        read.choice("decision", decision, DECISIONS.stream().map(Enum::name).toList());
        read.required("why", why, Reading.TEXT);
        read.limited("conditions", conditions, Reading.TEXT);
    }
}
