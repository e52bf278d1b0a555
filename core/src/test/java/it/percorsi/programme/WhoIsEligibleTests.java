package it.percorsi.programme;

import static it.percorsi.access.Cast.ALBANIA;
import static it.percorsi.access.Cast.ITALY;
import static it.percorsi.access.Cast.ROMANIA;
import static it.percorsi.access.Cast.file;
import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.network.Network.Country;
import it.percorsi.person.PersonFile;
import it.percorsi.person.ResidencePermit;
import it.percorsi.programme.EligibilityRule.Answer;
import it.percorsi.programme.EligibilityRule.Finding;
import it.percorsi.programme.EligibilityRule.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoIsEligibleTests {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 3);
    private static final LocalDate ADULT = LocalDate.of(1990, 3, 15);
    private static final ResidencePermit VALID =
            new ResidencePermit("FAMILY", "Famiglia", null, DAY.plusYears(1), null);
    private static final List<EligibilityRule> TEAMS =
            List.of(
                    new EligibilityRule(Kind.THIRD_COUNTRY_NATIONAL, null, null),
                    new EligibilityRule(Kind.AGE, 16, 65),
                    new EligibilityRule(Kind.PERMIT_OR_RECEIPT, null, null),
                    new EligibilityRule(Kind.SOCIAL_OR_LABOUR_NEED, null, null));

    private static Eligibility judge(PersonFile file, LocalDate on) {
        return Eligibility.judge(TEAMS, file, true, on);
    }

    private static Finding of(Kind rule, Eligibility eligibility) {
        return eligibility.findings().stream()
                .filter(f -> f.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAlbanianWithAPermitIs() {
        assertThat(judge(file(ADULT, VALID, ALBANIA), DAY).eligible()).isTrue();
    }

    @Test
    void aRomanianIsNotAfter2007AndWasBefore() {
        Eligibility after = judge(file(ADULT, VALID, ROMANIA), DAY);
        Eligibility before =
                judge(file(LocalDate.of(1980, 1, 1), VALID, ROMANIA), LocalDate.of(2006, 12, 31));

        assertThat(after.eligible()).isFalse();
        assertThat(of(Kind.THIRD_COUNTRY_NATIONAL, after).message())
                .isEqualTo("eligibility.citizenship.union");
        assertThat(before.eligible()).isTrue();
    }

    @Test
    void anItalianIsNotAndIsToldSo() {
        Eligibility italian = judge(file(ADULT, null, ITALY), DAY);

        assertThat(of(Kind.THIRD_COUNTRY_NATIONAL, italian).message())
                .isEqualTo("eligibility.citizenship.italian");
        assertThat(italian.eligible()).isFalse();
    }

    @Test
    void aDualCitizenOfTheUnionIsNot() {
        assertThat(judge(file(ADULT, VALID, ALBANIA, ROMANIA), DAY).eligible()).isFalse();
    }

    @Test
    void someoneOfUnknownCitizenshipIsNot() {
        assertThat(judge(file(ADULT, VALID, new Country[0]), DAY).eligible()).isFalse();
    }

    @Test
    void ageCountsFromTheSixteenthBirthdayToTheDayBeforeTheSixtySixth() {
        assertThat(judge(file(DAY.minusYears(16).plusDays(1), VALID, ALBANIA), DAY).eligible())
                .isFalse();
        assertThat(judge(file(DAY.minusYears(16), VALID, ALBANIA), DAY).eligible()).isTrue();
        assertThat(judge(file(DAY.minusYears(66).plusDays(1), VALID, ALBANIA), DAY).eligible())
                .isTrue();
        assertThat(judge(file(DAY.minusYears(66), VALID, ALBANIA), DAY).eligible()).isFalse();
    }

    @Test
    void anExpiredPermitIsNotEnoughUnlessThereIsAReceipt() {
        LocalDate expiry = DAY.minusDays(1);
        Eligibility expired =
                judge(
                        file(
                                ADULT,
                                new ResidencePermit("FAMILY", "Famiglia", null, expiry, null),
                                ALBANIA),
                        DAY);
        Eligibility renewing =
                judge(
                        file(
                                ADULT,
                                new ResidencePermit(
                                        "FAMILY", "Famiglia", null, expiry, DAY.minusDays(30)),
                                ALBANIA),
                        DAY);

        assertThat(of(Kind.PERMIT_OR_RECEIPT, expired).answer()).isEqualTo(Answer.NOT_MET);
        assertThat(of(Kind.PERMIT_OR_RECEIPT, renewing).answer()).isEqualTo(Answer.WARNING);
        assertThat(renewing.eligible()).isTrue();
    }

    @Test
    void aPermitIsGoodOnItsLastDay() {
        assertThat(
                        judge(
                                        file(
                                                ADULT,
                                                new ResidencePermit(
                                                        "FAMILY", "Famiglia", null, DAY, null),
                                                ALBANIA),
                                        DAY)
                                .eligible())
                .isTrue();
    }

    @Test
    void theSnapshotKeepsDateRuleAnswerAndEvidence() {
        assertThat(judge(file(ADULT, VALID, ALBANIA), DAY).snapshot())
                .startsWith("2019-06-03\n")
                .contains(
                        "THIRD_COUNTRY_NATIONAL|MET|eligibility.citizenship.third-country|Albania")
                .contains("AGE|MET|eligibility.age.within|29");
    }
}
