package it.percorsi.referral.web;

import it.percorsi.network.Network;
import it.percorsi.referral.Ballot;
import it.percorsi.referral.Decision;
import it.percorsi.referral.ReferralMove;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What the panel decides on one referral.
 *
 * @param vote a ballot for each member, by their identifier
 */
record DecisionForm(
        String referral,
        String decision,
        String why,
        String conditions,
        String decidedHours,
        String referent,
        String fund,
        Map<String, String> vote) {

    static final List<ReferralMove> DECISIONS =
            Arrays.stream(ReferralMove.values()).filter(ReferralMove::decides).toList();
    static final List<String> BALLOTS = Arrays.stream(Ballot.values()).map(Enum::name).toList();

    DecisionForm {
        referral = Objects.requireNonNullElse(referral, "");
        decision = Objects.requireNonNullElse(decision, "");
        why = Objects.requireNonNullElse(why, "");
        conditions = Objects.requireNonNullElse(conditions, "");
        decidedHours = Objects.requireNonNullElse(decidedHours, "");
        referent = Objects.requireNonNullElse(referent, "");
        fund = Objects.requireNonNullElse(fund, "");
        vote = Objects.requireNonNullElse(vote, Map.of());
    }

    /** A case before anything is typed, or with a phrase put in its place. */
    static DecisionForm of(String referral, String decision, String why) {
        return new DecisionForm(referral, decision, why, "", "", "", "", Map.of());
    }

    UUID referralId() {
        return UUID.fromString(referral);
    }

    Optional<Decision> check(Errors errors, List<Network.Choice> funds) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.id("referral", referral);
        read.choice("decision", decision, DECISIONS.stream().map(Enum::name).toList());
        String reason = read.required("why", why, Reading.TEXT);
        String under = read.optional("conditions", conditions, Reading.TEXT);
        Integer hours =
                decidedHours.isBlank() ? null : read.whole("decidedHours", decidedHours, 1, 9_999);
        String who = read.optional("referent", referent, Reading.LINE);
        String paidBy =
                fund.isBlank()
                        ? null
                        : read.choice(
                                "fund", fund, funds.stream().map(Network.Choice::code).toList());
        Map<UUID, Ballot> ballots = ballots(errors);
        return read.failed()
                ? Optional.empty()
                : Optional.of(
                        new Decision(
                                ReferralMove.valueOf(decision),
                                reason,
                                under,
                                hours,
                                who,
                                paidBy,
                                ballots));
    }

    private Map<UUID, Ballot> ballots(Errors errors) {
        Map<UUID, Ballot> ballots = new HashMap<>();
        vote.forEach((member, ballot) -> {
            @Nullable UUID who = new Reading(errors, LocalDate.EPOCH).id("vote", member);
            if (!ballot.isBlank() && who != null) {
                if (BALLOTS.contains(ballot)) {
                    ballots.put(who, Ballot.valueOf(ballot));
                } else {
                    errors.rejectValue("vote", "field.choice.unknown");
                }
            }
        });
        return ballots;
    }
}
