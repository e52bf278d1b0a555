package it.percorsi.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the database refuses by itself of attachments and of corrections of notes. */
class PapersWallTests extends CareWall {

    private static UUID attach(UUID person, String section, String kind, String hex, Actor by) {
        UUID id = Ids.next();
        as(
                by,
                () ->
                        APPLICATION.update(
                                """
                                insert into attachment (id, person_id, section, about, kind, size, content, at, operator_id,
                                    organisation_id)
                                values (?, ?, ?, 'x', ?, ?, decode(?, 'hex'), now(), ?, ?)\
                                """,
                                id,
                                person,
                                section,
                                kind,
                                hex.length() / 2,
                                hex,
                                by.operatorId(),
                                by.organisationId()));
        return id;
    }

    private static int seen(String table, UUID id, Actor by) {
        int[] rows = {0};
        as(
                by,
                () ->
                        rows[0] =
                                APPLICATION.queryForObject(
                                        "select count(*) from " + table + " where id = ?",
                                        Integer.class,
                                        id));
        return rows[0];
    }

    private static int withdraw(UUID id, Actor by, UUID signed) {
        int[] rows = {0};
        as(
                by,
                () ->
                        rows[0] =
                                APPLICATION.update(
                                        "update attachment set content = null, withdrawn_at = now(), withdrawn_by = ?, withdrawn_why = 'x' where id = ?",
                                        signed,
                                        id));
        return rows[0];
    }

    @Test
    void aPaperIsReadAndAddedByItsSection() {
        UUID person = somebody();
        UUID hidden = attach(person, "SOCIAL", "JPEG", "ffd8ff00", SOCIAL);
        UUID shared = attach(person, "LABOUR", "PDF", "255044462d00", SOCIAL);

        assertThat(seen("attachment", hidden, SOCIAL)).isOne();
        assertThat(seen("attachment", hidden, EMPLOYMENT)).isZero();
        assertThat(seen("attachment", shared, EMPLOYMENT)).isOne();
        assertThat(seen("attachment", shared, PLACEMENT)).isOne();
        assertThatThrownBy(() -> attach(person, "SOCIAL", "JPEG", "ffd8ff", EMPLOYMENT))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> attach(person, "LABOUR", "JPEG", "ffd8ff", PLACEMENT))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void whatSaysItIsOneThingAndIsAnotherIsNotKept() {
        UUID person = somebody();
        assertThatThrownBy(() -> attach(person, "SOCIAL", "PDF", "ffd8ff0000", SOCIAL))
                .hasStackTraceContaining("attachment_is_what_it_says");
        assertThatThrownBy(() -> attach(person, "SOCIAL", "HTML", "3c68746d6c3e", SOCIAL))
                .hasStackTraceContaining("attachment_is_what_it_says");
    }

    @Test
    void onlyTheBodyThatAddedItWithdrawsItAndOnce() {
        UUID person = somebody();
        UUID paper = attach(person, "LABOUR", "JPEG", "ffd8ff", SOCIAL);

        assertThat(withdraw(paper, EMPLOYMENT, EMPLOYMENT.operatorId())).isZero();
        assertThatThrownBy(() -> withdraw(paper, SOCIAL, EMPLOYMENT.operatorId()))
                .hasStackTraceContaining("row-level security");
        assertThat(withdraw(paper, SOCIAL, SOCIAL.operatorId())).isOne();
        assertThat(withdraw(paper, SOCIAL, SOCIAL.operatorId())).isZero();
        assertThatThrownBy(() ->
                        as(
                                SOCIAL,
                                () ->
                                        APPLICATION.update(
                                                "update attachment set section = 'STATUS'")))
                .hasStackTraceContaining("permission denied");
    }

    private static UUID note(UUID person, String section, UUID corrects, Actor by) {
        UUID id = Ids.next();
        as(
                by,
                () ->
                        APPLICATION.update(
                                "insert into note (id, person_id, section, body, at, operator_id, organisation_id, corrects_id) values (?, ?, ?, 'x', now(), ?, ?, ?)",
                                id,
                                person,
                                section,
                                by.operatorId(),
                                by.organisationId(),
                                corrects));
        return id;
    }

    @Test
    void aNoteIsCorrectedOnceInItsOwnSectionAndFile() {
        UUID person = somebody();
        UUID note = note(person, "LABOUR", null, SOCIAL);
        UUID other = somebody();

        assertThatThrownBy(() -> note(person, "SOCIAL", note, SOCIAL))
                .hasStackTraceContaining("foreign key");
        assertThatThrownBy(() -> note(other, "LABOUR", note, SOCIAL))
                .hasStackTraceContaining("foreign key");
        UUID correction = note(person, "LABOUR", note, EMPLOYMENT);
        assertThatThrownBy(() -> note(person, "LABOUR", note, SOCIAL))
                .hasStackTraceContaining("note_corrected_once");
        assertThat(seen("note", note(person, "LABOUR", correction, SOCIAL), EMPLOYMENT)).isOne();
    }
}
