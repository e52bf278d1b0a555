package it.percorsi;

import com.microsoft.playwright.Response;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Pages no journey and no story goes through, as axe sees them, wide and narrow. */
class PagesOfACaseTests extends StoryCase {

    private static final List<Integer> WIDTHS = List.of(1280, 320);

    private void see(String who, List<String> paths) {
        script = true;
        enter(who, 1280);
        SoftAssertions all = new SoftAssertions();
        for (String path : paths) {
            Response answer = page.navigate(address() + path);
            all.assertThat(answer.status()).as(path).isEqualTo(200);
            for (int width : WIDTHS) {
                page.setViewportSize(width, 900);
                look("case" + path.replaceAll("[0-9a-f-]{36}", "").replaceAll("\\W+", "-"));
            }
        }
        all.assertAll();
    }

    @Test
    void ofWhoWorksOnIt() {
        UUID person = inCare("Guardata", "333 000 9690");
        UUID plan = plan(person);
        String file = caseOf(person);
        String of = "/people/" + person;
        String sent = sent(of, "HOUSING");
        String ended = caseOf(inCare("Conclusa", "333 000 9692"));
        as("sociale.prato")
                .post(
                        ended + "/closing",
                        ended + "/closing",
                        Map.of("outcome", "OTHER", "note", "Fatto", "review", "Fatto"));
        as("sociale.prato")
                .post(
                        ended + "/follow-up",
                        ended + "/follow-up",
                        Map.of("situation", "WORK", "on", Rome.written(Rome.day(Instant.now()))));
        see(
                "sociale.prato",
                List.of(
                        sent,
                        sent + "/letter",
                        sent + "/refusal",
                        sent + "/deferral",
                        told(of),
                        of + "/enrolments?programme=TEAMS",
                        "/people/" + person("Gjoka", "Elira") + "/enrolments",
                        "/waiting-places",
                        skillsCompared(of),
                        of + "/diary?since=1%2F3%2F2026",
                        "/cases/caseload",
                        "/cases/requests",
                        file + "/transfer",
                        file + "/invitation",
                        file + "/closing",
                        file + "/suspension",
                        ended,
                        ended + "/follow-up",
                        "/meetings",
                        "/tasks",
                        "/reminders",
                        "/account",
                        "/direct-referrals",
                        "/hours",
                        "/hours/group",
                        "/hours/sheets",
                        together(),
                        together() + "/people",
                        of + "/assessments",
                        of + "/skills",
                        of + "/documents",
                        of + "/attachments/new",
                        of + "/direct-referrals",
                        of + "/tasks",
                        of + "/team",
                        of + "/diary",
                        "/plans/" + plan,
                        "/plans/" + plan + "/words",
                        "/plans/" + plan + "/translations",
                        "/objectives/"
                                + TRUTH.queryForObject(
                                        "select id from objective where plan_id = ? and ordinal = 1",
                                        UUID.class,
                                        plan),
                        "/plans/"
                                + TRUTH.queryForObject(
                                        "select plan_id from plan_edition where person_id = ? limit 1",
                                        UUID.class,
                                        person("Chen", "Li"))
                                + "/comparison",
                        minutesOf(person)));
    }

    @Test
    void ofWhoHoldsTheSittingsAndOfWhoCoordinates() {
        UUID sitting = sitting(panel("Unità guardata", false));
        caseBefore(sitting, "Guardata", "333 000 9691");
        see(
                SECRETARY,
                List.of(
                        "/sittings",
                        "/sittings/" + sitting,
                        "/panels",
                        "/reminders",
                        "/referrals/waiting"));
        see(
                "coordinamento",
                List.of(
                        "/reminders",
                        "/programmes/TEAMS/hours",
                        "/programmes/TEAMS/hours/two-funds",
                        "/programmes/TEAMS/panels",
                        "/programmes/TEAMS/terms",
                        "/programmes/TEAMS/places/comune-prato",
                        "/programmes/TEAMS/templates",
                        template("select '/programmes/TEAMS/templates/' || t.id"),
                        template(
                                "select '/programmes/TEAMS/templates/' || t.id || '/objectives/' || o.id")));
    }

    @Test
    void ofWhoAdministers() {
        see(
                "admin",
                List.of(
                        "/administration",
                        TRUTH.queryForObject(
                                "select '/administration/operators/' || id || '/mail' from operator where username = 'cpi.prato'",
                                String.class)));
    }

    private static String together() {
        return "/hours/groups/"
                + TRUTH.queryForObject(
                        """
                        select group_id from encounter where status = 'DELIVERED'
                        group by group_id order by count(*) desc, group_id limit 1\
                        """,
                        UUID.class);
    }

    private static String template(String path) {
        return TRUTH.queryForObject(
                path
                        + """
                         from plan_template t join plan_template_objective o on o.template = t.code
                        where t.code = 'teams' and o.ordinal = 1\
                        """,
                String.class);
    }

    /** Of a meeting about somebody, begun by who works on it. */
    private static String minutesOf(UUID person) {
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
                select gen_random_uuid(), ?, c.id, c.person_id, 1, 'x', 0 from case_file c where c.person_id = ?\
                """,
                meeting,
                person);
        return "/meetings/" + meeting + "/minutes";
    }

    private static String caseOf(UUID person) {
        return "/cases/"
                + TRUTH.queryForObject(
                        "select id from case_file where person_id = ?", UUID.class, person);
    }

    private String sent(String of, String service) {
        return as("sociale.prato")
                .post(
                        of + "/direct-referrals",
                        of + "/direct-referrals",
                        Map.of(
                                "service", service,
                                "elsewhere", "Centro di ascolto",
                                "needs", "HOUSING",
                                "reason", "Dorme in stazione",
                                "legalBasis", "PUBLIC_TASK",
                                "what", "Un letto per due settimane"))
                .path();
    }

    private String skillsCompared(String of) {
        Client social = as("sociale.prato");
        String first = social.post(of + "/skills", of + "/skills", Map.of()).path();
        social.post(
                first + "/lines?kind=SKILL",
                first + "/lines",
                Map.of("kind", "SKILL", "what", "Cuce", "proof", "Prova fatta"));
        String second = social.post(first, of + "/skills", Map.of()).path();
        return of
                + "/skills/comparison?one="
                + first.substring("/skills/".length())
                + "&other="
                + second.substring("/skills/".length());
    }

    /** What a service answered, for the person. */
    private String told(String of) {
        String direct = sent(of, "SCHOOL");
        as("sociale.prato").post(direct, direct + "/moves", Map.of("move", "TAKE_UP", "note", ""));
        return direct + "/outcome";
    }
}
