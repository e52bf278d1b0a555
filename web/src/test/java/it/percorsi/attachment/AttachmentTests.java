package it.percorsi.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Papers kept with a person. */
class AttachmentTests extends CareCase {

    private static final byte[] PDF = "%PDF-1.7\nun contratto\n%%EOF\n".getBytes(UTF_8);
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a464946");

    private static Client.Page attach(
            Client by, UUID person, String section, String paper, String name, byte[] content) {
        String page = "/people/" + person + "/attachments";
        return by.upload(
                page + "/new", page, Map.of("section", section, "paper", paper), name, content);
    }

    private static String link(String paper) {
        return "/attachments/"
                + TRUTH.queryForObject(
                        "select id from attachment where about = ?", String.class, paper);
    }

    @Test
    void aPaperIsKeptAndGivenBackAsItWasUnderANameThatSaysNothing() {
        UUID person = inCare("Allegata", "333 000 8501");
        Client social = as("sociale.prato");

        Client.Page added =
                attach(social, person, "SOCIAL", "Contratto di affitto", "Hoxha Arta.exe", PDF);
        HttpResponse<byte[]> copy = social.download(link("Contratto di affitto"));

        assertThat(added.path()).isEqualTo("/people/" + person + "/documents");
        assertThat(added.body()).contains("Documento aggiunto", "Contratto di affitto (PDF, 1 kB)");
        assertThat(copy.body()).isEqualTo(PDF);
        assertThat(copy.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(copy.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(copy.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(copy.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"documento-[0-9a-f]{12}\\.pdf\"");
        assertThat(
                        count(
                                "trail where action = 'DOWNLOAD' and subject = 'attachment' and ? = any (person_ids)",
                                person))
                .isOne();
        assertThat(social.get("/people/" + person + "/diary?kind=attachment").body())
                .contains("Documento aggiunto:", "Contratto di affitto");
    }

    @Test
    void itIsReadByItsSection() {
        UUID person = inCare("Sezionata", "333 000 8502");
        Client social = as("sociale.prato");
        attach(social, person, "RESERVED", "Referto di visita", "a.jpg", JPEG);
        attach(social, person, "LABOUR", "Attestato di saldatura", "b.pdf", PDF);
        attach(social, person, "STATUS", "Copia del permesso", "c.pdf", PDF);
        String hidden = link("Referto di visita");
        Client employment = as("cpi.prato");
        Client desk = as("sportello.prato");

        assertThat(employment.get("/people/" + person + "/documents").body())
                .contains("Attestato di saldatura", "Copia del permesso")
                .doesNotContain("Referto");
        assertThat(employment.get("/people/" + person + "/diary").body()).doesNotContain("Referto");
        assertThat(employment.get(hidden).status()).isEqualTo(404);
        assertThat(desk.get("/people/" + person + "/documents").body())
                .contains("Copia del permesso")
                .doesNotContain("Referto", "saldatura");
        assertThat(desk.get(link("Attestato di saldatura")).status()).isEqualTo(404);
        Client.Page refused = attach(desk, person, "SOCIAL", "Non mio", "x.pdf", PDF);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(count("attachment where about = 'Non mio'")).isZero();
    }

    @Test
    void whatItIsIsToldByItsContent() {
        UUID person = inCare("Travestita", "333 000 8503");
        Client social = as("sociale.prato");
        Map<String, byte[]> wrong = new HashMap<>();
        wrong.put("pagina.pdf", "<html><script>alert(1)</script>".getBytes(UTF_8));
        wrong.put("programma.png", new byte[] {'M', 'Z', 0, 1, 2, 3, 4, 5, 6});
        wrong.put("mezzo.pdf", "%PDF-1.7 tagliato".getBytes(UTF_8));
        wrong.put("vuoto.pdf", new byte[0]);
        wrong.forEach((name, content) -> {
            Client.Page refused = attach(social, person, "SOCIAL", "Finto " + name, name, content);

            assertThat(refused.status()).as(name).isEqualTo(422);
            assertThat(refused.body())
                    .as(name)
                    .contains("Finto " + name)
                    .containsAnyOf("Il contenuto non è un PDF", "Scegli un file");
        });
        assertThat(count("attachment where about like 'Finto%'")).isZero();
        byte[] large = Arrays.copyOf(PDF, (4 << 20) + 1);
        assertThat(attach(social, person, "SOCIAL", "Enorme", "e.pdf", large).status())
                .isEqualTo(413);
    }

    @Test
    void aWrongOneIsWithdrawnAndItsContentGoes() {
        UUID person = inCare("Sbagliata", "333 000 8504");
        Client social = as("sociale.prato");
        attach(social, person, "LABOUR", "Curriculum di un altro", "c.pdf", PDF);
        String paper = link("Curriculum di un altro");
        String documents = "/people/" + person + "/documents";
        assertThat(as("cpi.prato").get(documents).body()).doesNotContain("Togli: Curriculum");
        Client employment = as("cpi.prato");
        Map<String, String> form = employment.seal(documents, documents);
        form.put("note", "non mio");
        assertThat(employment.send(paper + "/withdrawal", form).body())
                .contains("Lo toglie l&#39;ente che l&#39;ha aggiunto");

        Client.Page gone =
                social.post(documents, paper + "/withdrawal", Map.of("note", "persona sbagliata"));

        assertThat(gone.body()).contains("Documento tolto", "persona sbagliata");
        assertThat(social.get(paper).status()).isEqualTo(404);
        assertThat(count("attachment where content is null and about = 'Curriculum di un altro'"))
                .isOne();
    }

    @Test
    void fortyOfASectionAreEnough() {
        UUID person = inCare("Piena", "333 000 8505");
        String fill =
                """
                insert into attachment (id, person_id, section, about, kind, size, content, at, operator_id, organisation_id)
                select gen_random_uuid(), ?, 'SOCIAL', 'Foglio ' || n, 'JPEG', 3, '\\xffd8ff', now(), o.id, b.id
                from operator o, organisation b, generate_series(1, 40) n
                where o.username = 'sociale.prato' and b.code = 'comune-prato'\
                """;
        TRUTH.update(fill, person);
        Client social = as("sociale.prato");

        Client.Page full = attach(social, person, "SOCIAL", "Uno di troppo", "x.pdf", PDF);

        assertThat(full.status()).isEqualTo(409);
        assertThat(full.body()).contains("già 40 documenti");
        assertThat(attach(social, person, "LABOUR", "Altra parte", "x.pdf", PDF).status())
                .isEqualTo(200);
        assertThatThrownBy(() -> TRUTH.update(fill, person))
                .hasStackTraceContaining("attachments_are_full");
    }
}
