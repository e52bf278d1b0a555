package it.percorsi.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the desk does with a request: one act books exactly the time that is held. */
class AnsweringTests extends AskingCase {

    private static UUID request() {
        return TRUTH.queryForObject("select id from public_request", UUID.class);
    }

    @Test
    void aNewFileIsOpenedAndTheHeldTimeBookedInOneAct() {
        String time = times().getFirst();
        Client.Page sent = ask(time, "Nasreen Richiestanova", "333 000 9201");
        Client desk = as("sportello.prato");
        assertThat(desk.get("/desk").body()).contains("Richieste dal pubblico: 1");
        assertThat(desk.get("/desk/requests").body())
                .contains("Nasreen Richiestanova", "+39 333 000 9201", "Urdu");

        Map<String, String> search = desk.seal("/desk/requests", "/desk");
        search.putAll(Map.of("q", "Nasreen Richiestanova", "request", request().toString()));
        Client.Page found = desk.send("/desk", search);
        assertThat(found.body()).contains("value=\"+39 333 000 9201\"", "prenoti questo orario");
        Map<String, String> file = Client.hidden(found.body(), "/desk/files");
        file.putAll(
                Map.of(
                        "familyName",
                        "Richiestanova",
                        "givenName",
                        "Nasreen",
                        "bornOn",
                        "3/4/1991",
                        "citizenship",
                        "PK",
                        "phone",
                        "+39 333 000 9201",
                        "language",
                        "ur",
                        "noticeLanguage",
                        "it",
                        "request",
                        request().toString()));
        Client.Page booked = desk.send("/desk/files", file);

        assertThat(booked.path()).as(booked.body()).startsWith("/appointments/");
        UUID appointment = UUID.fromString(booked.path().substring("/appointments/".length()));
        assertThat(
                        TRUTH.queryForObject(
                                "select to_char(starts_at at time zone 'Europe/Rome', 'YYYY-MM-DD\"T\"HH24:MI') from appointment where id = ?",
                                String.class,
                                appointment))
                .isEqualTo(time);
        assertThat(
                        count(
                                "booking where appointment_id = ? and held and request_id is null",
                                appointment))
                .isPositive();
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(anonymous().get(sent.path()).body())
                .contains("L&#39;appuntamento è confermato.");
        assertThat(times()).doesNotContain(time);
        assertThat(
                        count(
                                "trail where subject = 'request' and action = 'CONFIRM' and subject_id = ?",
                                request()))
                .isEqualTo(1);
    }

    @Test
    void somebodyKnownIsBookedFromTheSearch() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Conosciuta", Map.of("phone", "333 000 9202"));
        ask(times().getFirst(), "Conosciuta Qualcosa", "333 000 9202");
        Map<String, String> search = desk.seal("/desk/requests", "/desk");
        search.putAll(Map.of("q", "Conosciuta", "request", request().toString()));
        String to = "/desk/requests/" + request() + "/confirmation";
        Client.Page found = desk.send("/desk", search);
        assertThat(found.body()).contains(to);

        Map<String, String> form = Client.hidden(found.body(), to);
        form.put("person", person.toString());

        assertThat(desk.send(to, form).path()).startsWith("/appointments/");
        assertThat(status()).isEqualTo("CONFIRMED");
    }

    @Test
    void aRefusalSaysWhyAndFreesTheTime() {
        String time = times().getFirst();
        Client.Page sent = ask(time, "Rifiuto Chiedente", "333 000 9203");
        Client desk = as("sportello.prato");
        String to = "/desk/requests/" + request() + "/refusal";

        Client.Page done = desk.post("/desk/requests", to, Map.of("why", "Serve un altro ufficio"));

        assertThat(done.body()).contains("La richiesta è rifiutata");
        assertThat(anonymous().get(sent.path()).body())
                .contains("Serve un altro ufficio", "Lo sportello non può darti");
        assertThat(times()).contains(time);
    }

    @Test
    void withoutAReasonNothingIsRefusedAndALapsedRequestIsNotConfirmed() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Scadenza", Map.of("phone", "333 000 9204"));
        ask(times().getFirst(), "Scadenza Chiedente", "333 000 9204");
        String refusal = "/desk/requests/" + request() + "/refusal";
        assertThat(desk.post("/desk/requests", refusal, Map.of("why", " ")).status())
                .isEqualTo(409);
        TRUTH.update(
                "update public_request set created_at = now() - interval '3 days', expires_at = now() - interval '1 minute'");
        Map<String, String> form = new HashMap<>(desk.seal("/desk", "/desk"));
        form.put("person", person.toString());

        Client.Page late = desk.send("/desk/requests/" + request() + "/confirmation", form);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("La richiesta è scaduta");
        assertThat(count("appointment where person_id = ?", person)).isZero();
    }

    private static Client.Page confirm(Client desk, UUID person) {
        Map<String, String> form = new HashMap<>(desk.seal("/desk", "/desk"));
        form.put("person", person.toString());
        return desk.send("/desk/requests/" + request() + "/confirmation", form);
    }

    @Test
    void whoWaitedForTheServiceWaitsNoMore() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Attesa", Map.of("phone", "333 000 9206"));
        String list = "/people/" + person + "/waiting";
        desk.post(
                list + "?service=pua2-prato-sociale",
                list,
                Map.of(
                        "service", "pua2-prato-sociale",
                        "reason", "SOCIAL",
                        "without", "BY_PHONE",
                        "weekdays", "1,2,3,4,5",
                        "half", "ANY"));
        assertThat(count("wait where person_id = ? and status = 'WAITING'", person)).isOne();
        ask(times().getFirst(), "Attesa Chiedente", "333 000 9206");

        assertThat(confirm(desk, person).path()).startsWith("/appointments/");

        assertThat(count("wait where person_id = ? and status = 'BOOKED'", person)).isOne();
    }

    @Test
    void anAgendaThatWasClosedAfterItWasAskedTakesNobody() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Chiusura", Map.of("phone", "333 000 9207"));
        ask(times().getFirst(), "Chiusura Chiedente", "333 000 9207");
        UUID absence = UUID.randomUUID();
        TRUTH.update(
                """
                insert into absence (id, resource_id, during, operator_id, organisation_id, recorded_at)
                select ?, b.resource_id, tstzrange(b.starts_at, b.ends_at), o.id, r.organisation_id, now()
                from booking b join resource r on r.id = b.resource_id, operator o
                where b.request_id = ? and o.username = 'sociale.prato' limit 1\
                """,
                absence,
                request());

        Client.Page refused = confirm(desk, person);

        TRUTH.update("delete from absence where id = ?", absence);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("l&#39;agenda è stata chiusa dopo la richiesta");
        assertThat(count("appointment where person_id = ?", person)).isZero();
        assertThat(status()).isEqualTo("SENT");
    }

    @Test
    void otherBodiesSeeNothingOfIt() {
        ask(times().getFirst(), "Segretissima Zxqwv", "333 000 9205");

        assertThat(as("sportello.pistoia").get("/desk/requests").body())
                .doesNotContain("Zxqwv")
                .contains("Nessuna richiesta");
        assertThat(as("sportello.pistoia").get("/desk").body())
                .doesNotContain("Richieste dal pubblico");
        assertThat(as("cpi.prato").get("/desk/requests").status()).isEqualTo(404);
    }
}
