package it.percorsi.procedure;

import static it.percorsi.access.Cast.COMUNE_PRATO;
import static it.percorsi.access.Cast.CPI_PRATO;
import static it.percorsi.access.Cast.NOW;
import static it.percorsi.access.Cast.actor;
import static it.percorsi.procedure.ProcedureMove.ASK_INTEGRATION;
import static it.percorsi.procedure.ProcedureMove.GRANT;
import static it.percorsi.procedure.ProcedureMove.INTEGRATE;
import static it.percorsi.procedure.ProcedureMove.REFUSE;
import static it.percorsi.procedure.ProcedureMove.REOPEN;
import static it.percorsi.procedure.ProcedureMove.SUBMIT;
import static it.percorsi.procedure.ProcedureMove.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.pathway.StaleVersion;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowingAProcedureTests {

    private static final LocalDate TODAY = Rome.day(NOW);
    private static final ProcedureKinds.Kind REUNION = kind("family-reunification", 150);
    private static final ProcedureKinds.Kind HOUSING = kind("housing-application", null);

    private final Actor desk = actor(COMUNE_PRATO, Role.DESK);

    private static ProcedureKinds.Kind kind(String code, @Nullable Integer days) {
        return new ProcedureKinds.Kind(
                code, "Pratica", "Prefettura", days, false, null, null, "prova", false);
    }

    private Procedure begun(ProcedureKinds.Kind kind) {
        return new Procedure(Ids.next(), kind, "", "", null, TODAY.plusDays(9), desk, NOW);
    }

    private static Particulars told(
            @Nullable LocalDate on,
            @Nullable LocalDate next,
            @Nullable LocalDate until,
            @Nullable String note) {
        return new Particulars(on, "Prefettura", "A1", next, until, note);
    }

    private Procedure submitted(LocalDate on) {
        Procedure procedure = begun(REUNION);
        procedure.make(SUBMIT, told(on, null, null, null), REUNION, desk, NOW);
        return procedure;
    }

    private void refused(
            Procedure procedure,
            ProcedureKinds.Kind kind,
            ProcedureMove move,
            Particulars told,
            Actor by,
            String... obstacles) {
        assertThatThrownBy(() -> procedure.make(move, told, kind, by, NOW))
                .isInstanceOfSatisfying(
                        MoveRefused.class,
                        r -> assertThat(r.obstacles()).containsExactly(obstacles));
    }

    @Test
    void theOfficeIsLookedAtAgainWhenTheLawWantsAnAnswer() {
        Procedure procedure = submitted(TODAY.minusDays(10));

        assertThat(procedure.nextOn()).isEqualTo(TODAY.plusDays(140));
        assertThat(procedure.movesOpenTo(desk))
                .containsExactly(ASK_INTEGRATION, GRANT, REFUSE, WITHDRAW);
    }

    @Test
    void whereTheLawSaysNothingSomebodySaysWhen() {
        refused(
                begun(HOUSING),
                HOUSING,
                SUBMIT,
                told(TODAY, null, null, null),
                desk,
                "procedure.next-missing");
    }

    @Test
    void whatIsSubmittedSaysWhenAndWhere() {
        refused(
                begun(REUNION),
                REUNION,
                SUBMIT,
                new Particulars(TODAY.plusDays(1), " ", null, TODAY.plusDays(2), null, null),
                desk,
                "procedure.day-not-ahead",
                "procedure.place-missing");
    }

    @Test
    void theAnswerComesAfterTheSubmissionAndItsTermAfterTheAnswer() {
        refused(
                submitted(TODAY.minusDays(3)),
                REUNION,
                GRANT,
                told(TODAY.minusDays(4), null, TODAY.minusDays(4), null),
                desk,
                "procedure.answer-before",
                "procedure.until-before");
    }

    @Test
    void askingMoreAndRefusingAndWithdrawingAndReopeningNeedAReason() {
        Procedure procedure = submitted(TODAY);
        Particulars silent = told(TODAY, TODAY.plusDays(5), null, " ");

        refused(procedure, REUNION, ASK_INTEGRATION, silent, desk, "move.reason-missing");
        refused(procedure, REUNION, REFUSE, silent, desk, "move.reason-missing");
        refused(procedure, REUNION, WITHDRAW, silent, desk, "move.reason-missing");
        procedure.make(GRANT, told(TODAY, null, null, null), REUNION, desk, NOW);
        refused(procedure, REUNION, REOPEN, silent, desk, "move.reason-missing");
    }

    @Test
    void anAnswerEndsItAndReopeningTakesTheAnswerBack() {
        Procedure procedure = submitted(TODAY);
        Particulars why = told(TODAY, TODAY.plusDays(5), null, "manca la firma");
        procedure.make(ASK_INTEGRATION, why, REUNION, desk, NOW);
        assertThat(procedure.movesOpenTo(desk)).containsExactly(INTEGRATE, GRANT, REFUSE, WITHDRAW);
        procedure.make(REFUSE, told(TODAY, null, TODAY.plusDays(60), "x"), REUNION, desk, NOW);
        assertThat(procedure.nextOn()).isNull();
        assertThat(procedure.movesOpenTo(desk)).containsExactly(REOPEN);

        procedure.make(REOPEN, why, REUNION, desk, NOW);

        assertThat(procedure.nextOn()).isEqualTo(TODAY.plusDays(5));
        assertThat(procedure.movesOpenTo(desk)).contains(GRANT);
    }

    @Test
    void anEmploymentCentreReadsOnly() {
        Actor cpi = actor(CPI_PRATO, Role.CPI_OPERATOR);
        Procedure procedure = begun(REUNION);

        assertThat(procedure.movesOpenTo(cpi)).isEmpty();
        refused(
                procedure,
                REUNION,
                WITHDRAW,
                told(null, null, null, "x"),
                cpi,
                "move.not-yours.followers");
        assertThatThrownBy(() -> procedure.follow(CPI_PRATO, null, TODAY, "", 0, cpi))
                .isInstanceOf(MoveRefused.class);
    }

    @Test
    void nobodyOverwritesAColleague() {
        assertThatThrownBy(() -> begun(REUNION).follow(COMUNE_PRATO, null, TODAY, "", 1, desk))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void whatIsClosedIsFollowedByNobody() {
        Procedure procedure = begun(REUNION);
        procedure.make(WITHDRAW, told(null, null, null, "rinuncia"), REUNION, desk, NOW);

        assertThatThrownBy(() -> procedure.follow(COMUNE_PRATO, null, TODAY, "", 0, desk))
                .isInstanceOf(MoveRefused.class);
    }
}
