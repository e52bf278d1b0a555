package it.percorsi.plan.web;

import it.percorsi.network.Network;
import it.percorsi.plan.PlanTemplates;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What is typed of a plan to begin from. */
final class TemplateForms {

    private static final int LONGEST = 730;

    private TemplateForms() {}

    /** Who may give a support. */
    static List<Network.Choice> providers(Network network) {
        return network.organisations().stream()
                .map(body -> new Network.Choice(body.id().toString(), body.name()))
                .toList();
    }

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
     * @param provider nothing where whoever begins from it says it, as of fundingSource
     */
    record Objective(
            String area,
            String text,
            String expectedResult,
            String who,
            String commitment,
            String dueDays,
            String instrument,
            String hours,
            String provider,
            String fundingSource) {

        Objective {
            area = Objects.requireNonNullElse(area, "");
            text = Objects.requireNonNullElse(text, "");
            expectedResult = Objects.requireNonNullElse(expectedResult, "");
            who = Objects.requireNonNullElse(who, "");
            commitment = Objects.requireNonNullElse(commitment, "");
            dueDays = Objects.requireNonNullElse(dueDays, "");
            instrument = Objects.requireNonNullElse(instrument, "");
            hours = Objects.requireNonNullElse(hours, "");
            provider = Objects.requireNonNullElse(provider, "");
            fundingSource = Objects.requireNonNullElse(fundingSource, "");
        }

        static Objective blank() {
            return new Objective("WORK", "", "", "La persona", "", "", "", "", "", "");
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
                    Integer.toString(kept.hours()),
                    Objects.toString(kept.provider(), ""),
                    Objects.toString(kept.fundingSource(), ""));
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
            UUID body = null;
            if (!provider.isBlank()) {
                read.choice("provider", provider, SupportForm.codes(providers(network)));
                body = read.id("provider", provider);
            }
            if (!fundingSource.isBlank()) {
                read.choice(
                        "fundingSource",
                        fundingSource,
                        SupportForm.codes(network.fundingSources()));
            }
            return read.failed() || whole == null
                    ? Optional.empty()
                    : Optional.of(
                            new PlanTemplates.Objective(
                                    area,
                                    aimed,
                                    result,
                                    by,
                                    promised,
                                    days,
                                    instrument,
                                    whole,
                                    body,
                                    fundingSource.isBlank() ? null : fundingSource));
        }
    }
}
