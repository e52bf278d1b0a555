package it.percorsi.assessment;

import it.percorsi.person.PersonFile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All assessments of a person.
 *
 * @param areas those the viewer may read
 */
public record History(
        PersonFile file,
        List<Assessments.Frame> frames,
        List<Area> areas,
        List<Assessments.Written> written,
        boolean mayOpen) {

    /** The last four, the oldest of them first. */
    public List<Assessments.Frame> lately() {
        return frames.subList(0, Math.min(4, frames.size())).reversed();
    }

    public Assessments.@Nullable Written in(UUID assessment, Area area) {
        return AssessmentService.in(written, assessment, area);
    }
}
