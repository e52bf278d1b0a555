package it.percorsi;

import it.percorsi.database.TestServer;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole application on a real server and a real database; one for all the tests of a run. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "percorsi.address=https://percorsi.example.it",
            "percorsi.notices.dir=target/notices",
            "percorsi.notices.every=P1D",
            "percorsi.reminders.cron=-"
        })
@Import(TestDatabase.class)
public abstract class RunningApplication {

    /** Sees everything: for checking what a page did, never for doing it. */
    protected static final JdbcTemplate TRUTH =
            new JdbcTemplate(TestServer.source("web_tests", "postgres"));

    @LocalServerPort private int port;
    @Autowired protected StatementCount statements;

    protected String address() {
        return "http://localhost:" + port;
    }

    protected Client anonymous() {
        return new Client(address());
    }

    protected Client as(String username) {
        return anonymous().login(username);
    }

    protected UUID person(String familyName, String givenName) {
        return TRUTH.queryForObject(
                "select id from person where family_name = ? and given_name = ? order by registered_at limit 1",
                UUID.class,
                familyName,
                givenName);
    }

    protected int count(String sql, Object... values) {
        return TRUTH.queryForObject("select count(*) from " + sql, Integer.class, values);
    }

    /** The hidden fields of the form that opens a file. */
    protected static Map<String, String> sealOfNewFile(Client desk) {
        return Client.hidden(desk.search("nessuno").body(), "/desk/files");
    }

    /** Opens a new file at the desk of Prato and says whose it is. */
    protected UUID open(Client desk, String familyName, Map<String, String> others) {
        Map<String, String> form =
                new java.util.HashMap<>(
                        Map.of(
                                "familyName",
                                familyName,
                                "givenName",
                                "Prova",
                                "bornOn",
                                "12/3/1990",
                                "citizenship",
                                "AL",
                                "phone",
                                "333 000 1234",
                                "noticeLanguage",
                                "it",
                                "confirmed",
                                "true"));
        form.putAll(others);
        form.putAll(sealOfNewFile(desk));
        Client.Page opened = desk.send("/desk/files", form);
        return UUID.fromString(
                opened.path().substring("/people/".length(), "/people/".length() + 36));
    }
}
