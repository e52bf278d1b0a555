package it.percorsi.demo;

import static it.percorsi.demo.DemoNames.text;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.Commitment;
import it.percorsi.plan.Levels;
import it.percorsi.plan.Plan;
import it.percorsi.plan.PlanEditions;
import it.percorsi.plan.PlanService;
import it.percorsi.plan.PlanSigningService;
import it.percorsi.plan.Promiser;
import it.percorsi.plan.Support;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A plan drawn, explained and signed. */
@Component
class DemoPlanActions {

    private final PlanService plans;
    private final PlanSigningService signing;
    private final Network network;
    private final DemoNames names;

    DemoPlanActions(
            PlanService plans, PlanSigningService signing, Network network, DemoNames names) {
        this.plans = plans;
        this.signing = signing;
        this.network = network;
        this.names = names;
    }

    void plan(JsonNode what, Actor by, Instant at) {
        Plan plan =
                plans.draw(
                        by,
                        at,
                        names.caseOf(what),
                        new PlanService.Outline(
                                text(what, "words"), names.day(what, "review"), null, null));
        names.plans.put(text(what, "person"), plan.id());
        for (JsonNode aim : what.path("objectives")) {
            plans.aim(
                    by,
                    at,
                    plan.id(),
                    new PlanService.Aim(
                            text(aim, "area"),
                            text(aim, "text"),
                            text(aim, "result"),
                            new Levels(level(aim, "today"), level(aim, "wanted")),
                            new Commitment.Terms(
                                    promiser(by, plan.id(), text(aim, "who")),
                                    text(aim, "commitment"),
                                    names.day(aim, "due")),
                            new Support.Terms(
                                    text(aim, "instrument"),
                                    aim.path("hours").asInt(),
                                    organisation(text(aim, "provider")),
                                    text(aim, "fund"))));
        }
        signing.propose(by, at, plan.id(), Rome.day(at), text(what, "language"), null);
        if (what.has("signed")) {
            signing.sign(
                    by,
                    at,
                    plan.id(),
                    new PlanEditions.Signature(
                            Rome.day(at), PlanEditions.Manner.PAPER, text(what, "signed")));
        }
    }

    /** Whoever of the team has that name, else the name. */
    private Promiser promiser(Actor by, UUID plan, String name) {
        return signing.team(by, plan).stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .map(member -> Promiser.of(member.id()))
                .orElseGet(() -> Promiser.named(name));
    }

    private static @Nullable Integer level(JsonNode aim, String name) {
        return aim.has(name) ? Integer.valueOf(aim.path(name).asInt()) : null;
    }

    private UUID organisation(String code) {
        return network.organisations().stream()
                .filter(organisation -> organisation.code().equals(code))
                .findFirst()
                .map(Network.OrganisationRow::id)
                .orElseThrow();
    }
}
