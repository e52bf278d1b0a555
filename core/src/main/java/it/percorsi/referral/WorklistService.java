package it.percorsi.referral;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Going through the referrals one has to do with, page after page. */
@Service
@Transactional
public class WorklistService {

    private static final int PAGE = 100;

    private final Worklist worklist;
    private final AccessTrail trail;

    WorklistService(Worklist worklist, AccessTrail trail) {
        this.worklist = worklist;
        this.trail = trail;
    }

    public Page page(Actor by, Instant at, Worklist.@Nullable Mark after) {
        List<Worklist.Line> found = worklist.page(after, by, PAGE + 1);
        List<Worklist.Line> shown = found.subList(0, Math.min(found.size(), PAGE));
        List<Referrals.ReferralRow> rows = shown.stream().map(Worklist.Line::row).toList();
        trail.listed(
                by,
                "referrals",
                rows.stream().map(Referrals.ReferralRow::personId).distinct().toList(),
                at);
        return new Page(
                rows, found.size() > PAGE ? shown.getLast().mark() : null, worklist.count(by));
    }

    /**
     * @param next where the page after begins, or null on the last one
     * @param count of all the pages
     */
    public record Page(
            List<Referrals.ReferralRow> rows, Worklist.@Nullable Mark next, Worklist.Count count) {}
}
