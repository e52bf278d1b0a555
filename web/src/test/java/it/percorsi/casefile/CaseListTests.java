package it.percorsi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The open cases, whittled down and in the order one asks for. */
class CaseListTests extends TeamCase {

    private Client worker;

    @BeforeEach
    void another() {
        worker = as("sociale2.prato");
    }

    private UUID theirs(String familyName, String phone) {
        UUID theCase = aCase(familyName, phone);
        post(
                worker,
                theCase,
                "/care",
                Map.of(
                        "manager",
                        operator("sociale2.prato").toString(),
                        "decision",
                        "Serve un lavoro comune"));
        return theCase;
    }

    private static String list(Client who, String query) {
        return who.get("/cases?" + query).body();
    }

    @Test
    void whatHasALateStepIsAskedForAndComesFirstByDay() {
        UUID late = theirs("Ritardi", "333 000 9471");
        theirs("Orario", "333 000 9472");
        String tasks = "/people/" + personOf(late) + "/tasks";
        worker.post(tasks, tasks, Map.of("tasks", "io: telefonare entro domani"));
        assertThat(list(worker, "whose=MINE&waits=LATE")).doesNotContain("Ritardi Prova");
        TRUTH.update(
                "update task set due_on = current_date - 900 where person_id = ? and what = 'telefonare'",
                personOf(late));

        assertThat(list(worker, "whose=MINE&waits=LATE"))
                .contains("Ritardi Prova")
                .doesNotContain("Orario Prova");
        assertThat(list(worker, "whose=MINE&order=DUE"))
                .contains("prima quelli con la scadenza più vicina", "in ritardo")
                .containsSubsequence("Ritardi Prova", "Orario Prova");
        assertThat(list(worker, "whose=MINE&order=NAME"))
                .containsSubsequence("Orario Prova", "Ritardi Prova");
    }

    @Test
    void whereOneIsInTheTeamIsNotWhatOnesBodyLeads() {
        UUID theCase = theirs("Insieme", "333 000 9473");
        post(
                worker,
                theCase,
                "/invitation",
                Map.of("operator", operator("cpi.prato").toString(), "opened", "LABOUR"));
        assertThat(list(cpi, "whose=TEAM")).doesNotContain("Insieme Prova");
        answer(cpi, "members/" + place(theCase, "cpi.prato") + "/acceptance", Map.of());

        assertThat(list(cpi, "whose=TEAM")).contains("Insieme Prova");
        assertThat(list(cpi, "whose=BODY")).doesNotContain("Insieme Prova");
        assertThat(list(cpi, "whose=MINE")).doesNotContain("Insieme Prova");
        assertThat(list(worker, "whose=MINE&status=IN_CARE")).contains("Insieme Prova");
        assertThat(list(worker, "whose=MINE&status=FIRST_LEVEL")).doesNotContain("Insieme Prova");
    }

    @Test
    void whatAColleagueWroteSinceOneLookedIsMarkedUntilOneLooksAgain() {
        UUID theCase = theirs("Novella", "333 000 9474");
        String diary = "/people/" + personOf(theCase) + "/diary";
        String marked = "Novella Prova</a> <span class=\"badge\">cambiato</span>";
        worker.get(diary);
        assertThat(list(worker, "whose=MINE")).contains("Novella Prova").doesNotContain(marked);

        social.post(diary, diary, Map.of("section", "SOCIAL", "body", "Ha trovato casa"));

        assertThat(list(worker, "whose=MINE")).contains(marked);
        assertThat(list(worker, "whose=MINE&order=CHANGED")).contains("Ultima modifica", marked);
        worker.get(diary);
        assertThat(list(worker, "whose=MINE")).contains("Novella Prova").doesNotContain(marked);
    }

    @Test
    void whoHasNobodyThatAnswersForThemIsSaidToThoseWhoFollowCases() {
        UUID theCase = theirs("Orfana", "333 000 9475");
        assertThat(list(worker, "waits=NO_MANAGER")).doesNotContain("Orfana Prova");
        UUID gone = operator("sociale.pistoia");
        TRUTH.update("update case_file set case_manager_id = ? where id = ?", gone, theCase);

        assertThat(list(worker, "waits=NO_MANAGER")).contains("Orfana Prova");
        assertThat(list(as("sportello.prato"), "waits=NO_MANAGER")).doesNotContain("Orfana Prova");
    }

    @Test
    void theProgrammeIsThatOfAnEnrolmentThatStands() {
        UUID theCase = theirs("Iscritta", "333 000 9476");
        assertThat(list(worker, "whose=MINE&programme=TEAMS")).doesNotContain("Iscritta Prova");
        TRUTH.update(
                """
                insert into enrolment (id, person_id, programme_id, organisation_id, status, enrolled_on, citizenship,
                    snapshot, version)
                select gen_random_uuid(), ?, g.id, ?, 'ACTIVE', current_date, 'PK', '{}', 0
                from programme g where g.code = 'TEAMS'\
                """,
                personOf(theCase),
                body("comune-prato"));

        assertThat(list(worker, "whose=MINE&programme=TEAMS")).contains("Iscritta Prova");
        TRUTH.update(
                "update enrolment set status = 'DROPPED' where person_id = ?", personOf(theCase));
        assertThat(list(worker, "whose=MINE&programme=TEAMS")).doesNotContain("Iscritta Prova");
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        Client.Page page = worker.get("/cases?status=CLOSED&order=SIZE");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Da rivedere", "In ordine");
    }
}
