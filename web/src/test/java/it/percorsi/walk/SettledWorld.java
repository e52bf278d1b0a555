package it.percorsi.walk;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A world where a walk can begin, and how long it is. */
abstract class SettledWorld {

    static final long MOVES = Long.getLong("services.moves", 1_000);
    static final long SEED = Long.getLong("services.seed", 20_261_126);
    static final long ROUND = 2_000;

    static WalkWorld world;

    @BeforeAll
    static void begin() throws Exception {
        world = new WalkWorld();
        Settlement.begin(world);
    }

    @AfterAll
    static void end() {
        world.close();
    }
}
