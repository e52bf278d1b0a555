package it.percorsi.casefile;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.PageOf;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Going through the open cases, page after page. */
@Service
@Transactional
public class CaseListService {

    private static final int PAGE = 100;

    private final CaseList cases;
    private final AccessTrail trail;

    CaseListService(CaseList cases, AccessTrail trail) {
        this.cases = cases;
        this.trail = trail;
    }

    public Page page(Actor by, Instant at, CaseList.Filter filter, @Nullable Mark after) {
        PageOf<CaseList.Row> page =
                PageOf.read(PAGE, most -> cases.page(filter, Rome.day(at), after, by, most));
        trail.listed(by, "cases", page.rows().stream().map(CaseList.Row::personId).toList(), at);
        return new Page(page.rows(), page.next(CaseList.Row::mark));
    }

    /**
     * @param next where the page after begins, or null on the last one
     */
    public record Page(List<CaseList.Row> rows, @Nullable Mark next) {}
}
