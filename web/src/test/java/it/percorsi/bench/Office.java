package it.percorsi.bench;

import it.percorsi.pathway.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** A service with operators, rooms and mediators in the largest body, for measuring its agenda. */
record Office(World world, UUID body, String service, List<UUID> operators) {

    static Office open(World world, String service, int operators, int rooms, int mediators) {
        JdbcTemplate truth = world.truth;
        UUID body = world.actor.organisationId();
        String town =
                truth.queryForObject(
                        "select belfiore from municipality order by 1 limit 1", String.class);
        truth.update("update organisation set municipality = ? where id = ?", town, body);
        UUID desk = Ids.next();
        UUID id = Ids.next();
        insert(
                truth,
                "desk",
                "id, code, organisation_id, name, kind, municipality, version",
                desk,
                service,
                body,
                "Sede " + service,
                "PUA",
                town,
                0);
        insert(
                truth,
                "service",
                "id, code, desk_id, organisation_id, name, content, minutes",
                id,
                service,
                desk,
                body,
                "Servizio " + service,
                "Prova",
                30);
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < operators; i++) {
            made.add(resource(truth, service + "-op-" + i, "OPERATOR", body, null, id));
        }
        IntStream.range(0, rooms)
                .forEach(i -> resource(truth, service + "-room-" + i, "ROOM", body, null, id));
        IntStream.range(0, mediators)
                .forEach(i -> resource(truth, service + "-med-" + i, "MEDIATOR", body, "ur", null));
        return new Office(world, body, service, made);
    }

    private static UUID resource(
            JdbcTemplate truth,
            String code,
            String kind,
            UUID body,
            String language,
            UUID service) {
        UUID id = Ids.next();
        insert(
                truth,
                "resource",
                "id, code, kind, organisation_id, name, language",
                id,
                code,
                kind,
                body,
                code,
                language);
        for (int weekday = 1; weekday <= 5; weekday++) {
            truth.update(
                    "insert into availability values (?, ?, ?, ?, '09:00', '13:00')",
                    Ids.next(),
                    id,
                    service,
                    weekday);
        }
        return id;
    }

    private static void insert(JdbcTemplate truth, String table, String columns, Object... values) {
        truth.update(
                "insert into %s (%s) values (%s)"
                        .formatted(table, columns, "?" + ", ?".repeat(values.length - 1)),
                values);
    }
}
