package it.percorsi.site;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page asks of the database: a fixed number of statements, whatever the history. */
class QueryBudgetTests extends RunningApplication {

    private int cost(Client client, String path) {
        client.get(path);
        int mark = statements.mark();
        assertThat(client.get(path).status()).isEqualTo(200);
        return statements.since(mark);
    }

    @ParameterizedTest
    @CsvSource({
        "sportello.prato, /info/ur, 12",
        "sportello.prato, /info/ur/booking/pua2-prato-sociale, 18",
        "sportello.prato, /desk/requests, 12",
        "sportello.prato, /desk, 29",
        "sportello.prato, /desk/register, 14",
        "sportello.prato, /desk/display, 12",
        "sportello.prato, /imports, 16",
        "sociale.prato, /cases, 16",
        "sociale.prato, /tasks, 16",
        "sociale.prato, /reminders, 12",
        "coordinamento, /reminders, 10",
        "sociale.prato, /account, 10",
        "sociale.prato, /cases/requests, 16",
        "sociale.prato, /cases/caseload, 16",
        "sociale.prato, /meetings, 14",
        "sociale.prato, /referrals, 16",
        "sportello.prato, /permits, 12",
        "sportello.prato, /procedures, 14",
        "sportello.prato, /procedures?status=GRANTED&late=true&whose=MINE, 14",
        "cpi.prato, /agenda, 18",
        "cpi.prato, /agenda/waiting?service=cpi-prato-orientamento, 22",
        "commissione.prato, /sittings, 16",
        "commissione.prato, /panels, 14",
        "commissione.prato, /referrals/waiting, 16",
        "coordinamento, /programmes/TEAMS/panels, 16",
        "coordinamento, /programmes/TEAMS/terms, 16",
        "cpi.prato, /hours, 12",
        "cpi.prato, /hours/sheets, 12",
        "sociale.prato, /hours/group?instrument=PROCEDURE_HELP, 18",
        "coordinamento, /programmes/TEAMS/hours, 24",
        "coordinamento, /programmes/TEAMS/hours/two-funds, 16",
        "sociale.prato, /emergencies, 16",
        "dpo, /emergencies, 16",
        "admin, /administration/agreements, 16",
        "coordinamento, /programmes/TEAMS, 20",
        "coordinamento, /programmes/TEAMS/beneficiaries, 24"
    })
    void aPageKeepsToItsBudget(String who, String path, int budget) {
        assertThat(cost(as(who), path)).isLessThanOrEqualTo(budget);
    }

    @Test
    void aCaseItsPlanAndASittingKeepToTheirBudgets() {
        UUID hoxha = person("Hoxha", "Arta");
        Client social = as("sociale.prato");

        assertThat(
                        cost(
                                social,
                                "/cases/"
                                        + one(
                                                "select id from case_file where person_id = ?",
                                                hoxha)))
                .isLessThanOrEqualTo(34);
        assertThat(cost(social, "/plans/" + one("select id from plan where person_id = ?", hoxha)))
                .isLessThanOrEqualTo(38);
        for (String status : List.of("PLANNED", "CLOSED")) {
            UUID sitting =
                    one(
                            "select s.id from sitting s join panel p on p.id = s.panel_id join organisation o on o.id = p.organisation_id where s.status = ? and o.code = 'comune-prato' order by s.planned_for limit 1",
                            status);
            assertThat(cost(as("commissione.prato"), "/sittings/" + sitting))
                    .as(status)
                    .isLessThanOrEqualTo(40);
        }
    }

    private static UUID one(String sql, Object... values) {
        return TRUTH.queryForObject(sql, UUID.class, values);
    }

    @Test
    void aLongHistoryCostsAsManyStatementsAsAShortOne() {
        Client social = as("sociale.prato");
        UUID shortest = open(as("sportello.prato"), "Breve", Map.of("phone", "333 000 7101"));
        UUID longest = open(as("sportello.prato"), "Lunga", Map.of("phone", "333 000 7102"));
        TRUTH.update(
                """
                insert into note (id, person_id, section, body, at, operator_id, organisation_id)
                select gen_random_uuid(), ?, 'SOCIAL', 'Fatto numero ' || n, now() - n * interval '1 hour', o.id, b.id
                from operator o, organisation b, generate_series(1, 10000) n
                where o.username = 'sociale.prato' and b.code = 'comune-prato'\
                """,
                longest);

        for (String section :
                List.of(
                        "",
                        "/diary",
                        "/assessments",
                        "/tasks",
                        "/skills",
                        "/team",
                        "/appointments",
                        "/documents",
                        "/data")) {
            assertThat(cost(social, "/people/" + longest + section))
                    .as(section)
                    .isLessThanOrEqualTo(cost(social, "/people/" + shortest + section) + 1)
                    .isLessThanOrEqualTo(35);
        }
    }

    @Test
    void aFullRoomCostsAsManyStatementsAsAnEmptyOne() {
        Client desk = as("sportello.lucca");
        desk.get("/desk");
        int empty = cost(desk, "/desk");
        TRUTH.update(
                """
                with t as (
                    insert into ticket (id, desk_id, organisation_id, day, letter, number, language, status, version)
                    select gen_random_uuid(), d.id, d.organisation_id, ?, 'A', 900 + n, 'it', 'WAITING', 0
                    from desk d, generate_series(1, 60) n where d.code = 'accesso-lucca' returning *)
                insert into ticket_step (id, ticket_id, move, status, at, operator_id, organisation_id)
                select gen_random_uuid(), t.id, 'GIVE', 'WAITING', now(), o.id, t.organisation_id
                from t, operator o where o.username = 'sportello.lucca'\
                """,
                LocalDate.now(Rome.ZONE));

        assertThat(desk.get("/desk").body()).contains("A960");
        assertThat(cost(desk, "/desk")).isEqualTo(empty);
        TRUTH.update(
                "delete from ticket_step where ticket_id in (select id from ticket where number > 900)");
        TRUTH.update("delete from ticket where number > 900");
    }

    @Test
    void whatAPersonMayAskCostsTheSameHoweverLongTheAnswer() {
        String person = "/people/" + person("Hoxha", "Arta");
        Client social = as("sociale.prato");

        assertThat(cost(social, person + "/looks")).isLessThanOrEqualTo(26);
        assertThat(cost(social, person + "/grants")).isLessThanOrEqualTo(24);
        assertThat(cost(social, person + "/privacy")).isLessThanOrEqualTo(24);
    }
}
