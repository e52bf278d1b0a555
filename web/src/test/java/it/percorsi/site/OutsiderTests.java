package it.percorsi.site;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * For somebody of another body what exists and what does not are the same answer, on every route.
 */
class OutsiderTests extends RunningApplication {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    private Map<String, UUID> ofPrato() {
        return Map.of(
                "/people", person("Hoxha", "Arta"),
                "/cases",
                        id(
                                "select c.id from case_file c join person p on p.id = c.person_id where p.family_name = 'Hoxha' and p.given_name = 'Arta'"),
                "/plans",
                        id(
                                "select l.id from plan l join person p on p.id = l.person_id where p.family_name = 'Hoxha' limit 1"),
                "/objectives",
                        id(
                                "select o.id from objective o join person p on p.id = o.person_id where p.family_name = 'Hoxha' limit 1"),
                "/appointments",
                        id(
                                "select a.id from appointment a join organisation o on o.id = a.organisation_id where o.code = 'cpi-prato' limit 1"),
                "/agenda/absences", absenceAtTheCpiOfPrato(),
                "/referrals",
                        id(
                                "select r.id from referral r join organisation o on o.id = r.organisation_id where o.code = 'comune-prato' limit 1"),
                "/sittings", id("select id from sitting limit 1"),
                "/administration/operators", id("select id from operator limit 1"),
                "/administration/memberships", id("select id from membership limit 1"));
    }

    private static UUID id(String sql) {
        return TRUTH.queryForObject(sql, UUID.class);
    }

    private static UUID absenceAtTheCpiOfPrato() {
        UUID absence = Ids.next();
        TRUTH.update(
                """
                insert into absence (id, resource_id, during, recorded_at, operator_id, organisation_id, ended_at)
                select ?, r.id, '[2040-01-01 00:00+01,2040-01-02 00:00+01)', now(), r.operator_id, r.organisation_id,
                    case when exists (select 1 from absence a where a.resource_id = r.id and a.ended_at is null)
                        then now() end
                from resource r where r.code = 'op-cpi-prato'\
                """,
                absence);
        return absence;
    }

    private static UUID pairOfPrato() {
        UUID pair = Ids.next();
        TRUTH.update(
                """
                insert into duplicate_pair (id, person_id, other_id, likeness, reasons, status)
                select ?, min(g.person_id::text)::uuid, max(g.person_id::text)::uuid, 0.75, '{NAME}', 'OPEN'
                from access_grant g join organisation o on o.id = g.organisation_id
                where o.code = 'comune-prato' and g.basis = 'FILE'\
                """,
                pair);
        return pair;
    }

    private static UUID agreementOfPrato() {
        UUID agreement = Ids.next();
        TRUTH.update(
                """
                insert into merge_agreement (id, one_id, other_id, kept_id, organisation_id, operator_id, agreed_at)
                select ?, min(g.person_id::text)::uuid, max(g.person_id::text)::uuid, min(g.person_id::text)::uuid,
                    min(o.id::text)::uuid, min(g.given_by::text)::uuid, now()
                from access_grant g join organisation o on o.id = g.organisation_id
                where o.code = 'comune-prato' and g.basis = 'FILE'\
                """,
                agreement);
        return agreement;
    }

    /** Undone long ago: it changes nothing for anybody. */
    private static UUID mergeOfPrato() {
        UUID merge = Ids.next();
        TRUTH.update(
                """
                insert into person_merge (id, person_id, absorbed_id, operator_id, organisation_id, undone_at, undone_by)
                select ?, min(g.person_id::text)::uuid, max(g.person_id::text)::uuid, min(g.given_by::text)::uuid,
                    min(o.id::text)::uuid, now(), min(g.given_by::text)::uuid
                from access_grant g join organisation o on o.id = g.organisation_id
                where o.code = 'comune-prato' and g.basis = 'FILE'\
                """,
                merge);
        return merge;
    }

    private static UUID listOfPrato() {
        UUID list = Ids.next();
        TRUTH.update(
                """
                insert into import_list (id, organisation_id, operator_id, role, file_name, signature, headings, columns,
                    notice_version, notice_language, status, uploaded_at)
                select ?, o.id, p.id, 'DESK', 'x.csv', '', '{a,b}', '{"",""}', n.version, 'it', 'READY', now()
                from organisation o, operator p, privacy_notice n
                where o.code = 'comune-prato' and n.language = 'it' limit 1\
                """,
                list);
        return list;
    }

    private static UUID askedByLucca() {
        UUID connection = Ids.next();
        TRUTH.update(
                """
                insert into connection (id, person_id, organisation_id, to_organisation_id, operator_id, status,
                    reason, requested_at, version)
                select ?, p.id, l.id, t.id, o.id, 'REQUESTED', 'x', now(), 0
                from organisation l, organisation t, operator o, person p
                where l.code = 'comune-lucca' and t.code = 'comune-prato' and p.family_name = 'Hoxha'
                limit 1\
                """,
                connection);
        return connection;
    }

    private static UUID consentInPrato() {
        UUID consent = Ids.next();
        TRUTH.update(
                """
                insert into consent (id, person_id, to_organisation_id, purpose, notice_version, notice_language,
                    signature, given_at, operator_id, organisation_id, version)
                select ?, p.id, c.id, 'CARE', '2026-01', 'it', 'PAPER', now(), g.given_by, g.organisation_id, 0
                from person p join access_grant g on g.person_id = p.id and g.basis = 'FILE', organisation c
                where c.code = 'cpi-prato' and p.family_name = 'Hoxha'
                limit 1\
                """,
                consent);
        return consent;
    }

    private static UUID contactInPrato() {
        UUID contact = Ids.next();
        TRUTH.update(
                """
                insert into desk_contact (id, desk_id, organisation_id, operator_id, at, topic, language, channel, outcome)
                select ?, d.id, d.organisation_id, o.id, now(), 'WORK', 'it', 'DESK', 'INFORMED'
                from desk d, operator o where d.code = 'pua-prato' and o.username = 'sportello.prato'\
                """,
                contact);
        return contact;
    }

    private static UUID ticketInPrato() {
        UUID ticket = Ids.next();
        TRUTH.update(
                """
                insert into ticket (id, desk_id, organisation_id, day, letter, number, language, status, version)
                select ?, d.id, d.organisation_id, '2020-01-01', 'A', 1, 'it', 'WAITING', 0
                from desk d where d.code = 'pua-prato'\
                """,
                ticket);
        return ticket;
    }

    /** Withdrawn: it is in nobody's queue. */
    private static UUID waitInPrato() {
        UUID wait = Ids.next();
        TRUTH.update(
                """
                insert into wait (id, person_id, person_name, language, service_id, organisation_id, reason, mediation,
                    not_before, not_after, weekdays, half, put_by_id, since, turned_down, status, version)
                select ?, p.id, 'x', 'it', s.id, s.organisation_id, 'WORK', 'NOT_NEEDED', current_date, current_date,
                    '1', 'ANY', s.organisation_id, now(), '{}', 'WITHDRAWN', 0
                from person p, service s
                where p.family_name = 'Hoxha' and s.code = 'cpi-prato-orientamento' limit 1\
                """,
                wait);
        return wait;
    }

    /** Closed already: nobody confirms anything by it. */
    private static UUID sheetOfPrato(UUID encounter) {
        UUID sheet = Ids.next();
        TRUTH.update(
                """
                insert into attendance_sheet (id, organisation_id, operator_id, year, number, made_at, closed_at,
                    closed_by, archive)
                select ?, b.id, e.operator_id, 2000, 1, now(), now(), e.operator_id, 'x'
                from encounter e, organisation b where e.id = ? and b.code = 'cpi-prato'\
                """,
                sheet,
                encounter);
        return sheet;
    }

    private static UUID directOfPrato() {
        UUID referral = Ids.next();
        TRUTH.update(
                """
                insert into direct_referral (id, person_id, person_name, language, organisation_id, operator_id, receiver_name,
                    service, asked, status, sent_at, due_on, answer_by, version)
                select ?, p.id, 'Hoxha Arta', 'sq', o.id, w.id, 'CPIA', 'ITALIAN_COURSE', 'Corso A2', 'SENT', now(),
                    '2040-01-01', '2040-01-01', 0
                from organisation o, operator w, person p
                where o.code = 'comune-prato' and w.username = 'sportello.prato' and p.family_name = 'Hoxha' limit 1\
                """,
                referral);
        return referral;
    }

    private static UUID mediationOfPrato() {
        UUID request = Ids.next();
        TRUTH.update(
                """
                insert into mediation_request (id, organisation_id, operator_id, provider_id, programme_id, language, topic,
                    manner, place, starts_at, minutes, status, version)
                select ?, o.id, w.id, v.id, p.id, 'ur', 'WORK', 'IN_PERSON', 'Sede', '2040-01-01', 60, 'REQUESTED', 0
                from organisation o, organisation v, operator w, programme p
                where o.code = 'comune-prato' and v.code = 'coop-mediazione-prato' and w.username = 'sportello.prato'
                    and p.code = 'SIIL'\
                """,
                request);
        return request;
    }

    private static UUID taskInPrato() {
        UUID task = Ids.next();
        TRUTH.update(
                """
                insert into task (id, person_id, organisation_id, owner_id, what, section, due_on, status, origin,
                    asked_by_id, asked_for_id, asked_at, version)
                select ?, p.id, b.id, o.id, 'x', 'SOCIAL', '2090-01-01', 'OPEN', 'HAND', o.id, b.id, now(), 0
                from person p, organisation b, operator o
                where p.family_name = 'Hoxha' and b.code = 'comune-prato' and o.username = 'sociale.prato' limit 1\
                """,
                task);
        return task;
    }

    private static UUID meetingInPrato() {
        UUID meeting = Ids.next();
        TRUTH.update(
                """
                insert into team_meeting (id, organisation_id, operator_id, held_at, version)
                select ?, b.id, o.id, now(), 0 from organisation b, operator o
                where b.code = 'comune-prato' and o.username = 'sociale.prato'\
                """,
                meeting);
        TRUTH.update(
                """
                insert into meeting_item (id, meeting_id, case_file_id, person_id, place, words, version)
                select gen_random_uuid(), ?, c.id, p.id, 1, 'x', 0
                from case_file c join person p on p.id = c.person_id
                where p.family_name = 'Hoxha' and p.given_name = 'Arta'\
                """,
                meeting);
        return meeting;
    }

    private static UUID transferInPrato() {
        UUID transfer = Ids.next();
        TRUTH.update(
                """
                insert into case_transfer (id, case_file_id, person_id, organisation_id, to_organisation_id, operator_id,
                    reason, status, asked_at, answered_at, answered_by_id, version)
                select ?, c.id, c.person_id, c.organisation_id, l.id, o.id, 'x', 'WITHDRAWN', now(), now(), o.id, 0
                from case_file c join person p on p.id = c.person_id, organisation l, operator o
                where p.family_name = 'Hoxha' and l.code = 'comune-lucca' and o.username = 'sociale.prato' limit 1\
                """,
                transfer);
        return transfer;
    }

    private static UUID attachmentOfPrato() {
        UUID attachment = Ids.next();
        TRUTH.update(
                """
                insert into attachment (id, person_id, section, about, kind, size, content, at, operator_id, organisation_id)
                select ?, g.person_id, 'STATUS', 'x', 'JPEG', 3, '\\xffd8ff', now(), g.given_by, g.organisation_id
                from access_grant g join person p on p.id = g.person_id
                where g.basis = 'FILE' and p.family_name = 'Hoxha' limit 1\
                """,
                attachment);
        return attachment;
    }

    private static UUID requestOfPrato() {
        UUID request = Ids.next();
        TRUTH.update(
                """
                insert into public_request (id, secret_hash, code, service_id, organisation_id, language, name, phone,
                    starts_at, expires_at)
                select ?, sha256('outsider'), 'X', s.id, s.organisation_id, 'it', 'Ada Neri', '+39 333 000 9999',
                    '2040-01-01', '2040-01-01'
                from service s where s.code = 'pua2-prato-sociale'\
                """,
                request);
        return request;
    }

    private record Route(String method, String pattern) {}

    private List<Route> routesWithAnId() {
        List<Route> found = new ArrayList<>();
        routes.getHandlerMethods()
                .forEach((mapping, handler) ->
                        mapping.getPatternValues().stream()
                                .filter(p -> p.contains("{id}"))
                                .forEach(pattern ->
                                        mapping.getMethodsCondition()
                                                .getMethods()
                                                .forEach(method ->
                                                        found.add(
                                                                new Route(
                                                                        method.name(), pattern)))));
        return found;
    }

    @Test
    void everyRouteAnswersTheSameForHiddenAndAbsent() {
        Map<String, UUID> present = new TreeMap<>(ofPrato());
        present.put("/duplicates", pairOfPrato());
        present.put("/duplicates/merges", mergeOfPrato());
        present.put("/connections", askedByLucca());
        present.put("/duplicates/agreements", agreementOfPrato());
        present.put("/consents", consentInPrato());
        present.put("/panels", id("select id from panel where code = 'commissione-prato'"));
        present.put("/administration/agreements", id("select id from legal_basis limit 1"));
        present.put(
                "/enrolments",
                id(
                        "select e.id from enrolment e join organisation o on o.id = e.organisation_id where o.code = 'comune-prato' limit 1"));
        present.put("/imports", listOfPrato());
        present.put(
                "/procedures",
                id(
                        "select r.id from procedure r join organisation o on o.id = r.organisation_id where o.code = 'comune-prato' and r.status = 'TO_PREPARE' limit 1"));
        present.put("/desk/contacts", contactInPrato());
        present.put("/desk/tickets", ticketInPrato());
        present.put("/agenda/hours", id("select id from resource where code = 'op-cpi-prato'"));
        present.put("/administration/desks", id("select id from desk limit 1"));
        present.put("/agenda/waiting", waitInPrato());
        present.put("/agenda/mediation", mediationOfPrato());
        present.put("/direct-referrals", directOfPrato());
        present.put(
                "/hours",
                id(
                        "select e.id from encounter e join person p on p.id = e.person_id where p.family_name = 'Hoxha' limit 1"));
        present.put(
                "/hours/groups",
                id(
                        "select group_id from encounter where id = '%s'"
                                .formatted(present.get("/hours"))));
        present.put("/hours/sheets", sheetOfPrato(present.get("/hours")));
        present.put("/desk/requests", requestOfPrato());
        present.put("/tasks", taskInPrato());
        present.put(
                "/cases/members",
                id(
                        "select id from team_member where status = 'JOINED' and person_id = '%s' limit 1"
                                .formatted(present.get("/people"))));
        present.put("/meetings", meetingInPrato());
        present.put(
                "/meetings/items",
                id(
                        "select id from meeting_item where meeting_id = '%s'"
                                .formatted(present.get("/meetings"))));
        present.put(
                "/cases/caseload", id("select id from operator where username = 'sociale.prato'"));
        present.put("/cases/transfers", transferInPrato());
        present.put("/assessments", id("select id from assessment limit 1"));
        present.put("/attachments", attachmentOfPrato());
        present.put("/skills", id("select id from skills_review limit 1"));
        present.put("/desk/arrivals", present.get("/appointments"));
        List<Route> all = routesWithAnId();
        assertThat(all).hasSizeGreaterThan(40);
        for (String outsider :
                List.of(
                        "sportello.pistoia",
                        "sociale.pistoia",
                        "cpi.pistoia",
                        "coordinamento",
                        "dpo")) {
            Client client = as(outsider);
            Map<String, String> seal = client.seal("/desks", "/logout");
            seal.putAll(
                    Map.of(
                            "formKey",
                            Ids.next().toString(),
                            "version",
                            "0",
                            "note",
                            "x",
                            "programme",
                            "TEAMS",
                            "move",
                            "BOOK",
                            "sitting",
                            Ids.next().toString(),
                            "organisation",
                            Ids.next().toString(),
                            "role",
                            "DESK"));
            for (Route route : all) {
                UUID hidden =
                        present.entrySet().stream()
                                .filter(e -> route.pattern().startsWith(e.getKey() + "/"))
                                .max(Comparator.comparing(e -> e.getKey().length()))
                                .orElseThrow(() -> new AssertionError("no example for " + route))
                                .getValue();
                Client.Page forHidden = ask(client, route, hidden, seal);
                Client.Page forAbsent = ask(client, route, Ids.next(), seal);

                assertThat(forHidden.status()).as(outsider + " " + route).isEqualTo(404);
                assertThat(forAbsent.status()).as(outsider + " " + route).isEqualTo(404);
                assertThat(forHidden.timeless())
                        .as(outsider + " " + route)
                        .isEqualTo(forAbsent.timeless());
            }
        }
    }

    private static Client.Page ask(Client client, Route route, UUID id, Map<String, String> seal) {
        String path =
                route.pattern()
                        .replace("{id}", id.toString())
                        .replace("{kind}", "PERMIT_EXPIRED")
                        .replace("{area}", "WORK")
                        .replace("{move}", "WITHDRAW")
                        .replace("{link}", Ids.next().toString())
                        .replace("{commitment}", Ids.next().toString())
                        .replace("{support}", Ids.next().toString())
                        .replace("{number}", "1");
        if (route.method().equals("GET")) {
            return client.get(path);
        }
        Map<String, String> form = new java.util.HashMap<>(seal);
        form.put("formKey", Ids.next().toString());
        form.putAll(complete(path));
        return client.send(path, form);
    }

    /** Forms are filled in rightly, so that nothing but the wall can turn them down. */
    private static Map<String, String> complete(String path) {
        String someone = Ids.next().toString();
        if (path.endsWith("/order")) {
            return Map.of("referral", someone, "way", "UP");
        }
        if (path.endsWith("/procedures")) {
            return Map.of("kind", "citizenship", "nextOn", "1/1/2090");
        }
        if (path.contains("/procedures/")) {
            return Map.of("owner", "body", "nextOn", "1/1/2090");
        }
        if (path.endsWith("/data")) {
            return Map.of(
                    "familyName", "X", "bornOn", "1/1/1990", "citizenship", "AL", "language", "it");
        }
        if (path.endsWith("/consents")) {
            return Map.of(
                    "organisation",
                    someone,
                    "purpose",
                    "CARE",
                    "consentLanguage",
                    "it",
                    "signature",
                    "PAPER");
        }
        if (path.endsWith("/notices")) {
            return Map.of("noticeVersion", "2026-01", "noticeLanguage", "it");
        }
        if (path.startsWith("/desk/requests/")) {
            return Map.of("why", "x", "person", someone);
        }
        if (path.endsWith("/permits")) {
            return Map.of("kind", "FAMILY");
        }
        if (path.endsWith("/move") || path.endsWith("/move/hold")) {
            return Map.of("slot", "x");
        }
        if (path.endsWith("/booking") || path.endsWith("/booking/hold")) {
            return Map.of("service", "cpi-prato-orientamento", "slot", "x", "reason", "WORK");
        }
        if (path.endsWith("/referrals")) {
            return Map.of(
                    "panel",
                    TRUTH.queryForObject(
                            "select id from panel where code = 'commissione-prato'", String.class),
                    "needs",
                    "WORK",
                    "reason",
                    "x",
                    "legalBasis",
                    "PUBLIC_TASK");
        }
        if (path.endsWith("/decisions")) {
            return Map.of("referral", someone, "decision", "ACCEPT", "why", "x");
        }
        if (path.endsWith("/assessments")) {
            return Map.of("depth", "FIRST");
        }
        if (path.contains("/assessments/") && path.contains("/areas/")) {
            return Map.of("level", "3", "situation", "x");
        }
        if (path.contains("/skills/") && path.contains("/lines")) {
            return Map.of("kind", "SKILL", "what", "x", "proof", "x");
        }
        if (path.endsWith("/correction")) {
            return Map.of("body", "x");
        }
        if (path.contains("/alerts/")) {
            return Map.of(
                    "until",
                    LocalDate.now(Rome.ZONE)
                            .plusDays(30)
                            .format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        }
        if (path.endsWith("/tasks")) {
            return Map.of("tasks", "io: x entro domani");
        }
        if (path.endsWith("/search")) {
            return Map.of("words", "x", "q", "Hoxha");
        }
        if (path.endsWith("/household")) {
            return Map.of("relative", someone, "kinship", "SPOUSE");
        }
        if (path.endsWith("/protected-address")) {
            return Map.of("address", "via x");
        }
        if (path.endsWith("/diary")) {
            return Map.of("section", "LABOUR", "body", "x");
        }
        if (path.endsWith("/merge") || path.endsWith("/agreement")) {
            return Map.of("kept", someone);
        }
        if (path.endsWith("/handover")) {
            return Map.of("colleague", someone);
        }
        if (path.endsWith("/person")) {
            return Map.of("person", someone);
        }
        if (path.endsWith("/omissions")) {
            return Map.of("rank", "1");
        }
        if (path.endsWith("/in-hand")) {
            return Map.of("to", someone, "kinds", "TASK");
        }
        if (path.contains("/caseload/")) {
            return Map.of("cases", someone, "receivers", someone);
        }
        if (path.endsWith("/words")) {
            return Map.of("version", "0", "personWords", "x");
        }
        if (path.endsWith("/follow-up")) {
            return Map.of("situation", "WORK", "on", "1/1/2026");
        }
        if (path.endsWith("/suspension")) {
            return Map.of("until", "1/1/2090");
        }
        if (path.endsWith("/invitation")) {
            return Map.of("operator", someone);
        }
        if (path.endsWith("/transfer")) {
            return Map.of("reason", "x");
        }
        if (path.endsWith("/care")) {
            return Map.of("manager", someone);
        }
        if (path.endsWith("/moves")) {
            return Map.of("move", "DELIVER", "minutes", "60", "topic", "x");
        }
        if (path.endsWith("/corrections")) {
            return Map.of("minutes", "10", "note", "x");
        }
        if (path.endsWith("/closing")) {
            return Map.of("archive", "x", "outcome", "OTHER", "review", "x");
        }
        if (path.endsWith("/planned-hours")) {
            return Map.of("plannedSupport", someone, "times", "1", "each", "60");
        }
        if (path.endsWith("/encounters")) {
            return Map.of(
                    "support",
                    someone,
                    "day",
                    "1/1/2026",
                    "time",
                    "10.00",
                    "minutes",
                    "60",
                    "topic",
                    "x");
        }
        if (path.contains("/plans/") && path.endsWith("/objectives")) {
            return Map.of(
                    "area",
                    "WORK",
                    "text",
                    "x",
                    "expectedResult",
                    "x",
                    "who",
                    "x",
                    "commitment",
                    "x",
                    "instrument",
                    "ORIENTATION",
                    "hours",
                    "1",
                    "provider",
                    someone,
                    "fundingSource",
                    "MUNICIPAL");
        }
        if (path.endsWith("/proposal")) {
            return Map.of("explainedOn", "1/1/2026", "explainedIn", "it");
        }
        if (path.endsWith("/signature") && path.startsWith("/plans/")) {
            return Map.of("signedOn", "1/1/2026", "signedHow", "PAPER", "signatories", "x");
        }
        if (path.endsWith("/reviews")) {
            return Map.of("heldOn", "1/1/2026", "seen", "x", "verdict", "TO_END");
        }
        if (path.endsWith("/commitments")) {
            return Map.of("who", "x", "commitment", "x");
        }
        if (path.endsWith("/supports")) {
            return Map.of(
                    "instrument",
                    "ORIENTATION",
                    "hours",
                    "1",
                    "provider",
                    someone,
                    "fundingSource",
                    "MUNICIPAL");
        }
        if (path.contains("/objectives/")) {
            return Map.of("text", "x", "expectedResult", "x");
        }
        return Map.of();
    }

    @Test
    void everyPageHasADoorOrIsForEverybody() {
        routes.getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getName().startsWith("it.percorsi")
                            && !handler.hasMethodAnnotation(ForEverybody.class)) {
                        mapping.getPatternValues()
                                .forEach(pattern ->
                                        assertThat(Door.of(pattern))
                                                .as(pattern + " " + name(handler))
                                                .isPresent());
                    }
                });
    }

    private static String name(HandlerMethod handler) {
        return handler.getShortLogMessage();
    }

    @Test
    void withoutLoginEverythingLeadsToTheLogin() {
        for (Door door : Door.values()) {
            Client.Page page = anonymous().get(door.path());

            assertThat(page.path()).as(door.path()).isEqualTo("/login");
        }
    }
}
