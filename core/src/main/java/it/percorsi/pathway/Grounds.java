package it.percorsi.pathway;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * Why somebody is sent to others, and on what ground they are told; it does not change.
 *
 * @param needs areas of need, at least one
 * @param legalBasis on what ground the body shares what it writes
 */
@Embeddable
public record Grounds(
        @Column(updatable = false) List<String> needs,
        @Column(updatable = false) String reason,
        @Column(name = "legal_basis", updatable = false) String legalBasis) {

    public static final List<String> NEEDS =
            List.of("WORK", "STAY", "HOUSING", "SCHOOL", "SOCIAL", "HEALTH_SERVICES", "LANGUAGE");
    public static final List<String> BASES = List.of("PUBLIC_TASK", "CONSENT");

    public Grounds {
        needs = List.copyOf(needs);
    }

    /** The keys of all that is not said. */
    public List<String> unsaid() {
        return new Obstacles()
                .when(reason.isBlank(), "direct.reason-given")
                .when(needs.isEmpty(), "referral.needs-given")
                .when(legalBasis.isBlank(), "referral.legal-basis-given")
                .keys();
    }
}
