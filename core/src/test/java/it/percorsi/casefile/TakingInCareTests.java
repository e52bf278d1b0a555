package it.percorsi.casefile;

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
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class TakingInCareTests {

    private final Actor desk = actor(COMUNE_PRATO, Role.DESK);
    private final Actor social = actor(COMUNE_PRATO, Role.SOCIAL_WORKER);
    private final Actor cpi = actor(CPI_PRATO, Role.CPI_OPERATOR);
    private final CaseFile file = new CaseFile(Ids.next(), desk, NOW);

    private static TeamMember.Seat seat(Actor who) {
        return new TeamMember.Seat(who.operatorId(), who.organisationId(), who.role().name());
    }

    private static AbstractThrowableAssert<?, ?> refused(Runnable move, String... obstacles) {
        return assertThatThrownBy(move::run)
                .isInstanceOfSatisfying(
                        MoveRefused.class,
                        r -> assertThat(r.obstacles()).containsExactly(obstacles));
    }

    private void inCare() {
        file.takeInCare(
                List.of(seat(social), seat(cpi)), social.operatorId(), "accolta", social, NOW);
    }

    @Test
    void withSomebodyOfAnotherBodyTheTeamIsBetweenBodies() {
        inCare();

        assertThat(file.status()).isEqualTo(CaseFileStatus.IN_CARE);
        assertThat(file.teamKind()).isEqualTo(TeamKind.BETWEEN_BODIES);
    }

    @Test
    void withColleaguesOnlyTheTeamIsWithinTheBody() {
        file.takeInCare(List.of(seat(social)), social.operatorId(), "accolta", social, NOW);

        assertThat(file.teamKind()).isEqualTo(TeamKind.WITHIN_BODY);
    }

    @Test
    void needsAReasonAndAManagerInTheTeam() {
        refused(
                () -> file.takeInCare(List.of(seat(cpi)), social.operatorId(), " ", social, NOW),
                "casefile.entrance-stated",
                "casefile.team-complete",
                "move.reason-missing");
    }

    @Test
    void isForTheSocialWorkersOfTheLeadingBody() {
        refused(
                () -> file.takeInCare(List.of(seat(cpi)), cpi.operatorId(), "perché", cpi, NOW),
                "move.not-yours.lead");
    }

    @Test
    void onlyTheCaseManagerSuspends() {
        inCare();

        refused(() -> file.suspend(cpi, NOW, "all'estero"), "move.not-yours.case-manager");
        file.suspend(social, NOW, "all'estero fino a maggio");

        assertThat(file.status()).isEqualTo(CaseFileStatus.SUSPENDED);
    }

    @Test
    void doesNotCloseWhileSomethingIsGoingOn() {
        inCare();

        refused(
                () -> file.close(new LooseEnds(1, 1), social, NOW, "ha trovato lavoro"),
                "casefile.no-future-appointment",
                "casefile.plan-ended");
        file.close(LooseEnds.NONE, social, NOW, "ha trovato lavoro");

        assertThat(file.status()).isEqualTo(CaseFileStatus.CLOSED);
    }
}
