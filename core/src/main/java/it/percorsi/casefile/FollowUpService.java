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
import java.util.stream.Stream;
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
        files.save(file.followUp(found, by, at));
        trail.changed(by, "FOLLOW_UP", "casefile", id, List.of(file.personId()), at);
    }

    /**
     * When to ask next, by the rules: so many days from the closing, the first of them that is
     * still to come.
     *
     * @return null where both are past
     */
    public @Nullable LocalDate next(LocalDate closedOn, Instant at) {
        LocalDate today = Rome.day(at);
        return Stream.of("casefile.follow-up-first", "casefile.follow-up-second")
                .map(rule -> closedOn.plusDays(network.rule(rule, today).number()))
                .filter(day -> day.isAfter(today))
                .findFirst()
                .orElse(null);
    }
}
