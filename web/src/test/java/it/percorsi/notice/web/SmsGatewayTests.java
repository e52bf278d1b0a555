package it.percorsi.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import it.percorsi.notice.NoticeCase;
import it.percorsi.notice.Outbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** SMS by a service on this machine, which takes them, says no, or never answers. */
@ExtendWith(OutputCaptureExtension.class)
class SmsGatewayTests extends NoticeCase {

    private static final String TOKEN = "gettone-segreto";

    @Autowired private Outbox outbox;
    @Autowired private Wording wording;

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile int answer = 202;
    private volatile boolean silent;
    private HttpServer server;

    private record Taken(String token, String key, String type, String body) {

        String sms(String field) {
            return new JsonMapper().readTree(body).get(field).asString();
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/sms", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        taken.add(
                new Taken(
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        try (exchange) {
            if (silent) {
                never.await();
            }
            exchange.sendResponseHeaders(answer, -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private SmsGateway gateway(boolean json, Map<String, String> fixed) {
        return new SmsGateway(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms"),
                json,
                "Authorization",
                "Bearer",
                TOKEN,
                "recipient",
                "message",
                "from",
                "Percorsi",
                fixed,
                Duration.ofMillis(silent ? 300 : 20_000));
    }

    private void send(SmsGateway gateway) {
        new SendingNotices(
                        outbox,
                        wording,
                        List.of(new SmsNotices(gateway, "https://percorsi.example.it")),
                        "https://percorsi.example.it",
                        8080)
                .send();
    }

    private List<Taken> takenFor(Booked whom) {
        return taken.stream()
                .filter(each -> each.body().contains(whom.phone().replace(" ", "")))
                .toList();
    }

    private static void tryAgain(Booked whom) {
        TRUTH.update(
                "update appointment_notice set next_at = now() where appointment_id = ? and kind = 'BOOKED'",
                whom.appointment());
    }

    @ParameterizedTest
    @CsvSource({"MA, ar", "PK, ur", "CN, zh", "AL, sq"})
    void anSmsArrivesInTheirLanguageAtTheWholeNumber(String citizenship, String language) {
        Booked whom =
                booked(
                        "Messaggi" + language,
                        Map.of("citizenship", citizenship, "givenName", "Amal"));

        send(gateway(true, Map.of()));

        assertThat(status(whom, "BOOKED")).isEqualTo("SENT");
        assertThat(takenFor(whom)).hasSize(1);
        Taken sms = takenFor(whom).getFirst();
        assertThat(sms.token()).isEqualTo("Bearer " + TOKEN);
        assertThat(sms.type()).isEqualTo("application/json");
        assertThat(sms.sms("recipient")).matches("\\+39351555\\d{4}");
        assertThat(sms.sms("from")).isEqualTo("Percorsi");
        assertThat(sms.sms("message"))
                .startsWith(
                        wording.in(language)
                                .of("notice.sms.BOOKED", "Amal", "", "")
                                .substring(0, 7))
                .contains("Pistoia", "https://percorsi.example.it/a/")
                .doesNotContain("Messaggi")
                .hasSizeLessThanOrEqualTo(134);
    }

    @Test
    void whatWasTakenIsNotSentAgain() {
        Booked whom = booked("Unavolta");
        send(gateway(true, Map.of()));
        tryAgain(whom);

        send(gateway(true, Map.of()));

        assertThat(takenFor(whom)).hasSize(1);
    }

    @Test
    void aServiceMayTakeAFormWithFieldsOfItsOwn() {
        Booked whom = booked("Moduli");

        send(gateway(false, Map.of("coding", "ucs2")));

        Taken sms = takenFor(whom).getFirst();
        assertThat(sms.type()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(URLDecoder.decode(sms.body(), StandardCharsets.UTF_8))
                .contains(
                        "coding=ucs2", "&recipient=+39", "&message=Vjosa: takim", "&from=Percorsi");
    }

    @Test
    void aRefusalLeavesItToBeSentAgainWithTheSameKey(CapturedOutput output) {
        Booked whom = booked("Rifiutati");
        answer = 503;

        send(gateway(true, Map.of()));

        assertThat(status(whom, "BOOKED")).isEqualTo("WAITING.NOT_TAKEN");
        assertThat(as("sportello.prato").get(whom.path()).body())
                .contains("non partito, si riprova");
        assertThat(output.getAll())
                .contains("A notice was not taken: answer 503")
                .doesNotContain(whom.phone())
                .doesNotContain(whom.phone().replace(" ", ""))
                .doesNotContain("Vjosa")
                .doesNotContain(TOKEN);
        answer = 200;
        tryAgain(whom);
        send(gateway(true, Map.of()));
        assertThat(status(whom, "BOOKED")).isEqualTo("SENT");
        assertThat(takenFor(whom)).hasSize(2).extracting(Taken::key).doesNotContainNull();
        assertThat(takenFor(whom).stream().map(Taken::key).distinct()).hasSize(1);
    }

    @Test
    void aServiceThatNeverAnswersHoldsNothingUp(CapturedOutput output) {
        Booked whom = booked("Silenziosi");
        silent = true;

        send(gateway(true, Map.of()));

        assertThat(status(whom, "BOOKED")).isEqualTo("WAITING.NOT_TAKEN");
        assertThat(output.getAll()).contains("A notice was not taken: HttpTimeoutException");
    }

    @Test
    void aNumberNobodyCanReadIsNotSent(CapturedOutput output) {
        Booked whom = booked("Illeggibili");
        TRUTH.update("update person_contact set phone = '12' where person_id = ?", whom.person());

        send(gateway(true, Map.of()));

        assertThat(status(whom, "BOOKED")).isEqualTo("WAITING.NOT_TAKEN");
        assertThat(output.getAll()).contains("A notice was not taken: unreadable number");
    }
}
