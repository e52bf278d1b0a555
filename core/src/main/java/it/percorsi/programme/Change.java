package it.percorsi.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is answered otherwise than the time before: with another answer, on other evidence,
 * or from another source.
 *
 * @param before null where the rule was not asked
 * @param now null where it is asked no more
 */
public record Change(Condition.Kind kind, @Nullable Finding before, @Nullable Finding now) {

    static List<Change> between(List<Finding> before, List<Finding> now) {
        Set<Condition.Kind> kinds = new LinkedHashSet<>();
        now.forEach(finding -> kinds.add(finding.kind()));
        before.forEach(finding -> kinds.add(finding.kind()));
        List<Change> changes = new ArrayList<>();
        for (Condition.Kind kind : kinds) {
            List<Finding> then = of(before, kind);
            List<Finding> next = of(now, kind);
            for (int at = 0; at < Math.max(then.size(), next.size()); at++) {
                Finding old = at < then.size() ? then.get(at) : null;
                Finding young = at < next.size() ? next.get(at) : null;
                if (old == null || young == null || !old.line().equals(young.line())) {
                    changes.add(new Change(kind, old, young));
                }
            }
        }
        return List.copyOf(changes);
    }

    private static List<Finding> of(List<Finding> all, Condition.Kind kind) {
        return all.stream().filter(finding -> finding.kind() == kind).toList();
    }

    /** Whether the same is found, and the rule is another. */
    public boolean ofRule() {
        return before != null
                && now != null
                && before.answer() == now.answer()
                && before.sentence().equals(now.sentence());
    }

    /** Whether it turns the person away, and did not before. */
    public boolean forTheWorse() {
        return now != null && now.refuses() && (before == null || !before.refuses());
    }
}
