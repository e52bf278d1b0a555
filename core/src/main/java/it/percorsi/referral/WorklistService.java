package it.percorsi.referral;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Drafts;
import it.percorsi.access.Role;
import it.percorsi.pathway.PageOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Going through the referrals one has to do with, page after page. */
@Service
@Transactional
public class WorklistService {

    private static final int PAGE = 100;

    private static final Pattern FORM = Pattern.compile("/people/([0-9a-f-]{36})/referrals");

    private final Worklist worklist;
    private final Drafts drafts;
    private final AccessTrail trail;

    WorklistService(Worklist worklist, Drafts drafts, AccessTrail trail) {
        this.worklist = worklist;
        this.drafts = drafts;
        this.trail = trail;
    }

    public Page page(Actor by, Instant at, Worklist.@Nullable Mark after) {
        PageOf<Worklist.Line> page = PageOf.read(PAGE, most -> worklist.page(after, by, most));
        List<Referrals.ReferralRow> rows = page.rows().stream().map(Worklist.Line::row).toList();
        trail.listed(
                by,
                "referrals",
                rows.stream().map(Referrals.ReferralRow::personId).distinct().toList(),
                at);
        return new Page(rows, page.next(Worklist.Line::mark), worklist.count(by));
    }

    /** What the actor began to write and has not sent, the latest first. */
    public List<Begun> begun(Actor by, Instant at) {
        if (by.role() != Role.SOCIAL_WORKER) {
            return List.of();
        }
        Map<UUID, Instant> written = new HashMap<>();
        drafts.of(by)
                .forEach((form, draft) -> {
                    Matcher of = FORM.matcher(form);
                    if (of.matches()) {
                        written.put(UUID.fromString(of.group(1)), draft.at());
                    }
                });
        if (written.isEmpty()) {
            return List.of();
        }
        List<Begun> all = new ArrayList<>();
        for (Worklist.Unsent each : worklist.unsent(written.keySet(), by)) {
            Instant when = written.get(each.personId());
            if (when != null) {
                all.add(new Begun(each.personId(), each.personName(), when));
            }
        }
        all.sort(Comparator.comparing(Begun::at).reversed());
        trail.listed(by, "referral-drafts", all.stream().map(Begun::personId).toList(), at);
        return all;
    }

    /**
     * @param at when it was last written
     */
    public record Begun(UUID personId, String personName, Instant at) {}

    /**
     * @param next where the page after begins, or null on the last one
     * @param count of all the pages
     */
    public record Page(
            List<Referrals.ReferralRow> rows, Worklist.@Nullable Mark next, Worklist.Count count) {}
}
