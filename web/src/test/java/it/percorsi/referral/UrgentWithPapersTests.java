package it.percorsi.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A referral that cannot wait, and the papers that go with it. */
class UrgentWithPapersTests extends PanelCase {

    private static final byte[] PDF = "%PDF-1.7\nuno sfratto\n%%EOF\n".getBytes(UTF_8);

    private static String paper(Client by, UUID person, String section, String about) {
        String page = "/people/" + person + "/attachments";
        by.upload(page + "/new", page, Map.of("section", section, "paper", about), "a.pdf", PDF);
        return TRUTH.queryForObject(
                "select id::text from attachment where about = ?", String.class, about);
    }

    private static Client.Page sends(
            Client social, UUID person, UUID panel, Map<String, String> more) {
        Map<String, String> typed =
                new HashMap<>(
                        Map.of(
                                "panel", panel.toString(),
                                "needs", "WORK",
                                "reason", "Cerca lavoro da un anno.",
                                "legalBasis", "PUBLIC_TASK"));
        typed.putAll(more);
        return social.post(
                "/people/" + person + "/referrals/new", "/people/" + person + "/referrals", typed);
    }

    @Test
    void thePanelReadsThePapersThatWereChosenAsLongAsTheReferralIsBeforeIt() {
        Client social = as("sociale.pistoia");
        UUID panel = panel("Unità delle carte", false);
        UUID person = open(social, "Sfrattata", Map.of("phone", "333 000 9501"));
        String chosen = paper(social, person, "STATUS", "Sfratto esecutivo");
        String kept = paper(social, person, "STATUS", "Lettera privata");

        assertThat(social.get("/people/" + person + "/referrals/new").body())
                .contains("Documenti da mandare", "Sfratto esecutivo");
        Client.Page sent = sends(social, person, panel, Map.of("papers", chosen));
        Client secretary = as(SECRETARY);

        assertThat(secretary.get(sent.path()).body())
                .contains("Sfratto esecutivo")
                .doesNotContain("Lettera privata");
        assertThat(secretary.download("/attachments/" + chosen).body()).isEqualTo(PDF);
        assertThat(secretary.download("/attachments/" + kept).statusCode()).isEqualTo(404);
        assertThat(as("commissione.prato").download("/attachments/" + chosen).statusCode())
                .isEqualTo(404);
        UUID sitting = sitting(panel);
        UUID referral = UUID.fromString(sent.path().substring("/referrals/".length()));
        TRUTH.update(
                "update referral set status = 'SCHEDULED', sitting_id = ? where id = ?",
                sitting,
                referral);
        assertThat(as(MEMBER).get("/sittings/" + sitting).body()).contains("Sfratto esecutivo");
        TRUTH.update(
                """
                insert into recusal select ?, panel_id, id, now(), operator_id from panel_member
                where panel_id = ? and name = 'Ivo Membri'\
                """,
                referral,
                panel);
        assertThat(as(MEMBER).download("/attachments/" + chosen).statusCode()).isEqualTo(404);

        social.post(sent.path(), sent.path() + "/withdrawal", Map.of("note", "Ha trovato casa"));
        assertThat(secretary.download("/attachments/" + chosen).statusCode()).isEqualTo(404);
        assertThat(
                        social.get("/people/" + person + "/referrals/new?follows=" + referral)
                                .body()
                                .replaceAll("\\s+", " "))
                .containsPattern("value=\"" + chosen + "\" checked");
    }

    @Test
    void whatOnlyFewMayReadIsNotSentAndNothingElseIs() {
        Client social = as("sociale.pistoia");
        UUID panel = panel("Unità riservata", false);
        UUID person = open(social, "Riservata", Map.of("phone", "333 000 9502"));
        String reserved = paper(social, person, "RESERVED", "Referto riservato");

        assertThat(social.get("/people/" + person + "/referrals/new").body())
                .doesNotContain("Referto riservato");
        Client.Page refused =
                sends(
                        social,
                        person,
                        panel,
                        Map.of("papers", reserved, "urgentWhy", "Sfratto domani"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("non si può più mandare").contains("Sfratto domani");
        assertThat(count("referral where person_id = ?", person)).isZero();
    }

    @Test
    void anUrgentOneIsReadBeforeThoseThatCameBeforeIt() {
        Client social = as("sociale.pistoia");
        UUID panel = panel("Unità urgente", false);
        UUID calm = open(social, "Calma", Map.of("phone", "333 000 9503"));
        UUID late = open(social, "Ultima", Map.of("phone", "333 000 9504"));
        UUID pressed = open(social, "Premuta", Map.of("phone", "333 000 9505"));
        UUID sitting = sitting(panel);
        TRUTH.update(
                "update sitting set planned_for = now() + interval '3 days' where id = ?", sitting);

        sends(social, calm, panel, Map.of());
        assertThat(sends(social, late, panel, Map.of()).body())
                .contains("Prima di questa ce n’è un’altra.", "Prossima seduta in programma:");
        Client.Page urgent = sends(social, pressed, panel, Map.of("urgentWhy", "Sfratto domani"));

        assertThat(urgent.body())
                .contains("urgente", "Sfratto domani", "È la prima che la commissione legge.");
        TRUTH.update(
                "update referral set status = 'SCHEDULED', sitting_id = ? where panel_id = ?",
                sitting,
                panel);
        open(sitting, panel);
        Client secretary = as(SECRETARY);
        String agenda = secretary.get("/sittings/" + sitting).body();
        assertThat(agenda).containsSubsequence("1. Premuta", "2. Calma", "3. Ultima");
        for (UUID person : new UUID[] {calm, late, pressed}) {
            secretary.post(
                    "/sittings/" + sitting,
                    "/sittings/" + sitting + "/decisions",
                    decision(
                            TRUTH.queryForObject(
                                    "select id from referral where person_id = ?",
                                    UUID.class,
                                    person),
                            "REJECT",
                            "Fuori dai requisiti"));
        }
        secretary.post("/sittings/" + sitting, "/sittings/" + sitting + "/closing", Map.of());
        assertThat(secretary.get("/sittings/" + sitting + "/minutes").body())
                .containsSubsequence("Premuta", "Calma", "Ultima");
    }
}
