package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person may ask: who sees me, who looked, what was I told. */
class WhoLookedTests extends RunningApplication {

    @Test
    void theListSaysWhoForWhomWhatAndWhyAndBeginsWithItself() {
        UUID somebody = open(as("sportello.prato"), "Guardata", Map.of("phone", "333 222 4401"));
        as("sociale.prato").get("/people/" + somebody + "/data");

        String list = as("sportello.prato").get("/people/" + somebody + "/looks").body();

        assertThat(list)
                .contains("Elena Cecchi, servizio sociale")
                .contains("Giulia Mannini, sportello")
                .contains("Comune di Prato")
                .contains("dati della persona")
                .contains("registrazione:")
                .contains("tiene il fascicolo")
                .contains("data-print");
        assertThat(list.indexOf("chi ha guardato")).isLessThan(list.indexOf("Elena Cecchi"));
        assertThat(count("trail where subject = 'looks' and ? = any (person_ids)", somebody))
                .isPositive();
    }

    @Test
    void onlyWhoHoldsTheFileMayReadIt() {
        UUID shared =
                TRUTH.queryForObject(
                        "select person_id from access_grant g join organisation o on o.id = g.organisation_id where g.basis = 'TEAM' and o.code = 'cpi-prato' and g.valid_until is null limit 1",
                        UUID.class);

        assertThat(as("cpi.prato").get("/people/" + shared).status()).isEqualTo(200);
        assertThat(as("cpi.prato").get("/people/" + shared + "/looks").status()).isEqualTo(404);
        assertThat(as("cpi.prato").get("/people/" + shared + "/grants").body())
                .contains("fa parte dell&#39;équipe")
                .contains("Elena Cecchi, Comune di Prato")
                .doesNotContain("Chi ha guardato davvero");
    }

    @Test
    void aLongListIsReadPageByPage() {
        UUID somebody =
                open(as("sportello.prato"), "Guardatissima", Map.of("phone", "333 222 4402"));
        TRUTH.update(
                """
                insert into trail (id, at, operator_id, organisation_id, role, action, subject, person_ids, sections)
                select gen_random_uuid(), now() - n * interval '1 minute', t.operator_id, t.organisation_id, 'DESK',
                    'LOOK', 'visita' || n, t.person_ids, '{IDENTITY}'
                from trail t, generate_series(1, 150) n where t.action = 'REGISTER' and ? = any (t.person_ids)\
                """,
                somebody);
        Client desk = as("sportello.prato");

        String first = desk.get("/people/" + somebody + "/looks").body();
        java.util.regex.Matcher next =
                java.util.regex.Pattern.compile("/looks\\?before=[^\"]+").matcher(first);
        assertThat(next.find()).isTrue();
        String second = desk.get("/people/" + somebody + next.group()).body();

        assertThat(first).contains("visita1<").doesNotContain("visita150<");
        assertThat(second).contains("visita150<").doesNotContain("visita1<");
    }

    @Test
    void aNewNoticeIsPublishedAndHandedOver() {
        UUID somebody = open(as("sportello.prato"), "Informata", Map.of("phone", "333 222 4403"));
        Client admin = as("admin");
        String page = "/administration/notices";
        LocalDate day = LocalDate.now(Rome.ZONE).plusYears(40);
        Map<String, String> form =
                Map.of(
                        "noticeTitle",
                        "Come usiamo i dati",
                        "noticeText",
                        "Testo nuovo",
                        "validFrom",
                        day.format(DateTimeFormatter.ofPattern("d/M/yyyy")));
        assertThat(admin.post(page, page, form).body())
                .contains("Pubblicata")
                .contains(day.getYear() + "-01, Italiano");
        assertThat(admin.post(page, page, form).body()).contains("comincia quel giorno");
        assertThat(
                        admin.post(page, page, Map.of("noticeTitle", "x", "validFrom", "1/1/2020"))
                                .body())
                .contains("giorno già passato");
        String version = day.getYear() + "-01";
        assertThat(
                        admin.post(
                                        page,
                                        page + "/" + version + "/translations",
                                        Map.of(
                                                "language",
                                                "sq",
                                                "noticeTitle",
                                                "Titull",
                                                "noticeText",
                                                "Tekst"))
                                .body())
                .contains(version + ", Albanese");
        assertThat(anonymous().get("/notices?version=" + version + "&language=sq").body())
                .contains("Tekst")
                .contains("Testo nuovo")
                .contains("fa fede il testo italiano");

        Client desk = as("sportello.prato");
        assertThat(desk.get("/people/" + somebody).body())
                .doesNotContain("non è più quella in vigore");
        TRUTH.update(
                "update notice_given set version = ?, language = 'sq' where person_id = ?",
                version,
                somebody);
        assertThat(desk.get("/people/" + somebody).body()).contains("non è più quella in vigore");
        Client.Page delivered =
                desk.post(
                        "/people/" + somebody + "/privacy",
                        "/people/" + somebody + "/notices",
                        Map.of("noticeVersion", "2026-01", "noticeLanguage", "sq"));
        assertThat(delivered.body())
                .contains("Consegna registrata")
                .contains("versione 2026-01 in albanese")
                .doesNotContain("va consegnata alla persona");
    }
}
