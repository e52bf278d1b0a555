package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.attachment.Scan;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The paper somebody signed a plan on, kept with the edition it is of. */
@Service
@Transactional
public class PlanScanService {

    private final Plans plans;
    private final PlanEditions editions;
    private final PlanScans scans;
    private final AccessTrail trail;

    PlanScanService(Plans plans, PlanEditions editions, PlanScans scans, AccessTrail trail) {
        this.plans = plans;
        this.editions = editions;
        this.scans = scans;
        this.trail = trail;
    }

    /**
     * Keeps the scan of an edition, in place of the one before.
     *
     * @throws MoveRefused if it was not signed on paper, or something rests on its scan already
     */
    public void bring(Actor by, Instant at, UUID id, int number, Scan scan) {
        Plans.PlanRow plan = plans.row(id, by).orElseThrow(NotVisible::new);
        PlanEditions.Edition edition =
                editions.of(id, by).stream()
                        .filter(one -> one.number() == number)
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        new Obstacles()
                .when(!PlanParty.worksOnPlans(by), "plan.scan-not-yours")
                .when(!edition.onPaper(), "plan.scan-of-no-paper")
                .when(edition.onPaper() && !edition.takesScan(), "plan.scan-rested-on")
                .refuse();
        if (!scans.bring(id, number, scan, by, at)) {
            throw new MoveRefused(List.of("plan.scan-rested-on"));
        }
        trail.changed(by, "ADD", "plan-scan", id, List.of(plan.personId()), at);
    }

    /** The signed paper: each time leaves its row. */
    public Download scan(Actor by, Instant at, UUID id, int number) {
        Plans.PlanRow plan = plans.row(id, by).orElseThrow(NotVisible::new);
        Scan scan = scans.scan(id, number, by).orElseThrow(NotVisible::new);
        trail.changed(by, "DOWNLOAD", "plan-scan", id, List.of(plan.personId()), at);
        return new Download("piano-firmato-%d.%s".formatted(number, scan.kind().extension()), scan);
    }

    /** A file and the name it leaves with: it says nothing of anybody. */
    public record Download(String fileName, Scan scan) {}
}
