package it.percorsi.site;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormTests extends RunningApplication {

    private final Map<String, String> note =
            Map.of("section", "SOCIAL", "body", "Colloquio sereno, prossimo incontro lunedì");

    private String diaryOf(String familyName, String givenName) {
        return "/people/" + person(familyName, givenName) + "/diary";
    }

    @Test
    void theSameFormSentTwiceCountsOnceAndLeadsToTheSamePage() {
        Client social = as("sociale.prato");
        String path = diaryOf("Hoxha", "Arta");
        Map<String, String> form = social.seal(path, path);
        form.putAll(note);

        Client.Page first = social.send(path, form);
        Client.Page second = social.send(path, form);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.path()).isEqualTo(first.path());
        assertThat(count("note where body = ?", note.get("body"))).isOne();
    }

    @Test
    void theSameKeyWithOtherWordsIsRefused() {
        Client social = as("sociale.prato");
        String path = diaryOf("Khan", "Ali");
        Map<String, String> form = new HashMap<>(social.seal(path, path));
        form.putAll(Map.of("section", "SOCIAL", "body", "Prima versione"));
        social.send(path, form);
        form.put("body", "Seconda versione con la stessa chiave");

        Client.Page second = social.send(path, form);

        assertThat(second.status()).isEqualTo(409);
        assertThat(count("note where body like 'Seconda versione con la stessa%'")).isZero();
    }

    @Test
    void aFormWithoutItsKeyIsRefused() {
        Client social = as("sociale.prato");
        String path = diaryOf("Khan", "Ali");
        Map<String, String> form = new HashMap<>(social.seal(path, path));
        form.remove("formKey");
        form.putAll(note);

        assertThat(social.send(path, form).status()).isEqualTo(400);
    }

    @Test
    void aFormWithoutCsrfTokenIsRefused() {
        Client social = as("sociale.prato");
        String path = diaryOf("Khan", "Ali");

        assertThat(
                        social.send(
                                        path,
                                        Map.of(
                                                "section",
                                                "SOCIAL",
                                                "body",
                                                "x",
                                                "formKey",
                                                UUID.randomUUID().toString()))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void aFormWithMistakesComesBackWithItsWordsAndCanBeSentAgain() {
        Client social = as("sociale.prato");
        String path = diaryOf("Khan", "Ali");
        Map<String, String> form = social.seal(path, path);
        form.putAll(Map.of("section", "NOWHERE", "body", "Parole che non vanno perse"));

        Client.Page page = social.send(path, form);
        form.put("section", "SOCIAL");
        Client.Page mended = social.send(path, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Parole che non vanno perse")
                .contains("La voce scelta non esiste");
        assertThat(mended.status()).isEqualTo(200);
    }

    private static void writing(UUID objective, String status) {
        TRUTH.update(
                "update plan set status = ? where id = (select plan_id from objective where id = ?)",
                status,
                objective);
    }

    @Test
    void aStaleVersionShowsBothTextsAndChangesNothing() {
        UUID objective =
                TRUTH.queryForObject(
                        "select o.id from objective o join person p on p.id = o.person_id where p.family_name = 'Hoxha' order by o.ordinal limit 1",
                        UUID.class);
        writing(objective, "REVISED");
        Client ada = as("sociale.prato");
        Client bruno = as("cpi.prato");
        String path = "/objectives/" + objective;
        Map<String, String> adas = ada.seal(path, path);
        Map<String, String> brunos = bruno.seal(path, path);
        brunos.putAll(Map.of("text", "Il testo di Bruno", "expectedResult", "Contratto"));
        adas.putAll(Map.of("text", "Il testo di Ada", "expectedResult", "Contratto"));
        adas.put("draftForm", path);

        Client.Page saved = bruno.send(path, brunos);
        Client.Page refused = ada.send(path, adas);

        writing(objective, "ACTIVE");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Il testo di Ada")
                .contains("Il testo di Bruno")
                .contains("diverso")
                .contains("uguale")
                .doesNotContain("draftForm");
        assertThat(
                        TRUTH.queryForObject(
                                "select text from objective where id = ?", String.class, objective))
                .isEqualTo("Il testo di Bruno");
    }

    @Test
    void everyFormThatChangesSomethingIsSealed() throws IOException {
        Pattern form = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            List<Path> templates = files.filter(f -> f.toString().endsWith(".html")).toList();
            int forms = 0;
            for (Path template : templates) {
                Matcher found = form.matcher(Files.readString(template));
                while (found.find()) {
                    forms++;
                    String text = found.group();
                    // Nor a person's own, for which nobody acts and whose address is the key.
                    if (!text.contains("@{/login}")
                            && !text.contains("@{/logout}")
                            && !text.contains("@{/a/{secret}/")
                            && !text.contains("@{/r/{secret}/")
                            && !text.contains("@{/info/")) {
                        assertThat(text)
                                .as(template.toString())
                                .contains("th:action")
                                .containsPattern("site/form :: seal");
                    }
                }
            }
            assertThat(forms).isGreaterThan(20);
        }
    }

    /** Of the two the replacing wins, and what was not for everybody is shown to everybody. */
    @Test
    void noElementIsReplacedOnACondition() throws IOException {
        Pattern both =
                Pattern.compile(
                        "<[^>]*th:(if|unless)=[^>]*th:replace=|<[^>]*th:replace=[^>]*th:(if|unless)=");
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(template))
                        .as(template.toString())
                        .doesNotContainPattern(both);
            }
        }
    }
}
