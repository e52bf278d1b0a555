package it.percorsi.demo;

import static it.percorsi.demo.DemoNames.known;
import static it.percorsi.demo.DemoNames.optional;
import static it.percorsi.demo.DemoNames.text;
import static it.percorsi.demo.DemoNames.texts;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.procedure.Particulars;
import it.percorsi.procedure.ProcedureMove;
import it.percorsi.procedure.ProcedureService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The verbs of paperwork at other offices. */
@Component
class DemoProcedureActions {

    private final ProcedureService procedures;
    private final DemoNames names;
    private final Map<String, UUID> begun = new HashMap<>();

    DemoProcedureActions(ProcedureService procedures, DemoNames names) {
        this.procedures = procedures;
        this.names = names;
    }

    void prepare(JsonNode what, Actor by, Instant at) {
        UUID procedure =
                procedures
                        .prepare(
                                by,
                                at,
                                names.person(what),
                                text(what, "kind"),
                                text(what, "about"),
                                String.join("\n", texts(what.path("missing"))),
                                what.path("mine").asBoolean() ? by.operatorId() : null,
                                Objects.requireNonNull(names.day(what, "next")))
                        .id();
        begun.put(text(what, "key"), procedure);
    }

    /** On the day of the action, unless another is said. */
    void step(JsonNode what, Actor by, Instant at) {
        LocalDate on = names.day(what, "on");
        procedures.move(
                by,
                at,
                known(begun, text(what, "procedure")),
                ProcedureMove.valueOf(text(what, "move")),
                new Particulars(
                        on == null ? Rome.day(at) : on,
                        optional(what, "place"),
                        optional(what, "receipt"),
                        names.day(what, "next"),
                        names.day(what, "until"),
                        optional(what, "note")));
    }
}
