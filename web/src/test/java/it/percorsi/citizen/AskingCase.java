package it.percorsi.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;

/** Somebody without an account who asks for a time with the social worker of Prato. */
abstract class AskingCase extends RunningApplication {

    static final String FORM = "/info/ur/booking/pua2-prato-sociale";
    private static final Pattern TIME = Pattern.compile("name=\"time\" value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("name=\"secret\" value=\"([^\"]+)\"");

    /** Where the time is asked for. */
    String form() {
        return FORM;
    }

    @AfterEach
    void nobodyAsked() {
        TRUTH.update("delete from booking where request_id is not null");
        TRUTH.update("delete from public_request");
    }

    /** The first times on offer. */
    List<String> times() {
        List<String> times = times("");
        assertThat(times).isNotEmpty();
        return times;
    }

    List<String> times(String query) {
        List<String> times = new ArrayList<>();
        Matcher time = TIME.matcher(anonymous().get(form() + query).body());
        while (time.find()) {
            times.add(time.group(1));
        }
        return times;
    }

    static Map<String, String> typed(String time, String name, String phone) {
        return Map.of("time", time, "name", name, "phone", phone);
    }

    /** The form of the page that is checked, ready to be sent. */
    Map<String, String> checked(String time, String name, String phone) {
        Client.Page check =
                anonymous().send(form(), new java.util.HashMap<>(typed(time, name, phone)));
        assertThat(check.status()).as(check.body()).isEqualTo(200);
        Matcher secret = SECRET.matcher(check.body());
        assertThat(secret.find()).isTrue();
        Map<String, String> form = new java.util.HashMap<>(typed(time, name, phone));
        form.put("secret", secret.group(1));
        return form;
    }

    Client.Page send(Map<String, String> checked) {
        return anonymous().send(form() + "/request", checked);
    }

    Client.Page ask(String time, String name, String phone) {
        return send(checked(time, name, phone));
    }

    /** Requests of before come from elsewhere. */
    static void fromAnotherAddress() {
        TRUTH.update("update public_request set source_hash = null");
    }

    static String status() {
        return TRUTH.queryForObject(
                "select status from public_request order by created_at desc limit 1", String.class);
    }
}
