package it.percorsi.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person can do, written again from time to time. */
class SkillsTests extends CareCase {

    private static String begin(Client by, UUID person) {
        String page = "/people/" + person + "/skills";
        return by.post(page, page, Map.of()).path();
    }

    private static Client.Page add(Client by, String review, String kind, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("kind", kind));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return by.post(review + "/lines?kind=" + kind, review + "/lines", form);
    }

    private static String line(String what) {
        return TRUTH.queryForObject(
                "select id from skills_line where what = ? order by at desc limit 1",
                String.class,
                what);
    }

    @Test
    void itSaysStudiesJobsLanguagesAndSkillsWithTheirProof() {
        UUID person = inCare("Competente", "333 000 8401");
        Client employment = as("cpi.prato");
        String review = begin(employment, person);

        add(employment, review, "EDUCATION", "what", "Diploma di sartoria", "place", "Lahore");
        add(employment, review, "WORK", "what", "Sarta", "period", "2012-2018");
        add(employment, review, "LANGUAGE", "what", "Urdu", "speaks", "C2", "writes", "NONE");
        Client.Page unproved = add(employment, review, "SKILL", "what", "Cuce a macchina");
        Client.Page page =
                add(employment, review, "SKILL", "what", "Cuce a macchina", "proof", "Prova fatta");

        assertThat(unproved.status()).isEqualTo(422);
        assertThat(unproved.body()).contains("Cuce a macchina");
        assertThat(add(employment, review, "LANGUAGE", "what", "Farsi").status()).isEqualTo(422);
        assertThat(page.body())
                .containsSubsequence(
                        "Bilancio delle competenze del",
                        "Diploma di sartoria",
                        "Lahore",
                        "Sarta",
                        "2012-2018",
                        "Urdu",
                        "C2 (come la prima lingua)",
                        "non ancora",
                        "Cuce a macchina",
                        "Prova fatta",
                        "Firma della persona")
                .contains("data-print");
        assertThat(as("sociale.prato").get(review).body()).contains("Diploma di sartoria");
        assertThat(as("sportello.prato").get("/people/" + person + "/skills").status())
                .isEqualTo(404);
    }

    @Test
    void aCorrectionKeepsWhatWasThereBefore() {
        UUID person = inCare("Corretta", "333 000 8402");
        Client employment = as("cpi.prato");
        String review = begin(employment, person);
        add(employment, review, "WORK", "what", "Cameriera ai piani", "proof", "Tre mesi");
        String line = review + "/lines/" + line("Cameriera ai piani");
        Client social = as("sociale.prato");
        Map<String, String> form = social.seal(line, line);

        Client.Page corrected =
                employment.post(
                        line,
                        line,
                        Map.of("what", "Governante", "proof", "Tre anni, non tre mesi"));

        assertThat(corrected.body())
                .containsSubsequence("Governante", "Come era scritto", "Cameriera ai piani");
        form.putAll(Map.of("what", "Receptionist", "proof", "Stagione 2019"));
        Client.Page stale = social.send(line, form);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("Governante", "Receptionist", "diverso");
        assertThat(social.get(line).path()).isEqualTo(review);
        assertThat(count("skills_line where what = 'Receptionist'")).isZero();

        Client.Page struck =
                employment.post(
                        review, review + "/lines/" + line("Governante") + "/strike", Map.of());
        assertThat(struck.body()).contains("Niente ancora").contains("Governante");
    }

    @Test
    void theNextOneStartsFromTheLastAndClosesIt() {
        UUID person = inCare("Ripresa", "333 000 8403");
        Client employment = as("cpi.prato");
        String first = begin(employment, person);
        add(employment, first, "SKILL", "what", "Guida il muletto", "proof", "Patentino");
        Map<String, String> late = employment.seal(first + "/lines?kind=SKILL", first + "/lines");

        String second = employment.post(first, "/people/" + person + "/skills", Map.of()).path();

        assertThat(second).isNotEqualTo(first);
        assertThat(employment.get(second).body()).contains("Guida il muletto", "Tutti i bilanci");
        assertThat(employment.get(first).body())
                .contains("Guida il muletto")
                .doesNotContain("Togli");
        late.putAll(Map.of("kind", "SKILL", "what", "Fuori tempo", "proof", "x"));
        Client.Page refused = employment.send(first + "/lines", late);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("bilancio più recente");
        assertThatThrownBy(() ->
                        TRUTH.update(
                                """
                                insert into skills_line (id, review_id, person_id, kind, what, place, period, evidence,
                                    struck, at, operator_id, organisation_id, thing_id)
                                select gen_random_uuid(), r.id, r.person_id, 'WORK', 'x', '', '', '', false, now(),
                                    r.operator_id, r.organisation_id, r.id
                                from skills_review r where r.id = ?\
                                """,
                                UUID.fromString(first.substring("/skills/".length()))))
                .hasStackTraceContaining("skills_review_past");
        assertThat(employment.get("/people/" + person + "/diary?kind=assessment").body())
                .contains("Bilancio delle competenze aperto");
    }

    @Test
    void twoReviewsAreComparedLineByLineWhateverTheWordsAreNow() {
        UUID person = inCare("Paragonata", "333 000 8404");
        Client employment = as("cpi.prato");
        String first = begin(employment, person);
        add(
                employment,
                first,
                "LANGUAGE",
                "what",
                "Lingua paragonata",
                "speaks",
                "A1",
                "writes",
                "NONE");
        add(employment, first, "WORK", "what", "Cameriera paragonata", "place", "Prato");
        add(employment, first, "SKILL", "what", "Stira paragonata", "proof", "Prova fatta");
        add(employment, first, "SKILL", "what", "Cuce paragonata", "proof", "Prova fatta");
        assertThat(employment.get(first).body()).doesNotContain("Confronta due bilanci");
        String second = employment.post(first, "/people/" + person + "/skills", Map.of()).path();
        String language = second + "/lines/" + line("Lingua paragonata");
        employment.post(
                language,
                language,
                Map.of("what", "Lingua paragonata", "speaks", "B1", "writes", "NONE"));
        String work = second + "/lines/" + line("Cameriera paragonata");
        employment.post(work, work, Map.of("what", "Governante paragonata", "place", "Prato"));
        employment.post(
                second, second + "/lines/" + line("Stira paragonata") + "/strike", Map.of());
        add(employment, second, "SKILL", "what", "Saluta paragonata", "proof", "Vista");
        String third = employment.post(second, "/people/" + person + "/skills", Map.of()).path();
        assertThat(employment.get(third).body()).contains("Confronta due bilanci");

        String comparison =
                "/people/%s/skills/comparison?one=%s&other=%s"
                        .formatted(person, id(third), id(first));
        assertThat(employment.get(comparison).body())
                .contains("Voci nuove: 1", "Voci cambiate: 2")
                .contains("Voci che non ci sono più: 1", "Voci come prima: 1")
                .containsSubsequence(
                        "Cameriera paragonata",
                        "Governante paragonata",
                        "cambiata",
                        "come si chiama",
                        "Lingua paragonata",
                        "parla: da A1 (parole e frasi semplici) a B1 (se la cava da sé)",
                        "Cuce paragonata",
                        "come prima",
                        "Saluta paragonata",
                        "nuova",
                        "Stira paragonata",
                        "non c&#39;è più")
                .doesNotContain("scrive: da");
        assertThat(as("sportello.prato").get(comparison).status()).isEqualTo(404);
        UUID another = inCare("Altra paragone", "333 000 8405");
        assertThat(
                        employment
                                .get(comparison.replace(person.toString(), another.toString()))
                                .status())
                .isEqualTo(404);
        assertThat(
                        count(
                                "trail where subject = 'skills-comparison' and ? = any (person_ids)",
                                person))
                .isOne();
    }

    private static String id(String review) {
        return review.substring("/skills/".length());
    }

    @Test
    void aLineThatIsBeingWrittenIsKeptKindByKind() {
        Client employment = as("cpi.prato");
        String review = begin(employment, inCare("Appuntata", "333 000 8406"));
        String skill = review + "/lines?kind=SKILL";
        Map<String, String> typed = employment.seal(skill, review + "/lines");
        typed.putAll(Map.of("what", "Sa cucire appunto", "draftForm", skill, "draftPage", skill));

        assertThat(employment.send("/drafts", typed).body()).contains("Sa cucire appunto");
        assertThat(employment.get(skill).body()).contains("Hai una bozza di");
        assertThat(employment.get(review + "/lines?kind=WORK").body())
                .doesNotContain("Hai una bozza di");
        add(
                employment,
                review,
                "SKILL",
                "what",
                "Sa cucire appunto",
                "proof",
                "Prova",
                "draftForm",
                skill);
        assertThat(employment.get(skill).body()).doesNotContain("Hai una bozza di");
    }
}
