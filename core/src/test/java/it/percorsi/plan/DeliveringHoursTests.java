package it.percorsi.plan;

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
import it.percorsi.pathway.StaleVersion;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveringHoursTests {

    private final Actor cpi = actor(CPI_PRATO, Role.CPI_OPERATOR);
    private final Plan plan = new Plan(Ids.next(), Ids.next(), 36, "Vorrei lavorare", null, NOW);
    private final Objective objective = plan.aim("WORK", "Trovare un lavoro", "Contratto");
    private final Support support =
            plan.support(objective, "ORIENTATION", 36, CPI_PRATO, "FAMI_2014_2020");

    private void active() {
        plan.make(PlanMove.PROPOSE, cpi, NOW, null);
        plan.make(PlanMove.SIGN, cpi, NOW, null);
    }

    private void deliver(int minutes, Actor by) {
        plan.deliver(
                support.id(), LocalDateTime.of(2026, 3, 2, 10, 0), minutes, "curriculum", by, NOW);
    }

    private static List<String> obstacles(Runnable move) {
        try {
            move.run();
        } catch (MoveRefused refused) {
            return refused.obstacles();
        }
        return List.of();
    }

    @Test
    void theWholeBudgetCanBeGiven() {
        active();

        assertThat(obstacles(() -> deliver(36 * 60, cpi))).isEmpty();
    }

    @Test
    void notAMinuteMore() {
        active();

        assertThat(obstacles(() -> deliver(36 * 60 + 1, cpi)))
                .containsExactly("plan.budget-exceeded");
    }

    @Test
    void nothingBeforeThePlanIsSigned() {
        assertThat(obstacles(() -> deliver(60, cpi))).containsExactly("plan.not-active");
    }

    @Test
    void nothingByTheDesk() {
        active();

        assertThat(obstacles(() -> deliver(60, actor(COMUNE_PRATO, Role.DESK))))
                .containsExactly("move.not-yours.team");
    }

    @Test
    void anEmptyPlanIsNotProposed() {
        Plan empty = new Plan(Ids.next(), Ids.next(), 36, "", null, NOW);

        assertThat(obstacles(() -> empty.make(PlanMove.PROPOSE, cpi, NOW, null)))
                .containsExactly("plan.objective-set", "plan.support-set");
    }

    @Test
    void anObjectiveChangedInTheMeantimeIsNotOverwritten() {
        assertThatThrownBy(() -> objective.reword("Altro", "Altro", 7))
                .isInstanceOfSatisfying(
                        StaleVersion.class,
                        stale ->
                                assertThat(stale.current())
                                        .containsEntry("text", "Trovare un lavoro"));
    }
}
