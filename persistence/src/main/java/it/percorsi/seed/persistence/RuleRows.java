package it.percorsi.seed.persistence;

import static it.percorsi.seed.persistence.OwnerTables.row;
import static it.percorsi.seed.persistence.Yaml.optional;
import static it.percorsi.seed.persistence.Yaml.text;

import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A programme's conditions: rows of the rules' tables. */
@Component
class RuleRows {

    private final OwnerTables tables;

    RuleRows(OwnerTables tables) {
        this.tables = tables;
    }

    void rule(UUID programme, int ordinal, JsonNode node) {
        tables.insert(
                "eligibility_rule",
                row(
                        "programme_id",
                        programme,
                        "ordinal",
                        ordinal,
                        "rule",
                        text(node, "rule"),
                        "age_min",
                        optional(node.path("min"), "years"),
                        "age_min_included",
                        optional(node.path("min"), "included"),
                        "age_max",
                        optional(node.path("max"), "years"),
                        "age_max_included",
                        optional(node.path("max"), "included"),
                        "age_edges_verified",
                        optional(node, "edgesVerified"),
                        "age_measured_on",
                        optional(node, "measuredOn"),
                        "wording",
                        optional(node, "wording"),
                        "valid_from",
                        optional(node, "from"),
                        "valid_until",
                        optional(node, "until"),
                        "source",
                        text(node, "source"),
                        "verified",
                        node.path("verified").asBoolean(),
                        "note",
                        optional(node, "note")));
        listed(programme, ordinal, "permit_kind", node.path("kinds"));
        listed(programme, ordinal, "municipality", node.path("municipalities"));
    }

    private void listed(UUID programme, int ordinal, String what, JsonNode codes) {
        for (JsonNode code : codes) {
            tables.insert(
                    "eligibility_" + what,
                    row("programme_id", programme, "ordinal", ordinal, what, code.asString()));
        }
    }
}
