package it.percorsi.seed.persistence;

import static it.percorsi.seed.persistence.Yaml.optional;
import static it.percorsi.seed.persistence.Yaml.text;

import it.percorsi.pathway.Ids;
import it.percorsi.seed.Seeds;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class StoredSeeds implements Seeds {

    private final OwnerTables tables;

    /** Reference tables come first: everything here points at them. */
    StoredSeeds(OwnerTables tables, ReferenceSeeds reference) {
        this.tables = tables;
    }

    @Override
    public boolean nobody() {
        return tables.empty("operator");
    }

    @Override
    public void firstAdministrator(String passwordHash) {
        UUID body = Ids.next();
        tables.insert(
                "organisation",
                row(
                        "id",
                        body,
                        "code",
                        "amministrazione",
                        "name",
                        "Amministrazione",
                        "kind",
                        "OTHER",
                        "version",
                        0));
        account("admin", "Amministrazione", body, "ADMINISTRATOR", passwordHash, false);
    }

    @Override
    public void programme(String name) {
        JsonNode file = Yaml.read("seeds/programmes/" + name + ".yaml");
        file.path("organisations").forEach(this::organisation);
        file.path("desks").forEach(this::desk);
        for (JsonNode rule : file.path("staffing")) {
            tables.update(
                    "update desk set staffing = ? where code = ?",
                    text(rule, "rule"),
                    text(rule, "desk"));
        }
        file.path("services").forEach(node -> service(node, text(node, "key"), null));
        file.path("mediators").forEach(this::mediator);
        programme(file);
    }

    private void programme(JsonNode file) {
        JsonNode card = file.path("programme");
        UUID id = Ids.next();
        tables.insert(
                "programme",
                row(
                        "id",
                        id,
                        "code",
                        text(card, "code"),
                        "name",
                        text(card, "name"),
                        "fund",
                        text(card, "fund"),
                        "runs_from",
                        text(card, "from"),
                        "runs_until",
                        text(card, "until"),
                        "zone",
                        text(card, "zone")));
        file.path("bodies").forEach(node -> body(id, node));
        for (JsonNode node : file.path("activities")) {
            tables.insert(
                    "activity_line",
                    row(
                            "programme_id",
                            id,
                            "organisation_id",
                            organisation(text(node, "body")),
                            "line",
                            text(node, "line"),
                            "label",
                            text(node, "label"),
                            "ticked",
                            node.path("ticked").asBoolean()));
        }
        each(
                file.path("amounts"),
                (n, node) ->
                        tables.insert(
                                "budget_amount",
                                row(
                                        "programme_id",
                                        id,
                                        "organisation_id",
                                        organisation(text(node, "body")),
                                        "ordinal",
                                        n,
                                        "line",
                                        optional(node, "line"),
                                        "euro",
                                        text(node, "euro"))));
        each(
                file.path("schedule"),
                (n, node) ->
                        tables.insert(
                                "scheduled_activity",
                                row(
                                        "programme_id",
                                        id,
                                        "ordinal",
                                        n,
                                        "activity",
                                        text(node, "activity"),
                                        "starts_on",
                                        text(node, "from"),
                                        "ends_on",
                                        text(node, "until"),
                                        "output",
                                        optional(node, "output"),
                                        "responsible",
                                        names(node.path("responsible")))));
        each(
                file.path("indicators"),
                (n, node) ->
                        tables.insert(
                                "context_indicator",
                                row(
                                        "programme_id",
                                        id,
                                        "organisation_id",
                                        organisation(text(node, "body")),
                                        "ordinal",
                                        n,
                                        "name",
                                        text(node, "name"),
                                        "value",
                                        text(node, "value"),
                                        "unit",
                                        text(node, "unit"),
                                        "numerator",
                                        optional(node, "numerator"),
                                        "denominator",
                                        optional(node, "denominator"),
                                        "reference_year",
                                        optional(node, "year"),
                                        "source",
                                        optional(node, "source"),
                                        "warning",
                                        optional(node, "warning"))));
        each(
                file.path("eligibility"),
                (n, node) ->
                        tables.insert(
                                "eligibility_rule",
                                row(
                                        "programme_id",
                                        id,
                                        "ordinal",
                                        n,
                                        "rule",
                                        text(node, "rule"),
                                        "age_min",
                                        optional(node, "min"),
                                        "age_max",
                                        optional(node, "max"))));
    }

    private String names(JsonNode codes) {
        List<String> names = new ArrayList<>();
        for (JsonNode code : codes) {
            names.addAll(
                    tables.list(
                            "select name from organisation where code = '%s'"
                                    .formatted(code.asString()),
                            (found, n) -> found.getString(1)));
        }
        return String.join(", ", names);
    }

    @Override
    public void demoNetwork(String passwordHash) {
        JsonNode file = Yaml.read("seeds/demo/00-rete.yaml");
        file.path("organisations").forEach(this::organisation);
        for (JsonNode node : file.path("bodies")) {
            body(tables.id("programme", text(node, "programme")), node);
        }
        for (JsonNode node : file.path("accounts")) {
            account(
                    text(node, "username"),
                    text(node, "name"),
                    organisation(text(node, "organisation")),
                    text(node, "role"),
                    passwordHash,
                    true);
        }
        file.path("desks").forEach(this::desk);
        for (JsonNode node : file.path("bookables")) {
            service(node, text(node, "code"), tables.id("desk", text(node, "desk")));
        }
        file.path("resources").forEach(this::resource);
        for (JsonNode node : file.path("mediator_operators")) {
            tables.update(
                    "update resource set operator_id = ? where code = ?",
                    tables.operator(text(node, "operator")),
                    text(node, "resource"));
        }
        file.path("panels").forEach(this::panel);
    }

    @Override
    public List<DemoAccount> demoAccounts() {
        return tables.list(
                """
                select o.username, g.name, m.role from operator o
                join membership m on m.operator_id = o.id join organisation g on g.id = m.organisation_id
                where o.demo and o.active order by o.id\
                """,
                (found, n) ->
                        new DemoAccount(
                                found.getString(1), found.getString(2), found.getString(3)));
    }

    private void organisation(JsonNode node) {
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

    private UUID organisation(String code) {
        return tables.id("organisation", code);
    }

    private void body(UUID programme, JsonNode node) {
        tables.insert(
                "programme_body",
                row(
                        "programme_id",
                        programme,
                        "organisation_id",
                        organisation(text(node, "organisation")),
                        "role",
                        text(node, "role"),
                        "target",
                        optional(node, "target")));
    }

    private void account(
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

    private void desk(JsonNode node) {
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

    private void service(JsonNode node, String code, @Nullable UUID desk) {
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
                        "minutes",
                        optional(node, "minutes")));
    }

    private void mediator(JsonNode node) {
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

    private void resource(JsonNode node) {
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
                        tables.operator(text(node, "operator")),
                        "name",
                        text(node, "name")));
        for (JsonNode window : node.path("availability")) {
            availability(id, tables.id("service", text(window, "service")), window);
        }
    }

    private void availability(UUID resource, @Nullable UUID service, JsonNode window) {
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

    private void panel(JsonNode node) {
        UUID id = Ids.next();
        tables.insert(
                "panel",
                row(
                        "id",
                        id,
                        "code",
                        text(node, "code"),
                        "organisation_id",
                        organisation(text(node, "organisation")),
                        "name",
                        text(node, "name"),
                        "quorum",
                        node.path("quorum").asInt()));
        for (JsonNode member : node.path("members")) {
            String operator = optional(member, "operator");
            tables.insert(
                    "panel_member",
                    row(
                            "id",
                            Ids.next(),
                            "panel_id",
                            id,
                            "operator_id",
                            operator == null ? null : tables.operator(operator),
                            "name",
                            text(member, "name"),
                            "body",
                            text(member, "body")));
        }
    }

    private static int weekday(JsonNode node) {
        return DayOfWeek.valueOf(text(node, "day")).getValue();
    }

    private static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }

    private static void each(
            JsonNode list, java.util.function.BiConsumer<Integer, JsonNode> action) {
        for (int i = 0; i < list.size(); i++) {
            action.accept(i + 1, list.get(i));
        }
    }
}
