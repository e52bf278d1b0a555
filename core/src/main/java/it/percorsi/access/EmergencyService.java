package it.percorsi.access;

import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one way into a file without anybody's leave: seen, short and answered for. */
@Service
@Transactional
public class EmergencyService {

    private final Emergencies emergencies;
    private final Grants grants;
    private final AccessTrail trail;

    EmergencyService(Emergencies emergencies, Grants grants, AccessTrail trail) {
        this.emergencies = emergencies;
        this.grants = grants;
        this.trail = trail;
    }

    /**
     * Asked in vain it counts as a search that revealed: that nobody is there has been said too.
     *
     * @return the person whose file is now open, or nothing if there is not exactly one
     * @throws MoveRefused if the role may not, there is no reason, or an earlier one still waits
     *     for its review
     */
    public Optional<UUID> ask(
            Actor by, Instant at, Evidence evidence, EmergencyAccess.Cause cause, String reason) {
        new Obstacles()
                .when(!Basis.EMERGENCY.roles().contains(by.role()), "emergency.not-your-role")
                .when(reason.isBlank(), "move.reason-missing")
                .when(emergencies.suspended(by), "emergency.review-pending")
                .refuse();
        Optional<UUID> person =
                emergencies.ask(
                        evidence.code(), evidence.nameKey(), evidence.born(), cause, reason, by);
        person.ifPresentOrElse(
                found -> trail.emergency(by, found, reason, at),
                () -> trail.changed(by, "REVEAL", "emergency", by.operatorId(), List.of(), at));
        return person;
    }

    public List<Emergencies.Row> rows(Actor by, Instant at) {
        List<Emergencies.Row> rows = emergencies.rows(by);
        trail.listed(
                by,
                "emergencies",
                rows.stream().map(Emergencies.Row::personId).filter(Objects::nonNull).toList(),
                at);
        return rows;
    }

    /** What the bar of every page says. */
    @Transactional(readOnly = true)
    public int waiting(Actor by) {
        return by.actsAs(Role.SOCIAL_WORKER) || by.actsAs(Role.DESK) || by.actsAs(Role.DPO)
                ? emergencies.waiting(by)
                : 0;
    }

    public void see(Actor by, Instant at, UUID id) {
        if (!emergencies.see(id, by, at)) {
            throw new NotVisible();
        }
        trail.changed(by, "SEEN", "emergency", id, List.of(), at);
    }

    /** Whoever asked needs it no more: the file closes to them at once. */
    public void end(Actor by, Instant at, UUID id) {
        UUID person = emergencies.open(id, by).orElseThrow(NotVisible::new);
        grants.end(id, at);
        trail.changed(by, "END", "emergency", id, List.of(person), at);
    }

    /**
     * @param justified whether there was an emergency
     * @param why what the officer found
     */
    public void review(Actor by, Instant at, UUID id, boolean justified, String why) {
        EmergencyAccess access = emergencies.visible(id, by).orElseThrow(NotVisible::new);
        if (justified) {
            access.justify(by, at, why);
        } else {
            access.contest(by, at, why);
        }
        trail.changed(by, "REVIEW", "emergency", id, List.of(access.personId()), at);
    }

    /**
     * What makes it certain who is meant.
     *
     * @param nameKey the words of the full name in alphabetical order
     */
    public record Evidence(@Nullable String code, String nameKey, @Nullable LocalDate born) {}
}
