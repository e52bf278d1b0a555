package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A coordinator sets a panel up, the secretary of its body says who sits in it. */
class KeepingPanelsTests extends PanelCase {

    private static String day(int fromToday) {
        LocalDate today = Rome.day(Instant.now());
        return today.plusDays(fromToday).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    private static Map<String, String> somebody(String name, String since) {
        return Map.of(
                "member",
                name,
                "memberBody",
                "Servizi per il lavoro",
                "seat",
                "LABOUR_SERVICES",
                "account",
                "",
                "since",
                since);
    }

    @Test
    void aCoordinatorSetsAPanelUpForAProgramme() {
        Client coordinator = as("coordinamento");
        String page = "/programmes/TEAMS/panels";
        Map<String, String> typed =
                Map.of(
                        "kind",
                        "OPERATING_UNIT",
                        "panelName",
                        "Unità di prova",
                        "panelBody",
                        TRUTH.queryForObject(
                                "select id::text from organisation where code = 'comune-pistoia'",
                                String.class),
                        "quorum",
                        "2");
        assertThat(coordinator.post(page, page, Map.of("quorum", "molti")).status()).isEqualTo(422);

        assertThat(coordinator.post(page, page, typed).body())
                .contains("Unità di prova")
                .contains("non basta");
        assertThat(coordinator.post(page, page, typed).body())
                .contains("ha già una commissione con questo nome");
        assertThat(as(SECRETARY).get("/panels").body()).contains("Unità di prova");
        assertThat(as("commissione.prato").get("/panels").body()).doesNotContain("Unità di prova");
        assertThat(coordinator.get("/panels").status()).isEqualTo(404);
        assertThat(as(SECRETARY).get(page).status()).isEqualTo(404);
    }

    @Test
    void theCompositionHasDatesAndWhatWasHeldStays() {
        UUID panel = panel("Unità delle date", false);
        String page = "/panels/" + panel;
        Client secretary = as(SECRETARY);

        assertThat(secretary.post(page, page + "/members", somebody("", "ieri")).status())
                .isEqualTo(422);
        secretary.post(page, page + "/members", somebody("Zoe Futura", day(1)));
        UUID today = sitting(panel);
        assertThat(secretary.get("/sittings/" + today).body())
                .contains("Pia Esterni")
                .doesNotContain("Zoe Futura");
        assertThat(
                        secretary
                                .post(
                                        "/sittings/" + today,
                                        "/sittings/" + today + "/opening",
                                        Map.of("present", member(panel, "Zoe Futura").toString()))
                                .body())
                .contains("chi quel giorno non fa parte della commissione");

        open(today, panel, "Pia Esterni");
        assertThat(leave(secretary, panel, "Pia Esterni", day(-1)))
                .contains("è stato presente a una seduta");
        assertThat(leave(secretary, panel, "Pia Esterni", day(0))).contains("Salvato");
        assertThat(leave(secretary, panel, "Zoe Futura", day(0)))
                .contains("viene prima di quello in cui comincia");
    }

    private static String leave(Client secretary, UUID panel, String name, String lastDay) {
        String page = "/panels/" + panel;
        return secretary
                .post(
                        page,
                        page + "/departures",
                        Map.of(
                                "leaving",
                                TRUTH.queryForObject(
                                        "select id::text from panel_member where panel_id = ? and name = ?",
                                        String.class,
                                        panel,
                                        name),
                                "lastDay",
                                lastDay))
                .body();
    }

    private void open(UUID sitting, UUID panel, String name) {
        TRUTH.update("update sitting set status = 'OPEN', opened_at = now() where id = ?", sitting);
        TRUTH.update(
                "insert into attendance values (?, ?, ?)", sitting, panel, member(panel, name));
    }

    @Test
    void theQuorumChangesFromADayOnAndOnlyFromAfterTheLastSitting() {
        UUID panel = panel("Unità del numero", false);
        String page = "/panels/" + panel;
        Client secretary = as(SECRETARY);
        open(sitting(panel), panel);

        assertThat(
                        secretary
                                .post(
                                        page,
                                        page + "/quorums",
                                        Map.of("needed", "3", "neededFrom", day(0)))
                                .body())
                .contains("si è già tenuta una seduta");
        assertThat(
                        secretary
                                .post(
                                        page,
                                        page + "/quorums",
                                        Map.of("needed", "3", "neededFrom", day(1)))
                                .body())
                .contains("Numero legale oggi: 2.")
                .contains("3 dal " + day(1));
        assertThat(secretary.post(page, page + "/voting", Map.of("votes", "true")).body())
                .contains("I componenti votano su ogni caso");
    }

    @Test
    void anotherBodysPanelIsNotThere() {
        UUID panel = panel("Unità altrui", false);
        String page = "/panels/" + panel;
        Client prato = as("commissione.prato");
        String own =
                "/panels/"
                        + TRUTH.queryForObject(
                                "select id from panel where code = 'commissione-prato'",
                                UUID.class);

        assertThat(prato.get(page).status()).isEqualTo(404);
        assertThat(prato.post(own, page + "/members", somebody("Intrusa", day(0))).status())
                .isEqualTo(404);
        assertThat(prato.post(own, page + "/voting", Map.of("votes", "true")).status())
                .isEqualTo(404);
        assertThat(as(MEMBER).get(page).status()).isEqualTo(404);
    }
}
