package it.percorsi.access;

import static it.percorsi.access.Cast.COMUNE_PRATO;
import static it.percorsi.access.Cast.NOW;
import static it.percorsi.access.Cast.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import org.junit.jupiter.api.Test;

class ReviewingAnEmergencyTests {

    private final Actor asking = actor(COMUNE_PRATO, Role.DESK);
    private final Actor officer = actor(COMUNE_PRATO, Role.DPO);
    private final EmergencyAccess access =
            new EmergencyAccess(Ids.next(), Ids.next(), asking.operatorId());

    private static void refused(Runnable move, String... obstacles) {
        assertThatThrownBy(move::run)
                .isInstanceOfSatisfying(
                        MoveRefused.class,
                        r -> assertThat(r.obstacles()).containsExactly(obstacles));
    }

    @Test
    void theOfficerSaysWhetherItWasOne() {
        access.justify(officer, NOW, "Sentito il pronto soccorso");

        assertThat(access.status()).isEqualTo(EmergencyStatus.JUSTIFIED);
        refused(() -> access.contest(officer, NOW, "ripensandoci"), "move.wrong-status");
    }

    @Test
    void needsAReason() {
        refused(() -> access.contest(officer, NOW, " "), "move.reason-missing");
    }

    @Test
    void nobodyElseReviewsIt() {
        refused(() -> access.justify(asking, NOW, "x"), "move.not-yours.officer");
    }

    @Test
    void nobodyReviewsTheirOwn() {
        Actor both =
                new Actor(asking.operatorId(), "Ada Neri", Ids.next(), COMUNE_PRATO, "x", Role.DPO);

        refused(() -> access.justify(both, NOW, "x"), "move.not-yours.officer");
    }
}
