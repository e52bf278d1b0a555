package it.percorsi.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** How a case ended, as it is counted. */
@Embeddable
class Ending {

    @Enumerated(EnumType.STRING)
    private CaseOutcome outcome;

    @Column(name = "exits_assistance")
    private Boolean exitsAssistance;

    @Column(name = "review_waived")
    private Boolean reviewWaived;

    protected Ending() {}

    Ending(Closing how) {
        this.outcome = how.outcome();
        this.exitsAssistance = how.exitsAssistance();
        this.reviewWaived = how.reviewWaived();
    }
}
