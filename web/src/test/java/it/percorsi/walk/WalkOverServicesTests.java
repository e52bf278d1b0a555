package it.percorsi.walk;

import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Everybody tries everything, right and wrong, over the services and a real database, one after the
 * other. Then what must be true is added up again from the rows. {@code -Dservices.moves} says how
 * many moves, {@code -Dservices.seed} which. {@link CrowdOverServices} is the same, many at once.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkOverServicesTests extends SettledWorld {

    @Test
    @Order(1)
    void oneAfterTheOther() {
        Walk walk = new Walk(world);
        Random random = new Random(SEED);
        for (long done = 0; done < MOVES; done += ROUND) {
            walk.go(Math.min(ROUND, MOVES - done), random, true);
            walk.holds();
        }
    }

    /** On what the walk left that is the same each time. */
    @Test
    @Order(2)
    void everyInvariantCanFail() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Invariant invariant : Invariant.all()) {
            all.assertThat(invariant.faultsOnceBroken(world.source()))
                    .as(invariant.name())
                    .isNotEmpty();
        }
        all.assertAll();
    }
}
