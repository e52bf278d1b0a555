package it.percorsi.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A desk asks a cooperative for a mediator, and the hours are counted where they are paid. */
class MediationTests extends RunningApplication {

    private static final String NEW = "/agenda/mediation/new";
    private static final String ALL = "/agenda/mediation";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");

    private static UUID id(String sql) {
        return TRUTH.queryForObject(sql, UUID.class);
    }

    private static Map<String, String> wanted(int days, String at) {
        LocalDate day = Rome.day(Instant.now()).plusDays(days);
        return new HashMap<>(
                Map.of(
                        "language",
                        "ur",
                        "topic",
                        "HEALTH",
                        "manner",
                        "IN_PERSON",
                        "onDay",
                        DAY.format(day),
                        "starts",
                        at,
                        "minutes",
                        "90",
                        "place",
                        "Sportello di via Roma",
                        "asked",
                        id("select id from organisation where code = 'coop-mediazione-prato'")
                                .toString(),
                        "programme",
                        id("select id from programme where code = 'TEAMS'").toString(),
                        "appointment",
                        ""));
    }

    private static Map<String, String> goes() {
        return Map.of(
                "mediator", id("select id from resource where code = 'mediatore-urdu'").toString());
    }

    @Test
    void fromTheRequestToTheHoursOfTheProgramme() {
        Client desk = as("sportello.prato");
        Client mediator = as("mediazione.prato");

        String request = desk.post(NEW, ALL, wanted(70, "15.00")).path();
        assertThat(mediator.get(ALL).body()).contains("Urdu", "Comune di Prato", "chiesta");
        assertThat(mediator.get(request).body())
                .contains("Sportello di via Roma", "salute", "90 minuti");

        assertThat(mediator.post(request, request + "/acceptance", goes()).body())
                .contains("accettata", "Mediazione urdu");
        assertThat(count("booking where mediation_id = ? and held", asked(request))).isOne();
        assertThat(desk.get(request).body()).contains("Mediazione urdu").doesNotContain("Minuti");

        // The day has come.
        TRUTH.execute(
                "begin; set local session_replication_role = replica; update mediation_request set starts_at = now() - interval '2 hours' where id = '%s'; commit"
                        .formatted(asked(request)));
        Client coordinator = as("coordinamento");
        int before = minutes(coordinator);
        assertThat(mediator.post(request, request + "/delivery", Map.of("given", "75")).body())
                .contains("svolta", "75");

        assertThat(minutes(coordinator)).isEqualTo(before + 75);
        assertThat(
                        new String(
                                coordinator
                                        .download("/programmes/TEAMS/mediation/export.csv")
                                        .body(),
                                StandardCharsets.UTF_8))
                .contains(";su richiesta;presente;");
        assertThat(count("trail where subject_id = ? and subject = 'mediation'", asked(request)))
                .isEqualTo(3);
        assertThat(count("mediation_step where request_id = ?", asked(request))).isEqualTo(3);
    }

    private static UUID asked(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static int minutes(Client coordinator) {
        return new String(
                        coordinator.download("/programmes/TEAMS/mediation/export.csv").body(),
                        StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .mapToInt(line -> Integer.parseInt(line.split(";")[5]))
                .sum();
    }

    @Test
    void aMediatorIsNotInTwoPlacesAtOnce() {
        Client desk = as("sportello.prato");
        Client mediator = as("mediazione.prato");
        String one = desk.post(NEW, ALL, wanted(71, "15.00")).path();
        String other = desk.post(NEW, ALL, wanted(71, "16.00")).path();
        mediator.post(one, one + "/acceptance", goes());

        Client.Page refused = mediator.post(other, other + "/acceptance", goes());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("già impegnata o assente");
        assertThat(mediator.get(other).body()).contains("chiesta");

        // Who asked does not need it any more: the time is free for the other.
        desk.post(one, one + "/withdrawal", Map.of("note", "La persona parla italiano"));
        assertThat(mediator.get(one).body()).contains("La persona parla italiano", "ritirata");
        assertThat(mediator.post(other, other + "/acceptance", goes()).body())
                .contains("accettata");
    }

    @Test
    void whatWasTypedComesBackWithWhatIsWrong() {
        Client desk = as("sportello.prato");
        Map<String, String> typed = wanted(-1, "9.00");
        typed.put("minutes", "tanti");
        typed.put("place", "Scuola di via Verdi");

        Client.Page back = desk.post(NEW, ALL, typed);

        assertThat(back.status()).isEqualTo(422);
        assertThat(back.body()).contains("Scuola di via Verdi", "value=\"tanti\"", "già passato");
    }

    @Test
    void aProgrammeThatIsOverByThenPaysNothing() {
        Client desk = as("sportello.prato");

        Client.Page back = desk.post(NEW, ALL, wanted(3000, "9.00"));

        assertThat(back.status()).isEqualTo(422);
        assertThat(back.body()).contains("non è in corso", "Sportello di via Roma");
    }

    @Test
    void anAppointmentAsksForItsMediationOnceAndSaysIfItMoves() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Mediata", Map.of("phone", "333 000 8391", "language", "ur"));
        String booking = "/people/" + person + "/booking?service=cpi-prato-orientamento";
        String slot =
                java.util.regex.Pattern.compile("name=\"slot\" value=\"([^\"]+)\"")
                        .matcher(desk.get(booking).body())
                        .results()
                        .map(found -> found.group(1))
                        .toList()
                        .getLast();
        String appointment =
                desk.post(
                                booking,
                                "/people/" + person + "/booking",
                                new HashMap<>(
                                        Map.of(
                                                "service",
                                                "cpi-prato-orientamento",
                                                "slot",
                                                slot,
                                                "reason",
                                                "WORK",
                                                "without",
                                                "WITHOUT")))
                        .path();
        UUID id = UUID.fromString(appointment.split("/")[2]);
        String form = NEW + "?appointment=" + id;

        Client.Page begun = desk.get(form);
        assertThat(begun.body()).contains(id.toString()).doesNotContain("Mediata");
        Map<String, String> wanted = wanted(72, "11.00");
        wanted.put("appointment", id.toString());
        String request = desk.post(form, ALL, wanted).path();

        assertThat(desk.get(form).path()).isEqualTo(request);
        assertThat(desk.get(request).body()).contains("spostato o annullato");
        assertThat(as("mediazione.prato").get(request).body())
                .doesNotContain("Mediata", "spostato o annullato");
    }

    @Test
    void whoIsAskedHasMediatorsAndWhoGoesSpeaksTheLanguage() {
        Client desk = as("sportello.prato");
        Map<String, String> typed = wanted(74, "15.00");
        typed.put("asked", id("select id from organisation where code = 'cpi-prato'").toString());

        Client.Page nobody = desk.post(NEW, ALL, typed);

        assertThat(nobody.status()).isEqualTo(409);
        assertThat(nobody.body()).contains("non ha mediatori");

        String request = desk.post(NEW, ALL, wanted(74, "15.00")).path();
        String arabic = id("select id from resource where code = 'mediatore-arabo'").toString();
        Client.Page other =
                as("mediazione.prato")
                        .post(request, request + "/acceptance", Map.of("mediator", arabic));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("in questa lingua per il tuo ente");
    }

    @Test
    void whoIsOfNeitherSideFindsNothing() {
        String request = as("sportello.prato").post(NEW, ALL, wanted(73, "15.00")).path();

        assertThat(as("sportello.pistoia").get(request).status()).isEqualTo(404);
    }
}
