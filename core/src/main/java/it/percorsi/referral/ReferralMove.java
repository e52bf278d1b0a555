package it.percorsi.referral;

import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;
import static it.percorsi.referral.ReferralParty.CLOCK;
import static it.percorsi.referral.ReferralParty.REFERRER;
import static it.percorsi.referral.ReferralParty.SECRETARY;
import static it.percorsi.referral.ReferralStatus.ACCEPTED;
import static it.percorsi.referral.ReferralStatus.DEFERRED;
import static it.percorsi.referral.ReferralStatus.DRAFT;
import static it.percorsi.referral.ReferralStatus.EXPIRED;
import static it.percorsi.referral.ReferralStatus.INTEGRATION_REQUESTED;
import static it.percorsi.referral.ReferralStatus.REJECTED;
import static it.percorsi.referral.ReferralStatus.SCHEDULED;
import static it.percorsi.referral.ReferralStatus.SUBMITTED;
import static it.percorsi.referral.ReferralStatus.UNDER_REVIEW;
import static it.percorsi.referral.ReferralStatus.WAITLISTED;
import static it.percorsi.referral.ReferralStatus.WITHDRAWN;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Requirement;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a referral to a panel. */
public enum ReferralMove implements Move<Referral, ReferralStatus> {
    // @formatter:off
    //        from                                        to            who        what must already be true
    SUBMIT   (row(Set.of(DRAFT),                          SUBMITTED,    REFERRER,  needs("referral.reason-given", referral -> referral.content().statesItsReason()),
                                                                                   needs("referral.needs-given", referral -> referral.content().statesNeeds()),
                                                                                   needs("referral.legal-basis-given", referral -> referral.content().statesLegalBasis()))),
    EXAMINE  (row(Set.of(SUBMITTED),                      UNDER_REVIEW, SECRETARY)),
    ASK_INTEGRATION (row(Set.of(UNDER_REVIEW),            INTEGRATION_REQUESTED, SECRETARY).withReason()),
    INTEGRATE (row(Set.of(INTEGRATION_REQUESTED),         UNDER_REVIEW, REFERRER).withReason()),
    SCHEDULE (row(Set.of(UNDER_REVIEW, SCHEDULED, DEFERRED, WAITLISTED), SCHEDULED, SECRETARY, needs("referral.sitting-planned", Referral::hasPlannedSitting),
                                                                                   needs("referral.another-sitting", Referral::goesElsewhere),
                                                                                   needs("referral.minutes-first", referral -> referral.minuted))),
    ACCEPT   (decision(ACCEPTED)),
    WAITLIST (decision(WAITLISTED)),
    DEFER    (decision(DEFERRED)),
    REJECT   (decision(REJECTED)),
    TAKE_BACK (row(Set.of(ACCEPTED, WAITLISTED, DEFERRED, REJECTED), SCHEDULED, SECRETARY, needs("referral.decided-here", Referral::awaitsMinutes)).withReason()),
    WITHDRAW (row(Set.of(DRAFT, SUBMITTED, UNDER_REVIEW, INTEGRATION_REQUESTED, SCHEDULED, DEFERRED, WAITLISTED),
                                                          WITHDRAWN,    REFERRER).withReason()),
    EXPIRE   (row(Set.of(SUBMITTED, UNDER_REVIEW),        EXPIRED,      CLOCK,     needs("referral.answer-late", Referral::late)));
    // @formatter:on

    private final Rule<Referral, ReferralStatus> rule;

    ReferralMove(Rule<Referral, ReferralStatus> rule) {
        this.rule = rule;
    }

    private static Rule<Referral, ReferralStatus> decision(ReferralStatus to) {
        Requirement<Referral> open = needs("referral.sitting-open", Referral::beforeAnOpenSitting);
        Requirement<Referral> quorum = needs("referral.quorum-present", Referral::beforeAQuorum);
        return row(Set.of(SCHEDULED), to, SECRETARY, open, quorum).withReason();
    }

    @Override
    public Rule<Referral, ReferralStatus> rule() {
        return rule;
    }

    /** What a page may offer, the sitting still to be chosen taken as given. */
    static boolean mayBeScheduled(Referral referral, Mover by) {
        return SCHEDULE.rule.from().contains(referral.status())
                && SCHEDULE.rule.by().includes(referral, by);
    }

    /** Whether it is one of the four ways a panel decides. */
    public boolean decides() {
        return rule.from().equals(Set.of(SCHEDULED));
    }
}
