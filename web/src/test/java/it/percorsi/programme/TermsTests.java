package it.percorsi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A programme's days, targets and places are its coordinator's to set, never against who is in. */
class TermsTests extends RunningApplication {

    private static final String TERMS = "/programmes/TEAMS/terms";
    private static final String PRATO = "/programmes/TEAMS/places/comune-prato";

    private Map<String, Object> before = Map.of();

    @BeforeEach
    void asItIs() {
        before =
                TRUTH.queryForMap(
                        "select runs_from, runs_until, extended_until, extension_note, target, women_percent from programme where code = 'TEAMS'");
    }

    @AfterEach
    void asItWas() {
        TRUTH.update(
                "update programme set runs_from = ?, runs_until = ?, extended_until = ?, extension_note = ?, target = ?, women_percent = ? where code = 'TEAMS'",
                before.get("runs_from"),
                before.get("runs_until"),
                before.get("extended_until"),
                before.get("extension_note"),
                before.get("target"),
                before.get("women_percent"));
        TRUTH.update(
                "update programme_body set target = 200, women = null where target is not null and programme_id = (select id from programme where code = 'TEAMS') and organisation_id = (select id from organisation where code = 'comune-prato')");
    }

    private static Client.Page set(Client by, Map<String, String> changed) {
        Map<String, String> form =
                new HashMap<>(
                        Map.of(
                                "runsFrom", "2/10/2018",
                                "runsUntil", "31/12/2020",
                                "extendedUntil", "31/12/2099",
                                "extensionNote", "Decreto di prova",
                                "target", "1150",
                                "womenPercent", ""));
        form.putAll(changed);
        return by.post(TERMS, TERMS, form);
    }

    private static Client.Page places(Client by, String total, String women) {
        return by.post(PRATO, PRATO, Map.of("places", total, "womenPlaces", women));
    }

    private int enrolled(String gender) {
        return count(
                "enrolment e join programme p on p.id = e.programme_id join organisation o on o.id = e.organisation_id where p.code = 'TEAMS' and o.code = 'comune-prato' and e.status in ('ACTIVE', 'COMPLETED') and e.gender like ?",
                gender);
    }

    private int everybody() {
        return count(
                "enrolment e join programme p on p.id = e.programme_id join organisation o on o.id = e.organisation_id where p.code = 'TEAMS' and o.code = 'comune-prato' and e.status in ('ACTIVE', 'COMPLETED')");
    }

    @Test
    void whoCoordinatesSetsDaysAndTargetsAndItIsWrittenDown() {
        Client coordinator = as("coordinamento");
        int written = count("trail where action = 'SET_TERMS'");
        assertThat(coordinator.get("/programmes/TEAMS").body())
                .contains("Durata, posti e obiettivi");

        Client.Page saved = set(coordinator, Map.of("target", "1200", "womenPercent", "50"));

        assertThat(saved.body())
                .contains("Salvato.")
                .contains("value=\"02/10/2018\"")
                .contains("value=\"1200\"");
        assertThat(coordinator.get("/programmes/TEAMS").body())
                .contains("al 31/12/2099. Decreto di prova")
                .contains("1200 persone")
                .contains("il 50% dell");
        assertThat(count("trail where action = 'SET_TERMS'")).isEqualTo(written + 1);
    }

    @Test
    void whatCannotBeRightComesBackAsItWasTyped() {
        Client coordinator = as("coordinamento");

        Client.Page wrong =
                set(
                        coordinator,
                        Map.of(
                                "runsFrom", "domani mattina",
                                "runsUntil", "1/1/2018",
                                "womenPercent", "120",
                                "extensionNote", ""));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("value=\"domani mattina\"")
                .contains("value=\"120\"")
                .contains("Scrivi l&#39;atto o il motivo della proroga.");
        assertThat(set(coordinator, Map.of("runsUntil", "1/1/2018")).body())
                .contains("viene prima del primo");
        assertThat(set(coordinator, Map.of("extendedUntil", "1/1/2019")).body())
                .contains("La proroga finisce dopo");
        assertThat(set(coordinator, Map.of("extendedUntil", "")).body())
                .contains("Scrivi fino a quando è prorogato");
        assertThat(set(coordinator, Map.of("runsFrom", "")).body())
                .contains("scrivi anche il primo");
    }

    @Test
    void nobodyIsLeftOutsideTheDays() {
        Client coordinator = as("coordinamento");
        int all =
                count(
                        "enrolment e join programme p on p.id = e.programme_id where p.code = 'TEAMS' and e.status in ('ACTIVE', 'COMPLETED')");

        Client.Page late = set(coordinator, Map.of("extendedUntil", "", "extensionNote", ""));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body())
                .contains("Già " + all + " persone sono iscritte dopo questo giorno");
        assertThat(set(coordinator, Map.of("runsFrom", "1/1/2098", "runsUntil", "1/2/2098")).body())
                .contains("Già " + all + " persone sono iscritte da prima di questo giorno");
    }

    @Test
    void placesAreSetByAreaAndGenderAndNeverBelowWhoIsThere() {
        Client coordinator = as("coordinamento");
        int women = enrolled("F");
        int men = enrolled("M");
        int total = everybody();
        int written = count("trail where action = 'SET_PLACES'");

        Client.Page few = places(coordinator, String.valueOf(total - 1), "");
        assertThat(few.status()).isEqualTo(422);
        assertThat(few.body())
                .contains("Sono già iscritte " + total + " persone")
                .contains("value=\"" + (total - 1) + "\"");
        assertThat(places(coordinator, "200", String.valueOf(women - 1)).body())
                .contains("Sono già iscritte " + women + " donne");
        assertThat(places(coordinator, "200", String.valueOf(200 - men + 1)).body())
                .contains("Sono già iscritti " + men + " uomini");
        assertThat(places(coordinator, "10", "11").body()).contains("sono più di quelli in tutto");
        assertThat(places(coordinator, "", "11").body()).contains("scrivi quanti sono in tutto");
        assertThat(places(coordinator, "tanti", "").body()).contains("value=\"tanti\"");
        assertThat(count("trail where action = 'SET_PLACES'")).isEqualTo(written);

        assertThat(places(coordinator, "210", "120").body())
                .contains("Salvato.")
                .contains(women + " su 120")
                .contains(men + " su 90");
        assertThat(coordinator.get("/programmes/TEAMS").body()).contains("su 410");
        assertThat(count("trail where action = 'SET_PLACES'")).isEqualTo(written + 1);
    }

    @Test
    void twoWhoCorrectAtOnceNoticeIt() {
        Client coordinator = as("coordinamento");
        Client colleague = as("coordinamento");
        String opened = coordinator.get(PRATO).body();
        places(colleague, "205", "");
        Map<String, String> form = new HashMap<>(Client.hidden(opened, PRATO));
        form.putAll(Map.of("places", "206", "womenPlaces", ""));

        Client.Page late = coordinator.send(PRATO, form);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Posti in tutto", "205", "206");
    }

    @Test
    void nobodyElseMay() {
        assertThat(as("coordinamento").get("/programmes/MELT").body())
                .doesNotContain("Durata, posti e obiettivi");
        assertThat(as("coordinamento").get("/programmes/MELT/terms").status()).isEqualTo(404);
        assertThat(as("coordinamento").get("/programmes/MELT/places/comune-prato").status())
                .isEqualTo(404);
        assertThat(as("coordinamento").get("/programmes/TEAMS/places/niente").status())
                .isEqualTo(404);
        assertThat(as("sportello.prato").get(TERMS).status()).isEqualTo(404);
        assertThat(as("admin").get(PRATO).status()).isEqualTo(404);
    }
}
