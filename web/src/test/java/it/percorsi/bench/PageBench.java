package it.percorsi.bench;

import it.percorsi.Client;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.springframework.context.ConfigurableApplicationContext;

/** A person's page over HTTP, eight operators at once, beside a bare page of the same Boot. */
final class PageBench {

    private static final int USERS = 8;
    private static final int WARM_UP = 20;
    private static final int SECONDS = Integer.getInteger("seconds", 10);

    private final World world;

    PageBench(World world) {
        this.world = world;
    }

    void run() throws Exception {
        List<UUID> visible =
                world.truth.queryForList(
                        "select person_id from access_grant where organisation_id = ? and basis = 'FILE' order by md5(person_id::text) limit 5000",
                        UUID.class,
                        world.actor.organisationId());
        try (ConfigurableApplicationContext bare = BarePage.start(world)) {
            List<Client> operators = new ArrayList<>();
            List<Client> visitors = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                operators.add(new Client(world.address()).login(World.USERNAME));
                visitors.add(
                        new Client(
                                "http://localhost:"
                                        + bare.getEnvironment().getProperty("local.server.port")));
            }
            Load page = new Load(operators, "/people/", visible);
            Load floor = new Load(visitors, "/bare/", visible);
            page.run(WARM_UP);
            floor.run(WARM_UP);
            List<Result> ours = new ArrayList<>();
            List<Result> theirs = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                ours.add(page.run(SECONDS));
                theirs.add(floor.run(SECONDS));
                theirs.add(floor.run(SECONDS));
                ours.add(page.run(SECONDS));
            }
            Result a = Result.of(ours);
            Result b = Result.of(theirs);
            a.print("person page, 8 users", world.count);
            b.print("bare page, 8 users", world.count);
            System.out.printf(
                    Locale.ROOT,
                    "    throughput %.2f of the bare page%n",
                    a.perSecond() / b.perSecond());
        }
    }

    private record Load(List<Client> clients, String path, List<UUID> people) {

        Result run(int seconds) throws Exception {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            try (ExecutorService users = Executors.newFixedThreadPool(clients.size())) {
                List<Future<long[]>> all = new ArrayList<>();
                for (int i = 0; i < clients.size(); i++) {
                    int user = i;
                    Callable<long[]> walk = () -> walk(clients.get(user), user * 601, end);
                    all.add(users.submit(walk));
                }
                LongStream taken = LongStream.empty();
                for (Future<long[]> one : all) {
                    taken = LongStream.concat(taken, Arrays.stream(one.get()));
                }
                return new Result(taken.toArray(), seconds);
            }
        }

        private long[] walk(Client client, int from, long end) {
            LongStream.Builder taken = LongStream.builder();
            for (int i = from; System.nanoTime() < end; i++) {
                long start = System.nanoTime();
                Client.Page page = client.get(path + people.get(i % people.size()));
                if (page.status() != 200 || !page.path().startsWith(path)) {
                    throw new IllegalStateException(page.status() + " " + page.path());
                }
                taken.add(System.nanoTime() - start);
            }
            return taken.build().toArray();
        }
    }

    private record Result(long[] nanos, int seconds) {

        static Result of(List<Result> runs) {
            return new Result(
                    runs.stream().flatMapToLong(run -> Arrays.stream(run.nanos)).sorted().toArray(),
                    runs.stream().mapToInt(Result::seconds).sum());
        }

        double perSecond() {
            return (double) nanos.length / seconds;
        }

        void print(String measure, int people) {
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %9d %7d %9.2f %9.2f %9.2f   %.0f requests/s%n",
                    measure,
                    people,
                    nanos.length,
                    at(50),
                    at(95),
                    at(99),
                    perSecond());
        }

        private double at(int percent) {
            return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
        }
    }
}
