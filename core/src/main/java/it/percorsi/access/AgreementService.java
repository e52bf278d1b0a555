package it.percorsi.access;

import it.percorsi.access.LegalBases.Direction;
import it.percorsi.access.LegalBases.LegalBasis;
import it.percorsi.network.Network;
import it.percorsi.network.Organisation;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of agreements, kept by administrators. */
@Service
@Transactional
public class AgreementService {

    private final LegalBases bases;
    private final Network network;
    private final AccessTrail trail;

    AgreementService(LegalBases bases, Network network, AccessTrail trail) {
        this.bases = bases;
        this.network = network;
        this.trail = trail;
    }

    public List<LegalBases.Row> all() {
        return bases.all();
    }

    /**
     * Records on what ground one body passes data to another.
     *
     * @throws MoveRefused if both are on one side, or the days do not follow each other
     */
    public void agree(Actor by, Instant at, UUID from, UUID to, Terms terms) {
        record(by, at, Direction.between(area(from), area(to)), from, to, null, terms);
    }

    /** Records it for all the bodies of a programme. */
    public void agree(Actor by, Instant at, UUID programme, Direction direction, Terms terms) {
        record(by, at, direction, null, null, programme, terms);
    }

    private void record(
            Actor by,
            Instant at,
            Direction direction,
            @Nullable UUID from,
            @Nullable UUID to,
            @Nullable UUID programme,
            Terms terms) {
        if (terms.until() != null && terms.until().isBefore(terms.from())) {
            throw new MoveRefused(List.of("agreement.days"));
        }
        LegalBasis basis =
                new LegalBasis(
                        Ids.next(),
                        direction,
                        terms.purpose(),
                        terms.kind(),
                        from,
                        to,
                        programme,
                        terms.reference(),
                        terms.from(),
                        terms.until());
        bases.save(basis);
        trail.changed(by, "CREATE", "agreement", basis.id(), List.of(), at);
    }

    /** From now on what rested on it alone is closed. */
    public void end(Actor by, Instant at, UUID id) {
        if (!bases.end(id, Rome.day(at))) {
            throw new NotVisible();
        }
        trail.changed(by, "CLOSE", "agreement", id, List.of(), at);
    }

    private Organisation.Area area(UUID organisation) {
        return network.organisations().stream()
                .filter(body -> body.id().equals(organisation))
                .map(body -> Organisation.Kind.valueOf(body.kind()).area())
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    /**
     * What was agreed.
     *
     * @param reference the act, as one would look for it
     * @param until the first day it no longer holds, or null
     */
    public record Terms(
            Purpose purpose,
            LegalBases.Kind kind,
            String reference,
            LocalDate from,
            @Nullable LocalDate until) {}
}
