package it.percorsi.plan.web;

import it.percorsi.plan.Levels;
import it.percorsi.site.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.validation.Errors;

/** The scale of an objective, as it is chosen in forms. */
final class LevelFields {

    static final List<Integer> SCALE =
            IntStream.rangeClosed(Levels.LEAST, Levels.MOST).boxed().toList();

    private LevelFields() {}

    static Levels read(Reading read, String today, String wanted) {
        return new Levels(
                read.optionalWhole("levelToday", today, Levels.LEAST, Levels.MOST),
                read.optionalWhole("levelWanted", wanted, Levels.LEAST, Levels.MOST));
    }

    /**
     * The levels seen at a review, each chosen as {@code objective:level}.
     *
     * @param aims the objectives of the plan
     */
    static Map<UUID, Integer> reached(List<String> chosen, List<UUID> aims, Errors errors) {
        Map<UUID, Integer> levels = new HashMap<>();
        for (String one : chosen) {
            String[] parts = one.split(":", 2);
            aims.stream()
                    .filter(aim -> parts.length == 2 && aim.toString().equals(parts[0]))
                    .filter(aim ->
                            SCALE.stream().anyMatch(level -> level.toString().equals(parts[1])))
                    .findFirst()
                    .ifPresentOrElse(
                            aim -> levels.put(aim, Integer.valueOf(parts[1])),
                            () -> unknown(one, errors));
        }
        return levels;
    }

    private static void unknown(String chosen, Errors errors) {
        if (!chosen.isBlank() && !errors.hasFieldErrors("reached")) {
            errors.rejectValue("reached", "plan.level-out");
        }
    }
}
