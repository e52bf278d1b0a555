package it.percorsi.plan;

import static it.percorsi.access.Cast.COMUNE_PRATO;
import static it.percorsi.access.Cast.CPI_PRATO;
import static it.percorsi.access.Cast.NOW;
import static it.percorsi.access.Cast.actor;
import static it.percorsi.pathway.InTheWay.obstacles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import org.junit.jupiter.api.Test;

class WritingAPlanTests {

    private final Actor social = actor(COMUNE_PRATO, Role.SOCIAL_WORKER);
    private final Plan plan = new Plan(Ids.next(), Ids.next(), Ids.next(), "Vorrei", null, NOW);
    private final Objective objective =
            plan.aim("WORK", "Trovare un lavoro", "Contratto", Levels.NONE);
    private final Support support =
            plan.support(
                    objective, new Support.Terms("ORIENTATION", 36, CPI_PRATO, "FAMI_2014_2020"));

    private void explain() {
        plan.propose(Rome.day(NOW), "sq", null, social, NOW);
    }

    @Test
    void nobodySignsWhatWasNotExplained() {
        assertThat(obstacles(() -> plan.sign(social, NOW))).containsExactly("move.wrong-status");
    }

    @Test
    void eachSignatureIsTheNextEdition() {
        explain();
        assertThat(plan.sign(social, NOW)).isOne();
        plan.revise(social, NOW);
        explain();
        assertThat(plan.sign(social, NOW)).isEqualTo(2);
    }

    @Test
    void hoursAreGivenWhileTheNextEditionIsWritten() {
        assertThat(plan.inForce()).isFalse();
        explain();
        assertThat(plan.inForce()).isFalse();
        plan.sign(social, NOW);
        assertThat(plan.inForce()).isTrue();
        plan.revise(social, NOW);
        assertThat(plan.inForce()).isTrue();
        explain();
        assertThat(plan.inForce()).isTrue();
        plan.make(PlanMove.INTERRUPT, social, NOW, "Si è trasferita");
        assertThat(plan.inForce()).isFalse();
    }

    @Test
    void aPlanIsChangedOnlyWhileItIsWritten() {
        assertThat(plan.amendableBy(social)).isTrue();
        explain();
        assertThat(plan.amendableBy(social)).isFalse();
        plan.sign(social, NOW);
        assertThat(plan.amendableBy(social)).isFalse();
        plan.revise(social, NOW);
        assertThat(plan.amendableBy(social)).isTrue();
        assertThat(plan.amendableBy(actor(COMUNE_PRATO, Role.DESK))).isFalse();
    }

    @Test
    void aPlanWhoseOnlyObjectiveWasTakenOutIsEmpty() {
        plan.leaveOut(objective);

        assertThat(support.current()).isFalse();
        assertThat(obstacles(this::explain))
                .containsExactly("plan.objective-set", "plan.support-set");
    }

    @Test
    void theSupportOfAnotherObjectiveIsNotFound() {
        Objective other = plan.aim("HOUSING", "Trovare casa", "Un contratto", Levels.NONE);

        assertThatThrownBy(() -> plan.support(other, support.id())).isInstanceOf(NotVisible.class);
        assertThat(plan.support(objective, support.id())).isSameAs(support);
    }

    @Test
    void doesNotEndWhileAnHourIsBooked() {
        explain();
        plan.sign(social, NOW);
        plan.expects(true);

        assertThat(obstacles(() -> plan.make(PlanMove.CONCLUDE, social, NOW, null)))
                .containsExactly("plan.hours-settled");
        assertThat(obstacles(() -> plan.make(PlanMove.INTERRUPT, social, NOW, " ")))
                .containsExactly("plan.hours-settled", "move.reason-missing");
        plan.expects(false);
        plan.make(PlanMove.CONCLUDE, social, NOW, null);
    }

    @Test
    void anotherMoveOnWhatIsOverIsRefused() {
        explain();
        plan.sign(social, NOW);
        plan.make(PlanMove.CONCLUDE, social, NOW, null);

        assertThat(obstacles(() -> plan.revise(social, NOW))).containsExactly("move.wrong-status");
    }
}
