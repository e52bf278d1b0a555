package it.percorsi.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentifiersTests {

    @Test
    void areOfVersionSevenAndOfTheStandardVariant() {
        for (int i = 0; i < 1_000; i++) {
            UUID id = Ids.next();

            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void beginWithTheMillisecondsOfTheirMaking() {
        long before = System.currentTimeMillis();

        long inside = Ids.next().getMostSignificantBits() >>> 16;

        assertThat(inside).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void doNotRepeat() {
        Set<UUID> seen = new HashSet<>();

        for (int i = 0; i < 100_000; i++) {
            assertThat(seen.add(Ids.next())).isTrue();
        }
    }
}
