package it.percorsi.assessment.web;

import it.percorsi.assessment.Cefr;
import it.percorsi.assessment.SkillKind;
import it.percorsi.assessment.SkillsReviews;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A line of a skills review being written: each kind asks for some of it. */
record LineForm(
        String kind,
        String what,
        String place,
        String period,
        String speaks,
        String writes,
        String proof) {

    static final List<Cefr> LEVELS = List.of(Cefr.values());

    LineForm {
        kind = Objects.requireNonNullElse(kind, "");
        what = Objects.requireNonNullElse(what, "");
        place = Objects.requireNonNullElse(place, "");
        period = Objects.requireNonNullElse(period, "");
        speaks = Objects.requireNonNullElse(speaks, "");
        writes = Objects.requireNonNullElse(writes, "");
        proof = Objects.requireNonNullElse(proof, "");
    }

    static LineForm of(SkillKind kind) {
        return new LineForm(kind.name(), "", "", "", "", "", "");
    }

    static LineForm of(SkillsReviews.Row row) {
        return new LineForm(
                row.kind().name(),
                row.what(),
                row.place(),
                row.period(),
                name(row.spoken()),
                name(row.written()),
                row.evidence());
    }

    private static String name(@Nullable Cefr level) {
        return level == null ? "" : level.name();
    }

    Optional<SkillsReviews.Line> check(SkillKind kind, Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        String line = read.required("what", what, Reading.LINE);
        String where = kind.placed() ? read.limited("place", place, Reading.LINE) : "";
        String when = kind.placed() ? read.limited("period", period, Reading.LINE) : "";
        String known =
                kind.proved()
                        ? read.required("proof", proof, Reading.TEXT)
                        : read.limited("proof", proof, Reading.TEXT);
        if (kind.levelled()) {
            List<String> levels = Arrays.stream(Cefr.values()).map(Enum::name).toList();
            read.choice("speaks", speaks, levels);
            read.choice("writes", writes, levels);
        }
        return read.failed()
                ? Optional.empty()
                : Optional.of(
                        new SkillsReviews.Line(
                                kind,
                                line,
                                where,
                                when,
                                kind.levelled() ? Cefr.valueOf(speaks) : null,
                                kind.levelled() ? Cefr.valueOf(writes) : null,
                                known));
    }
}
