package it.percorsi.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service is opened to everybody on a page, and who asks is answered by whoever opens files. */
class OpenToAllTests extends AskingCase {

    private static final String CODE = "cpi-prato-orientamento";

    @Override
    String form() {
        return "/info/it/booking/" + CODE;
    }

    @AfterEach
    void closedAsBefore() {
        TRUTH.update("update service set open_to_public = false where code = ?", CODE);
    }

    private static UUID service() {
        return TRUTH.queryForObject("select id from service where code = ?", UUID.class, CODE);
    }

    private static String page() {
        return "/administration/desks/"
                + TRUTH.queryForObject("select id from desk where code = 'cpi-prato'", UUID.class)
                + "/services";
    }

    private static Client.Page keep(Client admin, boolean open) {
        return admin.post(
                page(),
                page() + "/open-to-all",
                Map.of("service", service().toString(), "open", String.valueOf(open)));
    }

    private int signed(String action) {
        return count("trail where action = ? and subject_id = ?", action, service());
    }

    @Test
    void anAdministratorOpensAServiceAndClosesItAgain() {
        Client admin = as("admin");
        assertThat(anonymous().get(form()).status()).isEqualTo(404);
        assertThat(admin.get(page()).body())
                .contains("chiuso al pubblico; risponde Comune di Prato");
        int before = signed("OPEN_TO_ALL");

        assertThat(keep(admin, true).body()).contains("Salvato", ": aperto al pubblico");

        assertThat(signed("OPEN_TO_ALL")).isEqualTo(before + 1);
        assertThat(anonymous().get("/info/it").body()).contains("href=\"" + form() + "\"");
        assertThat(times()).isNotEmpty();

        keep(admin, false);

        assertThat(signed("CLOSE_TO_ALL")).isPositive();
        assertThat(anonymous().get(form()).status()).isEqualTo(404);
    }

    @Test
    void whoAsksTheEmploymentCentreIsBookedThereByTheDeskOfTheTown() {
        keep(as("admin"), true);
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Aperturacpi", Map.of("phone", "333 000 9231"));
        String time = times().getFirst();
        Client.Page sent = ask(time, "Aperturacpi Qualcuna", "333 000 9231");
        assertThat(desk.get("/desk/requests").body())
                .contains("Aperturacpi Qualcuna", "Centro per l&#39;impiego");
        assertThat(as("sportello.pistoia").get("/desk/requests").body())
                .doesNotContain("Aperturacpi");
        UUID request = TRUTH.queryForObject("select id from public_request", UUID.class);
        Map<String, String> form = new HashMap<>(desk.seal("/desk", "/desk"));
        form.put("person", person.toString());

        Client.Page booked = desk.send("/desk/requests/" + request + "/confirmation", form);

        assertThat(booked.path()).as(booked.body()).startsWith("/appointments/");
        assertThat(as("cpi.prato").get(booked.path()).body()).contains("Aperturacpi");
        assertThat(as("cpi.pistoia").get(booked.path()).status()).isEqualTo(404);
        assertThat(anonymous().get(sent.path()).body()).contains("è confermato");
    }

    @Test
    void whatIsAskedIsAnsweredAlthoughTheServiceIsClosedMeanwhile() {
        keep(as("admin"), true);
        ask(times().getFirst(), "Chiusura Nelmentre", "333 000 9232");
        keep(as("admin"), false);

        assertThat(as("sportello.prato").get("/desk/requests").body())
                .contains("Chiusura Nelmentre");
    }

    @Test
    void anOpenServiceKeepsItsMinutes() {
        keep(as("admin"), true);
        Client admin = as("admin");

        Client.Page refused =
                admin.post(
                        page(),
                        page(),
                        Map.of(
                                "code", CODE,
                                "name", "Colloquio di orientamento al lavoro",
                                "content", "Un colloquio.",
                                "minutes", "",
                                "buffer", "0",
                                "notice", "",
                                "capacity", "1"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("chiudilo al pubblico prima di togliere i minuti");
    }
}
