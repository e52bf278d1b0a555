package it.percorsi.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meeting planned for a day: it waits for who leads it, and begins on its day. */
class PlannedMeetingTests extends CareCase {

    private static final LocalDate TODAY = LocalDate.now(Rome.ZONE);

    private Client social;

    @BeforeEach
    void somebodyLeads() {
        social = as("sociale.prato");
    }

    private static String day(LocalDate on) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(on);
    }

    private Client.Page plan(UUID person, String day) {
        UUID theCase =
                TRUTH.queryForObject(
                        "select id from case_file where person_id = ?", UUID.class, person);
        Map<String, String> form = social.seal("/meetings", "/meetings");
        form.put("day", day);
        form.put("cases", theCase.toString());
        return social.send("/meetings/planned", form);
    }

    private static UUID meeting(Client.Page page) {
        return UUID.fromString(page.path().split("/")[2]);
    }

    private static void itsDayHasCome(UUID meeting) {
        TRUTH.update("update team_meeting set planned_for = ? where id = ?", TODAY, meeting);
    }

    @Test
    void aPlannedMeetingWaitsForWhoLeadsItAndBeginsOnItsDay() {
        UUID person = inCare("Riunita", "333 000 9601");
        Client.Page page = plan(person, day(TODAY.plusDays(3)));
        UUID meeting = meeting(page);
        String at = "/meetings/" + meeting;
        assertThat(page.body())
                .contains("Riunita Prova", day(TODAY.plusDays(3)), "Si comincia quel giorno")
                .doesNotContain("Comincia la riunione");
        assertThat(social.get("/reminders").body())
                .contains("Riunione d&#39;équipe: cominciarla, spostarla o annullarla", at);
        assertThat(as("sociale2.prato").get("/reminders").body()).doesNotContain(at);
        assertThat(social.post(at + "/planned", at + "/beginning", Map.of()).status())
                .isEqualTo(409);
        assertThat(social.get(at + "/minutes").status()).isEqualTo(404);

        itsDayHasCome(meeting);
        Client.Page item = social.post(at + "/planned", at + "/beginning", Map.of());

        assertThat(item.body()).contains("Caso 1 di 1", "Registra e avanti");
        assertThat(social.get("/reminders").body()).doesNotContain(at);
        assertThat(count("meeting_present where meeting_id = ?", meeting)).isOne();
        assertThat(
                        count(
                                "trail where subject_id = ? and action in ('PLAN_MEETING', 'CONVENE')",
                                meeting))
                .isEqualTo(2);
        assertThat(social.get(at + "/planned").status()).isEqualTo(404);
    }

    @Test
    void itIsMovedOrCalledOffByWhoLeadsItOnly() {
        UUID person = inCare("Spostata", "333 000 9602");
        UUID meeting = meeting(plan(person, day(TODAY.plusDays(2))));
        String at = "/meetings/" + meeting;
        Client colleague = as("sociale2.prato");
        assertThat(colleague.get(at + "/planned").body()).doesNotContain("Sposta la riunione");
        assertThat(
                        colleague
                                .post(
                                        at + "/planned",
                                        at + "/moving",
                                        Map.of("day", day(TODAY.plusDays(4))))
                                .status())
                .isEqualTo(409);

        assertThat(
                        social.post(
                                        at + "/planned",
                                        at + "/moving",
                                        Map.of("day", day(TODAY.plusDays(4))))
                                .body())
                .contains("del " + day(TODAY.plusDays(4)));
        assertThat(
                        social.post(
                                        at + "/planned",
                                        at + "/calling-off",
                                        Map.of("note", "Mancano tutti"))
                                .status())
                .isEqualTo(200);

        assertThat(social.get(at).body()).contains("Annullata: Mancano tutti");
        assertThat(social.get("/reminders").body()).doesNotContain(at);
        assertThat(social.get("/meetings").body()).doesNotContain(at);
        itsDayHasCome(meeting);
        assertThat(social.post(at + "/planned", at + "/beginning", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void aDayThatIsNotToComeIsNotTakenAndWhatWasTickedStays() {
        UUID person = inCare("Ieri", "333 000 9603");

        Client.Page page = plan(person, day(TODAY));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Serve un giorno dopo oggi", "value=\"" + day(TODAY) + "\"")
                .containsPattern("checked=\"checked\"[^>]*>\\s*<span>Ieri Prova");
        assertThat(plan(person, "domani l'altro forse").status()).isEqualTo(422);
    }

    @Test
    void nothingIsWrittenBeforeItBegins() {
        UUID person = inCare("Prima", "333 000 9604");
        UUID meeting = meeting(plan(person, day(TODAY.plusDays(5))));
        UUID item =
                TRUTH.queryForObject(
                        "select id from meeting_item where meeting_id = ?", UUID.class, meeting);
        String page = "/meetings/items/" + item;
        assertThat(social.get(page).body()).doesNotContain("Registra e avanti");
        Map<String, String> said = new HashMap<>(Map.of("words", "Detto prima"));
        assertThat(social.post("/meetings/" + meeting + "/planned", page, said).status())
                .isEqualTo(409);
        assertThatThrownBy(() ->
                        TRUTH.update("update meeting_item set words = 'x' where id = ?", item))
                .hasMessageContaining("meeting_is_not_begun");
        assertThatThrownBy(() ->
                        TRUTH.update(
                                "update team_meeting set held_at = now() where id = ?", meeting))
                .hasMessageContaining("meeting_not_before_its_day");
    }
}
