package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a name is typed, the person meant comes first. */
class FindingSomebodyTests extends RunningApplication {

    private static final Pattern HIT = Pattern.compile("href=\"/people/[^\"/]*\"[^>]*>([^<]+)</a>");

    private List<String> found(String who, String typed) {
        return HIT.matcher(as(who).search(typed).body())
                .results()
                .map(hit -> hit.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "hoxha arta, Hoxha Arta",
        "arta hoxha, Hoxha Arta",
        "hodja arta, Hoxha Arta",
        "hoxha 15 marzo 1990, Hoxha Arta",
        "hox 1990, Hoxha Arta",
        "HXHRTA90C55Z100C, Hoxha Arta",
        "HXHRTAVLCRRZMLLP, Hoxha Arta",
        "HXHRTA90C55Z10C, Hoxha Arta",
        "3330001001, Hoxha Arta",
        "el amrani youssef, El Amrani Youssef",
        "al-amrani yusuf, El Amrani Youssef",
        "elamrani yousef, El Amrani Youssef",
        "lamrani, El Amrani Youssef",
        "العمراني, El Amrani Youssef",
        "陈丽, Chen Li",
        "li chen 1978, Chen Li",
        "xiao mei wang, Wang Xiaomei",
        "wang xiaomey, Wang Xiaomei",
        "ahmed bilal 14061989, Ahmed Bilal",
        "bilal akmed, Ahmed Bilal"
    })
    void thePersonMeantComesFirst(String typed, String name) {
        assertThat(found("sportello.prato", typed)).isNotEmpty().first().isEqualTo(name);
    }

    @Test
    void whoIsWrittenAsTypedComesBeforeWhoSoundsTheSame() {
        Client desk = as("sportello.prato");
        open(
                desk,
                "Zhou",
                Map.of(
                        "givenName",
                        "An",
                        "originalScript",
                        "\u5468\u5b89",
                        "phone",
                        "333 000 7301"));
        open(
                desk,
                "Zhou",
                Map.of(
                        "givenName",
                        "Ana",
                        "originalScript",
                        "\u5468\u5cb8",
                        "phone",
                        "333 000 7302"));

        assertThat(found("sportello.prato", "\u5468\u5b89")).first().isEqualTo("Zhou An");
        assertThat(found("sportello.prato", "\u5468\u5cb8")).first().isEqualTo("Zhou Ana");
    }

    @Test
    void anotherBodysPeopleAreNotAmongTheHits() {
        assertThat(found("sportello.pistoia", "hoxha arta")).isEmpty();
    }

    @Test
    void aPermitIsFoundByItsNumber() {
        UUID arta = person("Hoxha", "Arta");
        Client desk = as("sportello.prato");
        desk.post(
                "/people/" + arta + "/data",
                "/people/" + arta + "/permits",
                Map.of("kind", "FAMILY", "number", "i 1234 5678", "expiresOn", "1/1/2030"));

        assertThat(found("sportello.prato", "I12345678")).containsExactly("Hoxha Arta");
        assertThat(found("sportello.pistoia", "I12345678")).isEmpty();
    }

    @Test
    void aCorrectedNameIsFoundAtOnceAndTheOldOneNoLonger() {
        Client desk = as("sportello.prato");
        UUID somebody = open(desk, "Zwierzchowski", Map.of());
        assertThat(found("sportello.prato", "zwierzchowski")).isNotEmpty();

        desk.post(
                "/people/" + somebody + "/data",
                "/people/" + somebody + "/data",
                Map.of(
                        "familyName",
                        "Brzozowski",
                        "givenName",
                        "Prova",
                        "bornOn",
                        "1990",
                        "citizenship",
                        "AL",
                        "language",
                        "sq"));

        assertThat(found("sportello.prato", "brzozowski")).first().isEqualTo("Brzozowski Prova");
        assertThat(found("sportello.prato", "zwierzchowski")).doesNotContain("Brzozowski Prova");
    }

    @Test
    void theProvisionalCodeBecomesTheDefinitiveOneOfTheSamePerson() {
        Client desk = as("sportello.prato");
        UUID somebody = open(desk, "Provvisoria", Map.of("fiscalCode", "12345678978"));
        assertThat(found("sportello.prato", "12345678978")).containsExactly("Provvisoria Prova");

        desk.post(
                "/people/" + somebody + "/data",
                "/people/" + somebody + "/data",
                Map.of(
                        "familyName",
                        "Provvisoria",
                        "givenName",
                        "Prova",
                        "bornOn",
                        "12/3/1990",
                        "citizenship",
                        "AL",
                        "language",
                        "sq",
                        "fiscalCode",
                        "PRVPRV90C52Z100G",
                        "confirmed",
                        "true"));

        assertThat(
                        TRUTH.queryForList(
                                "select kind || (valid_until is null) from identifier where person_id = ? order by 1",
                                String.class,
                                somebody))
                .containsExactly("FISCAL_CODEtrue", "PROVISIONAL_CODEfalse");
        assertThat(found("sportello.prato", "12345678978")).containsExactly("Provvisoria Prova");
    }

    @Test
    void theHealthCodeOfSomebodyIrregularIsForFewEyes() {
        Client social = as("sociale.prato");
        UUID somebody = open(social, "Riservata", Map.of("fiscalCode", "STP0480101234567"));

        assertThat(found("sociale.prato", "STP0480101234567")).containsExactly("Riservata Prova");
        assertThat(found("sportello.prato", "STP0480101234567")).isEmpty();
        assertThat(as("sportello.prato").get("/people/" + somebody).body())
                .contains("Riservata")
                .doesNotContain("STP0480101234567");
        assertThat(social.get("/people/" + somebody).body()).contains("STP0480101234567");
    }

    @Test
    void theDeskIsToldWhoRecordsAHealthCode() {
        Client desk = as("sportello.prato");
        UUID somebody = open(desk, "Rinviata", Map.of());

        Client.Page refused =
                desk.post(
                        "/people/" + somebody + "/data",
                        "/people/" + somebody + "/data",
                        Map.of(
                                "familyName",
                                "Rinviata",
                                "givenName",
                                "Prova",
                                "bornOn",
                                "12/3/1990",
                                "citizenship",
                                "AL",
                                "language",
                                "sq",
                                "fiscalCode",
                                "STP0480107654321"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("solo il servizio sociale")
                .contains("STP0480107654321");
    }
}
