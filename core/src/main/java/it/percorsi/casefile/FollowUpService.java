package it.percorsi.casefile;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hearing how people are, after their case was closed. */
@Service
@Transactional
public class FollowUpService {

    private final CaseFiles files;
    private final Network network;
    private final AccessTrail trail;

    FollowUpService(CaseFiles files, Network network, AccessTrail trail) {
        this.files = files;
        this.network = network;
        this.trail = trail;
    }

    public void make(Actor by, Instant at, UUID id, FollowUp.Found found) {
        CaseFile file = files.visible(id, by).orElseThrow(NotVisible::new);
        boolean dead =
                files.heard(id, by).stream()
                        .anyMatch(one -> one.situation() == FollowUp.Situation.DIED);
        files.save(file.followUp(found, dead, by, at));
        trail.changed(by, "FOLLOW_UP", "casefile", id, List.of(file.personId()), at);
    }

    /** When to ask for the first time, by the rule, of a case that is closed now. */
    public LocalDate first(Instant at) {
        return after(Rome.day(at), "casefile.follow-up-first", at);
    }

    /** When to ask once more, by the rule; null where that day is past. */
    public @Nullable LocalDate second(LocalDate closedOn, Instant at) {
        LocalDate day = after(closedOn, "casefile.follow-up-second", at);
        return day.isAfter(Rome.day(at)) ? day : null;
    }

    private LocalDate after(LocalDate closedOn, String rule, Instant at) {
        return closedOn.plusDays(network.rule(rule, Rome.day(at)).number());
    }
}
