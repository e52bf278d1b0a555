package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.plan.PlanTranslations.Row;
import it.percorsi.plan.PlanTranslations.Translator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a plan says, written beside it as the person reads. */
@Service
@Transactional
public class PlanTranslationService {

    private static final String ITALIAN = "it";

    private final Plans plans;
    private final PlanTranslations translations;
    private final AccessTrail trail;

    PlanTranslationService(Plans plans, PlanTranslations translations, AccessTrail trail) {
        this.plans = plans;
        this.translations = translations;
        this.trail = trail;
    }

    public Sheet look(Actor by, Instant at, UUID id) {
        Plans.PlanRow plan = plans.row(id, by).orElseThrow(NotVisible::new);
        trail.looked(by, "plan-translation", plan.personId(), Set.of(Section.LABOUR), at);
        String language = plan.besideItalian();
        return new Sheet(
                plan,
                language,
                language.equals(ITALIAN) ? List.of() : translations.of(id, language, by),
                unwritable(by, plan).isEmpty());
    }

    /**
     * Writes what was translated; what was left empty is taken out.
     *
     * @return the keys of what somebody changed meanwhile: where there is one, nothing was written
     * @throws MoveRefused if the plan is signed, ended, or not the actor's to write
     */
    public List<String> translate(
            Actor by, Instant at, UUID id, List<Said> said, Translator translator) {
        translations.hold(id, by);
        Plans.PlanRow plan = plans.row(id, by).orElseThrow(NotVisible::new);
        new Obstacles().and(unwritable(by, plan)).refuse();
        String language = plan.besideItalian();
        Map<String, Row> rows =
                translations.of(id, language, by).stream()
                        .collect(Collectors.toMap(Row::key, Function.identity()));
        List<String> changed =
                said.stream().filter(one -> !one.isOf(rows.get(one.key()))).map(Said::key).toList();
        if (changed.isEmpty()) {
            for (Said one : said) {
                Row row = Objects.requireNonNull(rows.get(one.key()));
                write(plan, language, row, one, translator, by, at);
            }
            trail.changed(by, "TRANSLATE", "plan", id, List.of(plan.personId()), at);
        }
        return changed;
    }

    /** What stands as it was keeps whoever translated it, unless it is said to hold still. */
    private void write(
            Plans.PlanRow plan,
            String language,
            Row row,
            Said said,
            Translator translator,
            Actor by,
            Instant at) {
        if (said.text().isEmpty()) {
            if (row.text() != null) {
                translations.takeOut(row, language, by);
            }
        } else if (!said.text().equals(row.text()) || row.old() && said.still()) {
            translations.put(plan, row, language, said.text(), translator, by, at);
        }
    }

    private static List<String> unwritable(Actor by, Plans.PlanRow plan) {
        return new Obstacles()
                .when(!PlanParty.worksOnPlans(by), "move.not-yours.team")
                .when(
                        !PlanStatus.valueOf(plan.status()).translated(),
                        "plan.translated-until-signed")
                .when(plan.besideItalian().equals(ITALIAN), "plan.translated-from-italian")
                .keys();
    }

    /**
     * @param key of the row it is of
     * @param mark of the row as it was translated
     * @param text empty where there is none
     * @param still whether it holds of the Italian that changed
     */
    public record Said(String key, String mark, String text, boolean still) {

        boolean isOf(@Nullable Row row) {
            return row != null && row.mark().equals(mark);
        }
    }

    public record Sheet(Plans.PlanRow plan, String language, List<Row> rows, boolean writable) {}
}
