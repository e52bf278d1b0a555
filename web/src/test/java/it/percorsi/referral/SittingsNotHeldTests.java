package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import it.percorsi.pathway.Ids;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a case, and of a sitting, when it is not decided there. */
class SittingsNotHeldTests extends PanelCase {

    private static String page(UUID sitting) {
        return "/sittings/" + sitting;
    }

    private static void bring(Client secretary, UUID referral, UUID to) {
        secretary.post(
                "/referrals/" + referral,
                "/referrals/" + referral + "/scheduling",
                Map.of("sitting", to.toString()));
    }

    @Test
    void whoLosesTheQuorumIsBroughtToAnotherSittingAndTheFirstCanClose() {
        UUID panel = panel("Unità senza numero", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Senzanumero", "333 000 4401");
        UUID next = sitting(panel);
        open(sitting, panel);
        Client secretary = as(SECRETARY);
        for (String apart : new String[] {"Ivo Membri", "Pia Esterni"}) {
            secretary.post(
                    page(sitting),
                    page(sitting) + "/recusals",
                    Map.of(
                            "referral",
                            referral.toString(),
                            "member",
                            member(panel, apart).toString()));
        }
        assertThat(secretary.get(page(sitting)).body())
                .contains("href=\"/referrals/" + referral + "\">portarlo a un'altra seduta");
        assertThat(secretary.get("/referrals/" + referral).body())
                .contains("Porta a un'altra seduta")
                .contains(next.toString())
                .doesNotContain("value=\"" + sitting);

        bring(secretary, referral, next);

        assertThat(count("referral where id = ? and sitting_id = ?", referral, next)).isOne();
        secretary.post(page(sitting), page(sitting) + "/closing", Map.of());
        assertThat(count("sitting where id = ? and status = 'CLOSED'", sitting)).isOne();
    }

    @Test
    void aPlannedSittingIsMovedAndCalledOffOnceItsCasesAreElsewhere() {
        UUID panel = panel("Unità della neve", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Nevosa", "333 000 4402");
        UUID next = sitting(panel);
        Client secretary = as(SECRETARY);
        Client.Page mistaken =
                secretary.post(
                        page(sitting),
                        page(sitting) + "/moving",
                        Map.of("panel", panel + "", "day", "31/2/2090", "place", "Auditorium"));
        assertThat(mistaken.status()).isEqualTo(422);
        assertThat(mistaken.body()).contains("value=\"31/2/2090\"").contains("Auditorium");
        assertThat(
                        secretary
                                .post(
                                        page(sitting),
                                        page(sitting) + "/moving",
                                        Map.of(
                                                "panel",
                                                panel + "",
                                                "day",
                                                "1/3/2090",
                                                "time",
                                                "10.30",
                                                "place",
                                                "Auditorium"))
                                .body())
                .contains("1 marzo 2090")
                .contains("Auditorium")
                .doesNotContain("<summary>Annulla la seduta");

        Client.Page early =
                secretary.post(page(sitting), page(sitting) + "/calling-off", Map.of("note", " "));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body())
                .contains("vanno prima portati a un'altra seduta".replace("'", "&#39;"))
                .contains("Manca il motivo scritto");

        bring(secretary, referral, next);
        assertThat(
                        secretary
                                .post(
                                        page(sitting),
                                        page(sitting) + "/calling-off",
                                        Map.of("note", "Nevica"))
                                .body())
                .contains("annullata")
                .contains("Annullata: Nevica")
                .doesNotContain("Apri la seduta")
                .doesNotContain("Sposta la seduta");
        assertThat(as("commissione.prato").get(page(sitting)).status()).isEqualTo(404);
    }

    @Test
    void whoSitsOnAnotherPanelReadsNothingOfThisOne() {
        UUID panel = panel("Unità degli altri", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Dialtri", "333 000 4403");
        Client member = as(MEMBER);
        assertThat(member.get("/referrals/" + referral).status()).isEqualTo(200);

        TRUTH.update(
                "update panel_member set valid_until = (now() at time zone 'Europe/Rome')::date where id = ?",
                member(panel, "Ivo Membri"));

        assertThat(member.get("/referrals/" + referral).status()).isEqualTo(404);
        assertThat(member.get("/referrals").body()).doesNotContain("Dialtri");
        assertThat(member.get(page(sitting)).status()).isEqualTo(404);
        assertThat(as(SECRETARY).get(page(sitting)).body()).contains("Dialtri");
    }

    @Test
    void aMemberIsToldWhoClosesAndWhoDecides() {
        UUID panel = panel("Unità del commissario", true);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Commissaria", "333 000 4404");
        open(sitting, panel);
        Client member = as(MEMBER);

        Client.Page closing = member.post(page(sitting), page(sitting) + "/closing", Map.of());
        assertThat(closing.status()).isEqualTo(409);
        assertThat(closing.body()).contains("segreteria della commissione");
        Client.Page deciding =
                member.post(
                        page(sitting),
                        page(sitting) + "/decisions",
                        Map.of(
                                "referral",
                                referral.toString(),
                                "decision",
                                "ACCEPT",
                                "why",
                                "Sì",
                                "vote[" + member(panel, "Ivo Membri") + "]",
                                "FAVOUR"));
        assertThat(deciding.status()).isEqualTo(409);
        assertThat(deciding.body()).contains("segreteria della commissione");
    }

    @Test
    void withTheCasePassesWhatWasSentForIt() {
        UUID panel = panel("Unità dei passaggi", false);
        UUID referral = caseBefore(sitting(panel), "Passata", "333 000 4405");
        UUID file =
                TRUTH.queryForObject(
                        "select c.id from case_file c join referral r on r.person_id = c.person_id where r.id = ?",
                        UUID.class,
                        referral);
        as("sociale.pistoia")
                .post(
                        "/cases/" + file,
                        "/cases/" + file + "/transfer",
                        Map.of("organisation", provider(), "reason", "Vive a Prato"));
        String transfer =
                "/cases/transfers/"
                        + TRUTH.queryForObject(
                                "select id from case_transfer where case_file_id = ?",
                                UUID.class,
                                file);
        Map<String, String> closing =
                Map.of("outcome", "WORK_FOUND", "note", "Lavora", "review", "Va bene");
        assertThat(
                        as("sociale.pistoia")
                                .post(
                                        "/cases/" + file + "/closing",
                                        "/cases/" + file + "/closing",
                                        closing)
                                .body())
                .contains("deve dire se prende il caso");
        assertThatThrownBy(() ->
                        TRUTH.update(
                                "update case_file set status = 'CLOSED', outcome = 'OTHER', exits_assistance = false, review_waived = true, closed_on = current_date where id = ?",
                                file))
                .hasStackTraceContaining("closed_case_is_asked_of_nobody");
        Client prato = as("sociale.prato");
        prato.post("/cases/requests", transfer + "/acceptance", Map.of());

        assertThat(
                        count(
                                "referral where id = ? and organisation_id = ?::uuid",
                                referral,
                                provider()))
                .isOne();
        prato.post(
                "/referrals/" + referral,
                "/referrals/" + referral + "/withdrawal",
                Map.of("note", "A Prato serve altro"));
        assertThat(count("referral where id = ? and status = 'WITHDRAWN'", referral)).isOne();
        assertThat(
                        count(
                                "access_grant where subject_id = ? and basis = 'REFERRAL' and valid_until is null",
                                referral))
                .isZero();
    }

    @Test
    void whatIsOwedByWhoNoLongerSeesGoesBackToWhoAsked() {
        UUID person = inCare("Tornindietro", "333 000 4406");
        UUID task = Ids.next();
        TRUTH.update(
                """
                insert into task (id, person_id, organisation_id, owner_id, what, section, due_on, status, origin, asked_by_id,
                    asked_for_id, asked_at, version)
                select ?, ?, m.organisation_id, o.id, 'Telefonare', 'IDENTITY', '2090-01-01', 'OPEN', 'HAND',
                    a.id, c.organisation_id, now(), 0
                from operator o join membership m on m.operator_id = o.id, operator a, case_file c
                where o.username = 'cpi2.prato' and a.username = 'sociale.prato' and c.person_id = ?\
                """,
                task,
                person,
                person);

        TRUTH.update(
                "update access_grant set valid_until = now() where person_id = ? and basis = 'TEAM'",
                person);

        assertThat(
                        count(
                                "task t join operator o on o.id = t.owner_id where t.id = ? and o.username = 'sociale.prato' and t.organisation_id = ?::uuid",
                                task,
                                provider()))
                .isOne();
        assertThat(count("trail where subject_id = ? and action = 'GO_BACK'", task)).isOne();
    }
}
