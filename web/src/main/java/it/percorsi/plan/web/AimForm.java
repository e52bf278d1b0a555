package it.percorsi.plan.web;

import it.percorsi.network.Network;
import it.percorsi.plan.PlanService.Aim;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/** An objective with its first commitment and support. */
record AimForm(
        String area,
        String text,
        String expectedResult,
        String who,
        String commitment,
        String dueOn,
        String instrument,
        String hours,
        String provider,
        String fundingSource) {

    static final List<String> AREAS =
            List.of("WORK", "SOCIAL", "HOUSING", "EDUCATION", "ECONOMY", "NETWORKS");

    AimForm {
        area = Objects.requireNonNullElse(area, "");
        text = Objects.requireNonNullElse(text, "");
        expectedResult = Objects.requireNonNullElse(expectedResult, "");
        who = Objects.requireNonNullElse(who, "");
        commitment = Objects.requireNonNullElse(commitment, "");
        dueOn = Objects.requireNonNullElse(dueOn, "");
        instrument = Objects.requireNonNullElse(instrument, "");
        hours = Objects.requireNonNullElse(hours, "");
        provider = Objects.requireNonNullElse(provider, "");
        fundingSource = Objects.requireNonNullElse(fundingSource, "");
    }

    static AimForm blank() {
        return new AimForm("WORK", "", "", "", "", "", "", "", "", "");
    }

    Optional<Aim> check(Errors errors, Network network, LocalDate today) {
        Reading read = new Reading(errors, today);
        read.choice("area", area, AREAS);
        read.required("text", text, Reading.TEXT);
        read.required("expectedResult", expectedResult, Reading.TEXT);
        read.required("who", who, Reading.LINE);
        read.required("commitment", commitment, Reading.TEXT);
        LocalDate due = read.optionalDay("dueOn", dueOn);
        read.choice(
                "instrument",
                instrument,
                network.instruments().stream().map(Network.Choice::code).toList());
        Integer whole = read.whole("hours", hours, 1, 200);
        UUID body = read.id("provider", provider);
        read.choice(
                "fundingSource",
                fundingSource,
                network.fundingSources().stream().map(Network.Choice::code).toList());
        return read.failed() || whole == null || body == null
                ? Optional.empty()
                : Optional.of(
                        new Aim(
                                area,
                                text.strip(),
                                expectedResult.strip(),
                                who.strip(),
                                commitment.strip(),
                                due,
                                instrument,
                                whole,
                                body,
                                fundingSource));
    }
}
