package it.percorsi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A note is never edited: another says what should have been written. */
class CorrectingNotesTests extends CareCase {

    private static String note(Client by, UUID person, String section, String body) {
        String diary = "/people/" + person + "/diary";
        by.post(diary, diary, Map.of("section", section, "body", body));
        return correctionOf(person, body);
    }

    private static String correctionOf(UUID person, String body) {
        return "/people/%s/diary/%s/correction"
                .formatted(
                        person,
                        TRUTH.queryForObject(
                                "select id from note where person_id = ? and body = ?",
                                String.class,
                                person,
                                body));
    }

    @Test
    void bothStayAndEachSaysOfTheOther() {
        UUID person = inCare("Annotata", "333 000 8601");
        Client social = as("sociale.prato");
        String correction = note(social, person, "LABOUR", "Lavora il martedì");

        Client.Page diary =
                as("cpi.prato").post(correction, correction, Map.of("body", "Lavora il mercoledì"));

        assertThat(diary.body())
                .containsSubsequence(
                        "Lavora il mercoledì",
                        "Corregge la nota di",
                        "Lavora il martedì",
                        "vale l&#39;altra nota")
                .doesNotContain(correction);
        assertThat(
                        count(
                                "trail where action = 'CORRECT' and subject = 'note' and ? = any (person_ids)",
                                person))
                .isOne();
    }

    @Test
    void whoComesLateReadsTheLastCorrectionAndBeginsFromIt() {
        UUID person = inCare("Ricorretta", "333 000 8605");
        Client social = as("sociale.prato");
        String correction = note(social, person, "LABOUR", "Libera al mattino");
        Client employment = as("cpi.prato");
        Map<String, String> late = employment.seal(correction, correction);
        social.post(correction, correction, Map.of("body", "Libera al pomeriggio"));
        String second = correctionOf(person, "Libera al pomeriggio");
        social.post(second, second, Map.of("body", "Libera la sera"));

        late.put("body", "Libera il sabato");
        Client.Page refused = employment.send(correction, late);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .containsSubsequence("Libera il sabato", "Libera la sera")
                .doesNotContain("Libera al pomeriggio");
        Client.Page reloaded = social.get(correction);
        assertThat(reloaded.path()).isEqualTo(correctionOf(person, "Libera la sera"));
        assertThat(reloaded.body()).contains("Libera la sera");
    }

    @Test
    void aCorrectionIsReadByWhoReadTheNote() {
        UUID person = inCare("Coperta", "333 000 8602");
        Client social = as("sociale.prato");
        String correction = note(social, person, "RESERVED", "Segreto da correggere");

        assertThat(as("cpi.prato").get(correction).status()).isEqualTo(404);
        Client.Page wrong = social.post(correction, correction, Map.of("body", " "));
        assertThat(wrong.status()).isEqualTo(422);
        social.post(correction, correction, Map.of("body", "Segreto corretto"));
        assertThat(as("cpi.prato").get("/people/" + person + "/diary").body())
                .doesNotContain("Segreto", "Corregge");
        assertThat(
                        TRUTH.queryForList(
                                "select section from note where person_id = ? and body like 'Segreto%'",
                                String.class, person))
                .containsExactly("RESERVED", "RESERVED");
    }
}
