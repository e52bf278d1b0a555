package it.percorsi.procedure.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.procedure.ProcedureService;
import it.percorsi.procedure.ProcedureService.Owner;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Who can look after a procedure, as a list to choose from: the whole body, or a colleague. */
final class Owners {

    static final String BODY = "body";

    private Owners() {}

    static List<Network.Choice> of(ProcedureService procedures, Actor actor) {
        return Stream.concat(
                        Stream.of(new Network.Choice(BODY, actor.organisationName())),
                        procedures.followers(actor).stream()
                                .map(each ->
                                        new Network.Choice(
                                                each.operatorId().toString(), each.name())))
                .toList();
    }

    static Owner read(String code) {
        return new Owner(code.equals(BODY) ? null : UUID.fromString(code));
    }
}
