package it.percorsi.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An invitation and a sheet of signatures wait for somebody too, and name nobody. */
class RemindersOfTeamsTests extends CareCase {

    private static final String INVITED = "Invito in un&#39;équipe: rispondere";
    private static final String UNANSWERED = "senza risposta: sentire chi è invitato";
    private static final String SHEET = "Foglio firme: farlo firmare";

    private String reminders(String who) {
        return as(who).get("/reminders").body();
    }

    private static int times(String body, String words) {
        return body.split(Pattern.quote(words), -1).length - 1;
    }

    @Test
    void whoeverIsInvitedIsRemindedUntilTheyAnswerAndDoesNotReadWhoItIs() {
        int before = times(reminders("cpi.prato"), INVITED);
        UUID person = askedInto("Invitata", "333 000 8930");
        assertThat(line(as("sociale.prato"), "Invitata")).doesNotContain(UNANSWERED);
        TRUTH.update(
                "update team_member set moved_at = moved_at - interval '400 days' where person_id = ? and status = 'INVITED'",
                person);

        String body = reminders("cpi.prato");
        assertThat(times(body, INVITED)).isEqualTo(before + 1);
        assertThat(body).contains("Lo sai quando accetti", "/cases/requests", "in ritardo");
        assertThat(body).doesNotContain("Invitata", person.toString());
        assertThat(line(as("sociale.prato"), "Invitata")).contains(UNANSWERED, "in ritardo");
        assertThat(reminders("sociale.prato")).doesNotContain(INVITED);

        as("cpi.prato").post("/cases/requests", place(person) + "/acceptance", Map.of());

        assertThat(times(reminders("cpi.prato"), INVITED)).isEqualTo(before);
        assertThat(line(as("sociale.prato"), "Invitata")).doesNotContain(UNANSWERED);
    }

    @Test
    void aSheetWaitsForWhoPrintedItThenForTheBodyUntilItIsClosed() {
        Client cpi = as("cpi.prato");
        Client coordination = as("coordinamento");
        String sheet = printed(cpi);
        TRUTH.update(
                "update attendance_sheet set made_at = made_at - interval '400 days' where id = ?",
                UUID.fromString(sheet.substring("/hours/sheets/".length())));
        assertThat(line(as("cpi2.prato"), sheet)).contains("passata a tutto l'ente");
        assertThat(line(cpi, sheet)).contains(SHEET, "Più persone", "in ritardo", "Andrea Sanesi");
        assertThat(coordination.get("/reminders").body()).contains(SHEET);
        int waiting = sheets(coordination);

        Client social = as("sociale.prato");
        social.upload(
                sheet,
                sheet + "/scan",
                Map.of(),
                "foglio.pdf",
                "%PDF-1.7 firme %%EOF".getBytes(StandardCharsets.UTF_8));
        assertThat(line(cpi, sheet)).contains("al tuo ente");
        assertThat(social.get("/reminders").body()).doesNotContain(sheet);
        social.post(
                sheet,
                sheet + "/closing",
                Map.of(
                        "line",
                        TRUTH.queryForObject(
                                "select id::text from encounter where topic = 'Foglio che aspetta'",
                                String.class),
                        "signatures",
                        "1",
                        "archive",
                        "prot. 9/2024"));

        assertThat(cpi.get("/reminders").body()).doesNotContain(sheet);
        assertThat(sheets(coordination)).isEqualTo(waiting - 1);
    }

    /** How many sheets wait in TEAMS. */
    private static int sheets(Client coordination) {
        String body = coordination.get("/reminders").body();
        int from = body.indexOf(SHEET, body.indexOf("id=\"p-TEAMS\""));
        return from < 0
                ? 0
                : Integer.parseInt(
                        body.substring(from).replaceAll("(?s).*?In attesa\"[^>]*>(\\d+)<.*", "$1"));
    }

    /**
     * What stands after some words, up to the end of their line; nothing where they do not stand.
     */
    private static String line(Client who, String words) {
        String body = who.get("/reminders").body();
        int from = body.indexOf(words);
        return from < 0 ? "" : body.substring(from, body.indexOf("</tr>", from));
    }

    private static String printed(Client cpi) {
        UUID plan =
                TRUTH.queryForObject(
                        "select l.id from plan l join person p on p.id = l.person_id where p.family_name = 'Hoxha' and p.given_name = 'Arta' limit 1",
                        UUID.class);
        cpi.post(
                "/plans/" + plan,
                "/plans/" + plan + "/encounters",
                Map.of(
                        "support",
                        TRUTH.queryForObject(
                                "select id::text from support where plan_id = ? order by id limit 1",
                                String.class,
                                plan),
                        "day",
                        "6/2/2024",
                        "time",
                        "7.00",
                        "minutes",
                        "30",
                        "topic",
                        "Foglio che aspetta",
                        "how",
                        "DELIVER"));
        UUID hour =
                TRUTH.queryForObject(
                        "select id from encounter where topic = 'Foglio che aspetta'", UUID.class);
        return cpi.post("/hours/" + hour, "/hours/" + hour + "/sheet", Map.of("span", "encounter"))
                .path();
    }
}
