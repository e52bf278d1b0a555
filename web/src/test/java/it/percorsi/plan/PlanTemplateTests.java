package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plans of a programme to begin from, as its coordinator keeps them. */
class PlanTemplateTests extends CareCase {

    private static final String ALL = "/programmes/TEAMS/templates";

    private Client coordinator;

    @BeforeEach
    void somebodyCoordinates() {
        coordinator = as("coordinamento");
    }

    private String written(String name) {
        return coordinator.post(ALL, ALL, Map.of("templateName", name)).path();
    }

    private static Map<String, String> objective(String text) {
        return Map.of(
                "area", "HOUSING",
                "text", text,
                "expectedResult", "Un contratto di affitto",
                "who", "La persona",
                "commitment", "Porta la domanda",
                "dueDays", "20",
                "instrument", "HOUSING_HELP",
                "hours", "6");
    }

    private static String first(String template) {
        return template
                + "/objectives/"
                + TRUTH.queryForObject(
                        """
                        select o.id from plan_template_objective o join plan_template t on t.code = o.template
                        where t.id = ? order by o.ordinal limit 1\
                        """,
                        UUID.class,
                        UUID.fromString(template.substring(template.lastIndexOf('/') + 1)));
    }

    private static UUID caseOf(UUID person) {
        return TRUTH.queryForObject(
                "select id from case_file where person_id = ?", UUID.class, person);
    }

    private static Client.Page draw(Client by, UUID person, String template) {
        String form = "/cases/" + caseOf(person) + "/plan";
        return by.post(
                form,
                form,
                Map.of(
                        "personWords",
                        "Vorrei una casa",
                        "template",
                        template,
                        "provider",
                        provider(),
                        "fundingSource",
                        "MUNICIPAL"));
    }

    @Test
    void whatTheCoordinatorWritesIsWhereAPlanBegins() {
        String template = written("Casa prima di tutto");
        String code = template.substring(template.lastIndexOf('/') + 1);
        UUID person = inCare("Cominciata", "333 000 8111");
        Client social = as("sociale.prato");
        String form = "/cases/" + caseOf(person) + "/plan";
        assertThat(social.get(form).body()).doesNotContain("Casa prima di tutto");

        coordinator.post(template, template + "/objectives", objective("Trovare una casa"));
        assertThat(social.get(form).body()).contains("Casa prima di tutto");
        Client.Page plan = draw(social, person, code);

        assertThat(plan.body())
                .contains("Casa: Trovare una casa")
                .contains("La persona: Porta la domanda");
        assertThat(count("plan where person_id = ? and template = ?", person, code)).isOne();
        assertThat(count("trail where subject = 'plan-template' and action in ('CREATE', 'AIM')"))
                .isGreaterThan(1);
    }

    @Test
    void anObjectiveIsCorrectedAndWhoLosesSeesBothTexts() {
        String template = written("Da correggere");
        coordinator.post(template, template + "/objectives", objective("Prima stesura"));
        String first = first(template);
        Map<String, String> late =
                new HashMap<>(Client.hidden(coordinator.get(first).body(), first));

        assertThat(coordinator.post(first, first, objective("Seconda stesura")).body())
                .contains("Seconda stesura")
                .doesNotContain("Prima stesura");
        late.putAll(objective("Terza stesura"));
        Client.Page lost = coordinator.send(first, late);

        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.body()).contains("Seconda stesura").contains("Terza stesura");
        assertThat(coordinator.post(template, first + "/removal", Map.of()).body())
                .contains("Nessun obiettivo ancora");
    }

    @Test
    void whatCannotBeReadComesBackInItsField() {
        String template = written("Con errori");
        Map<String, String> wrong = new HashMap<>(objective("Testo da tenere"));
        wrong.putAll(Map.of("dueDays", "presto", "hours", "900", "instrument", ""));

        Client.Page again = coordinator.post(template, template + "/objectives", wrong);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("Testo da tenere")
                .contains("value=\"presto\"")
                .contains("value=\"900\"")
                .contains("Serve un numero tra 1 e 200.");
        assertThat(coordinator.post(ALL, ALL, Map.of("templateName", " ")).status()).isEqualTo(422);
        assertThat(coordinator.post(ALL, ALL, Map.of("templateName", "Con errori")).body())
                .contains("Il progetto ha già un modello con questo nome.");
    }

    @Test
    void aTemplateIsRetiredAndThePlansThatBeganFromItStay() {
        String template = written("Da ritirare");
        String code = template.substring(template.lastIndexOf('/') + 1);
        coordinator.post(template, template + "/objectives", objective("Restare in casa"));
        String first = first(template);
        Client social = as("sociale.prato");
        UUID person = inCare("Ritirata", "333 000 8112");
        String plan = draw(social, person, code).path();
        Map<String, String> open =
                new HashMap<>(Client.hidden(coordinator.get(first).body(), first));

        assertThat(coordinator.post(template, template + "/retirement", Map.of()).body())
                .contains("nessun piano nuovo parte da qui")
                .doesNotContain("Aggiungi un obiettivo");

        open.putAll(objective("Scritto tardi"));
        assertThat(coordinator.send(first, open).status()).isEqualTo(409);
        assertThat(social.get(plan).body()).contains("Restare in casa");
        UUID other = inCare("Nuova", "333 000 8113");
        assertThat(draw(social, other, code).status()).isEqualTo(422);
        assertThat(coordinator.post(template, template + "/return", Map.of()).body())
                .contains("Aggiungi un obiettivo");
        assertThat(draw(social, other, code).body()).contains("Restare in casa");
    }

    @Test
    void aTemplateSaysWhetherItWasReadAgain() {
        String template = written("Da rileggere insieme");
        assertThat(coordinator.get(ALL).body())
                .containsSubsequence("Da rileggere insieme", "da rileggere");

        coordinator.post(
                template, template, Map.of("templateName", "Riletto insieme", "verified", "true"));

        assertThat(coordinator.get(ALL).body()).containsSubsequence("Riletto insieme", ">sì<");
    }

    @Test
    void onlyWhoCoordinatesTheProgrammeKeepsItsTemplates() {
        String template = written("Di TEAMS");
        coordinator.post(template, template + "/objectives", objective("Di chi coordina"));

        for (String other : new String[] {"sociale.prato", "dpo", "admin"}) {
            Client stranger = as(other);
            assertThat(stranger.get(ALL).status()).as(other).isEqualTo(404);
            assertThat(stranger.get(template).status()).as(other).isEqualTo(404);
        }
        String elsewhere = template.replace("/TEAMS/", "/MELT/");
        assertThat(coordinator.get(elsewhere).status()).isEqualTo(404);
    }

    @Test
    void whoIsInAProgrammeIsOfferedItsTemplatesAndThoseOfAll() {
        UUID person = inCare("Dimelt", "333 000 8119");
        Client social = as("sociale.prato");
        String form = "/cases/" + caseOf(person) + "/plan";
        assertThat(social.get(form).body()).contains("value=\"net-met\"", "value=\"pisola\"");
        TRUTH.update(
                """
                insert into enrolment (id, person_id, programme_id, organisation_id, status, enrolled_on, citizenship,
                    snapshot, version)
                select gen_random_uuid(), ?, p.id, o.id, 'ACTIVE', current_date, 'AL', 'x', 0
                from programme p, organisation o where p.code = 'NET-MET' and o.code = 'comune-prato'\
                """,
                person);

        assertThat(social.get(form).body())
                .contains("value=\"net-met\"")
                .doesNotContain("value=\"pisola\"");
        assertThat(draw(social, person, "pisola").status()).isEqualTo(422);
        assertThat(count("plan where person_id = ?", person)).isZero();
        assertThat(draw(social, person, "net-met").status()).isEqualTo(200);
    }

    @Test
    void whatALineSaysOfWhoGivesAndWhoPaysIsTakenOver() {
        String template = written("Con chi paga");
        String code = template.substring(template.lastIndexOf('/') + 1);
        Map<String, String> line = new HashMap<>(objective("Casa pagata"));
        String other =
                TRUTH.queryForObject(
                        "select id::text from organisation where code = 'cpi-prato'", String.class);
        line.putAll(Map.of("provider", other, "fundingSource", "FAMI_2014_2020"));
        assertThat(coordinator.post(template, template + "/objectives", line).body())
                .contains("(FAMI 2014-2020)");
        UUID person = inCare("Pagata", "333 000 8118");
        String form = "/cases/" + caseOf(person) + "/plan";

        as("sociale.prato").post(form, form, Map.of("template", code));

        assertThat(
                        count(
                                "support where person_id = ? and organisation_id = ?::uuid and funding_source = 'FAMI_2014_2020'",
                                person,
                                other))
                .isOne();
    }

    @Test
    void whatALineLeavesUnsaidIsSaidByWhoDraws() {
        String template = written("A metà");
        String code = template.substring(template.lastIndexOf('/') + 1);
        Map<String, String> line = new HashMap<>(objective("Casa a metà"));
        line.put("fundingSource", "FAMI_2014_2020");
        coordinator.post(template, template + "/objectives", line);
        UUID person = inCare("Ametà", "333 000 8119");
        String form = "/cases/" + caseOf(person) + "/plan";

        assertThat(as("sociale.prato").post(form, form, Map.of("template", code)).status())
                .isEqualTo(422);
        draw(as("sociale.prato"), person, code);

        assertThat(
                        count(
                                "support where person_id = ? and organisation_id = ?::uuid and funding_source = 'FAMI_2014_2020'",
                                person,
                                provider()))
                .isOne();
    }
}
