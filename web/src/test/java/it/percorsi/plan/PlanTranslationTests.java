package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A plan beside its person's language, as whoever writes it types it in. */
class PlanTranslationTests extends SignedPlan {

    private static final Pattern ROW =
            Pattern.compile(
                    "name=\"of\" value=\"([^\"]+)\".*?name=\"mark\" value=\"([^\"]+)\"",
                    Pattern.DOTALL);

    /** In the language the plan is explained in, so that it does not depend on the person. */
    private String explained(String familyName, String phone, String language) {
        String plan = drawn(familyName, phone);
        explain(plan, language);
        return plan;
    }

    private static Client.Page types(Client by, String plan, String first, String more) {
        return sends(by, plan, by.get(plan + "/translations").body(), first, more);
    }

    /** The first row of the page as it was read, and the others empty. */
    private static Client.Page sends(
            Client by, String plan, String page, String first, String more) {
        String to = plan + "/translations";
        StringBuilder body = new StringBuilder();
        Client.hidden(page, to)
                .forEach((name, value) -> {
                    if (!name.equals("of") && !name.equals("mark") && !name.equals("theirs")) {
                        body.append(name).append('=').append(Client.encode(value)).append('&');
                    }
                });
        Matcher row = ROW.matcher(page);
        String text = first;
        while (row.find()) {
            body.append("of=").append(Client.encode(row.group(1)));
            body.append("&mark=").append(row.group(2));
            body.append("&theirs=").append(Client.encode(text)).append('&');
            text = "";
        }
        return by.sendBody(to, body + "theirs=&translatedOn=" + Client.encode(TODAY) + more);
    }

    private int kept(String plan) {
        return count("plan_translation where plan_id = ?", id(plan));
    }

    @Test
    void whatWasTranslatedIsPrintedBesideTheItalianFromTheRight() {
        String plan = explained("Tradotta", "333 000 8701", "ar");
        Client social = as("sociale.prato");

        Client.Page saved = types(social, plan, "أريد أن أعمل, قريبا", "&translator=Lin+Hu");

        assertThat(saved.body()).contains("Tradotto da Lin Hu, " + TODAY);
        assertThat(social.get(plan + "/paper").body())
                .contains("lang=\"ar\" dir=\"rtl\">أريد أن أعمل, قريبا<")
                .contains("Lin Hu, " + TODAY);
        assertThat(kept(plan)).isOne();
        assertThat(count("trail where action = 'TRANSLATE' and subject_id = ?", id(plan))).isOne();
    }

    @Test
    void whoTranslatedIsSaidAndWhatWasTypedStays() {
        String plan = explained("Anonima", "333 000 8702", "sq");

        Client.Page again = types(as("sociale.prato"), plan, "Dua të punoj", "&translator=");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Dua të punoj").contains("Chi ha tradotto");
        assertThat(kept(plan)).isZero();
    }

    @Test
    void whatWasSignedKeepsItsTranslationAndTheNextSaysItIsOld() {
        String plan = explained("Invecchiata", "333 000 8703", "sq");
        Client social = as("sociale.prato");
        types(social, plan, "Dua të punoj", "&translator=Lin+Hu");
        sign(plan, "PAPER");
        assertThat(types(social, plan, "Tjetër", "&translator=Lin+Hu").status()).isEqualTo(409);
        social.post(plan, plan + "/revision", Map.of());
        String words = plan + "/words";
        social.post(words, words, Map.of("personWords", "Vorrei studiare"));
        explain(plan, "sq");

        assertThat(social.get(plan + "/translations").body())
                .contains("Vorrei studiare")
                .contains("cambiato dopo questa traduzione");
        assertThat(social.get(plan + "/paper").body())
                .contains("Dua të punoj")
                .contains("cambiato dopo questa traduzione");
        assertThat(social.get(plan + "/editions/1").body())
                .contains("Dua të punoj")
                .doesNotContain("cambiato dopo questa traduzione");

        String page = social.get(plan + "/translations").body();
        Matcher first = ROW.matcher(page);
        assertThat(first.find()).isTrue();
        sends(
                social,
                plan,
                page,
                "Dua të punoj",
                "&translator=Ada+Neri&still=" + Client.encode(first.group(1)));
        assertThat(social.get(plan + "/translations").body())
                .contains("Tradotto da Ada Neri")
                .doesNotContain("cambiato dopo questa traduzione");
    }

    @Test
    void whoComesSecondReadsWhatTheFirstWroteAndLosesNothing() {
        String plan = explained("Contesa", "333 000 8704", "sq");
        Client social = as("sociale.prato");
        Client other = as("cpi.prato");
        String read = other.get(plan + "/translations").body();
        types(social, plan, "Dua të punoj", "&translator=Lin+Hu");

        Client.Page second = sends(other, plan, read, "Unë dua punë", "&translator=Ada+Neri");

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("Unë dua punë").contains("Ora è scritto");
        assertThat(social.get(plan + "/translations").body()).contains("Dua të punoj");
    }

    @Test
    void aPersonWhoReadsItalianNeedsNoneAndNobodyElseLooks() {
        String plan = explained("Italiana", "333 000 8705", "it");

        assertThat(as("sociale.prato").get(plan + "/translations").body())
                .contains("spiegato in italiano")
                .doesNotContain("Salva la traduzione");
        assertThat(as("sportello.prato").get(plan + "/translations").status()).isEqualTo(404);
        assertThat(as("sociale.pistoia").get(plan + "/translations").status()).isEqualTo(404);
    }
}
