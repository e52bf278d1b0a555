package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HourBudgetTests extends CareCase {

    private UUID planOf(String familyName, String givenName) {
        return TRUTH.queryForObject(
                "select id from plan where person_id = ?",
                UUID.class,
                person(familyName, givenName));
    }

    private Map<String, String> hour(UUID plan, String day, int minutes) {
        return Map.of(
                "support",
                TRUTH.queryForObject(
                        "select id::text from support where plan_id = ? limit 1",
                        String.class,
                        plan),
                "day",
                day,
                "time",
                "18.00",
                "minutes",
                String.valueOf(minutes),
                "topic",
                "Curriculum");
    }

    @Test
    void theThirtySeventhHourIsRefusedWithTheReasonAndTheWordsAreKept() {
        UUID plan = planOf("Chen", "Li");
        Client social = as("sociale.prato");

        Client.Page refused =
                social.post(
                        "/plans/" + plan,
                        "/plans/" + plan + "/encounters",
                        hour(plan, "2/3/2026", 60));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("supererebbe il monte ore").contains("Curriculum");
        assertThat(
                        TRUTH.queryForObject(
                                "select b.delivered_minutes from plan l join hour_budget b on b.id = l.budget_id where l.id = ?",
                                Integer.class,
                                plan))
                .isEqualTo(35 * 60 + 30);
    }

    @Test
    void anHourGivenIsDebitedAndTheSameHourIsNotCountedTwice() {
        UUID plan = planOf("El Amrani", "Youssef");
        Client cpi = as("sociale.prato");
        int before =
                TRUTH.queryForObject(
                        "select b.delivered_minutes from plan l join hour_budget b on b.id = l.budget_id where l.id = ?",
                        Integer.class,
                        plan);

        Client.Page given =
                cpi.post(
                        "/plans/" + plan,
                        "/plans/" + plan + "/encounters",
                        hour(plan, "3/3/2026", 60));
        Client.Page overlapping =
                cpi.post(
                        "/plans/" + plan,
                        "/plans/" + plan + "/encounters",
                        hour(plan, "3/3/2026", 30));

        assertThat(given.status()).isEqualTo(200);
        assertThat(overlapping.status()).isEqualTo(409);
        assertThat(overlapping.body()).contains("la stessa ora non si conta due volte");
        assertThat(
                        TRUTH.queryForObject(
                                "select b.delivered_minutes from plan l join hour_budget b on b.id = l.budget_id where l.id = ?",
                                Integer.class,
                                plan))
                .isEqualTo(before + 60);
    }

    @Test
    void theLedgerIsTheSumOfItsEncounters() {
        assertThat(
                        count(
                                "hour_budget b where delivered_minutes <> (select coalesce(sum(counted), 0) from encounter e join plan l on l.id = e.plan_id where l.budget_id = b.id)"))
                .isZero();
    }

    @Test
    void theDeskOfTheSameBodySeesNoPlan() {
        assertThat(as("sportello.prato").get("/plans/" + planOf("Hoxha", "Arta")).status())
                .isEqualTo(404);
    }

    private static UUID enrols(UUID person, String programme) {
        UUID enrolment = UUID.randomUUID();
        TRUTH.update(
                """
                insert into enrolment (id, person_id, programme_id, organisation_id, status, enrolled_on, citizenship,
                    snapshot, version)
                select ?, ?, p.id, o.id, 'ACTIVE', current_date, 'AL', '', 0 from programme p, organisation o
                where p.code = ? and o.code = 'comune-prato'\
                """,
                enrolment,
                person,
                programme);
        return enrolment;
    }

    @Test
    void aPlanOfSomebodyInTwoProgrammesSaysWhichItsHoursAreOf() {
        UUID person = inCare("Duefondi", "3470010066");
        enrols(person, "NET-MET");
        UUID melt = enrols(person, "MELT");
        String form =
                "/cases/"
                        + TRUTH.queryForObject(
                                "select id from case_file where person_id = ?", UUID.class, person)
                        + "/plan";
        Client social = as("sociale.prato");

        Client.Page unsaid = social.post(form, form, Map.of("personWords", "Vorrei lavorare"));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("Vorrei lavorare").contains(melt.toString());
        social.post(
                form, form, Map.of("personWords", "Vorrei lavorare", "enrolment", melt.toString()));

        assertThat(
                        TRUTH.queryForObject(
                                "select b.enrolment_id from plan l join hour_budget b on b.id = l.budget_id where l.person_id = ?",
                                UUID.class,
                                person))
                .isEqualTo(melt);
    }

    private void signed(UUID plan) {
        Client social = as("sociale.prato");
        String today = LocalDate.now(Rome.ZONE).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        String page = "/plans/" + plan;
        social.post(
                page,
                page + "/proposal",
                Map.of("explainedOn", today, "explainedIn", "it", "explainedWith", ""));
        social.post(
                page,
                page + "/signature",
                Map.of("signedOn", today, "signedHow", "PAPER", "signatories", "Oltreleore Prova"));
    }

    @Test
    void outsideAProgrammeTheCaseManagerPassesMoreHoursAndSaysWhy() {
        UUID person = inCare("Oltreleore", "3470010067");
        UUID plan = plan(person);
        signed(plan);
        TRUTH.update(
                "update hour_budget set minutes = 60 where id = (select budget_id from plan where id = ?)",
                plan);
        Client social = as("sociale.prato");
        String page = "/plans/" + plan;
        String more = page + "/more-hours";
        Map<String, String> two = Map.of("moreHours", "2", "moreWhy", "Il corso è più lungo.");

        assertThat(social.post(page, page + "/encounters", hour(plan, "4/3/2026", 120)).body())
                .contains("supererebbe il monte ore");
        assertThat(as("cpi.prato").get(page).body())
                .doesNotContain("Concedi ore oltre il monte ore");
        assertThat(as("cpi.prato").post(page, more, two).status()).isEqualTo(409);
        assertThat(social.post(page, more, Map.of("moreHours", "2", "moreWhy", " ")).status())
                .isEqualTo(422);
        assertThat(social.post(page, more, two).body())
                .contains("2 h oltre il monte ore, concesse il")
                .contains("Il corso è più lungo.");
        assertThat(count("trail where action = 'PASS_HOURS' and ? = any (person_ids)", person))
                .isOne();
        assertThat(social.post(page, page + "/encounters", hour(plan, "4/3/2026", 120)).status())
                .isEqualTo(200);

        TRUTH.update(
                "update hour_budget set enrolment_id = ? where id = (select budget_id from plan where id = ?)",
                enrols(person, "NET-MET"),
                plan);
        assertThat(social.post(page, more, two).body()).contains("le concede chi lo coordina");
    }
}
