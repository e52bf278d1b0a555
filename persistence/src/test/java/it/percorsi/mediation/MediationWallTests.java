package it.percorsi.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Wall;
import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database refuses by itself of a mediation on request. */
class MediationWallTests {

    private static final Wall WALL = new Wall("mediation_wall");
    private static final UUID PRATO = WALL.body("prato");
    private static final UUID COOP = WALL.body("coop");
    private static final Actor DESK = WALL.actor(PRATO, Role.DESK);
    private static final Actor MEDIATOR = WALL.actor(COOP, Role.MEDIATOR);
    private static final Actor OUTSIDER = WALL.actor(WALL.body("lucca"), Role.DESK);
    private static final UUID TEAMS = Ids.next();
    private static final UUID URDU = Ids.next();
    private static final UUID ARABIC = Ids.next();
    private static int hours = 24;

    @BeforeAll
    static void aProgrammeThatPaysAndTwoMediators() {
        WALL.owner.update(
                "insert into language values ('ur', 'urdu', 'urdu', 'rtl'), ('ar', 'arabo', 'arabo', 'rtl')");
        WALL.owner.update(
                "insert into programme (id, code, name, zone) values (?, 'TEAMS', 'Teams', 'Zona')",
                TEAMS);
        WALL.owner.update(
                "insert into programme_body (programme_id, organisation_id, role, ordinal, enrols) values (?, ?, 'PARTNER', 1, true)",
                TEAMS,
                PRATO);
        WALL.owner.update(
                "insert into resource (id, code, kind, organisation_id, name, language) values (?, 'u', 'MEDIATOR', ?, 'U', 'ur'), (?, 'a', 'MEDIATOR', ?, 'A', 'ar')",
                URDU,
                COOP,
                ARABIC,
                COOP);
    }

    private static UUID request() {
        UUID id = Ids.next();
        insert(DESK, id, PRATO, COOP, "now() + interval '%d hours'".formatted(hours += 24));
        return id;
    }

    private static void insert(Actor by, UUID id, UUID asking, UUID provider, String starts) {
        WALL.does(by, sql(starts), id, asking, by.operatorId(), provider, TEAMS);
    }

    private static String sql(String starts) {
        return """
        insert into mediation_request (id, organisation_id, operator_id, provider_id, programme_id, language, topic,
            manner, place, starts_at, minutes, status, version)
        values (?, ?, ?, ?, ?, 'ur', 'WORK', 'IN_PERSON', 'Sportello', %s, 60, 'REQUESTED', 0)\
        """
                .formatted(starts);
    }

    private static UUID accepted() {
        UUID id = request();
        WALL.does(
                MEDIATOR,
                "update mediation_request set status = 'ACCEPTED', mediator_id = ? where id = ?",
                URDU,
                id);
        return id;
    }

    private static int seen(Actor viewer, UUID request) {
        int[] rows = new int[1];
        WALL.as(
                viewer,
                () ->
                        rows[0] =
                                WALL.application.queryForObject(
                                        "select count(*) from mediation_request where id = ?",
                                        Integer.class,
                                        request));
        return rows[0];
    }

    @Test
    void bothSidesSeeItAndNobodyElse() {
        UUID request = request();

        assertThat(seen(DESK, request)).isOne();
        assertThat(seen(MEDIATOR, request)).isOne();
        assertThat(seen(OUTSIDER, request)).isZero();
    }

    @Test
    void aBodyAsksInItsOwnNameForAProgrammeItIsPartOf() {
        String tomorrow = sql("now() + interval '1 day'");
        WALL.refuses(
                "row-level security",
                OUTSIDER,
                tomorrow,
                Ids.next(),
                PRATO,
                OUTSIDER.operatorId(),
                COOP,
                TEAMS);
        WALL.refuses(
                "row-level security",
                OUTSIDER,
                tomorrow,
                Ids.next(),
                OUTSIDER.organisationId(),
                OUTSIDER.operatorId(),
                COOP,
                TEAMS);
        // Nor of a body that has no mediators, nor by a mediator.
        WALL.refuses(
                "row-level security",
                DESK,
                tomorrow,
                Ids.next(),
                PRATO,
                DESK.operatorId(),
                PRATO,
                TEAMS);
        WALL.refuses(
                "row-level security",
                MEDIATOR,
                tomorrow,
                Ids.next(),
                COOP,
                MEDIATOR.operatorId(),
                COOP,
                TEAMS);
    }

    @Test
    void whoAsksDoesNotAnswerAndWhoAnswersDoesNotWithdraw() {
        UUID request = request();

        WALL.refuses(
                "whose turn it is",
                DESK,
                "update mediation_request set status = 'ACCEPTED', mediator_id = ? where id = ?",
                URDU,
                request);
        WALL.refuses(
                "whose turn it is",
                MEDIATOR,
                "update mediation_request set status = 'WITHDRAWN' where id = ?",
                request);
    }

    @Test
    void whoeverGoesSpeaksTheLanguage() {
        WALL.refuses(
                "mediator_speaks_it",
                MEDIATOR,
                "update mediation_request set status = 'ACCEPTED', mediator_id = ? where id = ?",
                ARABIC,
                request());
    }

    @Test
    void noHourIsGivenBeforeItBegins() {
        WALL.refuses(
                "mediation_moves",
                MEDIATOR,
                "update mediation_request set status = 'GIVEN', given_minutes = 60 where id = ?",
                accepted());
    }

    @Test
    void whatIsOverDoesNotMove() {
        UUID request = request();
        WALL.does(
                MEDIATOR, "update mediation_request set status = 'DECLINED' where id = ?", request);

        WALL.refuses(
                "mediation_moves",
                MEDIATOR,
                "update mediation_request set status = 'ACCEPTED', mediator_id = ? where id = ?",
                URDU,
                request);
    }

    @Test
    void theMediatorIsTakenAtThatTimeAloneAndOnce() {
        UUID request = accepted();
        String take =
                """
                insert into booking (mediation_id, resource_id, during, held)
                select id, ?, tstzrange(starts_at + ?::interval, starts_at + ?::interval + minutes * interval '1 minute'), true
                from mediation_request where id = ?\
                """;
        WALL.refuses("row-level security", MEDIATOR, take, URDU, "1 hour", "1 hour", request);
        WALL.refuses("row-level security", MEDIATOR, take, ARABIC, "0", "0", request);
        WALL.refuses("row-level security", DESK, take, URDU, "0", "0", request);

        WALL.does(MEDIATOR, take, URDU, "0", "0", request);

        WALL.refuses("booking_once", MEDIATOR, take, URDU, "0", "0", request);
        WALL.refuses(
                "row-level security",
                MEDIATOR,
                "update booking set held = false where mediation_id = ?",
                request);
    }

    @Test
    void stepsAreOnlyAdded() {
        WALL.refuses("permission denied", DESK, "update mediation_step set note = 'x'");
        WALL.refuses("permission denied", DESK, "delete from mediation_step");
        WALL.refuses("permission denied", DESK, "delete from mediation_request");
    }
}
