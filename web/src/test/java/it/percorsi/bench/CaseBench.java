package it.percorsi.bench;

import it.percorsi.Client;
import java.util.List;
import java.util.UUID;

/**
 * The diary of somebody with 10,000 events, at its end and in its middle, the page of their case
 * and the work list of 500 cases, over HTTP; floors are the bare rows, without walls.
 */
final class CaseBench {

    private static final int EVENTS = 10_000;
    private static final int CASES = 500;
    private static final int ROWS = 51;

    private final World world;

    CaseBench(World world) {
        this.world = world;
    }

    void run() {
        world.truth.update(
                "update membership set role = 'SOCIAL_WORKER' where operator_id = ?",
                world.actor.operatorId());
        open();
        UUID person =
                world.truth.queryForObject(
                        "select person_id from case_file where case_manager_id = ? order by id limit 1",
                        UUID.class,
                        world.actor.operatorId());
        fill(person);
        world.truth.execute("analyze");
        Client client = new Client(world.address()).login(World.USERNAME);
        String diary = "/people/" + person + "/diary";
        List<String> pages =
                List.of(
                        diary,
                        diary
                                + "?before="
                                + world.truth.queryForObject(
                                        """
                                        select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '_' || id
                                        from note where person_id = ? order by at desc offset ? limit 1\
                                        """,
                                        String.class,
                                        person,
                                        EVENTS / 4));
        Timings.beside(
                "diary of 10,000 events",
                world.count,
                200,
                i -> read(client, pages.get(i % 2), "class=\"timeline\""),
                i ->
                        world.truth.queryForList(
                                """
                                select * from (
                                    (select id, at, body from note where person_id = ? order by at desc limit ?)
                                    union all
                                    (select id, at, note from step where person_id = ? order by at desc limit ?)) t
                                order by at desc limit ?\
                                """,
                                person,
                                ROWS,
                                person,
                                ROWS,
                                ROWS));
        UUID file =
                world.truth.queryForObject(
                        "select id from case_file where person_id = ?", UUID.class, person);
        Timings.beside(
                "page of a case",
                world.count,
                200,
                i -> read(client, "/cases/" + file, "Situazione"),
                i -> world.truth.queryForList("select * from case_file where id = ?", file));
        for (String order : List.of("OWN", "DUE", "CHANGED")) {
            Timings.beside(
                    "work list of 500, " + order,
                    world.count,
                    200,
                    i -> read(client, "/cases?order=" + order, "Casi aperti"),
                    i ->
                            world.truth.queryForList(
                                    """
                                    select c.*, p.family_name, p.given_name from case_file c join person p on p.id = c.person_id
                                    where c.organisation_id = ? and c.status <> 'CLOSED' order by p.family_name limit 101\
                                    """,
                                    world.actor.organisationId()));
        }
    }

    private void open() {
        world.truth.update(
                """
                insert into case_file (id, person_id, organisation_id, status, opened_at, case_manager_id, team_kind,
                    version)
                select gen_random_uuid(), g.person_id, g.organisation_id, 'IN_CARE', now(), ?, 'WITHIN_BODY', 0
                from access_grant g
                where g.organisation_id = ? and g.basis = 'FILE'
                  and not exists (select 1 from case_file c where c.person_id = g.person_id)
                order by g.person_id limit ?\
                """,
                world.actor.operatorId(),
                world.actor.organisationId(),
                CASES);
    }

    /** Half are notes, half are moves of appointments. */
    private void fill(UUID person) {
        world.truth.update(
                """
                insert into note (id, person_id, section, body, at, operator_id, organisation_id)
                select gen_random_uuid(), ?, case n % 3 when 0 then 'SOCIAL' when 1 then 'LABOUR' else 'RESERVED' end,
                    repeat('Colloquio di aggiornamento. ', 1 + n % 10), now() - n * interval '1 hour', ?, ?
                from generate_series(1, ?) n\
                """,
                person, world.actor.operatorId(), world.actor.organisationId(), EVENTS / 2);
        world.truth.update(
                """
                insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id,
                    organisation_id)
                select gen_random_uuid(), gen_random_uuid(), ?, 'appointment', 'IDENTITY', 'ARRIVE', 'ARRIVED',
                    now() - n * interval '1 hour' - interval '5 minutes', ?, ?
                from generate_series(1, ?) n\
                """,
                person,
                world.actor.operatorId(),
                world.actor.organisationId(),
                EVENTS / 2);
    }

    private static void read(Client client, String path, String expected) {
        Client.Page page = client.get(path);
        if (page.status() != 200 || !page.body().contains(expected)) {
            throw new IllegalStateException(page.status() + " " + page.path());
        }
    }
}
