package it.percorsi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The address in a notice: no account, no cookie, no script. */
class CitizenLinkTests extends NoticeCase {

    private static final String CITIZEN = "00000000-0000-7000-8000-000000000001";

    @Test
    void thePageSaysTimePlaceAndFirstNameInTwoLanguagesAndNothingElse() {
        Booked vjosa = booked("Pagine");

        Client.Page page = anonymous().get(linkOf(vjosa));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"sq\" dir=\"ltr\">")
                .contains("Vjosa, ke një takim")
                .contains("Vjosa, hai un appuntamento")
                .contains("Pistoia")
                .doesNotContain("Pagine")
                .doesNotContain("Mira")
                .doesNotContain(vjosa.phone())
                .doesNotContainIgnoringCase("orientamento")
                .doesNotContain("Innocenti")
                .doesNotContain("<script")
                .doesNotContain("_csrf");
        assertThat(page.answer().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.answer().headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.answer().headers().firstValue("X-Robots-Tag").orElseThrow())
                .contains("noindex");
        assertThat(page.answer().headers().firstValue("Cache-Control").orElseThrow())
                .contains("no-store");
    }

    @Test
    void urduIsWrittenFromTheRight() {
        Booked sana = booked("Destra", Map.of("citizenship", "PK", "givenName", "Sana"));

        assertThat(anonymous().get(linkOf(sana)).body())
                .contains("<html lang=\"ur\" dir=\"rtl\">")
                .contains("lang=\"it\" dir=\"ltr\"");
    }

    @Test
    void aPersonCancelsInTwoPagesAndSignsAsThemselves() {
        Booked vjosa = booked("Disdice");
        String link = linkOf(vjosa);
        Client phone = anonymous();
        assertThat(phone.get(link).body()).contains("action=\"" + link + "/cancellation\"");

        Client.Page done = phone.send(link + "/cancellation", Map.of());

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("Takimi është anuluar").contains("è annullato");
        assertThat(
                        TRUTH.queryForMap(
                                "select s.move, s.status, s.operator_id::text who, a.status now, b.held from step s join appointment a on a.id = s.subject_id join booking b on b.appointment_id = a.id where a.id = ? and s.move <> 'BOOK'",
                                vjosa.appointment()))
                .isEqualTo(
                        Map.of(
                                "move",
                                "DECLINE",
                                "status",
                                "CANCELLED",
                                "who",
                                CITIZEN,
                                "now",
                                "CANCELLED",
                                "held",
                                false));
        assertThat(
                        count(
                                "access_grant where subject_id = ? and (valid_until is null or valid_until > now())",
                                vjosa.appointment()))
                .isZero();
        assertThat(
                        count(
                                "trail where subject_id = ? and action = 'DECLINE' and role = 'PERSON' and operator_id = ?::uuid",
                                vjosa.appointment(),
                                CITIZEN))
                .isOne();
        assertThat(as("sportello.prato").get(vjosa.path()).body()).contains("annullato");
        assertThat(as("sociale.prato").get("/people/" + vjosa.person() + "/diary").body())
                .contains("Appuntamento annullato dalla persona")
                .contains("La persona stessa");
        int sent = letters(vjosa).size();
        assertThat(letters(vjosa)).as("they know it").hasSize(sent);
        assertThat(sent).isOne();
    }

    @Test
    void unknownUsedAndPastAreTheSamePage() {
        Booked used = booked("Usata");
        String usedLink = linkOf(used);
        anonymous().send(usedLink + "/cancellation", Map.of());
        Booked past = booked("Passata");
        String pastLink = linkOf(past);
        TRUTH.update(
                "update appointment set starts_at = now() - interval '1 minute' where id = ?",
                past.appointment());
        String unknown = "/a/" + "x".repeat(32);
        String nothing = anonymous().get(unknown).body();

        assertThat(nothing).contains("Questo indirizzo non vale più").contains("lang=\"ar\"");
        for (String link : List.of(usedLink, pastLink, unknown)) {
            for (Client.Page page :
                    List.of(
                            anonymous().get(link),
                            anonymous().send(link + "/cancellation", Map.of()),
                            anonymous().send(link + "/another-day", Map.of()),
                            anonymous().send(link + "/silence", Map.of()))) {
                assertThat(page.status()).isEqualTo(404);
                assertThat(page.body()).isEqualTo(nothing);
            }
        }
        assertThat(
                        TRUTH.queryForObject(
                                "select status from appointment where id = ?",
                                String.class,
                                past.appointment()))
                .isEqualTo("BOOKED");
    }

    @Test
    void anotherDayIsARequestTheDeskSeesUntilItMovesTheAppointment() {
        Booked vjosa = booked("Altrogiorno");
        String link = linkOf(vjosa);

        assertThat(anonymous().send(link + "/another-day", Map.of()).body())
                .contains("Ke kërkuar një ditë tjetër");
        anonymous().send(link + "/another-day", Map.of());

        Client desk = as("sportello.prato");
        assertThat(desk.get(vjosa.path()).body())
                .contains("La persona ha chiesto un altro giorno")
                .contains("prenotato");
        assertThat(
                        count(
                                "trail where subject_id = ? and action = 'ASK_ANOTHER_DAY'",
                                vjosa.appointment()))
                .isOne();
        TRUTH.update(
                "update appointment set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour' where id = ?",
                vjosa.appointment());
        assertThat(desk.get(vjosa.path()).body()).doesNotContain("ha chiesto un altro giorno");
    }

    @Test
    void noMoreNoticesMeansByThatWay() {
        Booked vjosa = booked("Basta");
        TRUTH.update(
                "update person_contact set email = 'vjosa.basta@example.org', channel = 'SMS' where person_id = ?",
                vjosa.person());

        assertThat(anonymous().send(linkOf(vjosa) + "/silence", Map.of()).body())
                .contains("Nuk do të të dërgojmë");

        assertThat(
                        count(
                                "person_contact where person_id = ? and sms_refused_at is not null and email_refused_at is null",
                                vjosa.person()))
                .isOne();
    }

    @Test
    void whoeverIsLoggedInIsNobodyThere() {
        Booked vjosa = booked("Accesa");
        String link = linkOf(vjosa);
        Client desk = as("sportello.prato");

        assertThat(desk.send(link + "/cancellation", Map.of()).status()).isEqualTo(200);
        assertThat(
                        count(
                                "step where subject_id = ? and operator_id = ?::uuid",
                                vjosa.appointment(),
                                CITIZEN))
                .isOne();
    }

    @Test
    void onlyTheHashOfAnAddressIsKept() {
        Booked vjosa = booked("Impronta");
        String secret = linkOf(vjosa).substring("/a/".length());

        assertThat(count("appointment_link l where l::text like ?", "%" + secret + "%")).isZero();
        assertThat(count("appointment_notice n where n::text like ?", "%" + secret + "%")).isZero();
        assertThat(count("appointment_link where appointment_id = ?", vjosa.appointment()))
                .isPositive();
    }
}
