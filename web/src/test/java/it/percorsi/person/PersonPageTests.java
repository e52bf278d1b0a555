package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page of a person says first, and what it keeps to itself. */
class PersonPageTests extends RunningApplication {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static String inDays(int days) {
        return LocalDate.now(Rome.ZONE).plusDays(days).format(DAY);
    }

    private void permit(Client desk, UUID person, int daysLeft, String receipt) {
        desk.post(
                "/people/" + person + "/data",
                "/people/" + person + "/permits",
                Map.of("kind", "FAMILY", "expiresOn", inDays(daysLeft), "receiptOn", receipt));
    }

    private static List<String> sections(String body) {
        return Pattern.compile("aria-label=\"Sezioni della persona\".*?</nav>", Pattern.DOTALL)
                .matcher(body)
                .results()
                .flatMap(nav -> Pattern.compile(">([^<>]+)</a>").matcher(nav.group()).results())
                .map(link -> link.group(1))
                .toList();
    }

    @Test
    void theEightSectionsStandAlwaysInTheSameOrder() {
        UUID arta = person("Hoxha", "Arta");
        for (String who : List.of("sportello.prato", "sociale.prato", "cpi.prato")) {
            for (String section :
                    List.of(
                            "",
                            "/diary",
                            "/plan",
                            "/team",
                            "/appointments",
                            "/documents",
                            "/data")) {
                assertThat(sections(as(who).get("/people/" + arta + section).body()))
                        .as(who + section)
                        .containsExactly(
                                "Riepilogo",
                                "Diario",
                                "Piano",
                                "Équipe",
                                "Appuntamenti",
                                "Documenti",
                                "Consensi",
                                "Dati");
            }
        }
    }

    @Test
    void aPermitAlertsSixtyDaysBeforeItsEndAndNotSixtyOne() {
        Client desk = as("sportello.prato");
        UUID somebody = open(desk, "Scadente", Map.of("phone", "333 000 7001"));

        permit(desk, somebody, 61, "");
        assertThat(desk.get("/people/" + somebody).body()).doesNotContain("scade il");
        permit(desk, somebody, 60, "");
        assertThat(desk.get("/people/" + somebody).body())
                .contains("scade il " + inDays(60) + ": mancano 60 giorni")
                .contains("Registra il rinnovo");
        permit(desk, somebody, 0, "");
        assertThat(desk.get("/people/" + somebody).body()).contains(": è oggi");
        permit(desk, somebody, -1, "");
        assertThat(desk.get("/people/" + somebody).body())
                .contains("è scaduto il " + inDays(-1))
                .contains("non c&#39;è una ricevuta");
        permit(desk, somebody, -1, inDays(-3));
        assertThat(desk.get("/people/" + somebody).body()).contains("i diritti restano");
    }

    @Test
    void thePermitsThatRunOutAreListedForTheBodyThatHoldsTheFileAlone() {
        Client desk = as("sportello.prato");
        UUID soon = open(desk, "Prossima", Map.of("phone", "333 000 7002"));
        UUID renewing = open(desk, "Rinnovata", Map.of("phone", "333 000 7003"));
        permit(desk, soon, 20, "");
        permit(desk, renewing, 20, inDays(-1));

        assertThat(desk.get("/permits").body())
                .contains("Prossima Prova", "tra 20")
                .doesNotContain("Rinnovata Prova");
        assertThat(as("sportello.pistoia").get("/permits").body()).doesNotContain("Prossima Prova");
    }

    @Test
    void noPermitIsAskedOfWhoStaysFreely() {
        Client desk = as("sportello.prato");
        UUID swiss = open(desk, "Svizzera", Map.of("phone", "333 000 7011", "citizenship", "CH"));

        permit(desk, swiss, 20, "");

        assertThat(desk.get("/people/" + swiss).body()).doesNotContain("scade il");
        assertThat(desk.get("/permits").body()).doesNotContain("Svizzera");
    }

    @Test
    void anAlertPutAsideReturnsOnItsDayAndSaysWhy() {
        Client desk = as("sportello.prato");
        UUID somebody = open(desk, "Accantonata", Map.of("phone", "333 000 7004"));
        permit(desk, somebody, 30, "");
        String page = "/people/" + somebody;

        Client.Page refused =
                desk.post(
                        page,
                        page + "/alerts/PERMIT_EXPIRING",
                        Map.of("until", inDays(0), "note", "subito"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("dopo oggi").contains("subito");

        desk.post(
                page,
                page + "/alerts/PERMIT_EXPIRING",
                Map.of("until", inDays(10), "note", "Appuntamento in Questura tra una settimana"));
        assertThat(desk.get(page).body()).doesNotContain("scade il");
        TRUTH.update(
                "update alert_silenced set organisation_id = (select id from organisation where code = 'cpi-prato') where person_id = ?",
                somebody);
        assertThat(desk.get(page).body()).as("silenced for another body").contains("scade il");
        TRUTH.update(
                "update alert_silenced set organisation_id = (select id from organisation where code = 'comune-prato') where person_id = ?",
                somebody);
        assertThat(desk.get(page).body()).doesNotContain("scade il");
        TRUTH.update(
                "update alert_silenced set until = current_date where person_id = ?", somebody);
        assertThat(desk.get(page).body()).contains("scade il");
        assertThat(count("trail where action = 'SILENCE' and ? = any (person_ids)", somebody))
                .isOne();
    }

    @Test
    void anOldNoticeAlertsUntilTheNewOneIsHandedOver() {
        TRUTH.update(
                "insert into privacy_notice (version, language, title, text, translation_verified, valid_from) values ('2019-05', 'it', 'Informativa', 'Testo di prima', true, '2019-05-01') on conflict do nothing");
        Client desk = as("sportello.prato");
        UUID somebody = open(desk, "Informata", Map.of("phone", "333 000 7013"));
        String page = "/people/" + somebody;
        assertThat(desk.get(page).body()).doesNotContain("non è più quella in vigore");

        TRUTH.update("update notice_given set version = '2019-05' where person_id = ?", somebody);
        assertThat(desk.get(page).body())
                .contains("non è più quella in vigore", page + "/privacy#informativa");
        String privacy = page + "/privacy";
        Map<String, String> delivery =
                Map.of(
                        "noticeVersion",
                        TRUTH.queryForObject(
                                "select notice_in_force((now() at time zone 'Europe/Rome')::date)",
                                String.class),
                        "noticeLanguage",
                        "it");
        assertThat(desk.post(privacy, page + "/notices", delivery).body())
                .contains("Consegna registrata");
        assertThat(desk.get(page).body()).doesNotContain("non è più quella in vigore");

        TRUTH.update("update notice_given set version = '2019-05' where person_id = ?", somebody);
        desk.post(
                page,
                page + "/alerts/NOTICE_OUTDATED",
                Map.of("until", inDays(5), "note", "Torna con la figlia che traduce"));
        assertThat(desk.get(page).body()).doesNotContain("non è più quella in vigore");
    }

    @Test
    void atMostThreeAlertsStandTogetherTheMostUrgentFirst() {
        Client social = as("sociale.prato");
        UUID somebody = open(as("sportello.prato"), "Pressante", Map.of("phone", "333 000 7005"));
        UUID child =
                open(
                        as("sportello.prato"),
                        "Figlia",
                        Map.of("phone", "333 000 7006", "bornOn", inDays(-3000)));
        permit(social, somebody, -5, "");
        TRUTH.update(
                """
                insert into appointment (id, person_id, person_name, language, service_id, organisation_id, reason,
                    mediation, starts_at, ends_at, status, booked_by_id, version)
                select gen_random_uuid(), ?, 'Pressante Prova', 'it', s.id, o.id, 'WORK', 'NOT_NEEDED',
                    now() - n * interval '1 day', now() - n * interval '1 day' + interval '30 minutes',
                    'NO_SHOW', o.id, 0
                from organisation o, (select id from service limit 1) s, generate_series(1, 2) n
                where o.code = 'comune-prato'\
                """,
                somebody);
        String page = "/people/" + somebody;
        social.post(
                page + "/household",
                page + "/household",
                Map.of("relative", child.toString(), "kinship", "CHILD"));
        social.post(
                page + "/protected-address",
                page + "/protected-address",
                Map.of("address", "Via Segreta 9"));

        String seen = social.get(page).body();
        assertThat(seen)
                .containsSubsequence(
                        "indirizzo di questa persona è protetto", "è scaduto il", "ultimi due")
                .doesNotContain("minorenne")
                .doesNotContain("Via Segreta");
        assertThat(as("sportello.prato").get(page).body())
                .contains("è scaduto il")
                .doesNotContain("protetto")
                .doesNotContain("minorenne");
    }

    @Test
    void aProtectedAddressIsReadFromItsPageAloneAndByFew() {
        Client social = as("sociale.prato");
        Client desk = as("sportello.prato");
        UUID somebody = open(desk, "Nascosta", Map.of("phone", "333 000 7007"));
        String page = "/people/" + somebody;
        TRUTH.update(
                "update person_contact set address = 'Via Nota 1' where person_id = ?", somebody);

        social.post(
                page + "/protected-address",
                page + "/protected-address",
                Map.of("address", "Via Segreta 1"));

        assertThat(social.get(page + "/protected-address").body()).contains("Via Segreta 1");
        assertThat(desk.get(page + "/protected-address").status()).isEqualTo(409);
        for (String section : List.of("", "/data", "/diary", "/documents")) {
            assertThat(desk.get(page + section).body())
                    .doesNotContain("Via Segreta")
                    .doesNotContain("Via Nota");
        }
        assertThat(
                        count(
                                "trail where action = 'PROTECT' and subject = 'protected-address' and ? = any (person_ids)",
                                somebody))
                .isOne();
        assertThat(
                        count(
                                "trail where action = 'LOOK' and subject = 'protected-address' and ? = any (person_ids)",
                                somebody))
                .isEqualTo(3);

        Client.Page written =
                desk.post(
                        page + "/data",
                        page + "/data",
                        Map.of(
                                "familyName", "Nascosta",
                                "givenName", "Prova",
                                "bornOn", "12/3/1990",
                                "citizenship", "AL",
                                "language", "sq",
                                "address", "Via Segreta 1"));
        assertThat(written.status()).isEqualTo(409);
        assertThat(written.body()).contains("lo aggiorna il servizio sociale");
        assertThat(
                        count(
                                "trail where action = 'REVEAL' and subject = 'protected-address' and recorded_at > now() - interval '1 minute'"))
                .isOne();
    }

    @Test
    void aLinkOfTwoIsReadFromBothSidesAndThereIsOnlyOne() {
        Client social = as("sociale.prato");
        UUID mother = open(as("sportello.prato"), "Madre", Map.of("phone", "333 000 7008"));
        UUID child = open(as("sportello.prato"), "Ragazzo", Map.of("phone", "333 000 7009"));
        String page = "/people/" + mother + "/household";

        assertThat(social.post(page, page + "/search", Map.of("q", "Ragazzo Prova")).body())
                .contains("Ragazzo Prova, nascita");
        social.post(page, page, Map.of("relative", child.toString(), "kinship", "CHILD"));
        assertThat(social.get(page).body()).contains("Ragazzo Prova", "figlia o figlio");
        assertThat(social.get("/people/" + child + "/household").body())
                .contains("Madre Prova", "genitore");

        Client.Page again =
                social.post(
                        "/people/" + child + "/household",
                        "/people/" + child + "/household",
                        Map.of("relative", mother.toString(), "kinship", "SIBLING"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("già un legame");
        Client desk = as("sportello.prato");
        Map<String, String> form = desk.seal("/desk", "/desk");
        form.putAll(Map.of("relative", child.toString(), "kinship", "CHILD"));
        assertThat(desk.send(page, form).body()).contains("li scrive il servizio sociale");
    }

    @Test
    void theDiaryIsReadPageByPageAndNarrowed() {
        Client social = as("sociale.prato");
        UUID somebody = open(as("sportello.prato"), "Storica", Map.of("phone", "333 000 7010"));
        TRUTH.update(
                """
                insert into note (id, person_id, section, body, at, operator_id, organisation_id)
                select gen_random_uuid(), ?, 'SOCIAL', 'Fatto numero ' || n || case when n % 40 = 0 then ' in CASA' else '' end,
                    now() + n * interval '1 second', o.id, b.id
                from operator o, organisation b, generate_series(1, 120) n
                where o.username = 'sociale.prato' and b.code = 'comune-prato'\
                """,
                somebody);
        String diary = "/people/" + somebody + "/diary";

        String first = social.get(diary).body();
        assertThat(first)
                .contains("Fatto numero 120 ", "Fatto numero 71<")
                .doesNotContain("Fatto numero 70<");
        String second = social.get(older(first)).body();
        assertThat(second)
                .contains("Fatto numero 70<", "Fatto numero 21<")
                .doesNotContain("Fatto numero 71<");
        String last = social.get(older(second)).body();
        assertThat(last)
                .contains("Fatto numero 20<", "Fatto numero 1<", "Fascicolo aperto")
                .doesNotContain("Più indietro");
        assertThat(social.get(diary + "?kind=casefile").body())
                .contains("Fascicolo aperto")
                .doesNotContain("Fatto numero");
        assertThat(social.post(diary, diary + "/search", Map.of("words", "casa")).body())
                .contains("Fatto numero 40 in CASA", "Fatto numero 120 in CASA")
                .doesNotContain("Fatto numero 41");
        assertThat(as("sportello.prato").get(diary).body())
                .contains("Fascicolo aperto")
                .doesNotContain("Fatto numero");
    }

    private static String older(String body) {
        return Pattern.compile("href=\"([^\"]+)\">Più indietro")
                .matcher(body)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAdministratorDatesAKindOfPermit() {
        Client admin = as("admin");
        Client.Page wrong =
                admin.post(
                        "/administration/permits",
                        "/administration/permits",
                        Map.of("code", "x1", "name", "Motivi umanitari", "source", "x"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Motivi umanitari", "lettere maiuscole");

        admin.post(
                "/administration/permits",
                "/administration/permits",
                Map.of(
                        "code", "humanitarian",
                        "name", "Motivi umanitari",
                        "allowsWork", "true",
                        "until", "4/10/2018",
                        "source", "abolito, da verificare"));

        assertThat(as("sportello.prato").get("/people/" + person("Hoxha", "Arta") + "/data").body())
                .contains("Motivi umanitari (fino al 04/10/2018)");
        assertThat(count("trail where action = 'KEEP' and subject = 'permit-kind'")).isOne();
    }
}
