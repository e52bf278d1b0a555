package it.percorsi.referral;

import it.percorsi.pathway.MoveRefused;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a referral.
 *
 * @param toldAt when the minutes were closed, and whoever sent it was told
 * @param acknowledgedAt when they said they had read it
 */
@Embeddable
record Outcome(
        @Column(name = "decided_at") @Nullable Instant at,
        @Column(name = "decision_reason") @Nullable String reason,
        @Nullable String conditions,
        @Column(name = "decided_hours") @Nullable Integer hours,
        @Nullable String referent,
        @Column(name = "decided_fund") @Nullable String fund,
        @Column(name = "told_at") @Nullable Instant toldAt,
        @Column(name = "acknowledged_at") @Nullable Instant acknowledgedAt) {

    Outcome(Decision decision, Instant at) {
        this(
                at,
                decision.why(),
                decision.conditions(),
                decision.hours(),
                decision.referent(),
                decision.fund(),
                null,
                null);
    }

    Outcome told(Instant when) {
        return new Outcome(at, reason, conditions, hours, referent, fund, when, null);
    }

    /**
     * What whoever sent it was told, read.
     *
     * @throws MoveRefused if nothing waits to be read
     */
    static Outcome read(@Nullable Outcome told, Instant when) {
        if (told == null || told.toldAt == null || told.acknowledgedAt != null) {
            throw new MoveRefused(List.of("referral.nothing-to-read"));
        }
        return new Outcome(
                told.at,
                told.reason,
                told.conditions,
                told.hours,
                told.referent,
                told.fund,
                told.toldAt,
                when);
    }
}
