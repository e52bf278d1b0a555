package it.percorsi.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the database refuses by itself of assessments and skills reviews. */
class AssessmentWallTests extends CareWall {

    private static UUID open(UUID person, Actor by, String depth) {
        UUID id = Ids.next();
        as(
                by,
                () ->
                        APPLICATION.update(
                                "insert into assessment (id, person_id, depth, opened_at, operator_id, organisation_id) values (?, ?, ?, now(), ?, ?)",
                                id,
                                person,
                                depth,
                                by.operatorId(),
                                by.organisationId()));
        return id;
    }

    private static void write(
            UUID assessment, UUID person, String area, String section, int version, Actor by) {
        as(
                by,
                () ->
                        APPLICATION.update(
                                "insert into assessment_area (id, assessment_id, person_id, area, section, version, level, body, at, operator_id, organisation_id) values (?, ?, ?, ?, ?, ?, 3, 'x', now(), ?, ?)",
                                Ids.next(),
                                assessment,
                                person,
                                area,
                                section,
                                version,
                                by.operatorId(),
                                by.organisationId()));
    }

    private static int sign(UUID assessment, Actor by, Actor signer) {
        int[] signed = {0};
        as(
                by,
                () ->
                        signed[0] =
                                APPLICATION.update(
                                        "update assessment set signed_at = now(), signed_by = ?, signed_for = ? where id = ?",
                                        signer.operatorId(),
                                        signer.organisationId(),
                                        assessment));
        return signed[0];
    }

    private static List<String> areas(UUID assessment, Actor by) {
        List<String> areas = new java.util.ArrayList<>();
        as(
                by,
                () ->
                        areas.addAll(
                                APPLICATION.queryForList(
                                        "select area from assessment_area where assessment_id = ? order by area",
                                        String.class,
                                        assessment)));
        return areas;
    }

    @Test
    void anAreaIsReadAndWrittenByItsSection() {
        UUID person = somebody();
        UUID assessment = open(person, SOCIAL, "FIRST");
        write(assessment, person, "SOCIAL", "RESERVED", 1, SOCIAL);
        write(assessment, person, "HOUSING", "SOCIAL", 1, SOCIAL);
        write(assessment, person, "WORK", "LABOUR", 1, EMPLOYMENT);

        assertThat(areas(assessment, SOCIAL)).containsExactly("HOUSING", "SOCIAL", "WORK");
        assertThat(areas(assessment, EMPLOYMENT)).containsExactly("WORK");
        assertThatThrownBy(() -> write(assessment, person, "ECONOMY", "SOCIAL", 1, EMPLOYMENT))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> write(assessment, person, "ECONOMY", "LABOUR", 1, EMPLOYMENT))
                .hasStackTraceContaining("check constraint");
        assertThatThrownBy(() -> write(assessment, person, "EDUCATION", "LABOUR", 1, PLACEMENT))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> write(assessment, person, "WORK", "LABOUR", 1, EMPLOYMENT))
                .hasStackTraceContaining("area_version_once");
        assertThatThrownBy(() ->
                        as(
                                SOCIAL,
                                () -> APPLICATION.update("update assessment_area set body = 'y'")))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void oneIsOpenAtATimeAndTheDeepOneComesAfter() {
        UUID person = somebody();
        assertThatThrownBy(() -> open(person, SOCIAL, "IN_DEPTH"))
                .hasStackTraceContaining("first_assessment_first");
        UUID first = open(person, SOCIAL, "FIRST");
        assertThatThrownBy(() -> open(person, EMPLOYMENT, "FIRST"))
                .hasStackTraceContaining("one_open_assessment");
        assertThatThrownBy(() -> sign(first, SOCIAL, SOCIAL))
                .hasStackTraceContaining("assessment_is_blank");
        write(first, person, "WORK", "LABOUR", 1, EMPLOYMENT);

        assertThat(sign(first, EMPLOYMENT, EMPLOYMENT)).isZero();
        assertThatThrownBy(() -> sign(first, SOCIAL, EMPLOYMENT))
                .hasStackTraceContaining("row-level security");
        assertThat(sign(first, SOCIAL, SOCIAL)).isOne();
        assertThat(sign(first, SOCIAL, SOCIAL)).isZero();
        assertThatThrownBy(() -> write(first, person, "WORK", "LABOUR", 2, EMPLOYMENT))
                .hasStackTraceContaining("assessment_signed_already");
        UUID deep = open(person, EMPLOYMENT, "IN_DEPTH");
        write(deep, person, "WORK", "LABOUR", 1, EMPLOYMENT);
        assertThat(sign(deep, EMPLOYMENT, EMPLOYMENT)).isOne();
    }

    @Test
    void nobodyOpensOneForSomebodyElseOrSignedAlready() {
        UUID person = somebody();
        assertThatThrownBy(() ->
                        as(
                                SOCIAL,
                                () ->
                                        APPLICATION.update(
                                                "insert into assessment (id, person_id, depth, opened_at, operator_id, organisation_id) values (?, ?, 'FIRST', now(), ?, ?)",
                                                Ids.next(),
                                                person,
                                                EMPLOYMENT.operatorId(),
                                                PRATO)))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() ->
                        as(
                                SOCIAL,
                                () ->
                                        APPLICATION.update(
                                                "insert into assessment values (?, ?, 'FIRST', now(), ?, ?, now(), ?, ?)",
                                                Ids.next(),
                                                person,
                                                SOCIAL.operatorId(),
                                                PRATO,
                                                SOCIAL.operatorId(),
                                                PRATO)))
                .hasStackTraceContaining("row-level security");
    }
}
