package it.percorsi.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What plans say in Italian, in the language of those they are of. */
public interface PlanTranslations {

    /** All a plan says now, in its order, with what stands beside it in a language. */
    List<Row> of(UUID plan, String language, Actor viewer);

    /** Lets nobody else translate, sign or rewrite the plan until this is done. */
    void hold(UUID plan, Actor by);

    /** In place of what stood beside it. */
    void put(
            Plans.PlanRow plan,
            Row row,
            String language,
            String text,
            Translator translator,
            Actor by,
            Instant at);

    void takeOut(Row row, String language, Actor by);

    /** Whoever translated, and when. */
    record Translator(String name, LocalDate on) {}

    enum Part {
        WORDS,
        TEXT,
        RESULT,
        COMMITMENT
    }

    /**
     * @param subjectId the plan, an objective or a commitment
     * @param text null while nobody translated it
     * @param old whether the Italian changed after it
     */
    record Row(
            UUID subjectId,
            Part part,
            String italian,
            @Nullable String text,
            @Nullable String translator,
            @Nullable LocalDate translatedOn,
            boolean old) {

        public String key() {
            return subjectId + ":" + part;
        }

        /** Another where either text is another. */
        public String mark() {
            return UUID.nameUUIDFromBytes((italian + "\0" + text).getBytes(UTF_8)).toString();
        }
    }
}
