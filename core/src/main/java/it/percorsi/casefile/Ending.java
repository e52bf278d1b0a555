package it.percorsi.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How and when a case ended, as it is counted, and when to hear how the person is. */
@Embeddable
class Ending {

    @Enumerated(EnumType.STRING)
    private CaseOutcome outcome;

    @Column(name = "exits_assistance")
    private Boolean exitsAssistance;

    @Column(name = "review_waived")
    private Boolean reviewWaived;

    @Column(name = "closed_on")
    private LocalDate closedOn;

    @Column(name = "follow_up_on")
    private @Nullable LocalDate followUpOn;

    protected Ending() {}

    Ending(Closing how, LocalDate day) {
        this.outcome = how.outcome();
        this.exitsAssistance = how.exitsAssistance();
        this.reviewWaived = how.reviewWaived();
        this.closedOn = day;
        this.followUpOn = how.followUp();
    }

    void followUp(@Nullable LocalDate next) {
        followUpOn = next;
    }

    boolean died() {
        return outcome == CaseOutcome.DIED;
    }

    LocalDate closedOn() {
        return closedOn;
    }
}
