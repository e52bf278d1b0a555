package it.percorsi.demo;

import static it.percorsi.demo.DemoNames.known;
import static it.percorsi.demo.DemoNames.text;
import static it.percorsi.demo.DemoNames.texts;
import static it.percorsi.demo.DemoNames.weekday;

import it.percorsi.access.Actor;
import it.percorsi.direct.DirectMove;
import it.percorsi.direct.DirectReferral;
import it.percorsi.direct.DirectReferrals;
import it.percorsi.direct.DirectService;
import it.percorsi.meeting.PlannedMeetingService;
import it.percorsi.pathway.Grounds;
import it.percorsi.plan.GroupService;
import it.percorsi.plan.HourService;
import it.percorsi.plan.HoursMove;
import it.percorsi.plan.PlanReadingService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The verbs of what is done with others: sending on, hours given to several, meetings. */
@Component
class DemoSharedActions {

    private final DirectService direct;
    private final GroupService groups;
    private final PlanReadingService plans;
    private final PlannedMeetingService meetings;
    private final DemoNames names;
    private final Map<String, UUID> sent = new HashMap<>();

    DemoSharedActions(
            DirectService direct,
            GroupService groups,
            PlanReadingService plans,
            PlannedMeetingService meetings,
            DemoNames names) {
        this.direct = direct;
        this.groups = groups;
        this.plans = plans;
        this.meetings = meetings;
        this.names = names;
    }

    void perform(String verb, JsonNode what, Actor by, Instant at) {
        switch (verb) {
            case "sendOn" -> sendOn(what, by, at);
            case "answer" ->
                    direct.move(
                            by,
                            at,
                            known(sent, text(what, "person")),
                            DirectMove.valueOf(text(what, "move")),
                            text(what, "note"));
            case "gather" -> gather(what, by, at);
            case "convene" ->
                    meetings.plan(
                            by,
                            at,
                            on(what),
                            texts(what.path("people")).stream()
                                    .map(key -> known(names.caseFiles, key))
                                    .toList());
            default -> throw new IllegalArgumentException("unknown verb " + verb);
        }
    }

    private LocalDate on(JsonNode what) {
        return weekday(names.start.plusDays(what.path("on").asInt()));
    }

    private void sendOn(JsonNode what, Actor by, Instant at) {
        UUID receiver =
                direct.receivers(by).stream()
                        .filter(each -> each.name().equals(text(what, "to")))
                        .map(DirectReferrals.Receiver::id)
                        .findFirst()
                        .orElseThrow();
        sent.put(
                text(what, "person"),
                direct.send(
                        by,
                        at,
                        names.person(what),
                        null,
                        new DirectReferral.Asked(
                                receiver,
                                null,
                                DirectReferral.Service.valueOf(text(what, "service")),
                                text(what, "what"),
                                new Grounds(
                                        texts(what.path("needs")),
                                        text(what, "reason"),
                                        text(what, "basis")),
                                null)));
    }

    /** One hour for several, each by the objective it serves, given by who has no account. */
    private void gather(JsonNode what, Actor by, Instant at) {
        Set<UUID> supports = new LinkedHashSet<>();
        JsonNode people = what.path("people");
        for (String key : people.propertyNames()) {
            UUID plan = known(names.plans, key);
            supports.add(plans.look(by, at, plan).supports().get(people.path(key).asInt()).id());
        }
        Map<UUID, List<String>> refused =
                groups.record(
                        HoursMove.BOOK,
                        by,
                        at,
                        supports,
                        new HourService.Given(
                                supports.iterator().next(),
                                on(what).atTime(LocalTime.parse(text(what, "time"))),
                                what.path("minutes").asInt(),
                                text(what, "topic"),
                                text(what, "giver")));
        if (!refused.isEmpty()) {
            throw new IllegalStateException(refused.toString());
        }
    }
}
