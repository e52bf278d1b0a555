package it.percorsi.programme;

import static it.percorsi.access.Cast.ALBANIA;
import static it.percorsi.programme.Judgement.Answer.MET;
import static it.percorsi.programme.Judgement.Answer.NOT_MET;
import static it.percorsi.programme.Judgement.Answer.TO_ASK;
import static it.percorsi.programme.Judgement.Answer.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import it.percorsi.access.Cast;
import it.percorsi.person.Birth;
import it.percorsi.person.PersonFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An age window says which edges are in, and on which day age is taken. */
class AgeTests {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 3);
    private static final Age BOTH_IN =
            new Age(new Age.Edge(16, true), new Age.Edge(65, true), true, null);
    private static final Age BOTH_OUT =
            new Age(new Age.Edge(16, false), new Age.Edge(65, false), true, null);
    private static final Age UNSURE =
            new Age(new Age.Edge(16, true), new Age.Edge(65, true), false, null);

    private static Judgement.Answer born(Age rule, Birth birth) {
        PersonFile file =
                new PersonFile(
                        Cast.person(birth),
                        "albanese",
                        null,
                        null,
                        List.of(ALBANIA),
                        List.of(),
                        null,
                        null);
        return rule.judge(new Facts(file, null, new Circumstances(null, null), true), DAY).answer();
    }

    private static Judgement.Answer turning(Age rule, int years, int daysFromNow) {
        return born(rule, Birth.on(DAY.minusYears(years).plusDays(daysFromNow)));
    }

    @Test
    void anIncludedEdgeLetsInFromTheBirthdayToTheDayBeforeTheNext() {
        assertThat(turning(BOTH_IN, 16, 1)).isEqualTo(NOT_MET);
        assertThat(turning(BOTH_IN, 16, 0)).isEqualTo(MET);
        assertThat(turning(BOTH_IN, 66, 1)).isEqualTo(MET);
        assertThat(turning(BOTH_IN, 66, 0)).isEqualTo(NOT_MET);
    }

    @Test
    void anExcludedEdgeIsOutForTheWholeYear() {
        assertThat(turning(BOTH_OUT, 16, 0)).isEqualTo(NOT_MET);
        assertThat(turning(BOTH_OUT, 17, 1)).isEqualTo(NOT_MET);
        assertThat(turning(BOTH_OUT, 17, 0)).isEqualTo(MET);
        assertThat(turning(BOTH_OUT, 65, 1)).isEqualTo(MET);
        assertThat(turning(BOTH_OUT, 65, 0)).isEqualTo(NOT_MET);
    }

    @Test
    void anEdgeNobodyVerifiedWarnsOrAsksAndNeverTurnsAway() {
        assertThat(turning(UNSURE, 16, 0)).isEqualTo(WARNING);
        assertThat(turning(UNSURE, 65, 0)).isEqualTo(WARNING);
        assertThat(turning(UNSURE, 66, 0)).isEqualTo(NOT_MET);
        Age out = new Age(null, new Age.Edge(65, false), false, null);
        assertThat(turning(out, 65, 0)).isEqualTo(TO_ASK);
    }

    @Test
    void ageCanBeTakenOnAFixedDay() {
        Age atTheStart = new Age(new Age.Edge(16, true), null, true, DAY.minusYears(1));
        assertThat(turning(atTheStart, 17, 1)).isEqualTo(NOT_MET);
        assertThat(turning(atTheStart, 17, 0)).isEqualTo(MET);
    }

    @Test
    void aBirthYearAloneIsAskedAboutOnlyWhereItMatters() {
        assertThat(born(BOTH_IN, new Birth(LocalDate.of(2003, 1, 1), Birth.Precision.YEAR)))
                .isEqualTo(TO_ASK);
        assertThat(born(BOTH_IN, new Birth(LocalDate.of(2003, 5, 1), Birth.Precision.MONTH)))
                .isEqualTo(MET);
        assertThat(born(BOTH_IN, new Birth(LocalDate.of(2003, 6, 1), Birth.Precision.MONTH)))
                .isEqualTo(TO_ASK);
        assertThat(born(BOTH_IN, new Birth(LocalDate.of(1990, 1, 1), Birth.Precision.YEAR)))
                .isEqualTo(MET);
        assertThat(born(BOTH_IN, new Birth(LocalDate.of(1953, 1, 1), Birth.Precision.YEAR)))
                .isEqualTo(TO_ASK);
    }

    @Test
    void theWordsSayWhichBirthdaysCount() {
        assertThat(UNSURE.words())
                .extracting(Sentence::key, Sentence::terms)
                .startsWith(
                        tuple("eligibility.rule.AGE.from", List.of("16")),
                        tuple("eligibility.rule.AGE.until", List.of("66")))
                .hasSize(4);
    }
}
