package it.percorsi.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a referral says; it does not change.
 *
 * @param needs areas of need, at least one before it can be sent
 * @param legalBasis on what ground the body shares what it writes
 * @param urgentWhy why it cannot wait for its turn; null if it can
 */
@Embeddable
public record Content(
        @Column(updatable = false) List<String> needs,
        @Column(updatable = false) String reason,
        @Column(name = "legal_basis", updatable = false) String legalBasis,
        @Column(name = "urgent_why", updatable = false) @Nullable String urgentWhy) {

    public Content {
        needs = List.copyOf(needs);
    }

    boolean statesItsReason() {
        return !reason.isBlank();
    }

    boolean statesNeeds() {
        return !needs.isEmpty();
    }

    boolean statesLegalBasis() {
        return !legalBasis.isBlank();
    }
}
