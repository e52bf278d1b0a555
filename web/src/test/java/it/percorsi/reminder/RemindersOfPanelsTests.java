package it.percorsi.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A referral waits for somebody, by a day, as long as it is not over. */
class RemindersOfPanelsTests extends PanelCase {

    private final List<String> kinds = new ArrayList<>();

    private void step(UUID referral) {
        kinds.add(
                TRUTH.queryForObject(
                        "select string_agg(kind || ' ' || due_on - (now() at time zone 'Europe/Rome')::date, ', ' order by kind) from open_step where id = ?",
                        String.class,
                        referral));
    }

    @Test
    void fromTheSittingToTheDecisionThatIsReadSomebodyIsReminded() {
        UUID panel = panel("Unità delle scadenze", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Scadenzata", "333 000 8920");
        String page = "/sittings/" + sitting;
        Client secretary = as(SECRETARY);
        step(referral);
        assertThat(secretary.get("/reminders").body())
                .contains("Scadenzata")
                .contains("all&#39;ordine del giorno della seduta");

        open(sitting, panel);
        secretary.post(page, page + "/decisions", decision(referral, "WAITLIST", "Non c'è posto"));
        secretary.post(page, page + "/closing", Map.of());
        step(referral);
        Client social = as("sociale.pistoia");
        assertThat(social.get("/reminders").body())
                .contains("Scadenzata")
                .contains("leggere che cosa ha deciso la commissione");
        social.post(
                "/referrals/" + referral, "/referrals/" + referral + "/acknowledgement", Map.of());
        step(referral);

        assertThat(kinds).containsExactly("SITTING 0", "READ 7, WAITLISTED 30", "WAITLISTED 30");
        assertThat(social.get("/reminders").body()).doesNotContain("Scadenzata");
    }

    @Test
    void aBodyThatIsAskedToLeadACaseIsReminded() {
        UUID referral =
                caseBefore(sitting(panel("Unità chiesta", false)), "Chiesta", "333 000 8921");
        UUID file =
                TRUTH.queryForObject(
                        "select c.id from case_file c join referral r on r.person_id = c.person_id where r.id = ?",
                        UUID.class,
                        referral);
        as("sociale.pistoia")
                .post(
                        "/cases/" + file,
                        "/cases/" + file + "/transfer",
                        Map.of("organisation", provider(), "reason", "Vive a Prato"));
        TRUTH.update(
                "update case_transfer set asked_at = asked_at - interval '400 days' where case_file_id = ?",
                file);

        assertThat(as("sociale.prato").get("/reminders").body())
                .contains("Chiesta")
                .contains("rispondere se il tuo ente lo prende");
    }
}
