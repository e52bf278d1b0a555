package it.percorsi;

import com.microsoft.playwright.Response;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Pages no journey and no story goes through, as axe sees them, wide and narrow. */
class PagesOfACaseTests extends StoryCase {

    private static final List<Integer> WIDTHS = List.of(1280, 320);

    private void see(String who, List<String> paths) {
        script = true;
        enter(who, 1280);
        SoftAssertions all = new SoftAssertions();
        for (String path : paths) {
            Response answer = page.navigate(address() + path);
            all.assertThat(answer.status()).as(path).isEqualTo(200);
            for (int width : WIDTHS) {
                page.setViewportSize(width, 900);
                look("case" + path.replaceAll("[0-9a-f-]{36}", "").replaceAll("\\W+", "-"));
            }
        }
        all.assertAll();
    }

    @Test
    void ofWhoWorksOnIt() {
        UUID person = inCare("Guardata", "333 000 9690");
        UUID plan = plan(person);
        String file = caseOf(person);
        String of = "/people/" + person;
        see(
                "sociale.prato",
                List.of(
                        "/cases/caseload",
                        "/cases/requests",
                        file + "/transfer",
                        file + "/invitation",
                        file + "/closing",
                        file + "/suspension",
                        "/meetings",
                        "/tasks",
                        "/reminders",
                        "/direct-referrals",
                        "/hours",
                        "/hours/group",
                        "/hours/sheets",
                        of + "/assessments",
                        of + "/skills",
                        of + "/documents",
                        of + "/attachments/new",
                        of + "/direct-referrals",
                        of + "/tasks",
                        of + "/team",
                        of + "/diary",
                        "/plans/" + plan));
    }

    @Test
    void ofWhoHoldsTheSittingsAndOfWhoCoordinates() {
        UUID sitting = sitting(panel("Unità guardata", false));
        caseBefore(sitting, "Guardata", "333 000 9691");
        see(SECRETARY, List.of("/sittings", "/sittings/" + sitting, "/panels", "/reminders"));
        see(
                "coordinamento",
                List.of(
                        "/programmes/TEAMS/hours",
                        "/programmes/TEAMS/hours/two-funds",
                        "/programmes/TEAMS/panels"));
    }

    private static String caseOf(UUID person) {
        return "/cases/"
                + TRUTH.queryForObject(
                        "select id from case_file where person_id = ?", UUID.class, person);
    }
}
