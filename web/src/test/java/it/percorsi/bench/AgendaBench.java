package it.percorsi.bench;

import it.percorsi.Client;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.Offer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * The week of a body with 20 operators over HTTP, and the common time of an operator, a room and a
 * mediator in sixty days, with a million appointments in the base; floors are the bare rows,
 * without walls.
 */
final class AgendaBench {

    private static final String SERVICE = "grande";
    private static final int APPOINTMENTS = Integer.getInteger("appointments", 1_000_000);
    private static final int OPERATORS = 400;
    private static final int SHOWN = 20;

    private final World world;

    AgendaBench(World world) {
        this.world = world;
    }

    void run() {
        Office office = Office.open(world, SERVICE, OPERATORS, 24, 4);
        fill(office);
        UUID another = anotherBody();
        List<UUID> hidden = office.operators().subList(SHOWN, OPERATORS);
        world.truth.update(
                "update resource set organisation_id = ? where id = any (?)",
                another,
                hidden.toArray(UUID[]::new));
        world.truth.update(
                "delete from availability where resource_id = any (?)",
                (Object) hidden.toArray(UUID[]::new));
        world.truth.execute("analyze");
        week(office);
        slots(office);
    }

    private UUID anotherBody() {
        return world.truth.queryForObject(
                "select id from organisation where id <> ? and code like 'ente-%' limit 1",
                UUID.class, world.actor.organisationId());
    }

    /** Eight half hours a day for each operator, from more than a year ago to two months ahead. */
    private void fill(Office office) {
        world.truth.execute("set session_replication_role = replica");
        world.truth.execute(
                """
                create temp table times as
                select i, i % :operators k, i / :operators % 8 half,
                    date_trunc('week', current_date)::date + (i / :operators / 40 - :count / :operators / 40 + 8) * 7
                        + i / :operators / 8 % 5 as day
                from generate_series(0, :count - 1) i\
                """
                        .replace(":operators", String.valueOf(OPERATORS))
                        .replace(":count", String.valueOf(APPOINTMENTS)));
        world.truth.update(
                """
                insert into appointment (id, person_id, person_name, language, service_id, organisation_id, reason,
                    mediation, starts_at, ends_at, status, booked_by_id, version)
                select md5('appointment' || t.i)::uuid, p.ids[1 + t.i % cardinality(p.ids)],
                    p.names[1 + t.i % cardinality(p.ids)], 'ur', s.id, s.organisation_id, 'WORK', 'BY_PHONE',
                    (t.day + time '09:00' + t.half * interval '30 minutes') at time zone 'Europe/Rome',
                    (t.day + time '09:30' + t.half * interval '30 minutes') at time zone 'Europe/Rome',
                    case when t.day < current_date then 'DONE' else 'BOOKED' end, s.organisation_id, 0
                from times t, service s, (
                    select array_agg(p.id order by p.id) ids,
                        array_agg(concat_ws(' ', p.family_name, p.given_name) order by p.id) names
                    from person p join access_grant g on g.person_id = p.id
                    where g.organisation_id = ? and g.basis = 'FILE') p
                where s.code = ? and (t.day < current_date or (t.i::bigint * 7919) % 100 < 60)\
                """,
                office.body(), SERVICE);
        world.truth.update(
                """
                insert into booking (appointment_id, resource_id, during, held)
                select a.id, (?::uuid[])[1 + t.k], tstzrange(a.starts_at, a.ends_at), true
                from times t join appointment a on a.id = md5('appointment' || t.i)::uuid\
                """,
                (Object) office.operators().toArray(UUID[]::new));
        world.truth.execute("set session_replication_role = origin");
        System.out.printf(
                "%,d appointments%n",
                world.truth.queryForObject("select count(*) from appointment", Long.class));
    }

    private void week(Office office) {
        Client client = new Client(world.address()).login(World.USERNAME);
        LocalDate monday =
                LocalDate.ofInstant(Instant.now(), it.percorsi.pathway.Rome.ZONE)
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        String path = "/agenda?body=" + office.body() + "&day=";
        int[] wire = {0};
        Timings.beside(
                "week of 20 operators",
                world.count,
                200,
                i ->
                        wire[0] =
                                Math.max(
                                        wire[0],
                                        zipped(client.get(path + monday.plusWeeks(i % 6)).body())),
                i ->
                        world.truth.queryForList(
                                """
                                select a.*, b.during, r.name from booking b join resource r on r.id = b.resource_id
                                join appointment a on a.id = b.appointment_id
                                where r.organisation_id = ? and b.held and b.during && tstzrange(?::date, ?::date + 7)\
                                """,
                                office.body(),
                                monday.plusWeeks(i % 6),
                                monday.plusWeeks(i % 6)));
        System.out.printf(Locale.ROOT, "    at most %,d bytes zipped%n", wire[0]);
    }

    private static int zipped(String body) {
        if (!body.contains("class=\"week\"")) {
            throw new IllegalStateException("no week: " + body);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.size();
    }

    private void slots(Office office) {
        UUID person =
                world.truth.queryForObject(
                        """
                        select p.id from person p join access_grant g on g.person_id = p.id
                        where g.organisation_id = ? and g.basis = 'FILE' order by p.id limit 1\
                        """,
                        UUID.class,
                        office.body());
        world.truth.update("update person set language = 'ur' where id = ?", person);
        AgendaService agenda = world.bean(AgendaService.class);
        Timings.beside(
                "common time in 60 days",
                world.count,
                400,
                i -> {
                    Offer offer =
                            world.acting(() ->
                                    agenda.offer(world.actor, Instant.now(), person, SERVICE));
                    if (offer.mediated().isEmpty() || offer.slots().getFirst().roomId() == null) {
                        throw new IllegalStateException("no common time");
                    }
                },
                i ->
                        world.truth.queryForList(
                                """
                                select b.resource_id, b.during from booking b join resource r on r.id = b.resource_id
                                where r.organisation_id = ? and b.held
                                    and b.during && tstzrange(now(), now() + interval '61 days')\
                                """,
                                office.body()));
    }
}
