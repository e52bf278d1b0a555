package it.percorsi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTests extends RunningApplication {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "'",
                "''; drop table person; --",
                "\\",
                "<script>alert(1)</script>",
                "${7*7}",
                "😀",
                "陈丽",
                "العمراني",
                "31/02/1990",
                "+",
                "\u202e"
            })
    void anythingCanBeSearchedFor(String typed) {
        Client.Page page = as("sportello.prato").search(typed);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>alert").doesNotContain(">49<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D'Angelo",
                "Nicolò",
                "😀 Emoji",
                "العمراني",
                "陈丽",
                "=1+1",
                "<b>Grassetto</b>",
                "O\u2019Brien",
                "Müller-Łukasz"
            })
    void aNameGoesInAndComesOutAsItIs(String name) {
        UUID id = open(as("sportello.prato"), name, Map.of("confirmed", "true"));

        assertThat(
                        TRUTH.queryForObject(
                                "select family_name from person where id = ?", String.class, id))
                .isEqualTo(name);
        assertThat(as("sportello.prato").get("/people/" + id).body())
                .doesNotContain("<b>Grassetto")
                .contains("Prova");
    }

    @Test
    void onePersonMayHaveOneName() {
        UUID id = open(as("sportello.prato"), "Suharto", Map.of("givenName", ""));

        assertThat(as("sportello.prato").get("/people/" + id).body()).contains("un solo nome");
    }

    private Client.Page refused(String field, String typed) {
        Map<String, String> form =
                new HashMap<>(
                        Map.of(
                                "familyName",
                                "Nessuno",
                                "givenName",
                                "Prova",
                                "bornOn",
                                "12/3/1990",
                                "citizenship",
                                "AL",
                                "phone",
                                "333 000 1234",
                                "noticeLanguage",
                                "it"));
        form.put(field, typed);
        Client desk = as("sportello.prato");
        form.putAll(sealOfNewFile(desk));
        Client.Page page = desk.send("/desk/files", form);
        assertThat(page.status()).as(field + " " + typed).isEqualTo(422);
        return page;
    }

    @Test
    void aDayThatDoesNotExistComesBackInItsField() {
        assertThat(refused("bornOn", "31/02/1990").body())
                .contains("31/02/1990")
                .contains("il giorno non esiste");
    }

    @Test
    void aBirthToComeIsRefused() {
        assertThat(refused("bornOn", "1/1/2999").body()).contains("1/1/2999");
    }

    @Test
    void tenThousandCharactersAreTooMany() {
        assertThat(refused("familyName", "a".repeat(10_000)).body())
                .contains("al massimo 200 caratteri");
    }

    @Test
    void aWrongCheckLetterBlocksAndAMismatchOnlyAsks() {
        assertThat(refused("fiscalCode", "HXHRTA90C55Z100A").body())
                .contains("errore di battitura");
        assertThat(refused("fiscalCode", "KHNLAI01B28Z236Q").body()).contains("conferma qui sotto");
    }

    @Test
    void theNoticeMustHaveBeenHandedOver() {
        assertThat(refused("noticeLanguage", "").body()).contains("informativa");
    }

    @Test
    void aTelephoneThatIsNoneComesBack() {
        assertThat(refused("phone", "pronto?").body())
                .contains("pronto?")
                .contains("Non sembra un numero");
    }

    @Test
    void whatNoDatabaseCanKeepIsRefusedWithASentence() {
        Client desk = as("sportello.prato");
        Map<String, String> form = sealOfNewFile(desk);
        form.put("familyName", "Con\0nullo");

        assertThat(desk.send("/desk/files", form).status()).isEqualTo(400);
        assertThat(desk.get("/desk?q=%00").status()).isEqualTo(400);
        assertThat(desk.get("/desk?q=%00").body())
                .contains("caratteri che non si possono conservare");
    }

    @Test
    void aSecondFileForTheSamePersonIsAskedAboutFirst() {
        open(as("sportello.prato"), "Doppia", Map.of());

        assertThat(refusedTwin().body())
                .contains("Forse c&#39;è già un fascicolo di questa persona")
                .doesNotContain("??typed");
    }

    private Client.Page refusedTwin() {
        return refused("familyName", "Doppia");
    }

    @Test
    void aFiscalCodeOfAnotherBodysFileSaysWhereAndNothingElse() {
        Client.Page page = as("sportello.pistoia").search("HXHRTA90C55Z100C");

        assertThat(page.body())
                .contains("Esiste un fascicolo della stessa persona presso: Comune di Prato")
                .doesNotContain("+39 333 000 1001");
    }

    @Test
    void aPartOfANameRevealsNobodyElsewhere() {
        assertThat(as("sportello.pistoia").search("hoxha").body())
                .doesNotContain("Comune di Prato")
                .doesNotContain("Esiste un fascicolo");
    }

    @Test
    void anAddressThatIsNoIdIsNotFound() {
        assertThat(as("sportello.prato").get("/people/non-un-id").status()).isEqualTo(404);
    }

    @Test
    void aFiscalCodeTypedIntoAnotherFileIsRefusedAndRemembered() {
        Client desk = as("sportello.pistoia");
        UUID own =
                TRUTH.queryForObject(
                        "select g.person_id from access_grant g join organisation o on o.id = g.organisation_id where o.code = 'comune-pistoia' and g.basis = 'FILE' limit 1",
                        UUID.class);
        int before = count("trail where action = 'REVEAL'");

        Client.Page page =
                desk.post(
                        "/people/" + own + "/data",
                        "/people/" + own + "/data",
                        Map.of(
                                "familyName",
                                "X",
                                "givenName",
                                "Y",
                                "bornOn",
                                "15/3/1990",
                                "citizenship",
                                "AL",
                                "language",
                                "it",
                                "fiscalCode",
                                "HXHRTA90C55Z100C",
                                "confirmed",
                                "true"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("già di un altro fascicolo").doesNotContain("Hoxha");
        assertThat(count("trail where action = 'REVEAL'")).isEqualTo(before + 1);
    }
}
