package it.percorsi.plan.web;

import it.percorsi.site.Reading;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Hours foreseen within a support, not in the calendar yet. */
record PlannedForm(String plannedSupport, String times, String each, String plannedGiver) {

    PlannedForm {
        plannedSupport = Objects.requireNonNullElse(plannedSupport, "");
        times = Objects.requireNonNullElse(times, "");
        each = Objects.requireNonNullElse(each, "");
        plannedGiver = Objects.requireNonNullElse(plannedGiver, "");
    }

    Optional<Planned> check(Errors errors, Reading read) {
        UUID of = read.id("plannedSupport", plannedSupport);
        Integer how = read.whole("times", times, 1, 40);
        Integer length = read.whole("each", each, 5, 600);
        String by = read.optional("plannedGiver", plannedGiver, Reading.LINE);
        return errors.hasErrors() || of == null || how == null || length == null
                ? Optional.empty()
                : Optional.of(new Planned(of, how, length, by));
    }

    record Planned(UUID support, int times, int minutes, @Nullable String giver) {}
}
