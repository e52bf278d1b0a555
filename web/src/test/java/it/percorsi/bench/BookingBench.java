package it.percorsi.bench;

import it.percorsi.Client;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * 256 clients on two nodes of the application book, move and cancel at one service over one
 * database; then they all want the same time at the same instant, round after round; then the
 * bookings are joined with themselves. The control is the last rounds again without the constraint:
 * there the overlaps must show.
 */
final class BookingBench {

    private static final int CLIENTS = 256;
    private static final int ATTEMPTS = Integer.getInteger("attempts", 100_000);
    private static final int PATIENCE = 3;
    private static final Pattern SLOT =
            Pattern.compile("name=\"slot\" value=\"([^\"]+)\"([^>]* checked)?");
    private static final String SERVICE = "gara";

    private final World world;
    private final LongAdder attempts = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    private final LongAdder unserved = new LongAdder();
    private final LongAdder others = new LongAdder();
    private final LongAdder[] servedAt = new LongAdder[PATIENCE + 1];

    private final Semaphore entrance = new Semaphore(8);

    BookingBench(World world) {
        this.world = world;
        for (int i = 0; i <= PATIENCE; i++) {
            servedAt[i] = new LongAdder();
        }
    }

    void run() throws Exception {
        Office.open(world, SERVICE, 8, 6, 4);
        List<UUID> people = enrolOperators();
        long start = System.nanoTime();
        compete(people, rival -> rival.compete(ATTEMPTS));
        System.out.printf(
                Locale.ROOT,
                "%n%,d attempts in %,d s, %,d conflicts, %,d other refusals; served at the first try %,d, second %,d, third %,d, not served %,d%n",
                attempts.sum(),
                (System.nanoTime() - start) / 1_000_000_000,
                conflicts.sum(),
                others.sum(),
                servedAt[1].sum(),
                servedAt[2].sum(),
                servedAt[3].sum(),
                unserved.sum());
        long kept = rush(people, 20);
        System.out.printf(Locale.ROOT, "with the constraint: overlaps %d%n", kept);
        dropTheConstraint();
        long control = rush(people, 40);
        System.out.printf(Locale.ROOT, "without the constraint: overlaps %d%n", control);
        if (kept > 0 || control == 0) {
            throw new IllegalStateException("the constraint does not hold, or is not what holds");
        }
    }

    /** Each client is an operator of the body with somebody at the desk. */
    private List<UUID> enrolOperators() {
        String hash =
                world.truth.queryForObject(
                        "select password_hash from credential c join operator o on o.id = c.operator_id where o.username = ?",
                        String.class,
                        World.USERNAME);
        for (int i = 0; i < CLIENTS; i++) {
            UUID operator = Ids.next();
            world.truth.update(
                    "insert into operator values (?, ?, ?, true, false, 0)",
                    operator,
                    "gara" + i,
                    "Gara " + i);
            world.truth.update(
                    "insert into membership values (?, ?, ?, 'DESK', '2020-01-01', null)",
                    Ids.next(),
                    operator,
                    world.actor.organisationId());
            world.truth.update("insert into credential values (?, ?)", operator, hash);
        }
        List<UUID> people =
                world.truth.queryForList(
                        "select person_id from access_grant where organisation_id = ? and basis = 'FILE' order by person_id limit "
                                + CLIENTS,
                        UUID.class,
                        world.actor.organisationId());
        world.truth.update(
                "update person set language = case when id::text < '8' then 'ur' else 'it' end where id = any (?)",
                (Object) people.toArray(UUID[]::new));
        return people;
    }

    private void compete(List<UUID> people, Game game) throws Exception {
        try (ConfigurableApplicationContext second = World.node(world.database);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> nodes = List.of(world.address(), World.address(second));
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                Callable<Void> rival =
                        () -> {
                            Rival one;
                            // Passwords are slow by intent: a few at a time, none of them is
                            // measured.
                            entrance.acquire();
                            try {
                                one =
                                        new Rival(
                                                new Client(
                                                                nodes.get(number % 2),
                                                                HttpClient.Redirect.NEVER)
                                                        .login("gara" + number),
                                                people.get(number),
                                                new Random(number));
                            } finally {
                                entrance.release();
                            }
                            game.play(one);
                            return null;
                        };
                all.add(clients.submit(rival));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        }
    }

    /** All want the same times of one day at the same instant. */
    private long rush(List<UUID> people, int daysAhead) throws Exception {
        world.truth.update(
                "update person set language = 'it' where id = any (?)",
                (Object) people.toArray(UUID[]::new));
        LocalDate day = Rome.day(Instant.now()).plusDays(daysAhead);
        List<String> wanted =
                slots(
                        new Client(world.address(), HttpClient.Redirect.NEVER)
                                .login("gara0")
                                .get(
                                        "/people/%s/booking?service=%s&from=%sT09:00"
                                                .formatted(people.get(0), SERVICE, day))
                                .body());
        CyclicBarrier together = new CyclicBarrier(CLIENTS);
        compete(people, rival -> rival.rush(together, wanted));
        return world.truth.queryForObject(
                """
                select count(*) from booking a join booking b on a.resource_id = b.resource_id and a.id < b.id
                    and a.during && b.during where a.held and b.held\
                """,
                Long.class);
    }

    private void dropTheConstraint() {
        world.truth.execute(
                "alter table booking rename constraint booking_once to booking_once_dropped");
        world.truth.execute("alter table booking drop constraint booking_once_dropped");
        world.truth.execute("drop index booking_seat_once");
        world.truth.execute("drop trigger booking_meets_no_absence on booking");
    }

    private static List<String> slots(String body) {
        return SLOT.matcher(body).results().map(found -> found.group(1)).toList();
    }

    private interface Game {
        void play(Rival rival) throws Exception;
    }

    /** One who wants times, again and again. */
    private final class Rival {

        private final Client client;
        private final String form;
        private final Random random;
        private final Map<String, String> seal;
        private final List<String> known;

        Rival(Client client, UUID person, Random random) {
            this.client = client;
            this.form = "/people/" + person + "/booking";
            this.random = random;
            String ask = form + "?service=" + SERVICE;
            this.seal = client.seal(ask, form);
            this.known = new ArrayList<>(slots(client.get(ask).body()));
            for (int i = 0; i < 2; i++) {
                LocalDate later = Rome.day(Instant.now()).plusDays(random.nextInt(50));
                known.addAll(slots(client.get(ask + "&from=" + later.atTime(9, 0)).body()));
            }
        }

        void compete(int wanted) {
            while (attempts.sum() < wanted) {
                String appointment = book();
                if (appointment != null && random.nextInt(3) == 0) {
                    appointment = move(appointment);
                }
                if (appointment != null && random.nextInt(100) > 0) {
                    send(appointment + "/cancellation", Map.of("note", "prova"));
                }
            }
        }

        /**
         * Tries the earliest of all or one of a day of its own, then what the answer keeps for it.
         */
        private String book() {
            String slot = known.get(random.nextInt(known.size()));
            for (int attempt = 1; attempt <= PATIENCE; attempt++) {
                Client.Page answer = ask(slot);
                String location = answer.answer().headers().firstValue("Location").orElse("");
                if (location.startsWith("/appointments/")) {
                    servedAt[attempt].increment();
                    return location.split("\\?")[0];
                }
                if (answer.status() != 409) {
                    others.increment();
                    return null;
                }
                conflicts.increment();
                slot = next(answer.body());
            }
            unserved.increment();
            return null;
        }

        void rush(CyclicBarrier together, List<String> wanted) throws Exception {
            for (String slot : wanted) {
                together.await();
                ask(slot);
            }
        }

        private Client.Page ask(String slot) {
            return send(
                    form,
                    Map.of(
                            "service",
                            SERVICE,
                            "slot",
                            slot,
                            "reason",
                            "WORK",
                            "without",
                            "BY_PHONE"));
        }

        private String move(String appointment) {
            String page = appointment + "/move";
            String slot = next(client.get(page).body());
            for (int attempt = 1; attempt <= PATIENCE; attempt++) {
                Client.Page answer = send(page, Map.of("slot", slot));
                if (answer.status() != 409) {
                    servedAt[attempt].increment();
                    return appointment;
                }
                conflicts.increment();
                slot = next(answer.body());
            }
            unserved.increment();
            return appointment;
        }

        /** The one that is kept, or any it knows of. */
        private String next(String body) {
            Matcher kept = SLOT.matcher(body);
            while (kept.find()) {
                if (kept.group(2) != null) {
                    return kept.group(1);
                }
            }
            List<String> now = slots(body);
            List<String> any = now.isEmpty() ? known : now;
            return any.get(random.nextInt(any.size()));
        }

        private Client.Page send(String to, Map<String, String> fields) {
            attempts.increment();
            Map<String, String> all = new HashMap<>(seal);
            all.put("formKey", Ids.next().toString());
            all.putAll(fields);
            return client.send(to, all);
        }
    }
}
