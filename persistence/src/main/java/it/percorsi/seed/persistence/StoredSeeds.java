package it.percorsi.seed.persistence;

import static it.percorsi.seed.persistence.OwnerTables.row;
import static it.percorsi.seed.persistence.Yaml.text;

import it.percorsi.pathway.Ids;
import it.percorsi.seed.Seeds;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class StoredSeeds implements Seeds {

    private final OwnerTables tables;
    private final NetworkRows network;
    private final RotaRows rota;
    private final PanelRows panels;
    private final ProgrammeRows programmes;

    /** Reference tables come first: everything here points at them. */
    StoredSeeds(
            OwnerTables tables,
            ReferenceSeeds reference,
            NetworkRows network,
            RotaRows rota,
            PanelRows panels,
            ProgrammeRows programmes) {
        this.tables = tables;
        this.network = network;
        this.rota = rota;
        this.panels = panels;
        this.programmes = programmes;
    }

    @Override
    public boolean nobody() {
        return tables.empty("membership");
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
        network.account("admin", "Amministrazione", body, "ADMINISTRATOR", passwordHash, false);
    }

    @Override
    public void programme(String name) {
        JsonNode file = Yaml.read("seeds/programmes/" + name + ".yaml");
        if (tables.holds("programme", text(file.path("programme"), "code"))) {
            return;
        }
        missing("organisation", file.path("organisations"), network::organisation);
        missing("desk", file.path("desks"), network::desk);
        for (JsonNode rule : file.path("staffing")) {
            tables.update(
                    "update desk set staffing = ? where code = ? and staffing is null",
                    text(rule, "rule"),
                    text(rule, "desk"));
        }
        missing(
                "service",
                file.path("services"),
                node -> network.service(node, text(node, "key"), null));
        missing("resource", file.path("mediators"), network::mediator);
        programmes.programme(file);
    }

    /** What is there already, perhaps by another programme, stays as it is. */
    private void missing(String table, JsonNode nodes, Consumer<JsonNode> insert) {
        for (JsonNode node : nodes) {
            if (!tables.holds(table, text(node, "key"))) {
                insert.accept(node);
            }
        }
    }

    @Override
    public void demoNetwork(String passwordHash) {
        JsonNode file = Yaml.read("seeds/demo/00-rete.yaml");
        file.path("organisations").forEach(network::organisation);
        for (JsonNode node : file.path("bodies")) {
            programmes.body(tables.id("programme", text(node, "programme")), node);
        }
        file.path("agreements").forEach(programmes::agreement);
        for (JsonNode node : file.path("accounts")) {
            network.account(
                    text(node, "username"),
                    text(node, "name"),
                    network.organisation(text(node, "organisation")),
                    text(node, "role"),
                    passwordHash,
                    true);
        }
        file.path("desks").forEach(network::desk);
        for (JsonNode node : file.path("bookables")) {
            network.service(node, text(node, "code"), tables.id("desk", text(node, "desk")));
        }
        file.path("resources").forEach(network::resource);
        for (JsonNode node : file.path("mediator_operators")) {
            tables.update(
                    "update resource set operator_id = ? where code = ?",
                    tables.operator(text(node, "operator")),
                    text(node, "resource"));
        }
        file.path("languages").forEach(rota::languages);
        file.path("duties").forEach(rota::duty);
        file.path("panels").forEach(panels::panel);
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
}
