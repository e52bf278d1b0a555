package it.percorsi.walk;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The walk over the services with many hands at once, {@code -Dservices.threads} of them: a
 * measure, asked for by name, because no two are alike. A form is tried again where a race was
 * lost; here nobody does, so what only the schema refuses is reported.
 */
class CrowdOverServices extends SettledWorld {

    private static final int THREADS = Integer.getInteger("services.threads", 6);

    @Test
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
