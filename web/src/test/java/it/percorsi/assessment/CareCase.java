package it.percorsi.assessment;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody in the care of a team of the municipality and the employment centre of Prato. */
public abstract class CareCase extends RunningApplication {

    protected UUID inCare(String familyName, String phone) {
        UUID person = askedInto(familyName, phone);
        as("cpi.prato").post("/cases/requests", place(person) + "/acceptance", new HashMap<>());
        return person;
    }

    /** The same before the employment centre has answered. */
    protected UUID askedInto(String familyName, String phone) {
        UUID person = open(as("sportello.prato"), familyName, Map.of("phone", phone));
        Client social = as("sociale.prato");
        String care =
                "/cases/"
                        + TRUTH.queryForObject(
                                "select id from case_file where person_id = ?", UUID.class, person)
                        + "/care";
        StringBuilder body = new StringBuilder();
        social.seal(care, care)
                .forEach((name, value) ->
                        body.append(name).append('=').append(Client.encode(value)).append('&'));
        body.append("manager=").append(operator("sociale.prato"));
        body.append("&members=").append(operator("sociale.prato"));
        body.append("&members=").append(operator("cpi.prato"));
        body.append("&decision=prova");
        social.sendBody(care, body.toString());
        return person;
    }

    /** The place in the team that the employment centre is asked to take. */
    protected static String place(UUID person) {
        return "/cases/members/"
                + TRUTH.queryForObject(
                        "select id from team_member where person_id = ? and operator_id = ?",
                        UUID.class,
                        person,
                        operator("cpi.prato"));
    }

    protected static String provider() {
        return TRUTH.queryForObject(
                "select id::text from organisation where code = 'comune-prato'", String.class);
    }

    /** A plan of somebody in care, with the three objectives of its template. */
    protected UUID plan(UUID person) {
        String form =
                "/cases/"
                        + TRUTH.queryForObject(
                                "select id from case_file where person_id = ?", UUID.class, person)
                        + "/plan";
        String plan =
                as("sociale.prato")
                        .post(
                                form,
                                form,
                                Map.of(
                                        "personWords", "Vorrei lavorare",
                                        "template", "lavoro-36",
                                        "provider", provider(),
                                        "fundingSource", "MUNICIPAL"))
                        .path();
        return UUID.fromString(plan.substring("/plans/".length()));
    }

    private static UUID operator(String username) {
        return TRUTH.queryForObject(
                "select id from operator where username = ?", UUID.class, username);
    }
}
