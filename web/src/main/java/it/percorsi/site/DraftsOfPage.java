package it.percorsi.site;

import it.percorsi.access.Actor;
import it.percorsi.access.Drafts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was kept of a form, for its page: {@code @drafts} in a template. */
@Component("drafts")
public class DraftsOfPage {

    private final Drafts drafts;
    private final CurrentActor current;

    DraftsOfPage(Drafts drafts, CurrentActor current) {
        this.drafts = drafts;
        this.current = current;
    }

    public Drafts.@Nullable Draft of(String form) {
        return current.current().flatMap(actor -> drafts.of(form, actor)).orElse(null);
    }

    /** The role the page is opened in. */
    public @Nullable UUID acting() {
        return current.current().map(Actor::membershipId).orElse(null);
    }
}
