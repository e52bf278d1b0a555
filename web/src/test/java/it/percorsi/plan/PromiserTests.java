package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who promises: the person, somebody of the team, or somebody from outside. */
class PromiserTests extends CareCase {

    private static final String TODAY =
            LocalDate.now(Rome.ZONE).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));

    private Client social;

    @BeforeEach
    void somebodyWrites() {
        social = as("sociale.prato");
    }

    private static UUID first(UUID plan) {
        return TRUTH.queryForObject(
                "select id from objective where plan_id = ? and ordinal = 1", UUID.class, plan);
    }

    private static UUID member(UUID person, String username) {
        return TRUTH.queryForObject(
                """
                select t.id from team_member t join operator o on o.id = t.operator_id
                where t.person_id = ? and o.username = ? and t.status = 'JOINED'\
                """,
                UUID.class,
                person,
                username);
    }

    private Client.Page promise(UUID objective, String promiser, String who, String what) {
        String page = "/objectives/" + objective;
        return social.post(
                page,
                page + "/commitments",
                Map.of("promiser", promiser, "who", who, "commitment", what, "dueOn", "1/3/2031"));
    }

    @Test
    void somebodyOfTheTeamIsChosenAndStaysInWhatWasSigned() {
        UUID person = inCare("Promessa", "333 000 8121");
        UUID plan = plan(person);
        UUID objective = first(plan);
        UUID colleague = member(person, "cpi.prato");
        String page = "/plans/" + plan;

        Client.Page made = promise(objective, colleague.toString(), "", "Telefona alle aziende");

        assertThat(made.body()).contains("Andrea Sanesi").contains("Telefona alle aziende");
        assertThat(
                        count(
                                "commitment where objective_id = ? and member_id = ? and who is null and not by_person",
                                objective,
                                colleague))
                .isOne();
        promise(objective, "PERSON", "", "Scrive il curriculum");
        promise(objective, "", "Ines, la sorella", "Tiene i bambini");
        promise(objective, "", "la persona", "Va a scuola");
        assertThat(count("commitment where objective_id = ? and by_person", objective))
                .isEqualTo(3);
        assertThat(social.get(page).body())
                .containsPattern("Andrea Sanesi, [^:<]+: Telefona alle aziende")
                .contains("La persona: Scrive il curriculum")
                .contains("Ines, la sorella: Tiene i bambini");
        social.post(
                page,
                page + "/proposal",
                Map.of("explainedOn", TODAY, "explainedIn", "sq", "explainedWith", ""));
        social.post(
                page,
                page + "/signature",
                Map.of("signedOn", TODAY, "signedHow", "PAPER", "signatories", "Promessa Prova"));

        String team = "/people/" + person + "/team";
        social.post(
                team,
                "/cases/members/" + colleague + "/leaving",
                Map.of("note", "Cambia incarico"));

        assertThat(social.get(page + "/editions/1").body())
                .containsPattern("Andrea Sanesi, [^:<]+: Telefona alle aziende");
        assertThat(social.get(page).body())
                .containsPattern("Andrea Sanesi, [^:<]+: Telefona alle aziende");
    }

    @Test
    void oneIsChosenOrWrittenAndNothingTypedIsLost() {
        UUID plan = plan(inCare("Indecisa", "333 000 8122"));

        Client.Page both = promise(first(plan), "PERSON", "Ines", "Impegno da tenere");
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body())
                .contains("Scegli dall&#39;elenco oppure scrivi un nome, non tutti e due.")
                .contains("value=\"Ines\"")
                .contains("value=\"Impegno da tenere\"")
                .contains("<option value=\"PERSON\" selected");
        Client.Page none = promise(first(plan), "", "", "Impegno da tenere");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("Impegno da tenere");
        assertThat(count("commitment where text = 'Impegno da tenere'")).isZero();
    }

    @Test
    void nobodyPromisesFromTheTeamOfAnotherCase() {
        UUID plan = plan(inCare("Propria", "333 000 8123"));
        UUID elsewhere = inCare("Altrove", "333 000 8124");
        UUID member = member(elsewhere, "cpi.prato");

        Client.Page refused = promise(first(plan), member.toString(), "", "Da un altro caso");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Chi hai scelto non è nell&#39;équipe di questo caso.")
                .contains("Da un altro caso");
        String raw =
                "insert into commitment (id, objective_id, person_id, member_id, who, text) select gen_random_uuid(), o.id, o.person_id, ?, ?, 'x' from objective o where o.id = ?";
        assertThatThrownBy(() -> TRUTH.update(raw, member, null, first(plan)))
                .hasMessageContaining("commitment_of_the_team");
        assertThatThrownBy(() -> TRUTH.update(raw, null, null, first(plan)))
                .hasMessageContaining("promised_by_one");
        assertThatThrownBy(() -> TRUTH.update(raw, null, " ", first(plan)))
                .hasMessageContaining("promised_by_one");
    }
}
