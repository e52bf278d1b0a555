package it.percorsi.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Everybody tries everything, right and wrong, over the services and a real database, first one
 * after the other and then many at once. Then what must be true is added up again from the rows.
 * {@code -Dservices.moves} says how many moves of each, {@code -Dservices.seed} which, {@code
 * -Dservices.threads} how many at once: of those no two are alike.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkOverServicesTests {

    private static final long MOVES = Long.getLong("services.moves", 2_000);
    private static final long SEED = Long.getLong("services.seed", 20_261_126);
    private static final int THREADS = Integer.getInteger("services.threads", 6);
    private static final long ROUND = 2_000;

    private static WalkWorld world;

    @BeforeAll
    static void begin() throws Exception {
        world = new WalkWorld();
        Settlement.begin(world);
    }

    @AfterAll
    static void end() {
        world.close();
    }

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
            all.assertThat(invariant.breaking()).as(invariant.name()).isNotEmpty();
            for (String by : invariant.breaking()) {
                all.assertThatCode(() ->
                                assertThat(invariant.faultsOnceBroken(world.source(), by))
                                        .isNotEmpty())
                        .as(invariant.name() + ", " + by)
                        .doesNotThrowAnyException();
            }
        }
        all.assertAll();
    }

    @Test
    @Order(3)
    void manyAtOnce() throws Exception {
        Walk walk = new Walk(world);
        List<Random> randoms =
                IntStream.range(0, THREADS).mapToObj(n -> new Random(SEED + 1 + n)).toList();
        try (ExecutorService crowd = Executors.newFixedThreadPool(THREADS)) {
            for (long done = 0; done < MOVES; done += ROUND) {
                long each = Math.min(ROUND, MOVES - done) / THREADS;
                List<Callable<Void>> walkers =
                        randoms.stream()
                                .<Callable<Void>>map(random ->
                                        () -> {
                                            walk.go(each, random, false);
                                            return null;
                                        })
                                .toList();
                for (Future<Void> walker : crowd.invokeAll(walkers)) {
                    walker.get();
                }
                walk.holds();
            }
        }
    }
}
