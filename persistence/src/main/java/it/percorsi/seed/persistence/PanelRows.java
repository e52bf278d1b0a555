package it.percorsi.seed.persistence;

import static it.percorsi.seed.persistence.OwnerTables.row;
import static it.percorsi.seed.persistence.Yaml.optional;
import static it.percorsi.seed.persistence.Yaml.text;

import it.percorsi.pathway.Ids;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Who decides: panels, who sits in them, what they usually write. */
@Component
class PanelRows {

    private final OwnerTables tables;

    PanelRows(OwnerTables tables) {
        this.tables = tables;
    }

    void panel(JsonNode node) {
        UUID id = Ids.next();
        String programme = optional(node, "programme");
        String from = text(node, "from");
        tables.insert(
                "panel",
                row(
                        "id",
                        id,
                        "code",
                        text(node, "code"),
                        "organisation_id",
                        tables.id("organisation", text(node, "organisation")),
                        "name",
                        text(node, "name"),
                        "kind",
                        text(node, "kind"),
                        "programme_id",
                        programme == null ? null : tables.id("programme", programme),
                        "votes",
                        node.path("votes").asBoolean()));
        tables.insert(
                "panel_quorum",
                row("panel_id", id, "valid_from", from, "members", node.path("quorum").asInt()));
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
                            text(member, "body"),
                            "seat",
                            text(member, "seat"),
                            "valid_from",
                            from));
        }
        for (JsonNode phrase : node.path("phrases")) {
            tables.insert(
                    "panel_phrase",
                    row(
                            "id",
                            Ids.next(),
                            "panel_id",
                            id,
                            "decision",
                            text(phrase, "decision"),
                            "text",
                            text(phrase, "text")));
        }
    }
}
