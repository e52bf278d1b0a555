package it.percorsi.casefile;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A case of Prato, and those who have to do with it. */
abstract class TeamCase extends RunningApplication {

    protected Client social;
    protected Client cpi;

    @BeforeEach
    void atWork() {
        social = as("sociale.prato");
        cpi = as("cpi.prato");
    }

    protected static UUID id(String sql, Object... values) {
        return TRUTH.queryForObject(sql, UUID.class, values);
    }

    protected static UUID operator(String username) {
        return id("select id from operator where username = ?", username);
    }

    protected static UUID body(String code) {
        return id("select id from organisation where code = ?", code);
    }

    protected static String status(UUID theCase) {
        return TRUTH.queryForObject(
                "select status from case_file where id = ?", String.class, theCase);
    }

    protected static UUID personOf(UUID theCase) {
        return id("select person_id from case_file where id = ?", theCase);
    }

    protected static UUID place(UUID theCase, String username) {
        return id(
                "select id from team_member where case_file_id = ? and operator_id = ? order by moved_at desc limit 1",
                theCase,
                operator(username));
    }

    /** At the first level, in Prato. */
    protected UUID aCase(String familyName, String phone) {
        UUID person = open(social, familyName, Map.of("phone", phone));
        return id("select id from case_file where person_id = ?", person);
    }

    protected UUID inCare(String familyName, String phone) {
        UUID theCase = aCase(familyName, phone);
        post(
                social,
                theCase,
                "/care",
                Map.of(
                        "manager",
                        operator("sociale.prato").toString(),
                        "decision",
                        "Serve un lavoro comune"));
        return theCase;
    }

    protected static Client.Page post(
            Client who, UUID theCase, String what, Map<String, String> fields) {
        return who.post("/cases/" + theCase + what, "/cases/" + theCase + what, fields);
    }

    protected Client.Page answer(Client who, String path, Map<String, String> fields) {
        return who.post("/cases/requests", "/cases/" + path, new HashMap<>(fields));
    }
}
