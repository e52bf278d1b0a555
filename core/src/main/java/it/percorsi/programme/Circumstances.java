package it.percorsi.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the network knows of somebody beside their file, as far as the viewer may see it. What is
 * null may still be so: outside the network, or out of sight.
 */
public record Circumstances(@Nullable Care care, @Nullable Decision decision) {

    /** Whose social service has the person in its care. */
    public record Care(String organisationName, LocalDate since) {}

    /**
     * The last decision of a panel.
     *
     * @param status what became of the referral: ACCEPTED, REJECTED, WAITLISTED or DEFERRED
     */
    public record Decision(String panelName, LocalDate decidedOn, String status) {}
}
