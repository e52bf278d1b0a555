package it.percorsi.plan;

import static it.percorsi.access.Cast.COMUNE_PRATO;
import static it.percorsi.access.Cast.CPI_PRATO;
import static it.percorsi.access.Cast.NOW;
import static it.percorsi.access.Cast.actor;
import static it.percorsi.pathway.InTheWay.obstacles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.StaleVersion;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class DeliveringHoursTests {

    private static final LocalDateTime WHEN = LocalDateTime.of(2026, 3, 2, 10, 0);
    private final Actor cpi = actor(CPI_PRATO, Role.CPI_OPERATOR);
    private final Actor social = actor(COMUNE_PRATO, Role.SOCIAL_WORKER);
    private final Plan plan = new Plan(Ids.next(), Ids.next(), Ids.next(), "Vorrei", null, NOW);
    private final Objective objective =
            plan.aim("WORK", "Trovare un lavoro", "Contratto", Levels.NONE);
    private final Support support =
            plan.support(
                    objective, new Support.Terms("ORIENTATION", 36, CPI_PRATO, "FAMI_2014_2020"));

    private Encounter hour() {
        return new Encounter(Ids.next(), plan, support.id(), 60, "curriculum", null, cpi, NOW);
    }

    @Test
    void anHourGoesFromForeseenToConfirmed() {
        Encounter hour = hour();

        hour.book(WHEN, cpi, NOW);
        hour.deliver(45, "colloquio", cpi, NOW);
        hour.validate(1, social, NOW);

        assertThat(hour.status()).isEqualTo(HoursStatus.VALIDATED);
        assertThat(hour.counted()).isEqualTo(45);
    }

    @Test
    void anHourWithoutATimeIsNotGiven() {
        assertThat(obstacles(() -> hour().deliver(60, "x", cpi, NOW)))
                .containsExactly("hours.time-set");
    }

    @Test
    void whoGaveAnHourDoesNotConfirmIt() {
        Encounter hour = new Encounter(Ids.next(), plan, support.id(), 60, "x", null, social, NOW);
        hour.deliver(WHEN, social, NOW);

        assertThat(obstacles(() -> hour.validate(1, social, NOW)))
                .containsExactly("move.not-yours.validator");
        assertThat(obstacles(() -> hour.validate(1, actor(CPI_PRATO, Role.CPI_OPERATOR), NOW)))
                .containsExactly("move.not-yours.validator");
        assertThat(obstacles(() -> hour.validate(1, actor(COMUNE_PRATO, Role.SOCIAL_WORKER), NOW)))
                .isEmpty();
    }

    @Test
    void nothingByTheDesk() {
        assertThat(obstacles(() -> hour().book(WHEN, actor(COMUNE_PRATO, Role.DESK), NOW)))
                .containsExactly("move.not-yours.team");
    }

    @Test
    void anAbsenceCountsWhatTheRuleSays() {
        Encounter free = hour();
        free.book(WHEN, cpi, NOW);
        free.miss(Absence.JUSTIFIED, 0, cpi, NOW, "malattia");
        Encounter half = hour();
        half.book(WHEN, cpi, NOW);
        half.miss(Absence.UNJUSTIFIED, 50, cpi, NOW, "non ha avvisato");

        assertThat(free.counted()).isZero();
        assertThat(half.counted()).isEqualTo(30);
    }

    @Test
    void anAbsenceHasAReason() {
        Encounter hour = hour();
        hour.book(WHEN, cpi, NOW);

        assertThat(obstacles(() -> hour.miss(Absence.JUSTIFIED, 0, cpi, NOW, " ")))
                .containsExactly("move.reason-missing");
    }

    @Test
    void whatNobodyConfirmedGoesBackAStepAtATime() {
        Encounter hour = hour();
        hour.deliver(WHEN, cpi, NOW);

        hour.undo(HoursMove.REOPEN, cpi, NOW);
        assertThat(hour.counted()).isZero();
        hour.undo(HoursMove.UNBOOK, cpi, NOW);
        assertThat(hour.when()).isNull();
        hour.undo(HoursMove.CANCEL, cpi, NOW);

        assertThat(hour.status()).isEqualTo(HoursStatus.CANCELLED);
        assertThat(hour.movesOpenTo(cpi)).isEmpty();
    }

    @Test
    void whatIsConfirmedGoesNowhereButToTheReport() {
        Encounter hour = hour();
        hour.deliver(WHEN, cpi, NOW);
        hour.validate(1, social, NOW);

        assertThat(hour.movesOpenTo(cpi)).isEmpty();
        assertThat(hour.movesOpenTo(social)).isEmpty();
        assertThat(hour.movesOpenTo(actor(COMUNE_PRATO, Role.COORDINATOR)))
                .containsExactly(HoursMove.REPORT);
    }

    @Test
    void anEmptyPlanIsNotProposed() {
        Plan empty = new Plan(Ids.next(), Ids.next(), Ids.next(), "", null, NOW);

        assertThat(obstacles(() -> empty.make(PlanMove.PROPOSE, cpi, NOW, null)))
                .containsExactly("plan.objective-set", "plan.support-set");
    }

    @Test
    void anObjectiveChangedInTheMeantimeIsNotOverwritten() {
        assertThatThrownBy(() -> objective.reword("Altro", "Altro", Levels.NONE, 7))
                .isInstanceOfSatisfying(
                        StaleVersion.class,
                        stale ->
                                assertThat(stale.current())
                                        .containsEntry("text", "Trovare un lavoro"));
    }
}
