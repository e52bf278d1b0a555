package it.percorsi.plan.web;

import it.percorsi.pathway.Rome;
import it.percorsi.plan.PlanContent;
import it.percorsi.site.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a plan said and what it says later, field by field. */
record ComparedPlan(List<Row> rows, List<Aim> aims) {

    private static final Times TIMES = new Times();

    static ComparedPlan of(PlanContent before, PlanContent after) {
        List<Aim> aims = new ArrayList<>();
        List<PlanContent.Objective> left = new ArrayList<>(before.objectives());
        for (PlanContent.Objective now : after.objectives()) {
            PlanContent.Objective was =
                    left.stream().filter(old -> same(old, now)).findFirst().orElse(null);
            left.remove(was);
            aims.add(Aim.of(was, now));
        }
        left.forEach(old -> aims.add(Aim.of(old, null)));
        return new ComparedPlan(
                List.of(
                        new Row("words", before.words(), after.words()),
                        new Row("review", day(before.reviewOn()), day(after.reviewOn()))),
                aims);
    }

    /** What was signed before objectives were told apart is known by its words. */
    private static boolean same(PlanContent.Objective old, PlanContent.Objective now) {
        return old.id() == null || now.id() == null
                ? old.area().equals(now.area()) && old.text().equals(now.text())
                : old.id().equals(now.id());
    }

    /**
     * @param name the last word of a key under {@code plan.compared}
     */
    record Row(String name, String before, String after) {

        public boolean changed() {
            return !before.equals(after);
        }
    }

    /**
     * @param fate KEPT, ADDED or TAKEN_OUT
     */
    record Aim(String area, String text, String fate, List<Row> rows) {

        static Aim of(PlanContent.@Nullable Objective old, PlanContent.@Nullable Objective now) {
            PlanContent.Objective named = Objects.requireNonNull(now == null ? old : now);
            String fate = old == null ? "ADDED" : now == null ? "TAKEN_OUT" : "KEPT";
            return new Aim(
                    named.area(),
                    named.text(),
                    fate,
                    List.of(
                            row("text", old, now, PlanContent.Objective::text),
                            row("result", old, now, PlanContent.Objective::expectedResult),
                            row("level-today", old, now, aim -> level(aim.levelToday(), null)),
                            row("level-wanted", old, now, aim -> level(aim.levelWanted(), null)),
                            row(
                                    "level-reached",
                                    old,
                                    now,
                                    aim -> level(aim.levelReached(), aim.reachedOn())),
                            row("commitments", old, now, Aim::commitments),
                            row("supports", old, now, Aim::supports)));
        }

        private static Row row(
                String name,
                PlanContent.@Nullable Objective old,
                PlanContent.@Nullable Objective now,
                Function<PlanContent.Objective, String> said) {
            return new Row(
                    name, old == null ? "" : said.apply(old), now == null ? "" : said.apply(now));
        }

        private static String level(@Nullable Integer level, @Nullable LocalDate on) {
            return level == null ? "" : level + (on == null ? "" : " (" + day(on) + ")");
        }

        private static String commitments(PlanContent.Objective aim) {
            return aim.commitments().stream()
                    .map(one -> one.who() + ": " + one.text() + until(one.dueOn()))
                    .collect(Collectors.joining("\n"));
        }

        private static String until(@Nullable LocalDate due) {
            return due == null ? "" : " (entro il " + day(due) + ")";
        }

        private static String supports(PlanContent.Objective aim) {
            return aim.supports().stream()
                    .map(one ->
                            "%s: %s, %s (%s)"
                                    .formatted(
                                            one.instrument(),
                                            TIMES.hours(one.minutes()),
                                            one.provider(),
                                            one.fund()))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String day(@Nullable LocalDate day) {
        return Rome.written(day);
    }
}
