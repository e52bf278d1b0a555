package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the booked hour to the reported one, through the paper that was signed. */
class HourSheetTests extends RunningApplication {

    private UUID planOf(String familyName) {
        return TRUTH.queryForObject(
                "select l.id from plan l join person p on p.id = l.person_id where p.family_name = ? limit 1",
                UUID.class,
                familyName);
    }

    private static Map<String, String> hour(UUID plan, String day, String time, String how) {
        return Map.of(
                "support",
                TRUTH.queryForObject(
                        "select id::text from support where plan_id = ? order by id limit 1",
                        String.class,
                        plan),
                "day",
                day,
                "time",
                time,
                "minutes",
                "60",
                "topic",
                "Bilancio " + day,
                "how",
                how);
    }

    private UUID recorded(Client by, UUID plan, String day, String time, String how) {
        Client.Page page =
                by.post(
                        "/plans/" + plan,
                        "/plans/" + plan + "/encounters",
                        hour(plan, day, time, how));
        assertThat(page.status()).isEqualTo(200);
        return TRUTH.queryForObject(
                "select id from encounter where plan_id = ? and topic = ?",
                UUID.class,
                plan,
                "Bilancio " + day);
    }

    private String status(UUID hour) {
        return TRUTH.queryForObject(
                "select status from encounter where id = ?", String.class, hour);
    }

    private static Map<String, String> of(String... pairs) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    private static Client.Page move(Client by, UUID hour, String... fields) {
        return by.post("/hours/" + hour, "/hours/" + hour + "/moves", of(fields));
    }

    @Test
    void aBookedHourIsMissedWithAReasonAndTakenBack() {
        Client cpi = as("cpi.prato");
        UUID plan = planOf("Hoxha");
        UUID hour = recorded(cpi, plan, "7/1/2026", "7.00", "BOOK");

        assertThat(move(cpi, hour, "move", "MISS", "absence", "UNJUSTIFIED").status())
                .isEqualTo(422);
        move(cpi, hour, "move", "MISS", "absence", "UNJUSTIFIED", "note", "Non ha avvisato");
        assertThat(status(hour)).isEqualTo("ABSENT");
        assertThat(cpi.get("/hours/" + hour).body()).contains("Non ha avvisato");
        assertThat(count("encounter where id = ? and counted = 0", hour)).isOne();
        move(cpi, hour, "move", "REOPEN");
        move(cpi, hour, "move", "UNBOOK");
        move(cpi, hour, "move", "CANCEL");

        assertThat(status(hour)).isEqualTo("CANCELLED");
        String diary =
                "/people/"
                        + TRUTH.queryForObject(
                                "select person_id from encounter where id = ?", UUID.class, hour)
                        + "/diary?kind=hours";
        assertThat(cpi.get(diary).body())
                .containsSubsequence(
                        "Ora tornata prevista",
                        "Ora riportata a prenotata",
                        "Assenza a un&#39;ora del piano:",
                        "Non ha avvisato",
                        "Ora prenotata:",
                        "Bilancio 7/1/2026");
        assertThat(as("sportello.prato").get(diary).body()).doesNotContain("Non ha avvisato");
    }

    @Test
    void aPlanDoesNotEndWhileAnHourIsBookedNorIsOneBookedAfterIt() {
        Client cpi = as("cpi.prato");
        UUID plan = planOf("Hoxha");
        UUID hour = recorded(cpi, plan, "9/1/2026", "21.00", "BOOK");
        String page = "/plans/" + plan;

        Client.Page refused = as("sociale.prato").post(page, page + "/conclusion", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Ci sono ore prenotate");
        assertThatThrownBy(() ->
                        TRUTH.update("update plan set status = 'CONCLUDED' where id = ?", plan))
                .hasStackTraceContaining("plan_expects_no_hour");
        move(cpi, hour, "move", "UNBOOK");
        move(cpi, hour, "move", "CANCEL");
        assertThatThrownBy(() ->
                        TRUTH.execute(
                                """
                                do $$ declare
                                    l uuid := (select plan_id from encounter group by plan_id
                                        having bool_and(status <> 'BOOKED') limit 1);
                                begin
                                    update plan set status = 'INTERRUPTED' where id = l;
                                    insert into encounter select (jsonb_populate_record(e, jsonb_build_object(
                                        'id', gen_random_uuid(), 'status', 'BOOKED', 'counted', 0,
                                        'on_day', '2031-01-01', 'absence', null, 'sheet_id', null,
                                        'corrects_id', null))).*
                                    from encounter e where plan_id = l limit 1;
                                end $$\
                                """))
                .hasStackTraceContaining("hour_of_a_plan_that_goes_on");
    }

    @Test
    void theRefusalNamesTheTimeAndWhoPaysTheOther() {
        Client cpi = as("cpi.prato");
        UUID plan = planOf("Hoxha");
        recorded(cpi, plan, "8/1/2026", "7.00", "BOOK");

        Client.Page refused =
                as("sociale.prato")
                        .post(
                                "/plans/" + plan,
                                "/plans/" + plan + "/encounters",
                                hour(plan, "8/1/2026", "7.30", "BOOK"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Dalle 7.00 alle 8.00").contains("FAMI 2014-2020");
    }

    private static Client.Page brings(Client by, String sheet, String content) {
        return by.upload(
                sheet,
                sheet + "/scan",
                Map.of(),
                "foglio.pdf",
                content.getBytes(StandardCharsets.UTF_8));
    }

    private static final String SCAN = "%PDF-1.7 firme %%EOF";

    @Test
    void aSheetIsClosedBySomebodyElseThanWhoGaveTheHours() {
        Client cpi = as("cpi.prato");
        UUID plan = planOf("Hoxha");
        UUID signed = recorded(cpi, plan, "5/2/2025", "7.00", "DELIVER");
        UUID unsigned = recorded(cpi, plan, "6/2/2025", "7.00", "DELIVER");
        Client.Page sheet =
                cpi.post("/hours/" + signed, "/hours/" + signed + "/sheet", of("span", "month"));

        assertThat(sheet.body()).contains("Foglio firme").doesNotContain("Chiudi e convalida");
        Client social = as("sociale.prato");
        assertThat(social.get(sheet.path()).body()).doesNotContain("Chiudi e convalida");
        assertThat(brings(social, sheet.path(), "una lettera").body())
                .contains("non è un PDF, un JPEG o un PNG intero");
        brings(cpi, sheet.path(), SCAN);
        assertThat(cpi.get(sheet.path()).body()).doesNotContain("Chiudi e convalida");
        assertThat(social.get(sheet.path()).body()).contains("Chiudi e convalida");
        Client.Page closed =
                social.post(
                        sheet.path(),
                        sheet.path() + "/closing",
                        of(
                                "line", signed.toString(),
                                "signatures", "1",
                                "archive", "Faldone 3, prot. 12/2025"));

        assertThat(closed.body()).contains("Faldone 3, prot. 12/2025");
        assertThat(social.download(sheet.path() + "/scan").body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(SCAN);
        assertThat(brings(social, closed.path(), SCAN).status()).isEqualTo(409);
        assertThat(status(signed)).isEqualTo("VALIDATED");
        assertThat(status(unsigned)).isEqualTo("DELIVERED");
        assertThat(count("encounter where id = ? and sheet_id is null", unsigned)).isOne();
        assertThat(move(social, signed, "move", "REOPEN").status()).isEqualTo(409);
    }

    @Test
    void aGroupIsRecordedForAllOrForNobodyAndCountsOnceInTheTimesheet() {
        Client social = as("sociale.prato");
        int before = count("encounter");

        Client.Page none =
                social.post(
                        "/hours/group?instrument=PROCEDURE_HELP",
                        "/hours/group",
                        of(
                                "instrument", "PROCEDURE_HELP",
                                "day", "9/1/2026",
                                "time", "7.00",
                                "minutes", "300",
                                "topic", "Pratiche",
                                "people", supportOf("Chen", "PROCEDURE_HELP")));
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.body()).contains("Niente è stato fatto").contains("restano 0 h 30 min");
        assertThat(count("encounter")).isEqualTo(before);
        UUID one = UUID.fromString(supportOf("El Amrani", "ITALIAN_COURSE"));
        UUID other = UUID.fromString(supportOf("Hoxha", "ITALIAN_COURSE"));
        StringBuilder body =
                new StringBuilder(
                        "instrument=ITALIAN_COURSE&day=12/1/2021&time=7.00&minutes=90&topic=Contratti&people="
                                + one
                                + "&people="
                                + other);
        social.seal("/hours/group?instrument=ITALIAN_COURSE", "/hours/group")
                .forEach((name, value) ->
                        body.append('&').append(name).append('=').append(Client.encode(value)));
        social.sendBody("/hours/group", body.toString());

        assertThat(count("encounter where support_id in (?, ?) and minutes = 90", one, other))
                .isEqualTo(2);
        assertThat(social.get("/hours?month=2021-01").body())
                .contains("In tutto 1 h 30 min in 1 incontri")
                .doesNotContain("Hoxha");
        assertThat(social.get("/hours/timesheet.csv?month=2021-01").body())
                .contains("12/01/2021;7.00;90;Corso di italiano;2;0;0;");
        assertThat(social.get("/hours?month=gennaio").status()).isEqualTo(404);
    }

    private static String supportOf(String familyName, String instrument) {
        return TRUTH.queryForObject(
                "select s.id::text from support s join person p on p.id = s.person_id where p.family_name = ? and s.instrument = ? limit 1",
                String.class,
                familyName,
                instrument);
    }

    @Test
    void theCoordinationReadsPassesAndFreezesAndACorrectionIsALineOfItsOwn() {
        Client cpi = as("cpi.prato");
        UUID plan = planOf("Hoxha");
        UUID hour = recorded(cpi, plan, "4/3/2020", "7.00", "DELIVER");
        Client coordination = as("coordinamento");
        String ledger = "/programmes/TEAMS/hours";
        Map<String, String> march = of("fromDay", "1/3/2020", "untilDay", "31/3/2020");

        Client.Page early = coordination.post(ledger, ledger + "/periods", march);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("non ancora convalidate");
        String sheet =
                cpi.post("/hours/" + hour, "/hours/" + hour + "/sheet", of("span", "encounter"))
                        .path();
        brings(cpi, sheet, SCAN);
        as("sociale.prato")
                .post(
                        sheet,
                        sheet + "/closing",
                        of("line", hour.toString(), "signatures", "1", "archive", "prot. 1/2020"));
        Client.Page frozen = coordination.post(ledger, ledger + "/periods", march);

        assertThat(frozen.body()).contains("Dal 01/03/2020 al 31/03/2020");
        assertThat(status(hour)).isEqualTo("REPORTED");
        Client.Page late =
                cpi.post(
                        "/plans/" + plan,
                        "/plans/" + plan + "/encounters",
                        hour(plan, "5/3/2020", "7.00", "DELIVER"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("periodo già rendicontato");
        cpi.post(
                "/hours/" + hour,
                "/hours/" + hour + "/corrections",
                of("minutes", "15", "way", "less", "note", "Finito prima"));
        assertThat(count("encounter where corrects_id = ? and counted = -15", hour)).isOne();
        assertThat(count("encounter where id = ? and counted = 60", hour)).isOne();
        Client.Page tooMuch =
                cpi.post(
                        "/hours/" + hour,
                        "/hours/" + hour + "/corrections",
                        of("minutes", "50", "way", "less", "note", "Ancora"));
        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.body()).contains("più di quello che la riga ha");

        assertThat(coordination.get(ledger + "?month=2020-03").body())
                .contains("Hoxha Arta")
                .contains("rendicontata")
                .doesNotContain("Bilancio 4/3/2020");
        assertThat(coordination.get(ledger + "/export.csv?month=2020-03").body())
                .contains("Hoxha;Arta;04/03/2020;7.00;60;60;rendicontata");
        assertThat(coordination.get(ledger + "/two-funds").body())
                .contains("pagate da due fondi: 0");
        assertThat(coordination.get("/programmes/MELT/hours").status()).isEqualTo(404);
    }

    @Test
    void moreThanTheBudgetIsPassedWithAReasonThatThePlanShows() {
        Client coordination = as("coordinamento");
        String ledger = "/programmes/TEAMS/hours";
        UUID budget =
                TRUTH.queryForObject(
                        "select budget_id from plan where id = ?", UUID.class, planOf("Ahmed"));

        assertThat(
                        coordination
                                .post(
                                        ledger,
                                        ledger + "/extensions",
                                        of("budget", budget.toString(), "hours", "2"))
                                .status())
                .isEqualTo(422);
        coordination.post(
                ledger,
                ledger + "/extensions",
                of("budget", budget.toString(), "hours", "2", "reason", "Corso prolungato"));

        assertThat(as("sociale2.prato").get("/plans/" + planOf("Ahmed")).body())
                .contains("36 h e 2 h oltre")
                .contains("Corso prolungato");
    }
}
