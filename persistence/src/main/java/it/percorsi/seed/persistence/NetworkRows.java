package it.percorsi.seed.persistence;

import static it.percorsi.seed.persistence.OwnerTables.row;
import static it.percorsi.seed.persistence.Yaml.optional;
import static it.percorsi.seed.persistence.Yaml.text;

import it.percorsi.pathway.Ids;
import java.time.DayOfWeek;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Bodies, desks, accounts, what can be booked and who decides: rows of the network. */
@Component
class NetworkRows {

    private final OwnerTables tables;

    NetworkRows(OwnerTables tables) {
        this.tables = tables;
    }

    void organisation(JsonNode node) {
        tables.insert(
                "organisation",
                row(
                        "id",
                        Ids.next(),
                        "code",
                        text(node, "key"),
                        "name",
                        text(node, "name"),
                        "kind",
                        text(node, "kind"),
                        "municipality",
                        optional(node, "municipality"),
                        "version",
                        0));
    }

    UUID organisation(String code) {
        return tables.id("organisation", code);
    }

    void account(
            String username,
            String name,
            UUID organisation,
            String role,
            String hash,
            boolean demo) {
        UUID id = Ids.next();
        tables.insert(
                "operator",
                row(
                        "id",
                        id,
                        "username",
                        username,
                        "name",
                        name,
                        "active",
                        true,
                        "demo",
                        demo,
                        "version",
                        0));
        tables.insert(
                "membership",
                row(
                        "id",
                        Ids.next(),
                        "operator_id",
                        id,
                        "organisation_id",
                        organisation,
                        "role",
                        role,
                        "valid_from",
                        "2018-01-01"));
        tables.insert("credential", row("operator_id", id, "password_hash", hash));
    }

    void desk(JsonNode node) {
        UUID id = Ids.next();
        tables.insert(
                "desk",
                row(
                        "id",
                        id,
                        "organisation_id",
                        organisation(text(node, "organisation")),
                        "code",
                        text(node, "key"),
                        "name",
                        text(node, "name"),
                        "kind",
                        text(node, "kind"),
                        "municipality",
                        text(node, "municipality"),
                        "version",
                        0));
        for (JsonNode hours : node.path("hours")) {
            tables.insert(
                    "opening_hours",
                    row(
                            "id",
                            Ids.next(),
                            "desk_id",
                            id,
                            "weekday",
                            weekday(hours),
                            "access",
                            text(hours, "access"),
                            "opens",
                            optional(hours, "from"),
                            "closes",
                            optional(hours, "to")));
        }
    }

    void service(JsonNode node, String code, @Nullable UUID desk) {
        tables.insert(
                "service",
                row(
                        "id",
                        Ids.next(),
                        "organisation_id",
                        organisation(text(node, "organisation")),
                        "desk_id",
                        desk,
                        "code",
                        code,
                        "name",
                        text(node, "name"),
                        "content",
                        text(node, "content"),
                        "channels",
                        optional(node, "channels"),
                        "target",
                        optional(node, "target"),
                        "plain",
                        optional(node, "plain"),
                        "open_to_public",
                        optional(node, "public") != null,
                        "minutes",
                        optional(node, "minutes")));
    }

    void mediator(JsonNode node) {
        UUID id = Ids.next();
        tables.insert(
                "resource",
                row(
                        "id",
                        id,
                        "code",
                        text(node, "key"),
                        "kind",
                        "MEDIATOR",
                        "organisation_id",
                        organisation(text(node, "organisation")),
                        "name",
                        text(node, "name"),
                        "language",
                        text(node, "language")));
        node.path("shifts").forEach(shift -> availability(id, null, shift));
    }

    void resource(JsonNode node) {
        UUID id = Ids.next();
        tables.insert(
                "resource",
                row(
                        "id",
                        id,
                        "code",
                        text(node, "code"),
                        "kind",
                        text(node, "kind"),
                        "organisation_id",
                        organisation(text(node, "organisation")),
                        "operator_id",
                        node.has("operator") ? tables.operator(text(node, "operator")) : null,
                        "name",
                        text(node, "name")));
        for (JsonNode window : node.path("availability")) {
            availability(id, tables.id("service", text(window, "service")), window);
        }
    }

    void availability(UUID resource, @Nullable UUID service, JsonNode window) {
        tables.insert(
                "availability",
                row(
                        "id",
                        Ids.next(),
                        "resource_id",
                        resource,
                        "service_id",
                        service,
                        "weekday",
                        weekday(window),
                        "opens",
                        text(window, "from"),
                        "closes",
                        text(window, "to")));
    }

    static int weekday(JsonNode node) {
        return DayOfWeek.valueOf(text(node, "day")).getValue();
    }
}
