package it.percorsi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the door to the counter: a number each, and no name on the wall. */
class QueueTests extends RunningApplication {

    /** Whatever day it is, two colleagues of Prato are on duty: one speaks Chinese. */
    @BeforeEach
    void onDutyEveryDay() {
        TRUTH.update(
                """
                insert into duty (id, desk_id, operator_id, profile, weekday, opens, closes)
                select gen_random_uuid(), d.id, o.id, 'DESK', n, '22:00', '23:00'
                from desk d, operator o, generate_series(1, 7) n
                where d.code = 'pua-prato' and o.username in ('sportello.prato', 'sportello2.prato')
                    and not exists (select 1 from duty t where t.operator_id = o.id and t.weekday = n
                        and t.opens = '22:00')\
                """);
    }

    private static Client.Page give(Client desk, Map<String, String> fields) {
        return desk.post("/desk", "/desk/tickets", fields);
    }

    private static UUID last(String desk) {
        return TRUTH.queryForObject(
                """
                select t.id from ticket t join desk d on d.id = t.desk_id
                where d.code = ? and t.day = ? order by t.letter, t.number desc limit 1\
                """,
                UUID.class,
                desk,
                LocalDate.now(Rome.ZONE));
    }

    private static String field(UUID ticket, String column) {
        return TRUTH.queryForObject(
                "select %s::text from ticket where id = ?".formatted(column), String.class, ticket);
    }

    private static String number(UUID ticket) {
        return field(ticket, "letter || number");
    }

    private static Client.Page move(
            Client desk, UUID ticket, String move, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(desk.seal("/desk", "/desk/contacts"));
        form.putAll(more);
        return desk.send("/desk/tickets/" + ticket + "/" + move, form);
    }

    private static UUID operator(String username) {
        return TRUTH.queryForObject(
                "select id from operator where username = ?", UUID.class, username);
    }

    @Test
    void aNumberIsCalledAndServedAndEveryStepIsSigned() {
        Client desk = as("sportello.pistoia");
        give(desk, Map.of("spoken", "sq", "about", "WORK"));
        UUID ticket = last("pua-pistoia");
        String number = number(ticket);

        assertThat(desk.get("/desk").body()).contains(number).contains("lavoro, albanese");
        move(desk, ticket, "call", Map.of("counter", "3"));
        assertThat(desk.get("/desk/display").body()).contains(number).contains("postazione 3");
        assertThat(desk.get("/desk").body()).contains("Concludi " + number);
        move(desk, ticket, "end", Map.of());

        assertThat(field(ticket, "status")).isEqualTo("DONE");
        assertThat(desk.get("/desk/display").body()).doesNotContain(">" + number + "<");
        assertThat(
                        TRUTH.queryForList(
                                "select move from ticket_step where ticket_id = ? and operator_id = ? order by at",
                                String.class,
                                ticket,
                                operator("sportello.pistoia")))
                .containsExactly("GIVE", "CALL", "FINISH");
        assertThat(count("trail where subject = 'ticket' and subject_id = ?", ticket)).isEqualTo(3);
    }

    @Test
    void whoWentAwayAndCameBackIsCalledAgainAndWhoIsDoneIsNot() {
        Client desk = as("sportello.pistoia");
        give(desk, Map.of("spoken", "it"));
        UUID ticket = last("pua-pistoia");
        move(desk, ticket, "departure", Map.of());
        assertThat(desk.get("/desk").body()).contains(number(ticket) + " è tornato: chiama");
        move(desk, ticket, "call", Map.of("counter", "1"));
        assertThat(field(ticket, "status")).isEqualTo("CALLED");
        move(desk, ticket, "end", Map.of());

        assertThat(move(desk, ticket, "call", Map.of("counter", "1")).status()).isEqualTo(409);
        assertThat(move(desk, ticket, "end", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void somebodyKnownIsAFirstNameOnThePageAndANumberOnTheWall() {
        Client desk = as("sportello.prato");
        UUID arta = person("Hoxha", "Arta");
        Client.Page given = give(desk, Map.of("person", arta.toString()));
        UUID ticket = last("pua-prato");

        assertThat(given.body()).contains("Arta H.").doesNotContain(">Hoxha Arta</a>");
        assertThat(field(ticket, "language")).isEqualTo("sq");
        Client.Page display = desk.get("/desk/display");
        assertThat(display.body())
                .contains(number(ticket))
                .doesNotContain("Arta")
                .doesNotContain("Hoxha")
                .doesNotContain("<script")
                .doesNotContain("<nav");
        assertThat(display.answer().headers().firstValue("Refresh")).contains("10");
        assertThat(count("trail where subject = 'queue' and ? = any (person_ids)", arta))
                .isPositive();
        move(desk, ticket, "departure", Map.of());
    }

    @Test
    void somebodyOfAnotherBodyGetsNoNumberWithAName() {
        Client desk = as("sportello.pistoia");
        int before = count("ticket_person");

        assertThat(give(desk, Map.of("person", person("Hoxha", "Arta").toString())).status())
                .isEqualTo(404);
        assertThat(count("ticket_person")).isEqualTo(before);
    }

    @Test
    void handedOverTheColleagueOfTheLanguageSeesItAtOnce() {
        Client desk = as("sportello.prato");
        give(desk, Map.of("spoken", "zh", "about", "HOUSING"));
        UUID ticket = last("pua-prato");
        move(desk, ticket, "call", Map.of("counter", "1"));
        Client.Page handed =
                move(
                        desk,
                        ticket,
                        "handover",
                        Map.of("colleague", operator("sportello2.prato").toString()));

        assertThat(handed.path()).isEqualTo("/desk");
        assertThat(handed.body()).contains("passato a Lin Chen");
        assertThat(as("sportello2.prato").get("/desk").body())
                .contains("passato a te")
                .contains("casa, cinese");
        assertThat(
                        TRUTH.queryForObject(
                                "select to_operator_id from ticket_step where ticket_id = ? and move = 'HAND_OVER'",
                                UUID.class,
                                ticket))
                .isEqualTo(operator("sportello2.prato"));
        move(as("sportello2.prato"), ticket, "departure", Map.of());
    }

    @Test
    void whoIsAwayIsNotHereAndIsHandedNobody() {
        Client desk = as("sportello.prato");
        give(desk, Map.of("spoken", "zh"));
        UUID ticket = last("pua-prato");
        UUID resource = UUID.randomUUID();
        TRUTH.update(
                """
                insert into resource (id, code, kind, organisation_id, operator_id, name)
                select ?, 'assente', 'OPERATOR', o.id, ?, 'Lin Chen' from organisation o where o.code = 'comune-prato'\
                """,
                resource,
                operator("sportello2.prato"));
        TRUTH.update(
                """
                insert into absence (id, resource_id, during, recorded_at, operator_id, organisation_id)
                select ?, r.id, tstzrange(now() - interval '1 minute', now() + interval '1 minute'), now(), r.operator_id,
                    r.organisation_id
                from resource r where r.id = ?\
                """,
                resource,
                resource);
        String away = desk.get("/desk").body();
        Client.Page refused =
                move(
                        desk,
                        ticket,
                        "handover",
                        Map.of("colleague", operator("sportello2.prato").toString()));
        TRUTH.update("delete from absence where id = ?", resource);
        TRUTH.update("delete from resource where id = ?", resource);

        assertThat(away).doesNotContain("<strong>Lin Chen</strong>");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(desk.get("/desk").body()).contains("<strong>Lin Chen</strong>");
        move(desk, ticket, "departure", Map.of());
    }

    @Test
    void nobodyIsHandedToWhoDoesNotSpeakTheLanguageOrIsNotHere() {
        Client desk = as("sportello2.prato");
        give(desk, Map.of("spoken", "zh"));
        UUID ticket = last("pua-prato");
        for (String colleague :
                List.of("sportello.prato", "sportello.pistoia", "sportello2.prato")) {
            assertThat(
                            move(
                                            desk,
                                            ticket,
                                            "handover",
                                            Map.of("colleague", operator(colleague).toString()))
                                    .status())
                    .as(colleague)
                    .isEqualTo(409);
        }
        assertThat(field(ticket, "status")).isEqualTo("WAITING");
        move(desk, ticket, "departure", Map.of());

        assertThat(
                        move(
                                        desk,
                                        ticket,
                                        "handover",
                                        Map.of("colleague", operator("sportello.prato").toString()))
                                .body())
                .contains("collega di turno oggi", "lo stato è già cambiato");
    }

    @Test
    void whoIsExpectedComesWithANumberOfTheirOwn() {
        UUID appointment =
                TRUTH.queryForObject(
                        """
                        select a.id from appointment a join organisation o on o.id = a.organisation_id
                        join access_grant g on g.person_id = a.person_id and g.organisation_id = o.id
                        join booking b on b.appointment_id = a.id and b.turn = a.turn
                        join resource r on r.id = b.resource_id and r.kind = 'OPERATOR'
                        where o.code = 'comune-prato' and g.basis = 'FILE' and g.valid_until is null limit 1\
                        """,
                        UUID.class);
        Map<String, Object> before =
                TRUTH.queryForMap(
                        "select starts_at, ends_at, status from appointment where id = ?",
                        appointment);
        TRUTH.update(
                """
                update appointment set status = 'BOOKED',
                    starts_at = (?::date + time '12:00') at time zone 'Europe/Rome',
                    ends_at = (?::date + time '12:30') at time zone 'Europe/Rome' where id = ?\
                """,
                LocalDate.now(Rome.ZONE),
                LocalDate.now(Rome.ZONE),
                appointment);
        Client desk = as("sportello.prato");
        Client.Page page = desk.get("/desk");
        String path = "/desk/arrivals/" + appointment;
        assertThat(page.body()).contains(path);
        Client.Page arrived = desk.send(path, Client.hidden(page.body(), path));

        assertThat(arrived.path()).isEqualTo("/desk");
        assertThat(arrived.body()).doesNotContain(path);
        assertThat(
                        TRUTH.queryForObject(
                                "select status from appointment where id = ?",
                                String.class,
                                appointment))
                .isEqualTo("ARRIVED");
        assertThat(count("ticket where letter = 'P' and day = ?", LocalDate.now(Rome.ZONE)))
                .isPositive();
        TRUTH.update(
                "update appointment set starts_at = ?, ends_at = ?, status = ? where id = ?",
                before.get("starts_at"),
                before.get("ends_at"),
                before.get("status"),
                appointment);
    }

    @Test
    void manyAtTheDoorAtOnceGetANumberEach() throws Exception {
        int before =
                count("ticket t join desk d on d.id = t.desk_id where d.code = 'accesso-lucca'");
        try (ExecutorService door = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> visitors =
                    java.util.Collections.nCopies(
                            4,
                            () -> {
                                Client desk = as("sportello.lucca");
                                int worst = 0;
                                for (int i = 0; i < 3; i++) {
                                    worst =
                                            Math.max(
                                                    worst,
                                                    give(desk, Map.of("spoken", "it")).status());
                                }
                                return worst;
                            });
            for (Future<Integer> visitor : door.invokeAll(visitors)) {
                assertThat(visitor.get()).isEqualTo(200);
            }
        }
        assertThat(count("ticket t join desk d on d.id = t.desk_id where d.code = 'accesso-lucca'"))
                .isEqualTo(before + 12);
    }

    @Test
    void whatIsNotOnTheListsComesBack() {
        Client desk = as("sportello.lucca");

        assertThat(give(desk, Map.of("spoken", "xx")).status()).isEqualTo(422);
        assertThat(give(desk, Map.of("spoken", "it", "about", "NOTHING")).status()).isEqualTo(422);
        give(desk, Map.of("spoken", "it"));
        assertThat(move(desk, last("accesso-lucca"), "call", Map.of("counter", "50")).status())
                .isEqualTo(409);
    }

    @Test
    void theDisplayIsForOperatorsAndShowsNothingOfTheirs() {
        assertThat(anonymous().get("/desk/display").path()).isEqualTo("/login");
        assertThat(as("cpi.prato").get("/desk/display").status()).isEqualTo(404);
        assertThat(as("sportello.prato").get("/desk/display").body())
                .doesNotContain("Giulia")
                .doesNotContain("Esci");
    }

    @Test
    void whoIsHereAndTheNextFreeTimeAreOnThePage() {
        String page = as("sportello.prato").get("/desk").body();

        assertThat(page)
                .contains("Chi c'è oggi")
                .contains("Lin Chen")
                .contains("Colloquio di orientamento al lavoro")
                .contains("Primo posto libero");
    }
}
