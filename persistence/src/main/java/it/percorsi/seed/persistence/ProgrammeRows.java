package it.percorsi.seed.persistence;

import static it.percorsi.seed.persistence.OwnerTables.row;
import static it.percorsi.seed.persistence.Yaml.optional;
import static it.percorsi.seed.persistence.Yaml.text;

import it.percorsi.pathway.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A programme as its plan prints it: rows of the programme's tables. */
@Component
class ProgrammeRows {

    private final OwnerTables tables;
    private final NetworkRows network;
    private final RuleRows rules;

    ProgrammeRows(OwnerTables tables, NetworkRows network, RuleRows rules) {
        this.tables = tables;
        this.network = network;
        this.rules = rules;
    }

    void programme(JsonNode file) {
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
                        optional(card, "fund"),
                        "runs_from",
                        optional(card, "from"),
                        "runs_until",
                        optional(card, "until"),
                        "zone",
                        text(card, "zone"),
                        "target",
                        optional(card, "target"),
                        "women_percent",
                        optional(card, "women")));
        file.path("bodies").forEach(node -> body(id, node));
        for (JsonNode node : file.path("activities")) {
            tables.insert(
                    "activity_line",
                    row(
                            "programme_id",
                            id,
                            "organisation_id",
                            network.organisation(text(node, "body")),
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
                                        network.organisation(text(node, "body")),
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
                                        network.organisation(text(node, "body")),
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
                file.path("remarks"),
                (n, node) ->
                        tables.insert(
                                "programme_remark",
                                row(
                                        "programme_id",
                                        id,
                                        "ordinal",
                                        n,
                                        "text",
                                        text(node, "text"),
                                        "source",
                                        text(node, "source"))));
        each(file.path("eligibility"), (n, node) -> rules.rule(id, n, node));
        file.path("hours").forEach(node -> hours(id, node));
    }

    private void hours(UUID programme, JsonNode node) {
        tables.insert(
                "path_hours",
                row(
                        "programme_id",
                        programme,
                        "minutes",
                        node.path("path").asInt() * 60,
                        "valid_from",
                        text(node, "from"),
                        "valid_until",
                        optional(node, "until"),
                        "source",
                        text(node, "source"),
                        "verified",
                        node.path("verified").asBoolean()));
    }

    String names(JsonNode codes) {
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

    /** After those that are there. */
    void body(UUID programme, JsonNode node) {
        tables.update(
                """
                insert into programme_body (programme_id, organisation_id, role, target, enrols, ordinal)
                select p.id, ?, ?, ?::int, ?::boolean,
                    1 + (select coalesce(max(ordinal), 0) from programme_body where programme_id = p.id)
                from programme p where p.id = ?
                """,
                network.organisation(text(node, "organisation")),
                text(node, "role"),
                optional(node, "target"),
                node.path("enrols").asBoolean(node.has("target")),
                programme);
    }

    /** Between a social and a labour body, both ways, for every purpose. */
    void agreement(JsonNode node) {
        UUID social = network.organisation(node.path("between").get(0).asString());
        UUID labour = network.organisation(node.path("between").get(1).asString());
        for (String purpose : List.of("CARE", "ASSESSMENT")) {
            legalBasis(node, "SOCIAL_TO_LABOUR", purpose, social, labour);
            legalBasis(node, "LABOUR_TO_SOCIAL", purpose, labour, social);
        }
    }

    private void legalBasis(JsonNode node, String direction, String purpose, UUID from, UUID to) {
        tables.insert(
                "legal_basis",
                row(
                        "id",
                        Ids.next(),
                        "direction",
                        direction,
                        "purpose",
                        purpose,
                        "kind",
                        "PUBLIC_TASK",
                        "from_organisation_id",
                        from,
                        "to_organisation_id",
                        to,
                        "reference",
                        text(node, "reference"),
                        "valid_from",
                        text(node, "from")));
    }

    private static void each(
            JsonNode list, java.util.function.BiConsumer<Integer, JsonNode> action) {
        for (int i = 0; i < list.size(); i++) {
            action.accept(i + 1, list.get(i));
        }
    }
}
