package it.percorsi.seed.persistence;

import static it.percorsi.seed.persistence.OwnerTables.row;
import static it.percorsi.seed.persistence.Yaml.text;

import it.percorsi.pathway.Ids;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Which languages operators speak, and when they stand at a desk. */
@Component
class RotaRows {

    private final OwnerTables tables;

    RotaRows(OwnerTables tables) {
        this.tables = tables;
    }

    void languages(JsonNode node) {
        for (JsonNode language : node.path("languages")) {
            tables.insert(
                    "operator_language",
                    row(
                            "operator_id",
                            tables.operator(text(node, "operator")),
                            "language",
                            language.asString()));
        }
    }

    void duty(JsonNode node) {
        for (JsonNode shift : node.path("shifts")) {
            tables.insert(
                    "duty",
                    row(
                            "id",
                            Ids.next(),
                            "desk_id",
                            tables.id("desk", text(node, "desk")),
                            "operator_id",
                            tables.operator(text(node, "operator")),
                            "profile",
                            text(node, "profile"),
                            "weekday",
                            NetworkRows.weekday(shift),
                            "opens",
                            text(shift, "from"),
                            "closes",
                            text(shift, "to")));
        }
    }
}
