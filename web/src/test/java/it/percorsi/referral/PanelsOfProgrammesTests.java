package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.RunningApplication;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each programme of the demo has who decides in it, of its own kind. */
class PanelsOfProgrammesTests extends RunningApplication {

    @ParameterizedTest
    @CsvSource({
        "melt-firenze,       MELT,    OPERATING_UNIT, comune-firenze,    3, 2",
        "melt-pisa,          MELT,    OPERATING_UNIT, sds-pisana,        3, 2",
        "melt-prato,         MELT,    OPERATING_UNIT, comune-prato,      3, 2",
        "commissione-net-met, NET-MET, COMMISSION,    provincia-pistoia, 3, 2",
        "siil-valdinievole,  SIIL,    SIIL_TEAM,      zona-valdinievole, 4, 3"
    })
    void hasMembersAndAQuorum(
            String code, String programme, String kind, String body, int members, int quorum) {
        UUID panel =
                TRUTH.queryForObject(
                        "select n.id from panel n join programme p on p.id = n.programme_id join organisation o on o.id = n.organisation_id where n.code = ? and p.code = ? and n.kind = ? and o.code = ?",
                        UUID.class,
                        code,
                        programme,
                        kind,
                        body);

        assertThat(count("panel_member where panel_id = ? and valid_until is null", panel))
                .isEqualTo(members);
        assertThat(count("panel_member where panel_id = ? and seat = 'SOCIAL_SERVICES'", panel))
                .isOne();
        assertThat(TRUTH.queryForObject("select quorum_on(?, current_date)", Integer.class, panel))
                .isEqualTo(quorum);
    }

    @Test
    void theSecretaryKeepsThoseOfTheirBody() {
        assertThat(as("commissione.prato").get("/panels").body())
                .contains("Commissione di Prato")
                .contains("Unità operativa MeLT di Prato")
                .doesNotContain("Unità operativa MeLT di Pisa");
    }

    @Test
    void theOneOfTheOwnBodyWhoseProgrammeRunsIsChosenAlready() {
        String form =
                as("sociale.prato")
                        .get("/people/" + person("Hoxha", "Arta") + "/referrals/new")
                        .body();

        assertThat(form)
                .contains("Unità operativa MeLT di Firenze")
                .contains("Équipe SIIL della Valdinievole")
                .containsPattern("<option [^>]*selected=\"selected\">Commissione di Prato");
    }
}
