package it.percorsi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.RunningApplication;
import it.percorsi.seed.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The five historical programmes and the one of today, as their documents say. */
class SixProgrammesTests extends RunningApplication {

    @Autowired private Seeds seeds;

    private String page(String code) {
        return as("coordinamento").get("/programmes/" + code).body();
    }

    private static List<String> rules(String code, boolean verified) {
        return TRUTH.queryForList(
                "select rule from eligibility_rule r join programme p on p.id = r.programme_id where p.code = ? and r.verified = ? order by r.ordinal",
                String.class,
                code,
                verified);
    }

    @ParameterizedTest
    @CsvSource({
        "NET-MET, 'NEED,PANEL_DECISION',                       ''",
        "PISOLA,  'RESIDENCE,IN_CARE,PERMIT',                  ''",
        "MELT,    'FOREIGN_NATIONAL,NEED,PANEL_DECISION',      'THIRD_COUNTRY_NATIONAL,PERMIT'",
        "MELT2,   '',                                          ''",
        "TEAMS,   'THIRD_COUNTRY_NATIONAL,AGE,PERMIT,NEED',    ''",
        "SIIL,    '',                                          'IN_CARE,PANEL_DECISION,NEED,WORK_RIGHT'"
    })
    void theirRulesAreThoseOfTheDocuments(String code, String verified, String unverified) {
        assertThat(String.join(",", rules(code, true))).isEqualTo(verified);
        assertThat(String.join(",", rules(code, false))).isEqualTo(unverified);
    }

    @Test
    void meltHasEightHundredPersonsOfWhomFourHundredAndFortyWomen() {
        assertThat(page("MELT"))
                .contains("su 800")
                .contains("su 440, il 55% dell&#39;obiettivo")
                .contains("800.000,00 euro")
                .contains("FEI 2013, Azione 2");
        assertThat(
                        TRUTH.queryForList(
                                "select b.target from programme_body b join programme p on p.id = b.programme_id where p.code = 'MELT' and b.enrols order by b.ordinal",
                                Integer.class))
                .containsExactly(400, 200, 200);
    }

    @Test
    void whoLeadsIsFirst() {
        assertThat(
                        TRUTH.queryForList(
                                "select o.code from programme p join programme_body b on b.programme_id = p.id and b.ordinal = 1 join organisation o on o.id = b.organisation_id order by p.code",
                                String.class))
                .containsExactly(
                        "regione-toscana",
                        "regione-toscana",
                        "provincia-pistoia",
                        "comune-pistoia",
                        "regione-toscana",
                        "regione-toscana");
    }

    @Test
    void whatTheDocumentsDoNotSayStaysEmptyAndIsSaid() {
        assertThat(page("NET-MET"))
                .contains("<dd><span>non indicata</span>")
                .contains("manca: il documento nomina");
        assertThat(page("PISOLA")).contains("non indicato").contains("un martedì nel 2015");
        assertThat(page("MELT2")).contains("azione di sistema").doesNotContain("Persone: ");
        assertThat(page("SIIL")).contains("dal 01/01/2023").contains("senza una fine");
    }

    @Test
    void theRulesAreReadInWords() {
        String teams = as("coordinamento").get("/rules/TEAMS").body();
        assertThat(teams)
                .contains("Ha compiuto 16 anni.")
                .contains("Non ha ancora compiuto 66 anni.")
                .contains("L&#39;età è quella del giorno dell&#39;iscrizione.")
                .contains("Sugli estremi si avvisa soltanto")
                .contains("dal 02/10/2018");
        assertThat(as("sportello.prato").get("/rules/PISOLA").body())
                .contains("È residente a Pistoia.");
        assertThat(as("admin").get("/rules/SIIL").body()).contains("no, avvisa soltanto");
        assertThat(as("admin").get("/rules/MELT2").body())
                .contains("non ha requisiti per le persone");
        assertThat(as("admin").get("/rules").body()).contains("NET-MET", "SIIL");
        assertThat(as("dpo").get("/rules").status()).isEqualTo(404);
        assertThat(as("admin").get("/rules/NIENTE").status()).isEqualTo(404);
    }

    @Test
    void loadingAgainChangesNothing() {
        TRUTH.update("update programme set zone = 'corretta qui' where code = 'PISOLA'");
        int bodies = count("programme_body");
        int rules = count("eligibility_rule");
        for (String name : List.of("net-met", "melt", "pisola", "melt2", "teams", "siil")) {
            seeds.programme(name);
        }

        assertThat(count("programme")).isEqualTo(6);
        assertThat(count("programme_body")).isEqualTo(bodies);
        assertThat(count("eligibility_rule")).isEqualTo(rules);
        assertThat(page("PISOLA")).contains("corretta qui");
    }
}
