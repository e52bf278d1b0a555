package it.percorsi.referral;

import static it.percorsi.access.Cast.COMUNE_PRATO;
import static it.percorsi.access.Cast.CPI_PRATO;
import static it.percorsi.access.Cast.NOW;
import static it.percorsi.access.Cast.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecidingAReferralTests {

    private final Actor social = actor(COMUNE_PRATO, Role.SOCIAL_WORKER);
    private final Actor secretary = actor(COMUNE_PRATO, Role.PANEL_SECRETARY);
    private final Panel panel =
            new Panel(COMUNE_PRATO, "Commissione di Prato", PanelKind.COMMISSION, null, false);
    private final UUID ada = member("Ada Neri");
    private final UUID ugo = member("Ugo Rossi");
    private final UUID pia = member("Pia Bianchi");
    private final Sitting sitting = new Sitting(panel, NOW, "Sala riunioni");
    private final Referral referral =
            new Referral(
                    Ids.next(),
                    panel,
                    new Content(List.of("WORK"), "Cerca lavoro da un anno", "PUBLIC_TASK", null),
                    null,
                    social);

    private UUID member(String name) {
        return panel.appoint(name, "Comune", Seat.MEMBER, null, LocalDate.of(2020, 1, 1)).id();
    }

    @BeforeEach
    void sent() {
        panel.need(2, LocalDate.of(2020, 1, 1));
        referral.submit(social, NOW, 30);
    }

    private void scheduled() {
        referral.examine(secretary, NOW);
        referral.schedule(sitting, secretary, NOW);
    }

    private void opened() {
        sitting.open(Set.of(ada, ugo), secretary, NOW);
    }

    private void decide(ReferralMove move, Actor by, String why) {
        referral.decide(new Decision(move, why, null), Set.of(), by, NOW);
    }

    private List<String> obstacles(Runnable move) {
        try {
            move.run();
        } catch (MoveRefused refused) {
            return refused.obstacles();
        }
        return List.of();
    }

    @Test
    void startsTheClockWhenItIsSent() {
        assertThat(referral.daysLeft(LocalDate.of(2026, 3, 2))).isEqualTo(30);
        assertThat(referral.daysLeft(LocalDate.of(2026, 4, 2))).isEqualTo(-1);
    }

    @Test
    void isAcceptedInAnOpenSittingWithAWrittenReason() {
        scheduled();
        opened();

        decide(ReferralMove.ACCEPT, secretary, "Progetto chiaro");

        assertThat(referral.status()).isEqualTo(ReferralStatus.ACCEPTED);
    }

    @Test
    void needsAWrittenReason() {
        scheduled();
        opened();

        assertThat(obstacles(() -> decide(ReferralMove.REJECT, secretary, " ")))
                .containsExactly("move.reason-missing");
    }

    @Test
    void isNotDecidedBeforeTheSittingOpens() {
        scheduled();

        assertThat(obstacles(() -> decide(ReferralMove.ACCEPT, secretary, "sì")))
                .containsExactly("referral.sitting-open", "referral.quorum-present");
    }

    @Test
    void saysEverythingThatIsInTheWayAtOnce() {
        assertThat(obstacles(() -> decide(ReferralMove.ACCEPT, social, "")))
                .containsExactly(
                        "move.wrong-status",
                        "move.not-yours.secretary",
                        "referral.sitting-open",
                        "referral.quorum-present",
                        "move.reason-missing");
    }

    @Test
    void isNotDecidedTwice() {
        scheduled();
        opened();
        decide(ReferralMove.REJECT, secretary, "fuori zona");

        assertThat(obstacles(() -> decide(ReferralMove.ACCEPT, secretary, "sì")))
                .contains("move.wrong-status");
    }

    @Test
    void isNotTheSecretarysOfAnotherBody() {
        assertThat(obstacles(() -> referral.examine(actor(CPI_PRATO, Role.PANEL_SECRETARY), NOW)))
                .containsExactly("move.not-yours.secretary");
    }

    @Test
    void isWithdrawnByWhoSentItOnly() {
        assertThat(obstacles(() -> referral.withdraw(secretary, NOW, "errore")))
                .containsExactly("move.not-yours.referrer");

        referral.withdraw(social, NOW, "ha trovato lavoro");

        assertThat(referral.status()).isEqualTo(ReferralStatus.WITHDRAWN);
    }

    @Test
    void cannotBeSentWithoutReasonNeedsAndLegalBasis() {
        Referral bare =
                new Referral(
                        Ids.next(), panel, new Content(List.of(), " ", "", null), null, social);

        assertThat(obstacles(() -> bare.submit(social, NOW, 30)))
                .containsExactly(
                        "referral.reason-given",
                        "referral.needs-given",
                        "referral.legal-basis-given");
    }

    @Test
    void theClockStandsStillWhileThePanelWaitsForAnAnswer() {
        referral.examine(secretary, NOW);
        referral.askIntegration(secretary, NOW.plus(Duration.ofDays(5)), "Manca l'ISEE");

        assertThat(referral.status()).isEqualTo(ReferralStatus.INTEGRATION_REQUESTED);
        assertThat(obstacles(() -> referral.schedule(sitting, secretary, NOW)))
                .contains("move.wrong-status");

        referral.integrate(social, NOW.plus(Duration.ofDays(15)), "ISEE 4.200 euro");

        assertThat(referral.status()).isEqualTo(ReferralStatus.UNDER_REVIEW);
        assertThat(referral.daysLeft(LocalDate.of(2026, 3, 2))).isEqualTo(40);
    }

    @Test
    void anAnswerIsTheReferrersAndAQuestionTheSecretarys() {
        referral.examine(secretary, NOW);

        assertThat(obstacles(() -> referral.askIntegration(social, NOW, "perché?")))
                .containsExactly("move.not-yours.secretary");
        referral.askIntegration(secretary, NOW, "perché?");
        assertThat(obstacles(() -> referral.integrate(secretary, NOW, "così")))
                .containsExactly("move.not-yours.referrer");
        assertThat(obstacles(() -> referral.integrate(social, NOW, " ")))
                .containsExactly("move.reason-missing");
    }

    @Test
    void onlyTimeLetsItExpire() {
        assertThat(ReferralMove.EXPIRE.rule().obstacles(referral, referral.status(), secretary))
                .containsExactly("move.not-yours.clock", "referral.answer-late");
    }

    @Test
    void everyOpenStepHasAnOwner() {
        for (ReferralStatus status : ReferralStatus.values()) {
            assertThat(status.owner() == null)
                    .as(status.name())
                    .isEqualTo(status.ended() || status == ReferralStatus.ACCEPTED);
        }
    }

    @Test
    void aSittingWithoutQuorumDoesNotOpen() {
        assertThatThrownBy(() -> sitting.open(Set.of(ada), secretary, NOW))
                .isInstanceOfSatisfying(
                        MoveRefused.class,
                        r -> assertThat(r.obstacles()).containsExactly("sitting.quorum-present"));
    }

    @Test
    void aSittingIsOpenedByItsSecretaryOnly() {
        assertThat(
                        obstacles(() ->
                                sitting.open(
                                        Set.of(ada, ugo),
                                        actor(COMUNE_PRATO, Role.PANEL_MEMBER),
                                        NOW)))
                .containsExactly("move.not-yours.secretary");
    }

    @Test
    void whoTakesNoPartDoesNotCountForThatCase() {
        scheduled();
        opened();
        Decision accept = new Decision(ReferralMove.ACCEPT, "sì", null);

        assertThat(obstacles(() -> referral.decide(accept, Set.of(ugo), secretary, NOW)))
                .containsExactly("referral.quorum-present");
        referral.decide(accept, Set.of(pia), secretary, NOW);

        assertThat(referral.status()).isEqualTo(ReferralStatus.ACCEPTED);
    }

    @Test
    void onlyWhoIsAMemberThatDayIsPresent() {
        panel.release(ugo, Rome.day(NOW).minusDays(1));
        UUID tomorrow =
                panel.appoint("Ivo Verdi", "ASL", Seat.MEMBER, null, Rome.day(NOW).plusDays(1))
                        .id();

        assertThat(obstacles(() -> sitting.open(Set.of(ada, ugo), secretary, NOW)))
                .containsExactly("sitting.members-that-day");
        assertThat(obstacles(() -> sitting.open(Set.of(ada, tomorrow), secretary, NOW)))
                .containsExactly("sitting.members-that-day");
        assertThat(obstacles(() -> panel.release(tomorrow, Rome.day(NOW))))
                .containsExactly("panel.leaves-before-coming");
    }

    @Test
    void theQuorumIsTheOneOfThatDay() {
        panel.need(3, Rome.day(NOW).plusDays(1));
        opened();
        Sitting later = new Sitting(panel, NOW.plus(Duration.ofDays(1)), "Sala riunioni");

        assertThat(obstacles(() -> later.open(Set.of(ada, ugo), secretary, later.plannedFor())))
                .containsExactly("sitting.quorum-present");
        assertThat(obstacles(() -> panel.need(4, Rome.day(NOW).plusDays(1))))
                .containsExactly("panel.quorum-that-day");
    }

    @Test
    void aPanelVotesOnlyWhereItWantsToAndByThoseWhoTakePart() {
        opened();

        assertThat(obstacles(() -> sitting.mayVote(Map.of(ada, Ballot.FAVOUR), Set.of())))
                .containsExactly("sitting.does-not-vote");
        panel.vote(true);
        sitting.mayVote(Map.of(ada, Ballot.FAVOUR), Set.of());

        assertThat(obstacles(() -> sitting.mayVote(Map.of(ada, Ballot.FAVOUR), Set.of(ada))))
                .containsExactly("sitting.votes-of-who-takes-part");
        assertThat(obstacles(() -> sitting.mayVote(Map.of(pia, Ballot.FAVOUR), Set.of())))
                .containsExactly("sitting.votes-of-who-takes-part");
    }

    @Test
    void whereItVotedMoreAreInFavourAndTheChairDecidesBetweenAsMany() {
        opened();
        panel.vote(true);
        UUID chair =
                panel.appoint("Eva Preside", "Comune", Seat.CHAIR, null, LocalDate.of(2020, 1, 1))
                        .id();
        Sitting other = new Sitting(panel, NOW, "Sala riunioni");
        other.open(Set.of(ada, ugo, chair), secretary, NOW);

        other.mayVote(Map.of(), Set.of());
        other.mayVote(Map.of(ada, Ballot.FAVOUR, ugo, Ballot.ABSTAIN), Set.of());
        other.mayVote(Map.of(chair, Ballot.FAVOUR, ugo, Ballot.AGAINST), Set.of());
        for (Map<UUID, Ballot> against :
                List.of(
                        Map.of(ada, Ballot.AGAINST),
                        Map.of(ada, Ballot.ABSTAIN),
                        Map.of(ada, Ballot.FAVOUR, ugo, Ballot.AGAINST),
                        Map.of(ada, Ballot.FAVOUR, chair, Ballot.AGAINST))) {
            assertThat(obstacles(() -> other.mayVote(against, Set.of())))
                    .containsExactly("sitting.no-majority");
        }
    }

    @Test
    void onlyWhoIsAcceptedIsGivenHoursAReferentAndAFund() {
        scheduled();
        opened();
        Decision deferred =
                new Decision(ReferralMove.DEFER, "manca", null, 20, null, null, Map.of());

        assertThat(obstacles(() -> referral.decide(deferred, Set.of(), secretary, NOW)))
                .containsExactly("referral.resources-of-the-accepted");
    }

    @Test
    void comesBackOnlyOnceTheMinutesAreClosed() {
        scheduled();
        opened();
        decide(ReferralMove.DEFER, secretary, "manca l'ISEE");
        Sitting next = new Sitting(panel, NOW, "Sala riunioni");

        assertThat(obstacles(() -> referral.schedule(next, secretary, NOW)))
                .containsExactly("referral.minutes-first");
        sitting.close(1, secretary, NOW);
        referral.schedule(next, secretary, NOW);

        assertThat(referral.status()).isEqualTo(ReferralStatus.SCHEDULED);
    }

    @Test
    void whoSentItReadsTheOutcomeOnceItIsTold() {
        scheduled();
        opened();
        decide(ReferralMove.ACCEPT, secretary, "sì");

        assertThat(obstacles(() -> referral.acknowledge(social, NOW)))
                .containsExactly("referral.nothing-to-read");
        referral.tell(NOW);
        assertThat(obstacles(() -> referral.acknowledge(secretary, NOW)))
                .containsExactly("move.not-yours.referrer");
        referral.acknowledge(social, NOW);

        assertThat(obstacles(() -> referral.acknowledge(social, NOW)))
                .containsExactly("referral.nothing-to-read");
    }
}
