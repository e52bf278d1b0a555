package it.percorsi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.network.DeskDay.Band;
import it.percorsi.reception.Rota.OnDuty;
import it.percorsi.reception.Rota.Profile;
import it.percorsi.reception.Rota.StaffingRule;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhoIsMissingTests {

    private static final List<Band> MONDAY_IN_PRATO = List.of(band(9, 13), band(15, 17));

    private static Band band(int from, int to) {
        return new Band(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    private static OnDuty duty(Profile profile, int from, int to, String... languages) {
        return duty(UUID.randomUUID(), profile, from, to, languages);
    }

    private static OnDuty duty(UUID who, Profile profile, int from, int to, String... languages) {
        return new OnDuty(
                who,
                "Ada Neri",
                profile,
                LocalTime.of(from, 0),
                LocalTime.of(to, 0),
                List.of(languages),
                List.of(languages));
    }

    private static StaffingRule rule(Profile profile, @Nullable String language, int least) {
        return new StaffingRule(profile, language, language, least, "fonte", true);
    }

    private static List<String> missing(List<StaffingRule> rules, OnDuty... duties) {
        return Staffing.gaps(MONDAY_IN_PRATO, rules, List.of(duties)).stream()
                .map(gap ->
                        "%s-%s %d %s"
                                .formatted(
                                        gap.band().opens(),
                                        gap.band().closes(),
                                        gap.missing(),
                                        gap.rule().profile()))
                .toList();
    }

    @Test
    void nothingIsMissingWhereEverybodyIsThere() {
        assertThat(
                        missing(
                                List.of(
                                        rule(Profile.DESK, "it", 1),
                                        rule(Profile.DESK, "zh", 1),
                                        rule(Profile.SOCIAL_WORKER, null, 1)),
                                duty(Profile.DESK, 9, 17, "it"),
                                duty(Profile.DESK, 9, 17, "zh"),
                                duty(Profile.SOCIAL_WORKER, 8, 18)))
                .isEmpty();
    }

    @Test
    void theLanguageIsMissingInTheAfternoonOnly() {
        assertThat(
                        missing(
                                List.of(rule(Profile.DESK, "it", 1), rule(Profile.DESK, "zh", 1)),
                                duty(Profile.DESK, 9, 17, "it"),
                                duty(Profile.DESK, 9, 13, "zh", "it")))
                .containsExactly("15:00-17:00 1 DESK");
    }

    @Test
    void halfAShiftLeavesHalfAGap() {
        assertThat(
                        missing(
                                List.of(rule(Profile.DESK, null, 2)),
                                duty(Profile.DESK, 9, 17),
                                duty(Profile.DESK, 10, 12)))
                .containsExactly("09:00-10:00 1 DESK", "12:00-13:00 1 DESK", "15:00-17:00 1 DESK");
    }

    @Test
    void oneAloneIsNotTwo() {
        UUID one = UUID.randomUUID();

        assertThat(
                        missing(
                                List.of(rule(Profile.DESK, null, 2)),
                                duty(one, Profile.DESK, 9, 11),
                                duty(one, Profile.DESK, 11, 17)))
                .containsExactly("09:00-13:00 1 DESK", "15:00-17:00 1 DESK");
    }

    @Test
    void whoDoesSomethingElseDoesNotCount() {
        assertThat(
                        missing(
                                List.of(rule(Profile.WORK_EXPERT, null, 1)),
                                duty(Profile.SOCIAL_WORKER, 9, 17)))
                .containsExactly("09:00-13:00 1 WORK_EXPERT", "15:00-17:00 1 WORK_EXPERT");
    }

    @Test
    void aClosedDeskMissesNobody() {
        assertThat(Staffing.gaps(List.of(), List.of(rule(Profile.DESK, null, 2)), List.of()))
                .isEmpty();
    }
}
