package it.percorsi.casefile;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.Obstacles;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passing on all that is in the hands of somebody who goes. */
@Service
@Transactional
public class InHandService {

    private final InHand hands;
    private final CaseloadService caseloads;
    private final AccessTrail trail;

    InHandService(InHand hands, CaseloadService caseloads, AccessTrail trail) {
        this.hands = hands;
        this.caseloads = caseloads;
        this.trail = trail;
    }

    /**
     * @param receiver to whom it would pass, or null if nobody is chosen yet
     */
    public Sheet look(Actor by, Instant at, UUID holder, @Nullable UUID receiver) {
        mayPass(by, holder);
        List<InHand.Receiver> receivers = hands.receivers(holder, by);
        UUID chosen = offers(receivers, receiver) ? receiver : null;
        List<InHand.Row> rows = hands.of(holder, chosen, by);
        trail.listed(
                by,
                "in-hand",
                rows.stream()
                        .map(InHand.Row::personId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                at);
        return new Sheet(hands.name(holder, by), rows, receivers, chosen);
    }

    /** Whether a colleague may take over today. */
    public boolean offers(Actor by, UUID holder, UUID receiver) {
        mayPass(by, holder);
        return offers(hands.receivers(holder, by), receiver);
    }

    /**
     * Passes what can pass; what cannot stays, and hinders nothing else.
     *
     * @return how many things are in other hands now
     */
    public int pass(
            Actor by, Instant at, UUID holder, UUID receiver, Set<InHand.Kind> kinds, String why) {
        new Obstacles()
                .when(!offers(by, holder, receiver), "in-hand.receiver-gone")
                .when(why.isBlank(), "move.reason-missing")
                .when(kinds.stream().noneMatch(InHand.Kind::passes), "in-hand.nothing-chosen")
                .refuse();
        List<InHand.Row> before = hands.of(holder, receiver, by);
        if (kinds.contains(InHand.Kind.CASE)) {
            entrust(by, at, holder, receiver, before, why);
        }
        for (InHand.Passed each : hands.pass(holder, receiver, kinds, why, by, at)) {
            trail.passed(
                    by,
                    each.kind().subject(),
                    each.id(),
                    each.personId() == null ? List.of() : List.of(each.personId()),
                    why,
                    at);
        }
        return before.size() - hands.of(holder, receiver, by).size();
    }

    private void entrust(
            Actor by, Instant at, UUID holder, UUID receiver, List<InHand.Row> rows, String why) {
        Map<UUID, UUID> cases = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.kind() == InHand.Kind.CASE && row.obstacle() == null)
                .forEach(row -> cases.put(row.id(), receiver));
        Set<UUID> meanwhile = caseloads.entrust(by, at, holder, cases, why).keySet();
        if (cases.keySet().removeAll(meanwhile)) {
            caseloads.entrust(by, at, holder, cases, why);
        }
    }

    private static boolean offers(List<InHand.Receiver> receivers, @Nullable UUID chosen) {
        return receivers.stream().anyMatch(each -> each.operatorId().equals(chosen));
    }

    private void mayPass(Actor by, UUID holder) {
        if (by.role() != Role.SOCIAL_WORKER || !caseloads.knows(by, holder)) {
            throw new NotVisible();
        }
    }

    /**
     * @param name whose hands they are
     * @param receiver to whom it would pass, or null if nobody is chosen yet
     */
    public record Sheet(
            String name,
            List<InHand.Row> rows,
            List<InHand.Receiver> receivers,
            @Nullable UUID receiver) {

        /** A line for each kind there is something of. */
        public List<Line> lines() {
            return Arrays.stream(InHand.Kind.values())
                    .map(kind ->
                            new Line(kind, rows.stream().filter(r -> r.kind() == kind).toList()))
                    .filter(line -> !line.rows().isEmpty())
                    .toList();
        }
    }

    /** All there is of a kind. */
    public record Line(InHand.Kind kind, List<InHand.Row> rows) {

        public long staying() {
            return rows.stream().filter(row -> row.obstacle() != null).count();
        }

        public boolean passes() {
            return staying() < rows.size();
        }
    }
}
