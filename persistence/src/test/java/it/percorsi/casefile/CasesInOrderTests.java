package it.percorsi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Wall;
import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The work list of a body: in order, in pages, and the wall asked of each row of a page. */
class CasesInOrderTests {

    private static final Wall WALL = new Wall("cases_in_order");

    static {
        WALL.owner.update("insert into language values ('it', 'italiano', 'italiano', 'ltr')");
    }

    private final Actor ada = WALL.actor(WALL.body(Ids.next().toString()), Role.SOCIAL_WORKER);
    private final Actor other = WALL.actor(WALL.body(Ids.next().toString()), Role.SOCIAL_WORKER);

    private UUID inCare(Actor by, String familyName, Actor manager) {
        UUID file = Ids.next();
        UUID person = WALL.person(by, familyName);
        WALL.does(
                by,
                """
                insert into case_file (id, person_id, organisation_id, status, opened_at, case_manager_id, team_kind,
                    version)
                values (?, ?, ?, 'IN_CARE', now(), ?, 'WITHIN_BODY', 0)\
                """,
                file,
                person,
                by.organisationId(),
                manager.operatorId());
        return file;
    }

    private UUID firstLevel(Actor by, String familyName) {
        UUID file = Ids.next();
        UUID person = WALL.person(by, familyName);
        WALL.does(
                by,
                """
                insert into case_file (id, person_id, organisation_id, status, opened_at, version)
                values (?, ?, ?, 'FIRST_LEVEL', now(), 0)\
                """,
                file,
                person,
                by.organisationId());
        return file;
    }

    private static List<UUID> page(Actor viewer, @Nullable UUID after, int most) {
        List<UUID> seen = new ArrayList<>();
        WALL.as(
                viewer,
                () ->
                        seen.addAll(
                                WALL.application.queryForList(
                                        """
                                        select id from cases_in_order(null, null, 'ALL', null, 'OWN', '{}',
                                            current_date, null, ?, ?)\
                                        """,
                                        UUID.class,
                                        after,
                                        most)));
        return seen;
    }

    @Test
    void onesOwnComeFirstAndTheFirstLevelLastAndThePagesAreTheWholeList() {
        Actor colleague = WALL.actor(ada.organisationId(), Role.SOCIAL_WORKER);
        UUID door = firstLevel(ada, "Alfa");
        UUID colleagues = inCare(ada, "Beta", colleague);
        UUID second = inCare(ada, "Delta", ada);
        UUID first = inCare(ada, "Cappa", ada);

        assertThat(page(ada, null, 9)).containsExactly(first, second, colleagues, door);
        assertThat(page(ada, null, 3)).containsExactly(first, second, colleagues);
        assertThat(page(ada, colleagues, 3)).containsExactly(door);
        assertThat(page(ada, door, 3)).isEmpty();
    }

    @Test
    void whoIsNoLongerEntrustedIsInNoPageAndTakesNobodysPlace() {
        UUID gone = inCare(ada, "Alfa", ada);
        UUID first = inCare(ada, "Beta", ada);
        UUID second = inCare(ada, "Cappa", ada);
        WALL.does(
                ada,
                """
                update access_grant set valid_until = now()
                where person_id = (select person_id from case_file where id = ?)\
                """,
                gone);

        assertThat(page(ada, null, 2)).containsExactly(first, second);
        assertThat(page(ada, gone, 2)).isEmpty();
    }

    @Test
    void anotherBodysCasesAreInNoPageAndSayNothingOfWhereTheyWouldStand() {
        UUID mine = inCare(ada, "Beta", ada);
        UUID theirs = inCare(other, "Alfa", other);

        assertThat(page(ada, null, 9)).containsExactly(mine);
        assertThat(page(ada, theirs, 9)).isEmpty();
        assertThat(page(other, null, 9)).containsExactly(theirs);
    }

    /** The day is not in the case any more when the next page is asked for. */
    @Test
    void inAnOrderOfDaysAPageBeginsAfterTheDayTheLastRowHad() {
        UUID late = suspended("Gamma", "2026-01-10");
        UUID later = suspended("Alfa", "2026-03-10");
        UUID never = inCare(ada, "Beta", ada);

        assertThat(byDay(null, null)).containsExactly(late, later, never);
        assertThat(byDay("2026-01-10", late)).containsExactly(later, never);
        WALL.does(ada, "update case_file set suspended_until = '2026-06-01' where id = ?", late);
        assertThat(byDay("2026-01-10", late)).containsExactly(later, late, never);
        assertThat(byDay("9999-12-31", never)).isEmpty();
    }

    private UUID suspended(String familyName, String until) {
        UUID file = inCare(ada, familyName, ada);
        WALL.does(
                ada,
                "update case_file set status = 'SUSPENDED', suspended_until = ?::date where id = ?",
                until,
                file);
        return file;
    }

    private List<UUID> byDay(@Nullable String day, @Nullable UUID after) {
        List<UUID> seen = new ArrayList<>();
        WALL.as(
                ada,
                () ->
                        seen.addAll(
                                WALL.application.queryForList(
                                        """
                                        select id from cases_in_order(null, null, 'ALL', null, 'DUE', '{RESUME}',
                                            '2026-02-01', ?::date, ?, 9)\
                                        """,
                                        UUID.class,
                                        day,
                                        after)));
        return seen;
    }
}
