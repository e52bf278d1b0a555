package it.percorsi.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans to begin from. They are about nobody. */
public interface PlanTemplates {

    /** Those of all, and those of programmes. */
    List<Template> all();

    /** Empty if there is no such template. */
    List<Objective> objectives(String code);

    /**
     * @param programme its code; null where the template is for all
     * @param verified whether whoever coordinates has read it again
     */
    record Template(String code, String name, @Nullable String programme, boolean verified) {}

    record Objective(
            String area,
            String text,
            String expectedResult,
            String who,
            String commitment,
            @Nullable Integer dueDays,
            String instrument,
            int hours) {}
}
