package it.percorsi.together;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import it.percorsi.database.TestServer;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Two to five people write the same thing in every order there is. {@code -Dorders.every=1} plays
 * them all; without it all those of two and three people, and some of the others.
 */
class EditingTogetherTests extends CareCase {

    private static final Integer ASKED = Integer.getInteger("orders.every");
    private static final int EVERY = ASKED == null ? 1000 : ASKED;
    private static final List<Order> ORDERS =
            IntStream.rangeClosed(2, 5).mapToObj(Order::all).flatMap(List::stream).toList();

    private static final List<String> TEAM =
            List.of("sociale.prato", "cpi.prato", "sociale2.prato", "cpi2.prato", "cpi.prato");

    @Test
    void theOrdersAreAllThereAre() {
        assertThat(IntStream.rangeClosed(2, 5).mapToObj(Order::all).map(List::size))
                .containsExactly(4, 26, 236, 2752);
        assertThat(ORDERS).doesNotHaveDuplicates();
    }

    private void nobodyOverwritesAnybody(Edited thing, List<String> who) throws Exception {
        List<Client> people =
                who.stream()
                        .map(name -> new Client(address(), HttpClient.Redirect.NEVER).login(name))
                        .toList();
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(
                        TestServer.source("web_tests", "postgres").getConnection(), true);
        Referee referee = new Referee(new JdbcTemplate(connection), thing, people);
        long start = System.nanoTime();
        int played = 0;
        for (int i = 0; i < ORDERS.size(); i++) {
            if (i < 30 || i % EVERY == 0) {
                referee.play(ORDERS.get(i), i);
                played++;
            }
        }
        connection.destroy();
        if (ASKED != null) {
            System.out.printf(
                    "%s: %,d orders, %s, %,d ms, faults %s%n",
                    thing.table(),
                    played,
                    referee,
                    (System.nanoTime() - start) / 1_000_000,
                    referee.faults());
        }
        assertThat(referee.faults()).isEmpty();
    }

    @Test
    void anObjectiveOfAPlan() throws Exception {
        UUID plan = plan(inCare("Obiettivata", "333 000 8811"));

        nobodyOverwritesAnybody(
                new Edited(
                        "objective",
                        "select text, version, id from objective where plan_id = '%s' and ordinal = 1"
                                .formatted(plan),
                        "select",
                        "/objectives/%s",
                        "text",
                        Map.of("expectedResult", "Un contratto")),
                TEAM);
    }

    @Test
    void aNoteThatIsCorrected() throws Exception {
        UUID person = inCare("Contestata", "333 000 8812");
        String diary = "/people/" + person + "/diary";
        as("sociale.prato")
                .post(diary, diary, Map.of("section", "LABOUR", "body", "Da correggere"));

        nobodyOverwritesAnybody(
                new Edited(
                        "note",
                        """
                        select body, (select count(*) from note where person_id = n.person_id), id
                        from note n where person_id = '%s'
                            and not exists (select from note c where c.corrects_id = n.id)\
                        """
                                .formatted(person),
                        "delete from note where person_id = '%s' and corrects_id is not null"
                                .formatted(person),
                        diary + "/%s/correction",
                        "body",
                        Map.of()),
                TEAM);
    }

    @Test
    void anAreaOfAnAssessment() throws Exception {
        UUID person = inCare("Analizzata", "333 000 8813");
        String list = "/people/" + person + "/assessments";
        as("sociale.prato").post(list, list, Map.of("depth", "FIRST"));

        nobodyOverwritesAnybody(
                new Edited(
                        "assessment",
                        """
                        select coalesce(w.body, ''), coalesce(w.version, 0), a.id from assessment a
                        left join assessment_area w on w.assessment_id = a.id
                        where a.person_id = '%s' order by w.version desc nulls last limit 1\
                        """
                                .formatted(person),
                        "delete from assessment_area where person_id = '%s'".formatted(person),
                        "/assessments/%s/areas/WORK",
                        "situation",
                        Map.of("level", "3")),
                TEAM);
    }

    @Test
    void aLineOfASkillsReview() throws Exception {
        UUID person = inCare("Bilanciata", "333 000 8814");
        Client employment = as("cpi.prato");
        String all = "/people/" + person + "/skills";
        String review = employment.post(all, all, Map.of()).path();
        employment.post(
                review + "/lines?kind=WORK",
                review + "/lines",
                Map.of("kind", "WORK", "what", "Cuoca"));

        nobodyOverwritesAnybody(
                new Edited(
                        "skills_line",
                        """
                        select what, (select count(*) from skills_line where person_id = n.person_id), id
                        from skills_line n where person_id = '%s'
                            and not exists (select from skills_line c where c.replaces_id = n.id)\
                        """
                                .formatted(person),
                        "delete from skills_line where person_id = '%s' and replaces_id is not null"
                                .formatted(person),
                        review + "/lines/%s",
                        "what",
                        Map.of("kind", "WORK")),
                TEAM);
    }

    @Test
    void theDataOfAPerson() throws Exception {
        UUID person = open(as("sportello.prato"), "Indirizzata", Map.of("phone", "333 000 8815"));

        nobodyOverwritesAnybody(
                new Edited(
                        "person",
                        """
                        select coalesce(c.address, ''), c.version, p.id
                        from person p join person_contact c on c.person_id = p.id where p.id = '%s'\
                        """
                                .formatted(person),
                        "select",
                        "/people/%s/data",
                        "address",
                        Map.of(
                                "familyName", "Indirizzata",
                                "givenName", "Prova",
                                "bornOn", "12/3/1990",
                                "citizenship", "AL",
                                "language", "it")),
                Stream.of("sportello", "sociale", "sportello2", "sociale2", "sportello")
                        .map(desk -> desk + ".prato")
                        .toList());
    }
}
