package it.percorsi.plan.web;

import it.percorsi.network.Network;
import it.percorsi.plan.PlanTemplates;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What is typed of a plan to begin from. */
final class TemplateForms {

    private static final int LONGEST = 730;

    private TemplateForms() {}

    /**
     * @param verified whether it was read again, the box being checked
     */
    record Name(String templateName, @Nullable Boolean verified) {

        Name {
            templateName = Objects.requireNonNullElse(templateName, "");
            verified = Boolean.TRUE.equals(verified);
        }

        Optional<String> check(Errors errors) {
            Reading read = new Reading(errors, LocalDate.EPOCH);
            String name = read.required("templateName", templateName, Reading.LINE);
            return read.failed() ? Optional.empty() : Optional.of(name);
        }
    }

    /**
     * @param dueDays within how many days of the drawing; nothing where no day is set
     */
    record Objective(
            String area,
            String text,
            String expectedResult,
            String who,
            String commitment,
            String dueDays,
            String instrument,
            String hours) {

        Objective {
            area = Objects.requireNonNullElse(area, "");
            text = Objects.requireNonNullElse(text, "");
            expectedResult = Objects.requireNonNullElse(expectedResult, "");
            who = Objects.requireNonNullElse(who, "");
            commitment = Objects.requireNonNullElse(commitment, "");
            dueDays = Objects.requireNonNullElse(dueDays, "");
            instrument = Objects.requireNonNullElse(instrument, "");
            hours = Objects.requireNonNullElse(hours, "");
        }

        static Objective blank() {
            return new Objective("WORK", "", "", "La persona", "", "", "", "");
        }

        static Objective of(PlanTemplates.Kept kept) {
            return new Objective(
                    kept.area(),
                    kept.text(),
                    kept.expectedResult(),
                    kept.who(),
                    kept.commitment(),
                    Objects.toString(kept.dueDays(), ""),
                    kept.instrument(),
                    Integer.toString(kept.hours()));
        }

        Optional<PlanTemplates.Objective> check(Errors errors, Network network) {
            Reading read = new Reading(errors, LocalDate.EPOCH);
            read.choice("area", area, AimForm.AREAS);
            String aimed = read.required("text", text, Reading.TEXT);
            String result = read.required("expectedResult", expectedResult, Reading.TEXT);
            String by = read.required("who", who, Reading.LINE);
            String promised = read.required("commitment", commitment, Reading.TEXT);
            Integer days = read.optionalWhole("dueDays", dueDays, 1, LONGEST);
            read.choice("instrument", instrument, SupportForm.codes(network.instruments()));
            Integer whole = read.whole("hours", hours, 1, 200);
            return read.failed() || whole == null
                    ? Optional.empty()
                    : Optional.of(
                            new PlanTemplates.Objective(
                                    area, aimed, result, by, promised, days, instrument, whole));
        }
    }
}
