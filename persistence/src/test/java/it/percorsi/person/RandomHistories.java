package it.percorsi.person;

import it.percorsi.access.Basis;
import it.percorsi.pathway.Ids;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** People with a past: rows of every kind, some of which two people cannot both bring along. */
class RandomHistories {

    private final JdbcTemplate rows;
    private final UUID body;
    private final UUID operator;
    private final UUID service = Ids.next();
    private final UUID panel = Ids.next();
    private final UUID programme = Ids.next();
    private long codes;

    RandomHistories(JdbcTemplate rows, UUID body, UUID operator) {
        this.rows = rows;
        this.body = body;
        this.operator = operator;
    }

    void network(UUID otherBody, UUID otherOperator) {
        rows.update("insert into language values ('it', 'italiano', 'italiano', 'ltr')");
        rows.update("insert into country (code, name) values ('AL', 'Albania'), ('MA', 'Marocco')");
        rows.update("insert into municipality values ('G999', 'Prato', 'PO', null)");
        rows.update("insert into funding_source values ('FAMI', 'FAMI')");
        rows.update("insert into instrument values ('ORIENTATION', 'Orientamento', 'LABOUR')");
        rows.update("insert into permit_kind values ('FAMILY', 'Famiglia', true, 'prova', false)");
        rows.update("insert into privacy_notice values ('1', 'it', 'Titolo', 'Testo', true)");
        rows.update(
                "insert into organisation values (?, 'prato', 'Prato', 'MUNICIPALITY', null, 0), (?, 'pistoia', 'Pistoia', 'MUNICIPALITY', null, 0)",
                body,
                otherBody);
        for (UUID one : new UUID[] {operator, otherOperator}) {
            rows.update(
                    "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                    one,
                    one.toString());
        }
        rows.update(
                "insert into service (id, organisation_id, code, name, content) values (?, ?, 's', 'Colloquio', 'x')",
                service,
                body);
        rows.update(
                "insert into panel (id, organisation_id, name, kind, votes) values (?, ?, 'Commissione', 'COMMISSION', false)",
                panel,
                body);
        rows.update(
                "insert into programme (id, code, name, fund, runs_from, runs_until, zone) values (?, 'TEAMS', 'TEAMS', 'FAMI', '2018-01-01', '2030-01-01', 'x')",
                programme);
    }

    UUID named(String familyName, String givenName) {
        return heldBy(body, familyName, givenName);
    }

    UUID heldBy(UUID holder, String familyName, String givenName) {
        UUID person = Ids.next();
        rows.update(
                "insert into person (id, family_name, given_name, born_on, born_precision, language, search_name, name_key, registered_at, version) values (?, ?, ?, '1990-03-15', 'DAY', 'it', ?, ?, now(), 0)",
                person,
                familyName,
                givenName,
                Names.searched(familyName, givenName, null),
                Names.key(familyName, givenName));
        rows.update(
                "insert into person_contact (person_id, phone, version) values (?, '+39 333 000 1001', 0)",
                person);
        grant(person, holder, Basis.FILE);
        return person;
    }

    void grant(UUID person, UUID to, Basis basis) {
        rows.update(
                "insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from, given_by, given_by_organisation_id) values (?, ?, ?, ?, ?, ?, 'prova', now(), ?, ?)",
                Ids.next(),
                person,
                to,
                basis.name(),
                basis.roles().stream().map(Enum::name).toArray(String[]::new),
                basis.sections().stream().map(Enum::name).toArray(String[]::new),
                operator,
                body);
    }

    UUID withOpenFile(Random random) {
        UUID person = named("Aperta" + random.nextInt(100), "Prova");
        file(person, "FIRST_LEVEL");
        return person;
    }

    private UUID file(UUID person, String status) {
        UUID file = Ids.next();
        rows.update(
                "insert into case_file (id, person_id, organisation_id, status, opened_at, case_manager_id, team_kind, outcome, exits_assistance, review_waived, closed_on, version) select ?, ?, ?, s, now(), ?, 'WITHIN_BODY', case s when 'CLOSED' then 'OTHER' end, case s when 'CLOSED' then false end, case s when 'CLOSED' then true end, case s when 'CLOSED' then current_date end, 0 from cast(? as text) s",
                file,
                person,
                body,
                operator,
                status);
        return file;
    }

    UUID person(Random random) {
        UUID person = named("Storia" + random.nextInt(1000), "Prova");
        if (random.nextBoolean()) {
            care(random, person, file(person, random.nextBoolean() ? "IN_CARE" : "FIRST_LEVEL"));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            care(random, person, file(person, "CLOSED"));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            rows.update(
                    "insert into note values (?, ?, 'SOCIAL', 'Colloquio', now(), ?, ?)",
                    Ids.next(),
                    person,
                    operator,
                    body);
            rows.update(
                    "insert into step values (?, ?, ?, 'casefile', 'IDENTITY', 'OPEN', 'FIRST_LEVEL', now(), ?, ?, null)",
                    Ids.next(),
                    Ids.next(),
                    person,
                    operator,
                    body);
            rows.update(
                    "insert into appointment values (?, ?, 'Storia', 'it', ?, ?, 'WORK', 'WITHOUT', now(), now() + interval '1 hour', 'BOOKED', ?, 0)",
                    Ids.next(),
                    person,
                    service,
                    body,
                    body);
            rows.update(
                    "insert into residence_permit (id, person_id, kind, recorded_at) values (?, ?, 'FAMILY', now())",
                    Ids.next(),
                    person);
            rows.update(
                    "insert into notice_given values (?, ?, '1', 'it', now(), ?)",
                    Ids.next(),
                    person,
                    operator);
        }
        if (random.nextBoolean()) {
            rows.update(
                    "insert into emergency_access (id, person_id, operator_id, organisation_id, role, cause, reason, asked_at, status, version) values (?, ?, ?, ?, 'DESK', 'LIFE', 'x', now(), 'UNREVIEWED', 0)",
                    Ids.next(),
                    person,
                    operator,
                    body);
        }
        if (random.nextBoolean()) {
            rows.update(
                    "insert into consent (id, person_id, to_organisation_id, purpose, notice_version, notice_language, signature, given_at, operator_id, organisation_id, version) values (?, ?, ?, 'CARE', '1', 'it', 'PAPER', now(), ?, ?, 0)",
                    Ids.next(),
                    person,
                    body,
                    operator,
                    body);
        }
        // From here on, what two people may both have and one may not.
        for (String country :
                random.nextBoolean() ? new String[] {"AL"} : new String[] {"AL", "MA"}) {
            rows.update(
                    "insert into citizenship (person_id, country) values (?, ?)", person, country);
        }
        if (random.nextBoolean()) {
            rows.update(
                    "insert into identifier (id, person_id, kind, value) values (?, ?, 'PROVISIONAL_CODE', ?)",
                    Ids.next(),
                    person,
                    "9%010d".formatted(codes++));
        }
        if (random.nextBoolean()) {
            rows.update(
                    "insert into enrolment values (?, ?, ?, ?, 'ACTIVE', '2020-01-01', 'F', 'AL', 'x', 0)",
                    Ids.next(),
                    person,
                    programme,
                    body);
        }
        if (random.nextBoolean()) {
            rows.update(
                    "insert into referral (id, person_id, panel_id, organisation_id, referrer_id, needs, reason, legal_basis, status, version) values (?, ?, ?, ?, ?, '{WORK}', 'x', 'x', 'DRAFT', 0)",
                    Ids.next(),
                    person,
                    panel,
                    body,
                    operator);
        }
        if (random.nextBoolean()) {
            rows.update(
                    "insert into protected_address (id, person_id, address, recorded_at, operator_id) values (?, ?, 'x', now(), ?)",
                    Ids.next(),
                    person,
                    operator);
        }
        if (random.nextBoolean()) {
            UUID relative = named("Parente" + random.nextInt(1000), "Prova");
            boolean first = random.nextBoolean();
            rows.update(
                    "insert into household_link (id, person_id, relative_id, kinship, recorded_at, operator_id) values (?, ?, ?, 'SIBLING', now(), ?)",
                    Ids.next(),
                    first ? person : relative,
                    first ? relative : person,
                    operator);
        }
        return person;
    }

    private void care(Random random, UUID person, UUID file) {
        rows.update(
                "insert into team_member values (?, ?, ?, ?, ?, 'SOCIAL_WORKER', '2020-01-01', null)",
                Ids.next(),
                file,
                person,
                body,
                operator);
        if (random.nextBoolean()) {
            return;
        }
        UUID plan = Ids.next();
        UUID objective = Ids.next();
        UUID support = Ids.next();
        rows.update(
                "insert into hour_budget (id, person_id, minutes) values (?, ?, 2160)",
                plan,
                person);
        rows.update(
                "insert into plan (id, person_id, case_file_id, budget_id, status, drawn_on, version) values (?, ?, ?, ?, 'ACTIVE', '2020-01-01', 0)",
                plan,
                person,
                file,
                plan);
        rows.update(
                "insert into objective values (?, ?, ?, 'WORK', 'x', 'x', 1, 0)",
                objective,
                plan,
                person);
        rows.update(
                "insert into commitment values (?, ?, ?, 'x', 'x', null)",
                Ids.next(),
                objective,
                person);
        rows.update(
                "insert into support values (?, ?, ?, ?, 'ORIENTATION', 600, ?, 'FAMI')",
                support,
                objective,
                plan,
                person,
                body);
        // Sometimes at the very hour somebody else has one: the same person could not.
        rows.update(
                "insert into encounter (id, group_id, support_id, plan_id, person_id, on_day, starts, minutes, counted, operator_id, topic, recorded_at) values (?, ?, ?, ?, ?, date '2020-01-01' + ?, '9:00', 60, 60, ?, 'x', now())",
                Ids.next(),
                body,
                support,
                plan,
                person,
                random.nextInt(2)
                        + 10
                                * (int)
                                        (rows.queryForObject(
                                                "select count(*) from encounter where person_id = ?",
                                                Integer.class,
                                                person)),
                operator);
    }
}
