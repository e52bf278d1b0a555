package it.percorsi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was granted for one thing opens that thing and no other. */
class WhatABodySeesTests extends RunningApplication {

    private static UUID id(String sql, Object... values) {
        return TRUTH.queryForObject(sql, UUID.class, values);
    }

    @Test
    void theTeamOfAnotherBodyReadsNothingOfTheSocialPart() {
        UUID taken =
                id(
                        "select c.id from case_file c join team_member t on t.case_file_id = c.id join organisation o on o.id = t.organisation_id where c.status = 'IN_CARE' and o.code = 'cpi-prato' limit 1");
        UUID person = id("select person_id from case_file where id = ?", taken);
        String reason =
                TRUTH.queryForObject(
                        "select decision_reason from referral where person_id = ? union all select body from note where person_id = ? and section = 'SOCIAL' limit 1",
                        String.class,
                        person,
                        person);

        assertThat(as("sociale.prato").get("/people/" + person + "/diary").body())
                .contains(reason.replace("'", "&#39;"));
        assertThat(as("cpi.prato").get("/people/" + person + "/diary").body())
                .contains("Nota sul lavoro")
                .doesNotContain(reason.replace("'", "&#39;"));
    }

    @Test
    void anAppointmentAtOneBodyDoesNotOpenThoseAtAnother() {
        UUID there =
                id(
                        """
                        select a.id from appointment a join organisation o on o.id = a.organisation_id
                        where o.code = 'comune-prato' and not exists (select 1 from access_grant g join organisation c on c.id = g.organisation_id
                            where g.person_id = a.person_id and g.basis = 'TEAM' and c.code = 'cpi-prato') limit 1\
                        """);
        UUID person = id("select person_id from appointment where id = ?", there);
        Client desk = as("sportello.prato");
        String page = "/people/" + person + "/booking?service=cpi-prato-orientamento";
        java.util.regex.Matcher slot =
                java.util.regex.Pattern.compile("name=\"slot\" value=\"([^\"]+)\"")
                        .matcher(desk.get(page).body());
        assertThat(slot.find()).isTrue();
        Client.Page booked =
                desk.post(
                        page,
                        "/people/" + person + "/booking",
                        Map.of(
                                "service",
                                "cpi-prato-orientamento",
                                "slot",
                                slot.group(1),
                                "reason",
                                "WORK",
                                "without",
                                "BY_PHONE"));

        assertThat(as("cpi.prato").get(booked.path()).status()).isEqualTo(200);
        assertThat(as("cpi.prato").get("/appointments/" + there).status()).isEqualTo(404);
    }

    @Test
    void aCancelledAppointmentIsNoBusinessOfTheOtherBodyAnyMore() {
        UUID booked =
                id(
                        "select a.id from appointment a join organisation o on o.id = a.organisation_id where o.code = 'cpi-prato' and a.status = 'BOOKED' and a.starts_at > now() and not exists (select 1 from access_grant g where g.person_id = a.person_id and g.basis = 'TEAM') limit 1");

        as("sportello.prato")
                .post(
                        "/appointments/" + booked,
                        "/appointments/" + booked + "/cancellation",
                        Map.of("note", "ha cambiato idea"));

        assertThat(as("cpi.prato").get("/appointments/" + booked).status()).isEqualTo(404);
    }

    @Test
    void theDeskThatSeesNoPlanCannotCloseACaseThatHasOne() {
        UUID running =
                id(
                        "select c.id from case_file c join plan p on p.case_file_id = c.id join organisation o on o.id = c.organisation_id where o.code = 'comune-prato' and p.status = 'ACTIVE' limit 1");

        Client.Page page =
                as("sportello.prato")
                        .post(
                                "/cases/" + running,
                                "/cases/" + running + "/closing",
                                Map.of("note", "finito"));

        assertThat(page.body()).contains("piano ancora in corso");
        assertThat(
                        TRUTH.queryForObject(
                                "select status from case_file where id = ?", String.class, running))
                .isEqualTo("IN_CARE");
    }

    @Test
    void aReferralShowsThePanelThatReferralAndNoOtherSocialText() {
        UUID person = id("select r.person_id from referral r where r.status = 'SCHEDULED' limit 1");
        as("sociale.prato")
                .post(
                        "/people/" + person + "/diary",
                        "/people/" + person + "/diary",
                        Map.of("section", "SOCIAL", "body", "Nota che la commissione non legge"));

        assertThat(
                        TRUTH.queryForObject(
                                """
                                select granted(?, o.id, 'PANEL_SECRETARY', 'SOCIAL', (select id from note where body = 'Nota che la commissione non legge'))
                                    or granted(?, o.id, 'PANEL_SECRETARY', 'SOCIAL') from organisation o where code = 'comune-prato'\
                                """,
                                Boolean.class,
                                person,
                                person))
                .isFalse();
    }

    @Test
    void nobodyGivesThemselvesARole() {
        UUID admin = id("select id from operator where username = 'admin'");
        Client.Page page =
                as("admin")
                        .post(
                                "/administration",
                                "/administration/operators/" + admin + "/memberships",
                                Map.of(
                                        "organisation",
                                        id("select id from organisation where code = 'comune-prato'")
                                                .toString(),
                                        "role",
                                        "SOCIAL_WORKER"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("Nessuno dà un incarico a sé stesso");
    }
}
