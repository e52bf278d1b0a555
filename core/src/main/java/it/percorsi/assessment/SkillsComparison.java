package it.percorsi.assessment;

import it.percorsi.person.PersonFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two skills reviews of the same person, the earlier first, line beside line. */
public record SkillsComparison(
        PersonFile file, SkillsReviews.Frame before, SkillsReviews.Frame after, List<Pair> pairs) {

    public enum Fate {
        NEW,
        CHANGED,
        GONE,
        SAME
    }

    /** What a line can differ in. */
    public enum Field {
        WHAT,
        PLACE,
        PERIOD,
        SPOKEN,
        WRITTEN,
        EVIDENCE
    }

    static SkillsComparison of(
            PersonFile file,
            SkillsReviews.Frame before,
            SkillsReviews.Frame after,
            List<SkillsReviews.Row> was,
            List<SkillsReviews.Row> is) {
        return new SkillsComparison(file, before, after, pairs(was, is));
    }

    /**
     * Lines about the same thing belong together; and so do those that say it in the same words,
     * where one was struck out and the other written anew.
     */
    static List<Pair> pairs(List<SkillsReviews.Row> was, List<SkillsReviews.Row> is) {
        Map<UUID, SkillsReviews.Row> left = new LinkedHashMap<>();
        was.stream().filter(SkillsReviews.Row::stands).forEach(row -> left.put(row.thingId(), row));
        List<SkillsReviews.Row> now = is.stream().filter(SkillsReviews.Row::stands).toList();
        Map<UUID, SkillsReviews.Row> found = new LinkedHashMap<>();
        for (SkillsReviews.Row row : now) {
            SkillsReviews.Row same = left.remove(row.thingId());
            if (same != null) {
                found.put(row.id(), same);
            }
        }
        for (SkillsReviews.Row row : now) {
            if (!found.containsKey(row.id())) {
                left.values().stream()
                        .filter(other -> sameWords(other, row))
                        .findFirst()
                        .ifPresent(other -> found.put(row.id(), left.remove(other.thingId())));
            }
        }
        List<Pair> pairs = new ArrayList<>();
        now.forEach(row -> pairs.add(new Pair(row.kind(), found.get(row.id()), row)));
        left.values().forEach(row -> pairs.add(new Pair(row.kind(), row, null)));
        return pairs;
    }

    private static boolean sameWords(SkillsReviews.Row one, SkillsReviews.Row other) {
        return one.kind() == other.kind() && words(one).equals(words(other));
    }

    private static String words(SkillsReviews.Row row) {
        return (row.what().strip() + "\n" + row.place().strip()).toLowerCase(Locale.ITALIAN);
    }

    public List<Pair> of(SkillKind kind) {
        return pairs.stream().filter(pair -> pair.kind() == kind).toList();
    }

    public long count(Fate fate) {
        return pairs.stream().filter(pair -> pair.fate() == fate).count();
    }

    /** A line and what became of it; one of the two may be missing. */
    public record Pair(
            SkillKind kind, SkillsReviews.@Nullable Row was, SkillsReviews.@Nullable Row is) {

        public Fate fate() {
            if (was == null) {
                return Fate.NEW;
            }
            if (is == null) {
                return Fate.GONE;
            }
            return changed().isEmpty() ? Fate.SAME : Fate.CHANGED;
        }

        public List<Field> changed() {
            List<Field> changed = new ArrayList<>();
            if (was != null && is != null) {
                differ(changed, Field.WHAT, was.what(), is.what());
                differ(changed, Field.PLACE, was.place(), is.place());
                differ(changed, Field.PERIOD, was.period(), is.period());
                differ(changed, Field.SPOKEN, was.spoken(), is.spoken());
                differ(changed, Field.WRITTEN, was.written(), is.written());
                differ(changed, Field.EVIDENCE, was.evidence(), is.evidence());
            }
            return changed;
        }

        private static void differ(
                List<Field> changed, Field field, @Nullable Object was, @Nullable Object is) {
            if (!Objects.equals(was, is)) {
                changed.add(field);
            }
        }
    }
}
