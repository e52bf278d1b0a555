package it.percorsi.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.pathway.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two files that turn out to be one person's keep what was assessed, written and attached. */
class MergedCareTests extends CareWall {

    private static final List<String> TABLES =
            List.of(
                    "assessment",
                    "assessment_area",
                    "skills_review",
                    "skills_line",
                    "attachment",
                    "note");

    /** An open assessment, a skills line corrected, a note corrected, a paper. */
    private static UUID assessed() {
        UUID person = somebody();
        UUID operator = SOCIAL.operatorId();
        UUID[] ids = {Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next()};
        TRUTH.update(
                "insert into assessment (id, person_id, depth, opened_at, operator_id, organisation_id) values (?, ?, 'FIRST', now(), ?, ?)",
                ids[0],
                person,
                operator,
                PRATO);
        TRUTH.update(
                "insert into assessment_area values (?, ?, ?, 'WORK', 'LABOUR', 1, 3, 'x', now(), ?, ?)",
                Ids.next(),
                ids[0],
                person,
                operator,
                PRATO);
        TRUTH.update(
                "insert into skills_review values (?, ?, now(), ?, ?)",
                ids[1],
                person,
                operator,
                PRATO);
        for (UUID replaces : new UUID[] {null, ids[2]}) {
            TRUTH.update(
                    "insert into skills_line values (?, ?, ?, 'WORK', 'x', '', '', null, null, '', ?, false, now(), ?, ?, ?)",
                    replaces == null ? ids[2] : ids[3],
                    ids[1],
                    person,
                    replaces,
                    operator,
                    PRATO,
                    ids[2]);
        }
        for (UUID corrects : new UUID[] {null, ids[4]}) {
            TRUTH.update(
                    "insert into note (id, person_id, section, body, at, operator_id, organisation_id, corrects_id) values (?, ?, 'SOCIAL', 'x', now(), ?, ?, ?)",
                    corrects == null ? ids[4] : Ids.next(),
                    person,
                    operator,
                    PRATO,
                    corrects);
        }
        TRUTH.update(
                "insert into attachment (id, person_id, section, about, kind, size, content, at, operator_id, organisation_id) values (?, ?, 'SOCIAL', 'x', 'JPEG', 3, '\\xffd8ff', now(), ?, ?)",
                Ids.next(),
                person,
                operator,
                PRATO);
        return person;
    }

    private static List<Integer> rows(UUID person) {
        return TABLES.stream()
                .map(table ->
                        TRUTH.queryForObject(
                                "select count(*) from " + table + " where person_id = ?",
                                Integer.class,
                                person))
                .toList();
    }

    @Test
    void everythingFollowsAndComesBack() {
        UUID kept = assessed();
        UUID absorbed = assessed();
        UUID merge = Ids.next();

        as(
                SOCIAL,
                () ->
                        APPLICATION.queryForList(
                                "select merge_people(?, ?, ?, null)::text", merge, kept, absorbed));
        assertThat(rows(kept)).containsExactly(2, 2, 2, 4, 2, 4);
        assertThat(rows(absorbed)).containsOnly(0);

        as(SOCIAL, () -> APPLICATION.queryForList("select undo_merge(?)::text", merge));
        assertThat(rows(kept)).containsExactly(1, 1, 1, 2, 1, 2);
        assertThat(rows(absorbed)).containsExactly(1, 1, 1, 2, 1, 2);
    }
}
