package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sitting that is closed gives to do what it decided; the act that does it finishes it. */
class TasksOfASittingTests extends PanelCase {

    private UUID sitting;

    private Client decided(UUID panel, UUID referral, Map<String, String> decision) {
        open(sitting, panel);
        Client secretary = as(SECRETARY);
        secretary.post("/sittings/" + sitting, "/sittings/" + sitting + "/decisions", decision);
        assertThat(
                        secretary
                                .post(
                                        "/sittings/" + sitting,
                                        "/sittings/" + sitting + "/closing",
                                        Map.of())
                                .status())
                .isEqualTo(200);
        assertThat(count("sitting where id = ? and status = 'CLOSED'", sitting)).isOne();
        return secretary;
    }

    private int tasks(UUID referral, String ask, String status) {
        return count(
                "task t join operator o on o.id = t.owner_id where t.subject_id = ? and t.ask = ? and t.status = ? and o.username = 'sociale.pistoia' and t.due_on = (now() at time zone 'Europe/Rome')::date + 30",
                referral,
                ask,
                status);
    }

    @Test
    void whatIsAcceptedIsToBeTakenInCareAndTakingItFinishesTheTask() {
        UUID panel = panel("Unità dei compiti accolti", false);
        sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Compitaccolti", "333 000 4301");
        Map<String, String> accepted = new HashMap<>(decision(referral, "ACCEPT", "Serve."));
        accepted.put("conditions", "Frequentare il corso serale");
        Client secretary = decided(panel, referral, accepted);

        assertThat(tasks(referral, "CARE", "OPEN")).isOne();
        assertThat(tasks(referral, "CONDITIONS", "OPEN")).isOne();
        assertThat(secretary.get("/sittings/" + sitting + "/minutes").body())
                .contains("Compiti che ne sono usciti")
                .contains("Frequentare il corso serale");
        assertThat(as("sociale.pistoia").get("/tasks").body())
                .contains("Prendere in carico: la commissione ha accolto")
                .contains("in commissione");
        assertThat(as("sociale.prato").get("/tasks").body()).doesNotContain("Compitaccolti");

        UUID file =
                TRUTH.queryForObject(
                        "select c.id from case_file c join referral r on r.person_id = c.person_id where r.id = ?",
                        UUID.class,
                        referral);
        as("sociale.pistoia")
                .post(
                        "/cases/" + file,
                        "/cases/" + file + "/care",
                        Map.of(
                                "manager",
                                TRUTH.queryForObject(
                                        "select id::text from operator where username = 'sociale.pistoia'",
                                        String.class)));

        assertThat(count("case_file where id = ? and status = 'IN_CARE'", file)).isOne();
        assertThat(tasks(referral, "CARE", "DONE")).isOne();
        assertThat(tasks(referral, "CONDITIONS", "OPEN")).isOne();
        assertThat(
                        count(
                                "trail l join task t on t.id = l.subject_id where t.subject_id = ? and l.action = 'FINISH'",
                                referral))
                .isOne();
    }

    @Test
    void whatIsPutOffComesBackByWhoeverSentItAndGivesATaskOnce() {
        UUID panel = panel("Unità dei compiti rinviati", false);
        sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Compitrinviati", "333 000 4302");
        Client secretary =
                decided(panel, referral, decision(referral, "DEFER", "Manca il permesso."));

        assertThat(tasks(referral, "RETURN", "OPEN")).isOne();
        assertThat(as("sociale.pistoia").get("/tasks").body())
                .contains("Portare alla commissione quello che manca: Manca il permesso.");
        assertThatThrownBy(() ->
                        TRUTH.update(
                                """
                                insert into task (id, person_id, organisation_id, what, section, due_on, status, origin,
                                    origin_id, subject_id, ask, asked_by_id, asked_for_id, asked_at, version)
                                select gen_random_uuid(), person_id, organisation_id, what, section, due_on, status, origin,
                                    origin_id, subject_id, ask, asked_by_id, asked_for_id, asked_at, 0
                                from task where subject_id = ?\
                                """,
                                referral))
                .hasStackTraceContaining("asked_once_by_a_decision");

        UUID next = sitting(panel);
        secretary.post(
                "/referrals/" + referral,
                "/referrals/" + referral + "/scheduling",
                Map.of("sitting", next.toString()));

        assertThat(count("referral where id = ? and status = 'SCHEDULED'", referral)).isOne();
        assertThat(tasks(referral, "RETURN", "DONE")).isOne();
    }

    @Test
    void aRefusalAsksNothingOfAnybody() {
        UUID panel = panel("Unità dei compiti negati", false);
        sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Compitnegati", "333 000 4303");
        decided(panel, referral, decision(referral, "REJECT", "Non è di qui."));

        assertThat(count("task where subject_id = ?", referral)).isZero();
    }
}
