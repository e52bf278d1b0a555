package it.percorsi.plan.web;

import it.percorsi.plan.PlanEditions.Manner;
import it.percorsi.plan.PlanEditions.Signature;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Who signed a plan, when, and on what. */
record SignatureForm(String signedOn, String signedHow, String signatories) {

    SignatureForm {
        signedOn = Objects.requireNonNullElse(signedOn, "");
        signedHow = Objects.requireNonNullElse(signedHow, "");
        signatories = Objects.requireNonNullElse(signatories, "");
    }

    /** All who would sign, on paper. */
    static SignatureForm of(String today, List<String> signers) {
        return new SignatureForm(today, Manner.PAPER.name(), String.join("\n", signers));
    }

    /**
     * @return null if something is to be put right
     */
    @Nullable Signature check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        LocalDate on = read.pastDay("signedOn", signedOn);
        read.choice(
                "signedHow", signedHow, Arrays.stream(Manner.values()).map(Enum::name).toList());
        String names =
                read.required("signatories", signatories, Reading.TEXT)
                        .lines()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining("\n"));
        return read.failed() || on == null
                ? null
                : new Signature(on, Manner.valueOf(signedHow), names);
    }
}
