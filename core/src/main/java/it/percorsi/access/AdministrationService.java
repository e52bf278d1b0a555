package it.percorsi.access;

import it.percorsi.network.Desk;
import it.percorsi.network.DeskDay;
import it.percorsi.network.DeskHours;
import it.percorsi.network.Network;
import it.percorsi.network.Organisation;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bodies, desks, accounts and roles, kept by administrators. */
@Service
@Transactional
public class AdministrationService {

    private final Operators operators;
    private final Network network;
    private final DeskHours hours;
    private final AccessTrail trail;

    AdministrationService(
            Operators operators, Network network, DeskHours hours, AccessTrail trail) {
        this.operators = operators;
        this.network = network;
        this.hours = hours;
        this.trail = trail;
    }

    public Organisation found(
            Actor by,
            Instant at,
            String code,
            String name,
            Organisation.Kind kind,
            @Nullable String municipality) {
        Organisation organisation = new Organisation(code, name, kind, municipality);
        network.save(organisation);
        trail.changed(by, "CREATE", "organisation", organisation.id(), List.of(), at);
        return organisation;
    }

    public Desk open(
            Actor by,
            Instant at,
            UUID organisationId,
            String code,
            String name,
            Desk.Kind kind,
            String municipality) {
        Desk desk = new Desk(organisationId, code, name, kind, municipality);
        network.save(desk);
        trail.changed(by, "CREATE", "desk", desk.id(), List.of(), at);
        return desk;
    }

    /** Other hours of a desk, from a day on. */
    public void keepHours(
            Actor by, Instant at, UUID desk, LocalDate from, Map<DayOfWeek, DeskDay> week) {
        hours.keep(desk, from, week);
        trail.changed(by, "HOURS", "desk", desk, List.of(), at);
    }

    public void close(
            Actor by, Instant at, UUID desk, LocalDate from, LocalDate until, String reason) {
        hours.close(desk, from, until, reason);
        trail.changed(by, "CLOSE", "desk", desk, List.of(), at);
    }

    public void reopen(Actor by, Instant at, UUID desk, LocalDate day) {
        hours.reopen(desk, day);
        trail.changed(by, "REOPEN", "desk", desk, List.of(), at);
    }

    public List<Operators.OperatorRow> list(Actor by) {
        return operators.list(by);
    }

    /**
     * @param passwordHash already hashed: the plain one never reaches here
     */
    public Operator create(
            Actor by, Instant at, String username, String name, String passwordHash, boolean demo) {
        Operator operator = new Operator(username, name, demo);
        operators.save(operator);
        operators.setPasswordHash(operator.id(), passwordHash);
        trail.changed(by, "CREATE", "operator", operator.id(), List.of(), at);
        return operator;
    }

    public void appoint(Actor by, Instant at, UUID operatorId, UUID organisationId, Role role) {
        if (operatorId.equals(by.operatorId())) {
            throw new MoveRefused(List.of("administration.not-oneself"));
        }
        Membership membership = new Membership(operatorId, organisationId, role, Rome.day(at));
        operators.save(membership);
        trail.changed(by, "APPOINT", "membership", membership.id(), List.of(), at);
    }

    public void dismiss(Actor by, Instant at, UUID membershipId) {
        Membership membership =
                operators.visibleMembership(membershipId, by).orElseThrow(NotVisible::new);
        membership.end(Rome.day(at));
        trail.changed(by, "DISMISS", "membership", membershipId, List.of(), at);
    }

    public void setActive(Actor by, Instant at, UUID operatorId, boolean active) {
        Operator operator = operators.visible(operatorId, by).orElseThrow(NotVisible::new);
        if (active) {
            operator.enable();
        } else {
            operator.disable();
        }
        trail.changed(by, active ? "ENABLE" : "DISABLE", "operator", operatorId, List.of(), at);
    }

    /** A new kind of permit, or other dates and right to work for one that is known. */
    public void keep(Actor by, Instant at, Network.PermitKind kind) {
        network.save(kind);
        trail.changed(by, "KEEP", "permit-kind", by.organisationId(), List.of(), at);
    }

    public List<AccessTrail.TrailRow> trail(Actor by) {
        return trail.latest(by, 200);
    }
}
