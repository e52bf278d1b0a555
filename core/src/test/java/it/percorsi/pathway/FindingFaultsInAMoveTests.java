package it.percorsi.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The walk over the pathways would see what is wrong. */
class FindingFaultsInAMoveTests {

    @Test
    void itSeesAMoveThatLeadsElsewhere() {
        assertThat(fault("SENT", "TAKE_UP", List.of(), "TAKEN_UP", List.of(), true)).isEmpty();
        assertThat(fault("SENT", "TAKE_UP", List.of(), "STARTED", List.of(), true)).isPresent();
        assertThat(fault("STARTED", "TAKE_UP", List.of(), "TAKEN_UP", List.of(), true)).isPresent();
        assertThat(fault("SENT", "TAKE_UP", List.of(), "TAKEN_UP", List.of(), false)).isPresent();
    }

    @Test
    void itSeesAMoveMadeOrRefusedWrongly() {
        List<String> two = List.of("move.wrong-status", "move.reason-missing");

        assertThat(fault("SENT", "TAKE_UP", two, "TAKEN_UP", List.of(), true)).isPresent();
        assertThat(fault("SENT", "TAKE_UP", List.of(), null, List.of(), true)).isPresent();
        assertThat(fault("SENT", "FINISH", two, null, two, true)).isEmpty();
        assertThat(fault("SENT", "FINISH", two, null, two.subList(0, 1), true)).isPresent();
        assertThat(fault("SENT", "FINISH", two, null, two.reversed(), true)).isPresent();
    }

    private static Optional<String> fault(
            String from,
            String move,
            List<String> inTheWay,
            @Nullable String reached,
            List<String> said,
            boolean untouched) {
        PathwayPage direct =
                PathwayPage.all().stream()
                        .filter(page -> page.name().equals("direct"))
                        .findFirst()
                        .orElseThrow();
        return new Attempt(from, move, inTheWay, reached, said, untouched).fault(direct);
    }
}
