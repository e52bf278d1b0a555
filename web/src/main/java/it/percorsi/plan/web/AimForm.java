package it.percorsi.plan.web;

import it.percorsi.casefile.Teams;
import it.percorsi.network.Network;
import it.percorsi.plan.Commitment;
import it.percorsi.plan.Levels;
import it.percorsi.plan.PlanService.Aim;
import it.percorsi.plan.Support;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.validation.Errors;

/** An objective with its first commitment and support. */
record AimForm(
        String area,
        String text,
        String expectedResult,
        String levelToday,
        String levelWanted,
        String promiser,
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
        levelToday = Objects.requireNonNullElse(levelToday, "");
        levelWanted = Objects.requireNonNullElse(levelWanted, "");
        promiser = Objects.requireNonNullElse(promiser, "");
        who = Objects.requireNonNullElse(who, "");
        commitment = Objects.requireNonNullElse(commitment, "");
        dueOn = Objects.requireNonNullElse(dueOn, "");
        instrument = Objects.requireNonNullElse(instrument, "");
        hours = Objects.requireNonNullElse(hours, "");
        provider = Objects.requireNonNullElse(provider, "");
        fundingSource = Objects.requireNonNullElse(fundingSource, "");
    }

    static AimForm blank() {
        return new AimForm("WORK", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    Optional<Aim> check(Errors errors, List<Teams.Row> team, Network network, LocalDate today) {
        Reading read = new Reading(errors, today);
        read.choice("area", area, AREAS);
        String aimed = read.required("text", text, Reading.TEXT);
        String result = read.required("expectedResult", expectedResult, Reading.TEXT);
        Levels levels = LevelFields.read(read, levelToday, levelWanted);
        Commitment.Terms promised =
                new CommitmentForm(promiser, who, commitment, dueOn).read(read, team, errors);
        Optional<Support.Terms> given =
                new SupportForm(instrument, hours, provider, fundingSource).read(read, network);
        return read.failed() || promised == null
                ? Optional.empty()
                : given.map(terms -> new Aim(area, aimed, result, levels, promised, terms));
    }
}
