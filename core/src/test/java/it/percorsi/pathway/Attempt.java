package it.percorsi.pathway;

import it.percorsi.pathway.PathwayPage.Way;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A move somebody tried, and what came of it.
 *
 * @param inTheWay every obstacle, found one by one
 * @param reached the status after it, or null where it was refused
 * @param said the obstacles the refusal named
 * @param untouched whether the subject is as it was before
 */
record Attempt(
        String from,
        String move,
        List<String> inTheWay,
        @Nullable String reached,
        List<String> said,
        boolean untouched) {

    /** What is wrong with it, if anything is. */
    Optional<String> fault(PathwayPage page) {
        String fault = null;
        if (!untouched) {
            fault = "the rules changed what they were asked about";
        } else if (reached != null && !reached.equals(page.arrows().get(new Way(from, move)))) {
            fault = "no such arrow";
        } else if (reached != null && !inTheWay.isEmpty()) {
            fault = "made in spite of an obstacle";
        } else if (reached == null && inTheWay.isEmpty()) {
            fault = "refused with nothing in the way";
        } else if (reached == null && !said.equals(inTheWay)) {
            fault = "refused without naming every obstacle";
        }
        return Optional.ofNullable(fault).map(what -> page.name() + ": " + what + ": " + this);
    }
}
