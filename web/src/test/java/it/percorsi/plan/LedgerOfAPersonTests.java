package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who coordinates finds one person in the hours of a programme, and the last of many budgets. */
class LedgerOfAPersonTests extends RunningApplication {

    private static final String LEDGER = "/programmes/TEAMS/hours";

    /** More people in the programme than a page of budgets has, with the least hours of all. */
    private static void crowd() {
        TRUTH.execute(
                """
                begin;
                set local session_replication_role = replica;
                create temp table crowd on commit drop as
                select gen_random_uuid() id, gen_random_uuid() enrolment, n, e.id copied, e.person_id
                from generate_series(1, 60) n, lateral (select n.* from enrolment n
                    join person p on p.id = n.person_id join programme g on g.id = n.programme_id
                    where p.family_name = 'Hoxha' and p.given_name = 'Arta' and g.code = 'TEAMS'
                      and n.status = 'ACTIVE' limit 1) e;
                insert into person select (jsonb_populate_record(p, jsonb_build_object('id', c.id, 'family_name',
                    'Folla', 'given_name', 'Numero' || lpad(c.n::text, 2, '0')))).*
                from crowd c join person p on p.id = c.person_id;
                insert into enrolment select (jsonb_populate_record(e, jsonb_build_object('id', c.enrolment,
                    'person_id', c.id))).* from crowd c join enrolment e on e.id = c.copied;
                insert into access_grant select (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(),
                    'person_id', c.id))).* from crowd c join access_grant g on g.person_id = c.person_id;
                insert into person_index select (jsonb_populate_record(i, jsonb_build_object('person_id', c.id))).*
                from crowd c join person_index i on i.person_id = c.person_id;
                insert into hour_budget (id, person_id, enrolment_id, minutes)
                select gen_random_uuid(), id, enrolment, 1 from crowd;
                commit
                """);
    }

    @AfterEach
    void theyGoAgain() {
        TRUTH.execute(
                """
                begin;
                set local session_replication_role = replica;
                delete from hour_extension where person_id in (select id from person where family_name = 'Folla');
                delete from hour_budget where person_id in (select id from person where family_name = 'Folla');
                delete from person_index where person_id in (select id from person where family_name = 'Folla');
                delete from enrolment where person_id in (select id from person where family_name = 'Folla');
                delete from access_grant where person_id in (select id from person where family_name = 'Folla');
                delete from person where family_name = 'Folla';
                commit
                """);
    }

    private static String only(UUID person) {
        return LEDGER + "?person=" + person;
    }

    /** The rows of a table of the page, by its caption. */
    private static List<String> rows(String body, String caption) {
        int from = body.indexOf(caption);
        return from < 0
                ? List.of()
                : Arrays.stream(body.substring(from, body.indexOf("</table>", from)).split("<tr>"))
                        .skip(2)
                        .toList();
    }

    private static List<String> hours(String body) {
        return rows(body, "Righe, dall");
    }

    private static List<String> budgets(String body) {
        return rows(body, "da chi ha meno ore");
    }

    @Test
    void aNameThatIsTypedLeadsToTheirHoursAloneAndStaysOutOfTheAddress() {
        Client coordination = as("coordinamento");
        UUID arta = person("Hoxha", "Arta");

        Client.Page page =
                coordination.post(
                        LEDGER, LEDGER, Map.of("q", "arta hoxha", "instrument", "ORIENTATION"));

        assertThat(page.body()).contains("Solo le ore di Hoxha Arta");
        assertThat(page.answer().uri().getRawQuery())
                .isEqualTo("instrument=ORIENTATION&person=" + arta);
        assertThat(hours(coordination.get(only(arta)).body()))
                .isNotEmpty()
                .allMatch(row -> row.contains("Hoxha Arta"));
        assertThat(budgets(page.body())).singleElement().asString().contains("Hoxha Arta");
    }

    @Test
    void whatIsTypedComesBackWhereNobodyOrMoreThanOneIsMeant() {
        Client coordination = as("coordinamento");
        crowd();

        assertThat(coordination.post(LEDGER, LEDGER, Map.of("q", "Zzyxwv Qqqq")).body())
                .contains("puoi vedere, corrisponde")
                .contains("value=\"Zzyxwv Qqqq\"");
        assertThat(coordination.post(LEDGER, LEDGER, Map.of("q", "??")).body())
                .contains("Non ho capito chi cercare");
        assertThat(coordination.post(LEDGER, LEDGER, Map.of("q", "Hoxha Arta")).body())
                .contains("Chi intendi?", "Folla Numero");
    }

    @Test
    void theFilesHoldThePersonThatIsChosenAndNobodyElse() throws Exception {
        Client coordination = as("coordinamento");
        UUID arta = person("Hoxha", "Arta");
        String query = "?person=" + arta;

        String csv =
                new String(
                        coordination.download(LEDGER + "/export.csv" + query).body(),
                        StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("Hoxha;"));
        assertThat(
                        new String(
                                coordination.download(LEDGER + "/export.csv").body(),
                                StandardCharsets.UTF_8))
                .hasSizeGreaterThan(csv.length());
        byte[] book = coordination.download(LEDGER + "/export.xlsx" + query).body();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            List<Row> lines = read.getFirstSheet().read();
            assertThat(lines).hasSize((int) csv.lines().count());
            assertThat(lines.stream().skip(1))
                    .allMatch(line -> line.getCellText(0).equals("Hoxha"));
        }
    }

    @Test
    void whoeverIsNotInTheProgrammeIsNotThere() {
        UUID outside =
                TRUTH.queryForObject(
                        "select p.id from person p where not exists (select 1 from enrolment e where e.person_id = p.id) order by p.registered_at limit 1",
                        UUID.class);

        assertThat(as("coordinamento").get(only(outside)).status()).isEqualTo(404);
        assertThat(as("coordinamento").get(LEDGER + "?person=nessuno").status()).isEqualTo(404);
    }

    @Test
    void everyBudgetIsOnSomePageWhichCostsTheSameAndHoursAreGivenFromEach() {
        Client coordination = as("coordinamento");
        int cost = cost(coordination, LEDGER);
        crowd();

        assertThat(cost(coordination, LEDGER)).isEqualTo(cost);
        String first = coordination.get(LEDGER).body();
        String next = next(first);
        String second = coordination.get(next).body();
        assertThat(budgets(first)).hasSize(50).allMatch(row -> row.contains("Folla"));
        assertThat(budgets(second).stream().filter(row -> row.contains("Folla"))).hasSize(10);
        assertThat(budgets(second).stream().filter(row -> row.contains("Hoxha Arta"))).hasSize(1);

        String last =
                TRUTH.queryForObject(
                        "select b.id::text from hour_budget b join person p on p.id = b.person_id where p.given_name = 'Numero60'",
                        String.class);
        Client.Page half =
                coordination.post(
                        next,
                        LEDGER + "/extensions",
                        Map.of(
                                "budget",
                                last,
                                "hours",
                                "2",
                                "afterBudget",
                                next.replaceAll(".*afterBudget=", "")));
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body()).containsPattern("value=\"" + last + "\" selected");
        coordination.post(
                next,
                LEDGER + "/extensions",
                Map.of("budget", last, "hours", "2", "reason", "Ultima della lista"));
        assertThat(count("hour_budget where id = ?::uuid and passed_minutes = 120", last)).isOne();
        assertThat(
                        count(
                                "trail where subject = 'hour-ledger' and (select p.id from person p where p.given_name = 'Numero60') = any (person_ids)"))
                .isPositive();
    }

    private int cost(Client client, String path) {
        client.get(path);
        int mark = statements.mark();
        assertThat(client.get(path).status()).isEqualTo(200);
        return statements.since(mark);
    }

    private static String next(String body) {
        Matcher link = Pattern.compile("rel=\"next\" href=\"([^\"]*)#monte-ore\"").matcher(body);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }
}
