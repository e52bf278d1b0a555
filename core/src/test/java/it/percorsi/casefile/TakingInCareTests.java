package it.percorsi.casefile;

import static it.percorsi.access.Cast.COMUNE_PRATO;
import static it.percorsi.access.Cast.CPI_PRATO;
import static it.percorsi.access.Cast.NOW;
import static it.percorsi.access.Cast.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class TakingInCareTests {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final Closing ENDED =
            new Closing(
                    CaseOutcome.WORK_FOUND,
                    true,
                    "Ha trovato lavoro",
                    false,
                    "Obiettivi raggiunti",
                    MAY);

    private final Actor desk = actor(COMUNE_PRATO, Role.DESK);
    private final Actor social = actor(COMUNE_PRATO, Role.SOCIAL_WORKER);
    private final Actor cpi = actor(CPI_PRATO, Role.CPI_OPERATOR);
    private final CaseFile file = new CaseFile(Ids.next(), desk, NOW);

    private static TeamMember.Seat seat(Actor who) {
        return new TeamMember.Seat(
                who.operatorId(),
                who.organisationId(),
                who.role().name(),
                Set.of(Section.IDENTITY),
                "");
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
                "move.not-yours.lead",
                "casefile.team-complete");
    }

    @Test
    void onlyTheCaseManagerSuspends() {
        inCare();

        refused(() -> file.suspend(MAY, cpi, NOW, "all'estero"), "move.not-yours.case-manager");
        file.suspend(MAY, social, NOW, "all'estero");

        assertThat(file.status()).isEqualTo(CaseFileStatus.SUSPENDED);
    }

    @Test
    void inCareItIsClosedByItsManagerAlone() {
        Actor colleague = actor(COMUNE_PRATO, Role.SOCIAL_WORKER);
        inCare();

        refused(() -> file.close(ENDED, LooseEnds.NONE, colleague, NOW), "move.not-yours.closer");
    }

    @Test
    void nobodysCaseIsClosedByWhoOpensThem() {
        file.close(ENDED, LooseEnds.NONE, actor(COMUNE_PRATO, Role.DESK), NOW);

        assertThat(file.status()).isEqualTo(CaseFileStatus.CLOSED);
    }

    @Test
    void doesNotCloseWhileSomethingIsGoingOn() {
        inCare();

        refused(
                () -> file.close(ENDED, new LooseEnds(1, 1, 1, 1, 1), social, NOW),
                "casefile.no-future-appointment",
                "casefile.plan-ended",
                "casefile.tasks-settled",
                "casefile.transfer-answered",
                "casefile.sent-answered");
        file.close(ENDED, LooseEnds.NONE, social, NOW);

        assertThat(file.status()).isEqualTo(CaseFileStatus.CLOSED);
    }

    @Test
    void doesNotCloseWithoutTheLastReviewOrTheReasonWhyNot() {
        inCare();
        Closing silent = new Closing(CaseOutcome.GAVE_UP, false, "Non viene più", true, " ", null);

        refused(() -> file.close(silent, LooseEnds.NONE, social, NOW), "casefile.review-told");
    }

    @Test
    void restsUntilADayThatIsToCome() {
        inCare();

        refused(
                () -> file.suspend(LocalDate.of(2026, 3, 2), social, NOW, "all'estero"),
                "casefile.until-ahead");
    }

    @Test
    void beginsAgainAtTheFirstLevelWithNobodyInCharge() {
        inCare();
        refused(() -> file.reopen(social, NOW, "è tornata"), "move.wrong-status");
        file.close(ENDED, LooseEnds.NONE, social, NOW);

        refused(() -> file.reopen(cpi, NOW, "è tornata"), "move.not-yours.opener");
        file.reopen(desk, NOW, "è tornata");

        assertThat(file.status()).isEqualTo(CaseFileStatus.FIRST_LEVEL);
        assertThat(file.caseManagerId()).isNull();
        assertThat(file.teamKind()).isNull();
    }

    @Test
    void aPlaceOfAnotherBodyIsAnsweredByWhoIsInvited() {
        TeamMember place = new TeamMember(file, seat(cpi), social, NOW);

        refused(
                () -> place.make(MemberMove.ACCEPT, file, 0, null, social, NOW),
                "move.not-yours.invited-one");
        refused(() -> place.make(MemberMove.REFUSE, null, 0, " ", cpi, NOW), "move.reason-missing");
        place.make(MemberMove.ACCEPT, null, 0, null, cpi, NOW);

        assertThat(place.joined()).isTrue();
        assertThat(new TeamMember(file, seat(social), social, NOW).joined()).isTrue();
    }

    @Test
    void nobodyLeavesWithTasksLeftNorTheManagerBeforeAnother() {
        inCare();
        TeamMember manager = new TeamMember(file, seat(social), social, NOW);

        refused(
                () -> manager.make(MemberMove.LEAVE, file, 2, "cambio ufficio", social, NOW),
                "team.manager-first",
                "team.tasks-first");
    }
}
