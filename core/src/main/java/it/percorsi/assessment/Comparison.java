package it.percorsi.assessment;

import it.percorsi.person.PersonFile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two times of the same person, the earlier first. */
public record Comparison(
        PersonFile file,
        Assessments.Frame before,
        Assessments.Frame after,
        List<Area> areas,
        List<Assessments.Written> written) {

    public Assessments.@Nullable Written in(UUID assessment, Area area) {
        return AssessmentService.in(written, assessment, area);
    }

    /** How many levels further, or null where one of the two is silent. */
    public @Nullable Integer change(Area area) {
        Assessments.Written was = in(before.id(), area);
        Assessments.Written is = in(after.id(), area);
        return was == null || is == null ? null : is.level() - was.level();
    }
}
