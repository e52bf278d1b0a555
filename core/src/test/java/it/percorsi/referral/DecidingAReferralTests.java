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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecidingAReferralTests {

    private final Actor social = actor(COMUNE_PRATO, Role.SOCIAL_WORKER);
    private final Actor secretary = actor(COMUNE_PRATO, Role.PANEL_SECRETARY);
    private final Panel panel =
            new Panel("commissione-prato", COMUNE_PRATO, "Commissione di Prato", 2);
    private final Sitting sitting = new Sitting(panel, NOW, "Sala riunioni");
    private final Referral referral =
            new Referral(
                    Ids.next(),
                    panel,
                    List.of("WORK"),
                    "Cerca lavoro da un anno",
                    "PUBLIC_TASK",
                    null,
                    social);

    @BeforeEach
    void sent() {
        referral.submit(social, NOW, 30);
    }

    private void scheduled() {
        referral.examine(secretary, NOW);
        referral.schedule(sitting, secretary, NOW);
    }

    private void opened() {
        sitting.open(Set.of(Ids.next(), Ids.next()), secretary, NOW);
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

        referral.decide(
                ReferralMove.ACCEPT, secretary, NOW, "Progetto chiaro", "Corso di italiano");

        assertThat(referral.status()).isEqualTo(ReferralStatus.ACCEPTED);
    }

    @Test
    void needsAWrittenReason() {
        scheduled();
        opened();

        assertThat(obstacles(() -> referral.decide(ReferralMove.REJECT, secretary, NOW, " ", null)))
                .containsExactly("move.reason-missing");
    }

    @Test
    void isNotDecidedBeforeTheSittingOpens() {
        scheduled();

        assertThat(
                        obstacles(() ->
                                referral.decide(ReferralMove.ACCEPT, secretary, NOW, "sì", null)))
                .containsExactly("referral.sitting-open", "referral.quorum-present");
    }

    @Test
    void saysEverythingThatIsInTheWayAtOnce() {
        assertThat(obstacles(() -> referral.decide(ReferralMove.ACCEPT, social, NOW, "", null)))
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
        referral.decide(ReferralMove.REJECT, secretary, NOW, "fuori zona", null);

        assertThat(
                        obstacles(() ->
                                referral.decide(ReferralMove.ACCEPT, secretary, NOW, "sì", null)))
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
        Referral bare = new Referral(Ids.next(), panel, List.of(), " ", "", null, social);

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
        assertThatThrownBy(() -> sitting.open(Set.of(Ids.next()), secretary, NOW))
                .isInstanceOfSatisfying(
                        MoveRefused.class,
                        r -> assertThat(r.obstacles()).containsExactly("sitting.quorum-present"));
    }

    @Test
    void aSittingIsOpenedByItsSecretaryOnly() {
        assertThat(
                        obstacles(() ->
                                sitting.open(
                                        Set.of(Ids.next(), Ids.next()),
                                        actor(COMUNE_PRATO, Role.PANEL_MEMBER),
                                        NOW)))
                .containsExactly("move.not-yours.secretary");
    }
}
