package it.percorsi.site;

import it.percorsi.access.Actor;
import it.percorsi.access.Drafts;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/**
 * What was kept of the forms of a page: {@code @drafts} in a template. However many they are, it is
 * asked for once.
 */
@Component("drafts")
@RequestScope
public class DraftsOfPage {

    private final Drafts drafts;
    private final CurrentActor current;
    private @Nullable Map<String, Drafts.Draft> kept;

    DraftsOfPage(Drafts drafts, CurrentActor current) {
        this.drafts = drafts;
        this.current = current;
    }

    public Drafts.@Nullable Draft of(String form) {
        if (kept == null) {
            kept = current.current().map(drafts::of).orElse(Map.of());
        }
        return kept.get(form);
    }

    /** The role the page is opened in. */
    public @Nullable UUID acting() {
        return current.current().map(Actor::membershipId).orElse(null);
    }
}
