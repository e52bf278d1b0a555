package it.percorsi.programme;

import static it.percorsi.access.Cast.ALBANIA;
import static it.percorsi.access.Cast.ITALY;
import static it.percorsi.access.Cast.ROMANIA;
import static it.percorsi.access.Cast.file;
import static it.percorsi.programme.Judgement.Answer.MET;
import static it.percorsi.programme.Judgement.Answer.NOT_MET;
import static it.percorsi.programme.Judgement.Answer.TO_ASK;
import static it.percorsi.programme.Judgement.Answer.TO_RECORD;
import static it.percorsi.programme.Judgement.Answer.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.network.Network.Choice;
import it.percorsi.network.Network.Country;
import it.percorsi.network.Network.PermitKind;
import it.percorsi.person.PersonFile;
import it.percorsi.person.ResidencePermit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each kind of rule at its edges, and by date. */
class WhoIsEligibleTests {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 3);
    private static final LocalDate ADULT = LocalDate.of(1990, 3, 15);
    private static final Circumstances NOTHING_KNOWN = new Circumstances(null, null);
    private static final ResidencePermit VALID = permit("FAMILY", DAY.plusYears(1), null);
    private static final Country STATELESS =
            new Country("XX", "Apolide", null, null, null, null, null, null);
    private static final Country UNKNOWN =
            new Country("ZZ", "Cittadinanza non nota", null, null, null, null, null, null);
    private static final Country SWITZERLAND =
            new Country("CH", "Svizzera", "Z133", null, null, day("2002-06-01"), null, null);
    private static final Country UNITED_KINGDOM =
            new Country(
                    "GB",
                    "Regno Unito",
                    "Z114",
                    day("1973-01-01"),
                    day("2020-02-01"),
                    day("2020-02-01"),
                    day("2021-01-01"),
                    null);

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static ResidencePermit permit(
            String kind, @Nullable LocalDate expires, @Nullable LocalDate receipt) {
        return new ResidencePermit(kind, "Motivi familiari", null, expires, receipt);
    }

    private static Facts facts(PersonFile file) {
        return new Facts(file, null, NOTHING_KNOWN, true);
    }

    private static Facts citizen(Country... of) {
        return facts(file(ADULT, VALID, of));
    }

    private static Facts known(Circumstances circumstances) {
        return new Facts(file(ADULT, VALID, ALBANIA), null, circumstances, true);
    }

    private static Judgement.Answer answer(Condition condition, Facts facts, LocalDate on) {
        return condition.judge(facts, on).answer();
    }

    @Nested
    class ByCitizenship {

        private static final Condition THIRD_COUNTRY = new Condition.ThirdCountryNational();
        private static final Condition FOREIGN = new Condition.ForeignNational();

        @Test
        void anAlbanianIsAThirdCountryNationalAndARomanianUntil2006() {
            assertThat(answer(THIRD_COUNTRY, citizen(ALBANIA), DAY)).isEqualTo(MET);
            assertThat(answer(THIRD_COUNTRY, citizen(ROMANIA), day("2006-12-31"))).isEqualTo(MET);
            assertThat(answer(THIRD_COUNTRY, citizen(ROMANIA), day("2007-01-01")))
                    .isEqualTo(NOT_MET);
        }

        @Test
        void aBritonIsOneFromTheDayTheUnionWasLeft() {
            assertThat(answer(THIRD_COUNTRY, citizen(UNITED_KINGDOM), day("2020-01-31")))
                    .isEqualTo(NOT_MET);
            assertThat(answer(THIRD_COUNTRY, citizen(UNITED_KINGDOM), day("2020-02-01")))
                    .isEqualTo(MET);
        }

        @Test
        void theStatelessAreAndDualCitizensOfTheUnionAreNot() {
            assertThat(answer(THIRD_COUNTRY, citizen(STATELESS), DAY)).isEqualTo(MET);
            assertThat(answer(THIRD_COUNTRY, citizen(ALBANIA, ROMANIA), DAY)).isEqualTo(NOT_MET);
        }

        @Test
        void anItalianIsToldSoAlsoWithAnotherPassport() {
            assertThat(THIRD_COUNTRY.judge(citizen(ROMANIA, ITALY), DAY).sentence().key())
                    .isEqualTo("eligibility.citizenship.italian");
        }

        @Test
        void whatNobodyKnowsIsAskedAndNeverANo() {
            assertThat(answer(THIRD_COUNTRY, citizen(), DAY)).isEqualTo(TO_RECORD);
            assertThat(answer(THIRD_COUNTRY, citizen(UNKNOWN), DAY)).isEqualTo(TO_RECORD);
            assertThat(answer(FOREIGN, citizen(UNKNOWN), DAY)).isEqualTo(TO_RECORD);
        }

        @Test
        void aForeignNationalMayBeOfTheUnionButNotItalian() {
            assertThat(answer(FOREIGN, citizen(ROMANIA), DAY)).isEqualTo(MET);
            assertThat(answer(FOREIGN, citizen(ALBANIA, ITALY), DAY)).isEqualTo(NOT_MET);
        }
    }

    @Nested
    class ByPermit {

        private static final Condition ANY = new PermitToStay(List.of());
        private static final Condition FAMILY_ONLY =
                new PermitToStay(List.of(new Choice("FAMILY", "Motivi familiari")));

        private static Judgement.Answer with(@Nullable ResidencePermit permit) {
            return answer(ANY, facts(file(ADULT, permit, ALBANIA)), DAY);
        }

        @Test
        void itIsGoodOnItsLastDayAndNotOnTheNext() {
            assertThat(with(permit("FAMILY", DAY, null))).isEqualTo(MET);
            assertThat(with(permit("FAMILY", DAY.minusDays(1), null))).isEqualTo(NOT_MET);
            assertThat(with(permit("FAMILY", null, null))).isEqualTo(MET);
        }

        @Test
        void aReceiptKeepsItsRightsFromItsDay() {
            LocalDate expired = DAY.minusDays(1);
            assertThat(with(permit("FAMILY", expired, DAY))).isEqualTo(WARNING);
            assertThat(with(permit("FAMILY", expired, DAY.plusDays(1)))).isEqualTo(NOT_MET);
        }

        @Test
        void oneThatNobodyRecordedIsAskedFor() {
            assertThat(with(null)).isEqualTo(TO_RECORD);
        }

        @Test
        void nobodyAsksItOfItaliansOfTheUnionNorOfTheSwiss() {
            for (Country free : List.of(ITALY, ROMANIA, SWITZERLAND)) {
                assertThat(answer(ANY, facts(file(ADULT, null, free)), DAY)).isEqualTo(MET);
            }
            assertThat(answer(ANY, facts(file(ADULT, null, SWITZERLAND)), day("2002-05-31")))
                    .isEqualTo(TO_RECORD);
        }

        @Test
        void aBritonNeedsNoneUntilTheTransitionEnds() {
            Facts briton = facts(file(ADULT, null, UNITED_KINGDOM));
            assertThat(answer(ANY, briton, day("2020-12-31"))).isEqualTo(MET);
            assertThat(answer(ANY, briton, day("2021-01-01"))).isEqualTo(TO_RECORD);
        }

        @Test
        void onlyTheKindsThatCountDo() {
            assertThat(answer(FAMILY_ONLY, citizen(ALBANIA), DAY)).isEqualTo(MET);
            assertThat(
                            answer(
                                    FAMILY_ONLY,
                                    facts(file(ADULT, permit("STUDY", null, null), ALBANIA)),
                                    DAY))
                    .isEqualTo(NOT_MET);
        }

        @Test
        void aKindThatIsNoLongerIssuedWarns() {
            PermitKind until2018 =
                    new PermitKind(
                            "HUMANITARIAN",
                            "Motivi umanitari",
                            true,
                            null,
                            day("2018-10-04"),
                            "x",
                            true);
            Facts held = new Facts(file(ADULT, VALID, ALBANIA), until2018, NOTHING_KNOWN, true);
            assertThat(answer(ANY, held, day("2018-10-04"))).isEqualTo(MET);
            assertThat(answer(ANY, held, day("2018-10-05"))).isEqualTo(WARNING);
        }
    }

    @Nested
    class ByTheRightToWork {

        private static Judgement.Answer holding(PermitKind kind, LocalDate on) {
            Facts facts = new Facts(file(ADULT, VALID, ALBANIA), kind, NOTHING_KNOWN, true);
            return answer(new WorkRight(), facts, on);
        }

        private static PermitKind kind(boolean allowsWork, boolean verified) {
            return new PermitKind(
                    "STUDY", "Studio", allowsWork, day("2015-01-01"), null, "x", verified);
        }

        @Test
        void theVocabularySaysItForItsDaysAndOtherwiseItIsAsked() {
            assertThat(holding(kind(true, true), DAY)).isEqualTo(MET);
            assertThat(holding(kind(false, true), DAY)).isEqualTo(NOT_MET);
            assertThat(holding(kind(true, true), day("2014-12-31"))).isEqualTo(TO_ASK);
            assertThat(holding(kind(false, true), day("2014-12-31"))).isEqualTo(TO_ASK);
        }

        @Test
        void anUnverifiedWordOfItNeverTurnsAnybodyAway() {
            assertThat(holding(kind(true, false), DAY)).isEqualTo(WARNING);
            assertThat(holding(kind(false, false), DAY)).isEqualTo(TO_ASK);
        }

        @Test
        void citizensOfTheUnionHaveIt() {
            assertThat(answer(new WorkRight(), facts(file(ADULT, null, ROMANIA)), DAY))
                    .isEqualTo(MET);
        }

        @Test
        void anExpiredPermitGivesNone() {
            Facts expired =
                    new Facts(
                            file(ADULT, permit("STUDY", DAY.minusDays(1), null), ALBANIA),
                            kind(true, true),
                            NOTHING_KNOWN,
                            true);
            assertThat(answer(new WorkRight(), expired, DAY)).isEqualTo(NOT_MET);
        }
    }

    @Nested
    class ByWhereAndWhoCares {

        private static final Condition PISTOIA =
                new Condition.Residence(List.of(new Choice("G713", "Pistoia")));

        private static Judgement.Answer living(@Nullable String municipality) {
            PersonFile arta = file(ADULT, VALID, ALBANIA);
            PersonFile.Contact contact =
                    new PersonFile.Contact(null, null, null, municipality, municipality, null);
            return answer(
                    PISTOIA,
                    facts(
                            new PersonFile(
                                    arta.person(),
                                    "albanese",
                                    null,
                                    contact,
                                    arta.citizenships(),
                                    List.of(),
                                    VALID,
                                    null)),
                    DAY);
        }

        @Test
        void residenceIsOneOfTheMunicipalities() {
            assertThat(living("G713")).isEqualTo(MET);
            assertThat(living("G999")).isEqualTo(NOT_MET);
            assertThat(living(null)).isEqualTo(TO_RECORD);
        }

        @Test
        void careThatIsNotKnownHereMayBeElsewhere() {
            Circumstances inCare =
                    new Circumstances(new Circumstances.Care("Comune di Pistoia", DAY), null);
            assertThat(answer(new Condition.InCare(), known(inCare), DAY)).isEqualTo(MET);
            assertThat(answer(new Condition.InCare(), known(NOTHING_KNOWN), DAY)).isEqualTo(TO_ASK);
        }

        @Test
        void aPanelAcceptsRefusesOrIsStillAsked() {
            Condition panel = new Condition.PanelDecision();
            assertThat(answer(panel, known(decided("ACCEPTED")), DAY)).isEqualTo(MET);
            assertThat(answer(panel, known(decided("REJECTED")), DAY)).isEqualTo(NOT_MET);
            assertThat(answer(panel, known(decided("WAITLISTED")), DAY)).isEqualTo(TO_ASK);
            assertThat(answer(panel, known(NOTHING_KNOWN), DAY)).isEqualTo(TO_ASK);
        }

        private static Circumstances decided(String status) {
            return new Circumstances(
                    null, new Circumstances.Decision("Commissione di Prato", DAY, status));
        }

        @Test
        void whereSomebodyLivesIsAskedByWhoDoesNotReadIt() {
            Condition residence = new Condition.Residence(List.of(new Choice("G999", "Prato")));
            PersonFile arta = file(ADULT, VALID, ALBANIA);
            assertThat(answer(residence, new Facts(arta, null, NOTHING_KNOWN, true), DAY))
                    .isEqualTo(TO_RECORD);
            assertThat(answer(residence, new Facts(arta, null, NOTHING_KNOWN, true, false), DAY))
                    .isEqualTo(TO_ASK);
        }

        @Test
        void aNeedIsWhatTheInterviewBringsOut() {
            Condition need = new Condition.Need("C'è un problema sociale o di lavoro");
            PersonFile arta = file(ADULT, VALID, ALBANIA);
            assertThat(answer(need, new Facts(arta, null, NOTHING_KNOWN, true), DAY))
                    .isEqualTo(MET);
            assertThat(answer(need, new Facts(arta, null, NOTHING_KNOWN, false), DAY))
                    .isEqualTo(NOT_MET);
            assertThat(answer(need, new Facts(arta, null, NOTHING_KNOWN, null), DAY))
                    .isEqualTo(TO_ASK);
        }
    }

    @Nested
    class AllTogether {

        private static EligibilityRule rule(Condition condition, boolean verified) {
            return new EligibilityRule(condition, null, null, "Piano | TEAMS", verified, null);
        }

        private static Eligibility judge(EligibilityRule rule, Facts facts) {
            return Eligibility.judge(List.of(rule), facts, DAY);
        }

        @Test
        void aRuleHoldsFromItsFirstDayToItsLast() {
            EligibilityRule rule =
                    new EligibilityRule(
                            new Condition.InCare(), DAY, DAY.plusDays(1), "Piano", true, null);
            Facts facts = citizen(ALBANIA);
            assertThat(Eligibility.judge(List.of(rule), facts, DAY.minusDays(1)).findings())
                    .isEmpty();
            assertThat(Eligibility.judge(List.of(rule), facts, DAY).findings()).hasSize(1);
            assertThat(Eligibility.judge(List.of(rule), facts, DAY.plusDays(1)).findings())
                    .hasSize(1);
            assertThat(Eligibility.judge(List.of(rule), facts, DAY.plusDays(2)).findings())
                    .isEmpty();
        }

        @Test
        void onlyAVerifiedRuleTurnsSomebodyAway() {
            Condition thirdCountry = new Condition.ThirdCountryNational();
            assertThat(judge(rule(thirdCountry, true), citizen(ITALY)).eligible()).isFalse();
            Eligibility warned = judge(rule(thirdCountry, false), citizen(ITALY));
            assertThat(warned.eligible()).isTrue();
            assertThat(warned.reasonNeeded()).isTrue();
        }

        @Test
        void aVerifiedRuleWaitsForTheFileAndAnotherAsksWhy() {
            Condition thirdCountry = new Condition.ThirdCountryNational();
            assertThat(judge(rule(thirdCountry, true), citizen(UNKNOWN)).missing()).hasSize(1);
            Eligibility unverified = judge(rule(thirdCountry, false), citizen(UNKNOWN));
            assertThat(unverified.missing()).isEmpty();
            assertThat(unverified.reasonNeeded()).isTrue();
        }

        @Test
        void whatOnlyOthersCanTellAsksWhyEvenWhereTheRuleIsVerified() {
            Eligibility care = judge(rule(new Condition.InCare(), true), citizen(ALBANIA));
            assertThat(care.eligible()).isTrue();
            assertThat(care.reasonNeeded()).isTrue();
        }

        @Test
        void aWarningIsInNobodysWay() {
            PersonFile renewing =
                    file(ADULT, permit("FAMILY", DAY.minusDays(1), DAY.minusDays(1)), ALBANIA);
            Eligibility receipt = judge(rule(new PermitToStay(List.of()), true), facts(renewing));
            assertThat(receipt.eligible()).isTrue();
            assertThat(receipt.reasonNeeded()).isFalse();
        }

        @Test
        void theSnapshotSaysWhatAPanelAnsweredAndNotWhichNorWhen() {
            Circumstances refused =
                    new Circumstances(
                            null,
                            new Circumstances.Decision("Commissione di Prato", DAY, "REJECTED"));

            assertThat(judge(rule(new Condition.PanelDecision(), true), known(refused)).snapshot())
                    .contains("PANEL_DECISION|NOT_MET|eligibility.panel.kept||")
                    .doesNotContain("Commissione");
        }

        @Test
        void theSnapshotKeepsDayAnswerEvidenceAndSource() {
            Eligibility judged =
                    judge(rule(new Condition.ThirdCountryNational(), true), citizen(ROMANIA));

            assertThat(judged.snapshot())
                    .isEqualTo(
                            "2019-06-03\nTHIRD_COUNTRY_NATIONAL|NOT_MET|eligibility.citizenship.union|Romania\t2007|true|Piano TEAMS");
            Finding kept = Eligibility.findings(judged.snapshot()).getFirst();
            assertThat(kept.sentence()).isEqualTo(judged.findings().getFirst().sentence());
            assertThat(kept.refuses()).isTrue();
        }
    }
}
