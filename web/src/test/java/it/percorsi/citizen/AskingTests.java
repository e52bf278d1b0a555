package it.percorsi.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.pathway.Rome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asking for a time without an account: what is held, for how long, and for how many. */
class AskingTests extends AskingCase {

    private static final String NOT_NOW = "ہم ابھی درخواست نہیں لے سکتے";
    private static final String TAKEN = "یہ وقت ابھی کسی نے لے لیا";

    @Test
    void aRequestHoldsItsTimeAndASecondCitizenDoesNotGetIt() {
        String time = times().getFirst();
        Map<String, String> slower = checked(time, "Seconda Chiedente", "333 000 9102");

        Client.Page sent = ask(time, "Prima Chiedente", "333 000 9101");

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.path()).startsWith("/r/");
        assertThat(sent.body())
                .contains("dir=\"rtl\"", "Richiesta mandata.", "Prato")
                .contains(TRUTH.queryForObject("select code from public_request", String.class))
                .doesNotContain("Chiedente")
                .doesNotContain("9101");
        assertThat(sent.answer().headers().firstValue("X-Robots-Tag")).isPresent();
        assertThat(times()).doesNotContain(time);
        Client.Page late = send(slower);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains(TAKEN).contains("Seconda Chiedente");
        assertThat(count("public_request")).isEqualTo(1);
    }

    @Test
    void theDatabaseItselfGivesATimeOnce() {
        ask(times().getFirst(), "Prima Chiedente", "333 000 9103");

        String again =
                TRUTH.queryForObject(
                        """
                        select send_request(gen_random_uuid(), sha256('other'), sha256('elsewhere'), 'X', r.service_id,
                            'ur', 'Altra', '+39 333 000 9104', array_agg(b.resource_id), r.starts_at, r.expires_at,
                            gen_random_uuid(), 1)
                        from public_request r join booking b on b.request_id = r.id
                        group by r.id\
                        """,
                        String.class);

        assertThat(again).isEqualTo("TAKEN");
    }

    @Test
    void whatNobodyAnsweredInTimeIsFreeAgain() {
        String time = times().getFirst();
        Client.Page sent = ask(time, "Scaduta Chiedente", "333 000 9105");
        TRUTH.update(
                "update public_request set created_at = now() - interval '3 days', expires_at = now() - interval '1 minute'");
        TRUTH.update(
                "update booking set held_until = now() - interval '1 minute' where request_id is not null");

        assertThat(times()).contains(time);
        assertThat(anonymous().get(sent.path()).body()).contains("La richiesta è scaduta.");
        assertThat(ask(time, "Nuova Chiedente", "333 000 9106").path()).startsWith("/r/");
        assertThat(count("public_request where status = 'LAPSED'")).isEqualTo(1);
    }

    @Test
    void sentTwiceItCountsOnce() {
        Map<String, String> form = checked(times().getFirst(), "Doppia Chiedente", "333 000 9107");

        Client.Page once = send(form);
        Client.Page twice = send(form);

        assertThat(twice.path()).isEqualTo(once.path());
        assertThat(count("public_request")).isEqualTo(1);
    }

    @Test
    void fromOneAddressFiveAnHourAndTheAddressIsWrittenNowhere() {
        List<String> times = times();
        for (int i = 0; i < 5; i++) {
            assertThat(ask(times.get(i), "Fretta Chiedente", "333 000 911" + i).path())
                    .startsWith("/r/");
        }

        Client.Page sixth = ask(times.get(5), "Fretta Chiedente", "333 000 9116");

        assertThat(sixth.status()).isEqualTo(409);
        assertThat(sixth.body()).contains(NOT_NOW);
        assertThat(
                        TRUTH.queryForObject(
                                "select bool_or(r::text like '%127.0.0.1%' or source_hash = sha256('127.0.0.1')) from public_request r",
                                Boolean.class))
                .isFalse();
        fromAnotherAddress();
        // Five are open on the first day: elsewhere there is room.
        assertThat(ask(times.getLast(), "Calma Chiedente", "333 000 9117").path())
                .startsWith("/r/");
    }

    @Test
    void aTelephoneHasTwoOpenRequestsAtMost() {
        List<String> times = times();
        ask(times.get(0), "Tanta Chiedente", "333 000 9120");
        ask(times.get(1), "Tanta Chiedente", "+39 3330009120");

        assertThat(ask(times.get(2), "Tanta Chiedente", "333 0009120").body()).contains(NOT_NOW);
    }

    @Test
    void aDayTakesSixRequestsAtMost() {
        List<String> sameDay =
                LocalDate.now(Rome.ZONE)
                        .plusDays(10)
                        .datesUntil(LocalDate.now(Rome.ZONE).plusDays(29))
                        .map(day ->
                                times("?from=" + day).stream()
                                        .filter(time -> time.startsWith(day.toString()))
                                        .toList())
                        .filter(times -> times.size() > 6)
                        .findFirst()
                        .orElseThrow();
        for (int i = 0; i < 6; i++) {
            fromAnotherAddress();
            ask(sameDay.get(i), "Giorno Chiedente", "333 000 913" + i);
        }
        fromAnotherAddress();

        assertThat(ask(sameDay.get(6), "Giorno Chiedente", "333 000 9139").body())
                .contains(NOT_NOW);
    }

    @Test
    void aMachineThatFillsEverythingIsRefused() {
        Map<String, String> form = checked(times().getFirst(), "Macchina", "333 000 9140");
        form.put("website", "http://x");

        assertThat(send(form).status()).isEqualTo(409);
        assertThat(count("public_request")).isZero();
    }

    @Test
    void noOtherSiteSendsItForSomebody() throws Exception {
        String form =
                checked(times().getFirst(), "Altrove", "333 000 9143").entrySet().stream()
                        .map(e -> e.getKey() + "=" + Client.encode(e.getValue()))
                        .collect(Collectors.joining("&"));

        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address() + FORM + "/request"))
                                        .header("Sec-Fetch-Site", "cross-site")
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.ofString(form))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(count("public_request")).isZero();
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        Client.Page page = anonymous().send(FORM, new HashMap<>(typed("", "Zeta Chiedente", "12")));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("کوئی وقت چنیں۔", "درست فون نمبر لکھیں۔", "value=\"Zeta Chiedente\"");
        assertThat(page.answer().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void whoeverSentItWithdrawsItAndTheTimeIsFree() {
        String time = times().getFirst();
        Client.Page sent = ask(time, "Ritiro Chiedente", "333 000 9141");

        Client.Page done = anonymous().send(sent.path() + "/withdrawal", Map.of("x", "y"));

        assertThat(done.body()).contains("Hai annullato la richiesta.").doesNotContain("<form");
        assertThat(status()).isEqualTo("WITHDRAWN");
        assertThat(times()).contains(time);
        assertThat(anonymous().get("/r/" + "x".repeat(32)).status()).isEqualTo(404);
    }

    @Test
    void nameAndTelephoneAreForgottenAfterThirtyDays() {
        ask(times().getFirst(), "Memoria Chiedente", "333 000 9142");
        TRUTH.update(
                "update public_request set status = 'WITHDRAWN', ended_at = now() - interval '29 days'");
        TRUTH.queryForObject("select sweep_requests()", Integer.class);
        assertThat(count("public_request where name is not null")).isEqualTo(1);

        TRUTH.update("update public_request set ended_at = now() - interval '31 days'");

        assertThat(TRUTH.queryForObject("select sweep_requests()", Integer.class)).isEqualTo(1);
        assertThat(count("public_request where name is null and phone is null")).isEqualTo(1);
    }

    @Test
    void onlyServicesOpenToEverybodyAreAskedFor() {
        assertThat(anonymous().get("/info/ur/booking/cpi-prato-orientamento").status())
                .isEqualTo(404);
        assertThat(anonymous().get("/info/xx/booking/pua2-prato-sociale").status()).isEqualTo(404);
    }

    static List<String> languages() {
        return it.percorsi.site.Spoken.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageAsks(String language) {
        Client.Page page = anonymous().get("/info/" + language + "/booking/pua2-prato-sociale");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"time\"").doesNotContain("??");
    }
}
