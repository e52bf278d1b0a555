package it.percorsi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a verified rule blocks, what another only asks about, and what stays written. */
class EnrollingTests extends RunningApplication {

    private static final String REASON = "Visto il verbale del servizio sociale";
    private static final AtomicInteger PHONES = new AtomicInteger(10);

    private UUID opened(Client desk, String familyName, Map<String, String> others) {
        Map<String, String> form = new HashMap<>(others);
        form.put("phone", "+39 333 770 20" + PHONES.getAndIncrement());
        return open(desk, familyName, form);
    }

    private static Client.Page enrol(
            Client by, UUID id, String programme, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("programme", programme);
        form.put("need", "true");
        form.put("turnReason", "Chi aspetta lo sa");
        return by.post("/people/" + id + "/data", "/people/" + id + "/enrolments", form);
    }

    private static int inTheFiguresOf(String programme, UUID id) {
        return TRUTH.queryForObject(
                "select count(*) from enrolment e join programme p on p.id = e.programme_id where p.code = ? and e.person_id = ? and e.status in ('ACTIVE', 'COMPLETED')",
                Integer.class,
                programme,
                id);
    }

    @Test
    void anItalianIsServedForInformationAndNeverCounts() {
        Client desk = as("sportello.prato");
        UUID italian = opened(desk, "Servito", Map.of("citizenship", "IT"));
        String before = as("coordinamento").get("/programmes/TEAMS").body();

        assertThat(booked(desk, italian).body()).contains("Prenotato");
        assertThat(desk.get("/people/" + italian + "/enrolments?programme=TEAMS").body())
                .contains("Cittadinanza italiana")
                .contains("resta servita per le informazioni")
                .contains("non serve, per cittadinanza (Italia)")
                .contains("Registra la valutazione");
        enrol(desk, italian, "TEAMS", Map.of("reason", "insiste"));

        assertThat(inTheFiguresOf("TEAMS", italian)).isZero();
        assertThat(persons(as("coordinamento").get("/programmes/TEAMS").body()))
                .isEqualTo(persons(before));
        assertThat(as("coordinamento").get("/programmes/TEAMS/beneficiaries").body())
                .doesNotContain("Servito");
    }

    private static Client.Page booked(Client desk, UUID id) {
        String offer = "/people/" + id + "/booking?service=cpi-prato-orientamento";
        Matcher slot =
                Pattern.compile("name=\"slot\" value=\"([^\"]+)\"").matcher(desk.get(offer).body());
        assertThat(slot.find()).isTrue();
        return desk.post(
                offer,
                "/people/" + id + "/booking",
                Map.of(
                        "service",
                        "cpi-prato-orientamento",
                        "slot",
                        slot.group(1),
                        "reason",
                        "WORK"));
    }

    private static String persons(String page) {
        return page.replaceAll("(?s).*(Persone: \\d+ su \\d+).*", "$1");
    }

    @Test
    void whatTheFileLacksIsAskedForBeforeEnrolling() {
        Client desk = as("sportello.prato");
        UUID id = opened(desk, "Ignota", Map.of("citizenship", "ZZ", "language", "it"));

        assertThat(desk.get("/people/" + id + "/enrolments?programme=TEAMS").body())
                .contains("da registrare")
                .contains("Prima di iscriverla manca un dato")
                .doesNotContain("Iscrivi a TEAMS");
        Client.Page refused = enrol(desk, id, "TEAMS", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Cittadinanza non nota: va chiesta e scritta in Dati")
                .contains("Nessun permesso di soggiorno registrato");
        assertThat(count("enrolment where person_id = ?", id)).isZero();
    }

    @Test
    void anUnverifiedRuleIsPassedWithAReasonThatStays() {
        Client desk = as("sportello.prato");
        UUID id = opened(desk, "Motivata", Map.of());

        assertThat(desk.get("/people/" + id + "/enrolments?programme=SIIL").body())
                .contains("regola non verificata: avvisa soltanto")
                .contains("da chiedere")
                .contains("Perché va bene lo stesso");
        Client.Page without = enrol(desk, id, "SIIL", Map.of());
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("Scrivi perché va bene lo stesso");
        assertThat(inTheFiguresOf("SIIL", id)).isZero();

        Client.Page enrolled = enrol(desk, id, "SIIL", Map.of("reason", REASON));

        assertThat(enrolled.body())
                .contains("SIIL: iscrizione attiva")
                .contains("Motivo scritto quel giorno: " + REASON);
        assertThat(inTheFiguresOf("SIIL", id)).isEqualTo(1);
    }

    @Test
    void theSameRuleAnswersByItselfWhereTheNetworkKnowsAndTheViewerMaySee() {
        String standing = "/people/" + person("Zhang", "Wei") + "/enrolments?programme=SIIL";

        assertThat(as("sociale.prato").get(standing).body())
                .contains("In carico a Comune di Prato, dal")
                .contains("Segnalazione accolta da Commissione di Prato il")
                .contains("di solito consente di lavorare");
        assertThat(as("sportello.prato").get(standing).body())
                .contains("In carico a Comune di Prato, dal")
                .contains("Da qui non si vede una decisione della commissione")
                .doesNotContain("Segnalazione accolta");
    }

    @Test
    void meltEnrolsWhomItsOwnUnitSelected() {
        assertThat(as("coordinamento").get("/rules/MELT").body())
                .contains("le unità operative selezionano e prendono in carico le persone");
        assertThat(
                        as("sociale.prato")
                                .get(
                                        "/people/"
                                                + person("Zhang", "Wei")
                                                + "/enrolments?programme=MELT")
                                .body())
                .contains("Da qui non si vede una decisione della commissione")
                .doesNotContain("Segnalazione accolta da Commissione di Prato");
    }

    @Test
    void whoWasEnrolledBySocialServicesShowsTheDeskTheAnswerAlone() {
        assertThat(
                        as("sportello.prato")
                                .get("/people/" + person("Gjoka", "Elira") + "/enrolments")
                                .body())
                .contains("SIIL: iscrizione attiva")
                .contains("Decisione della commissione, come sta nella segnalazione")
                .doesNotContain("Commissione di Prato");
    }

    @Test
    void aSwissIsNotAskedForAPermit() {
        Client desk = as("sportello.prato");
        UUID id = opened(desk, "Elvetica", Map.of("citizenship", "CH"));

        assertThat(desk.get("/people/" + id + "/data").body())
                .doesNotContain("Registra il permesso");
        assertThat(desk.get("/people/" + id).body()).contains("non serve");
        assertThat(desk.get("/people/" + person("Hoxha", "Arta") + "/data").body())
                .contains("Registra il permesso");
    }

    @Test
    void aBirthYearAloneIsAskedAboutAndNeverASilentNo() {
        Client desk = as("sportello.prato");
        UUID id =
                opened(
                        desk,
                        "Circa",
                        Map.of("bornOn", String.valueOf(LocalDate.now(Rome.ZONE).getYear() - 66)));
        desk.post(
                "/people/" + id + "/data", "/people/" + id + "/permits", Map.of("kind", "FAMILY"));

        assertThat(desk.get("/people/" + id + "/enrolments?programme=TEAMS").body())
                .contains("potrebbe avere 66 anni o uno di meno")
                .contains("Può essere iscritta, ma qualcosa resta da chiedere");
    }

    @Test
    void aProgrammeThatDoesNotRunOrThatTheBodyIsNotInEnrolsNobody() {
        Client desk = as("sportello.prato");
        UUID id = opened(desk, "Altrove", Map.of());

        assertThat(enrol(desk, id, "MELT", Map.of("reason", "x")).body())
                .contains("Il progetto è concluso");
        assertThat(enrol(desk, id, "NET-MET", Map.of("reason", "x")).body())
                .contains("I documenti non dicono da quando");
        Client lucca = as("sportello.lucca");
        UUID perera = person("Perera", "Nimal");
        assertThat(lucca.get("/people/" + perera + "/enrolments?programme=SIIL").body())
                .contains("Il tuo ente non iscrive persone in questo progetto");
        assertThat(enrol(lucca, perera, "SIIL", Map.of("reason", "x")).body())
                .contains("Il tuo ente non prende in carico persone in questo progetto");
    }

    @Test
    void whoLeavesFreesAPlaceAndMayComeBackAndWhoCompletesKeepsCounting() {
        Client social = as("sociale.prato");
        UUID id = opened(social, "Lasciante", Map.of());
        enrol(social, id, "SIIL", Map.of("reason", REASON));
        String page = "/people/" + id + "/enrolments";
        UUID first = enrolment(id);

        assertThat(ends(social, page, first, "departure", " ").status()).isEqualTo(409);
        assertThat(ends(social, page, first, "departure", "Ha trovato lavoro").body())
                .contains("SIIL: uscita dal progetto")
                .doesNotContain("Segna il percorso come completato");
        assertThat(inTheFiguresOf("SIIL", id)).isZero();
        assertThat(social.get("/people/" + id + "/diary").body())
                .contains("Uscita dal progetto:")
                .contains("Ha trovato lavoro");

        enrol(social, id, "SIIL", Map.of("reason", REASON));
        assertThat(ends(social, page, enrolment(id), "completion", "").body())
                .contains("SIIL: percorso completato");
        assertThat(inTheFiguresOf("SIIL", id)).isOne();
        assertThat(ends(social, page, first, "completion", "").status()).isEqualTo(409);
    }

    @Test
    void howAnEnrolmentEndsIsSaidByTheBodyItIsWith() {
        Client desk = as("sportello.prato");
        UUID id = opened(desk, "Altruista", Map.of());
        enrol(desk, id, "SIIL", Map.of("reason", REASON));
        UUID enrolment = enrolment(id);
        TRUTH.update(
                "update enrolment set organisation_id = (select id from organisation where code = 'comune-lucca') where id = ?",
                enrolment);
        String page = "/people/" + id + "/enrolments";

        assertThat(desk.get(page).body())
                .contains("SIIL: iscrizione attiva")
                .doesNotContain("Registra l&#39;uscita");
        assertThat(ends(desk, page, enrolment, "completion", "").status()).isEqualTo(409);
    }

    private static UUID enrolment(UUID person) {
        return TRUTH.queryForObject(
                "select id from enrolment where person_id = ? order by id desc limit 1",
                UUID.class,
                person);
    }

    private static Client.Page ends(
            Client by, String page, UUID enrolment, String how, String why) {
        return by.post(page, "/enrolments/" + enrolment + "/" + how, Map.of("note", why));
    }
}
