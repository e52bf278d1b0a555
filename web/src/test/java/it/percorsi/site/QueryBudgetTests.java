package it.percorsi.site;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
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
        "sportello.prato, /desk, 20",
        "sociale.prato, /cases, 16",
        "sociale.prato, /referrals, 16",
        "cpi.prato, /agenda, 18",
        "commissione.prato, /sittings, 16",
        "coordinamento, /programmes/TEAMS, 20",
        "coordinamento, /programmes/TEAMS/beneficiaries, 24"
    })
    void aPageKeepsToItsBudget(String who, String path, int budget) {
        assertThat(cost(as(who), path)).isLessThanOrEqualTo(budget);
    }

    @Test
    void aLongHistoryCostsAsManyStatementsAsAShortOne() {
        Client social = as("sociale.prato");
        String longest = caseOf("Chen", "Li");
        String shortest =
                "/cases/"
                        + TRUTH.queryForObject(
                                "select c.id from case_file c join access_grant g on g.person_id = c.person_id and g.basis = 'FILE' join organisation o on o.id = g.organisation_id where c.status = 'FIRST_LEVEL' and o.code = 'comune-prato' limit 1",
                                UUID.class);

        assertThat(cost(social, longest))
                .isLessThanOrEqualTo(cost(social, shortest) + 1)
                .isLessThanOrEqualTo(35);
    }

    private String caseOf(String familyName, String givenName) {
        return "/cases/"
                + TRUTH.queryForObject(
                        "select id from case_file where person_id = ?",
                        UUID.class,
                        person(familyName, givenName));
    }
}
