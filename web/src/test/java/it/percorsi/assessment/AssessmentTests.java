package it.percorsi.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a person stands, area by area, time after time. */
class AssessmentTests extends CareCase {

    private static String begin(Client by, UUID person, Depth depth) {
        String page = "/people/" + person + "/assessments";
        return by.post(page, page, Map.of("depth", depth.name())).path();
    }

    private static Client.Page write(
            Client by, String assessment, Area area, int level, String situation) {
        String page = assessment + "/areas/" + area;
        return by.post(page, page, Map.of("level", String.valueOf(level), "situation", situation));
    }

    private static Client.Page sign(Client by, String assessment) {
        return by.post(assessment, assessment + "/signature", Map.of());
    }

    @Test
    void aNewOneLeavesTheOldOneAsItWasAndTheTwoStandSideBySide() {
        UUID person = inCare("Confrontata", "333 000 8301");
        Client social = as("sociale.prato");
        String first = begin(social, person, Depth.FIRST);
        write(social, first, Area.HOUSING, 2, "Dorme da un'amica fino a marzo");
        Client.Page signed = sign(social, first);
        String second = begin(social, person, Depth.IN_DEPTH);
        write(social, second, Area.HOUSING, 4, "Ha una stanza con contratto");

        assertThat(signed.body()).contains("Firmata il", "non si modifica più");
        assertThat(social.get(first).body())
                .contains("Dorme da un&#39;amica fino a marzo")
                .doesNotContain("Ha una stanza con contratto");
        Client.Page both =
                social.get(
                        "/people/%s/assessments/comparison?one=%s&other=%s"
                                .formatted(person, id(second), id(first)));
        assertThat(both.body())
                .containsSubsequence(
                        "Prima analisi del",
                        "Approfondimento del",
                        "Dorme da un&#39;amica",
                        "Ha una stanza",
                        "più autonomia: da 2 a 4")
                .contains("non si confronta");
        assertThat(social.get("/people/" + person + "/assessments").body())
                .contains("I livelli nel tempo");
        assertThat(social.get("/people/" + person + "/diary?kind=assessment").body())
                .containsSubsequence("Approfondimento aperto", "Analisi firmata", "Prima analisi");
    }

    @Test
    void whoMayNotReadASectionSeesNeitherItsTextNorThatThereIsOne() {
        UUID person = inCare("Riservata", "333 000 8302");
        Client social = as("sociale.prato");
        Client employment = as("cpi.prato");
        String assessment = begin(social, person, Depth.FIRST);
        write(social, assessment, Area.SOCIAL, 1, "Segreto sulla salute");
        write(social, assessment, Area.ECONOMY, 1, "Segreto sui debiti");
        write(employment, assessment, Area.WORK, 3, "Cerca un part time di mattina");

        Client.Page seen = employment.get(assessment);
        assertThat(seen.body())
                .contains("Cerca un part time", "Istruzione e formazione")
                .doesNotContain("Segreto")
                .doesNotContain("Situazione economica")
                .doesNotContain("salute")
                .doesNotContain("Casa</h3>");
        assertThat(employment.get("/people/" + person + "/assessments").body())
                .doesNotContain("Situazione economica");
        assertThat(employment.get(assessment + "/areas/ECONOMY").status()).isEqualTo(404);
        Map<String, String> form =
                employment.seal(assessment + "/areas/WORK", assessment + "/areas/WORK");
        form.putAll(Map.of("level", "1", "situation", "non mio", "version", "0"));
        assertThat(employment.send(assessment + "/areas/HOUSING", form).status()).isEqualTo(404);
        assertThat(social.get(assessment).body())
                .contains("Segreto sulla salute", "Segreto sui debiti", "Cerca un part time");
        assertThat(as("sportello.prato").get("/people/" + person + "/assessments").status())
                .isEqualTo(404);
    }

    @Test
    void twoWhoWriteTheSameAreaReadBothTextsAndNothingIsLost() {
        UUID person = inCare("Contesa", "333 000 8303");
        Client social = as("sociale.prato");
        Client employment = as("cpi.prato");
        String page = begin(social, person, Depth.FIRST) + "/areas/WORK";
        Map<String, String> adas = social.seal(page, page);
        Map<String, String> brunos = employment.seal(page, page);
        adas.putAll(Map.of("level", "2", "situation", "Il testo di Ada"));
        brunos.putAll(Map.of("level", "2", "situation", "Il testo di Bruno"));
        employment.send(page, brunos);

        Client.Page refused = social.send(page, adas);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Il testo di Ada", "Il testo di Bruno", "diverso", "uguale");
        assertThat(count("assessment_area where body = 'Il testo di Ada'")).isZero();
        Map<String, String> again = social.seal(page, page);
        again.putAll(Map.of("level", "3", "situation", "I due testi insieme"));
        social.send(page, again);
        assertThat(social.get(page).body())
                .containsSubsequence(
                        "Come era scritto", "I due testi insieme", "Il testo di Bruno");
    }

    @Test
    void whatIsWrongComesBackAsItWasTypedWithTheVersionItWasMadeFrom() {
        UUID person = inCare("Incompleta", "333 000 8304");
        Client social = as("sociale.prato");
        String page = begin(social, person, Depth.FIRST) + "/areas/NETWORKS";
        Map<String, String> form = social.seal(page, page);
        form.put("situation", "Due sorelle a Lucca");
        write(as("sociale.prato"), page.replace("/areas/NETWORKS", ""), Area.NETWORKS, 4, "Altro");

        Client.Page wrong = social.send(page, form);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Due sorelle a Lucca", "name=\"version\" value=\"0\"");
    }

    @Test
    void theOrderOfThingsIsKept() {
        UUID person = inCare("Ordinata", "333 000 8305");
        Client social = as("sociale.prato");
        String list = "/people/" + person + "/assessments";
        Client.Page tooDeep = social.post(list, list, Map.of("depth", "IN_DEPTH"));
        assertThat(tooDeep.status()).isEqualTo(409);
        assertThat(tooDeep.body()).contains("dopo una prima analisi firmata");

        String first = begin(social, person, Depth.FIRST);
        Map<String, String> seal = social.seal("/people/" + person + "/diary", first);
        Client.Page blank = sign(social, first);
        assertThat(blank.body()).contains("Nessun ambito è ancora scritto");
        seal.put("depth", "FIRST");
        assertThat(social.send(list, seal).body()).contains("già un&#39;analisi aperta");

        write(social, first, Area.EDUCATION, 3, "Terza media");
        String area = first + "/areas/EDUCATION";
        Map<String, String> late = social.seal(area, area);
        late.putAll(Map.of("level", "5", "situation", "Dopo la firma"));
        sign(social, first);
        Client.Page tooLate = social.send(area, late);
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.body()).contains("già firmata");
        assertThat(count("assessment_area where body = 'Dopo la firma'")).isZero();
    }

    @Test
    void whoDidNotOpenItAndDoesNotHoldTheFileDoesNotSign() {
        UUID person = inCare("Firmata", "333 000 8306");
        Client social = as("sociale.prato");
        Client employment = as("cpi.prato");
        String assessment = begin(social, person, Depth.FIRST);
        write(employment, assessment, Area.WORK, 3, "Lavora in sartoria");

        assertThat(employment.get(assessment).body()).doesNotContain("Firma e chiudi");
        Client.Page refused =
                employment.send(
                        assessment + "/signature",
                        employment.seal(assessment + "/areas/WORK", assessment + "/areas/WORK"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Firma chi l&#39;ha aperta");
        assertThat(sign(social, assessment).body()).contains("Firmata il");
    }

    @Test
    void everyLookAndEveryWordLeavesItsRow() {
        UUID person = inCare("Registrata", "333 000 8307");
        Client social = as("sociale.prato");
        String assessment = begin(social, person, Depth.FIRST);
        write(social, assessment, Area.WORK, 3, "Sarta");
        sign(social, assessment);

        assertThat(
                        TRUTH.queryForList(
                                "select action || ' ' || subject from trail where ? = any (person_ids) and subject like 'assessment%' order by at",
                                String.class, person))
                .contains(
                        "LOOK assessments",
                        "BEGIN assessment",
                        "LOOK assessment-area",
                        "ASSESS assessment",
                        "SIGN assessment",
                        "LOOK assessment");
    }

    private static UUID id(String page) {
        return UUID.fromString(page.substring("/assessments/".length()));
    }
}
