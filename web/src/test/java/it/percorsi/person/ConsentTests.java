package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What passes between the social and the labour side, on what ground, and how it ends. */
class ConsentTests extends RunningApplication {

    private static final String AGREEMENTS = "/administration/agreements";

    private static UUID body(String code) {
        return TRUTH.queryForObject("select id from organisation where code = ?", UUID.class, code);
    }

    private static UUID operator(String username) {
        return TRUTH.queryForObject(
                "select id from operator where username = ?", UUID.class, username);
    }

    private Client.Page agree(String kind) {
        return as("admin")
                .post(
                        AGREEMENTS,
                        AGREEMENTS,
                        Map.of(
                                "from",
                                body("comune-pistoia").toString(),
                                "to",
                                body("cpi-pistoia").toString(),
                                "purpose",
                                "CARE",
                                "basisKind",
                                kind,
                                "reference",
                                "Accordo di prova",
                                "validFrom",
                                "1/1/2020"));
    }

    private void endAgreements() {
        for (UUID agreement :
                TRUTH.queryForList(
                        "select b.id from legal_basis b where b.from_organisation_id = ? and b.purpose = 'CARE' and b.valid_until is null",
                        UUID.class,
                        body("comune-pistoia"))) {
            assertThat(
                            as("admin")
                                    .post(
                                            AGREEMENTS,
                                            AGREEMENTS + "/" + agreement + "/end",
                                            Map.of())
                                    .body())
                    .contains("Chiuso da oggi");
        }
    }

    @AfterEach
    void asItWas() {
        agree("PUBLIC_TASK");
    }

    private Client.Page takeInCare(String page) {
        return as("sociale.pistoia")
                .post(
                        page + "/care",
                        page + "/care",
                        Map.of(
                                "manager",
                                operator("sociale.pistoia").toString(),
                                "members",
                                operator("cpi.pistoia").toString(),
                                "decision",
                                "Serve un lavoro comune"));
    }

    @Test
    void withoutALegalBasisTheTeamIsRefusedAndAWithdrawnConsentClosesAtOnce() {
        Client social = as("sociale.pistoia");
        UUID somebody = open(social, "Consenziente", Map.of("phone", "333 222 5501"));
        String page =
                "/cases/"
                        + TRUTH.queryForObject(
                                "select id from case_file where person_id = ?",
                                UUID.class,
                                somebody);
        endAgreements();

        Client.Page refused = takeInCare(page);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("manca una base giuridica")
                .contains("lo registra l&#39;amministrazione");
        assertThat(agree("CONSENT").body()).contains("Accordo di prova");
        assertThat(takeInCare(page).status()).isEqualTo(409);

        String privacy = "/people/" + somebody + "/privacy";
        assertThat(
                        social.post(
                                        privacy,
                                        "/people/" + somebody + "/consents",
                                        Map.of("purpose", "CARE", "until", "1/1/2020"))
                                .body())
                .contains("sarebbe già finito")
                .contains("Da rivedere");
        assertThat(
                        social.post(
                                        privacy,
                                        "/people/" + somebody + "/consents",
                                        Map.of(
                                                "organisation",
                                                body("cpi-pistoia").toString(),
                                                "purpose",
                                                "CARE",
                                                "consentLanguage",
                                                "sq",
                                                "signature",
                                                "PAPER"))
                                .body())
                .contains("Consenso registrato")
                .contains("firmato su carta");
        assertThat(takeInCare(page).status()).isEqualTo(200);
        as("cpi.pistoia")
                .post(
                        "/cases/requests",
                        "/cases/members/"
                                + TRUTH.queryForObject(
                                        "select id from team_member where person_id = ? and status = 'INVITED'",
                                        UUID.class,
                                        somebody)
                                + "/acceptance",
                        Map.of());
        String diary = "/people/" + somebody + "/diary";
        social.post(diary, diary, Map.of("section", "LABOUR", "body", "Cerca come saldatrice"));
        Client labour = as("cpi.pistoia");
        assertThat(labour.get(diary).body()).contains("Cerca come saldatrice");

        String withdrawal =
                "/consents/"
                        + TRUTH.queryForObject(
                                "select id from consent where person_id = ?", UUID.class, somebody)
                        + "/withdrawal";
        assertThat(social.get(withdrawal).body())
                .contains("<strong>parte lavoro</strong>")
                .contains("appuntamenti")
                .contains("non poggia su questo consenso");
        assertThat(labour.get(diary).body()).as("only shown").contains("Cerca come saldatrice");
        assertThat(social.post(withdrawal, withdrawal, Map.of("note", "A voce")).body())
                .contains("Consenso ritirato")
                .contains("A voce");

        assertThat(labour.get(diary).body())
                .contains("Consenziente")
                .doesNotContain("Cerca come saldatrice");
        assertThat(social.get(diary).body()).contains("Cerca come saldatrice");
        assertThat(social.get("/people/" + somebody + "/grants").body())
                .contains("parte lavoro (chiusa: manca la base giuridica)");
        Map<String, String> again = social.seal("/desks", "/logout");
        again.put("formKey", UUID.randomUUID().toString());
        assertThat(social.send(withdrawal, again).body()).contains("già stato ritirato");
    }

    @Test
    void bodiesOfOneSideHaveNothingToAgreeUpon() {
        Client.Page refused =
                as("admin")
                        .post(
                                AGREEMENTS,
                                AGREEMENTS,
                                Map.of(
                                        "from",
                                        body("comune-pistoia").toString(),
                                        "to",
                                        body("comune-prato").toString(),
                                        "purpose",
                                        "CARE",
                                        "basisKind",
                                        "PUBLIC_TASK",
                                        "reference",
                                        "x",
                                        "validFrom",
                                        "1/1/2020"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("dalla stessa parte");
        assertThat(as("admin").post(AGREEMENTS, AGREEMENTS, Map.of("purpose", "X")).status())
                .isEqualTo(422);
    }
}
