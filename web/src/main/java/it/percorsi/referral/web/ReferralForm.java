package it.percorsi.referral.web;

import it.percorsi.pathway.Grounds;
import it.percorsi.referral.Content;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A referral as it is being written.
 *
 * @param urgentWhy blank if it can wait for its turn
 * @param follows one that came to nothing, which this one sends again
 */
record ReferralForm(
        String panel,
        @Nullable List<String> needs,
        String reason,
        String legalBasis,
        String urgentWhy,
        @Nullable List<UUID> papers,
        @Nullable UUID follows) {

    ReferralForm {
        panel = Objects.requireNonNullElse(panel, "");
        reason = Objects.requireNonNullElse(reason, "");
        legalBasis = Objects.requireNonNullElse(legalBasis, "");
        urgentWhy = Objects.requireNonNullElse(urgentWhy, "");
    }

    public List<String> chosenNeeds() {
        return needs == null ? List.of() : needs;
    }

    public Set<UUID> chosenPapers() {
        return papers == null ? Set.of() : Set.copyOf(papers);
    }

    Content content() {
        return new Content(
                chosenNeeds(),
                reason.strip(),
                legalBasis,
                urgentWhy.isBlank() ? null : urgentWhy.strip());
    }

    /** Shape only: what must be stated is the pathway's business. */
    Optional<UUID> check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        UUID to = read.id("panel", panel);
        read.required("reason", reason, Reading.TEXT);
        if (chosenNeeds().isEmpty()) {
            errors.rejectValue("needs", "referral.needs-given");
        }
        chosenNeeds().forEach(need -> read.choice("needs", need, Grounds.NEEDS));
        read.choice("legalBasis", legalBasis, Grounds.BASES);
        read.limited("urgentWhy", urgentWhy, Reading.LINE);
        return read.failed() ? Optional.empty() : Optional.ofNullable(to);
    }
}
