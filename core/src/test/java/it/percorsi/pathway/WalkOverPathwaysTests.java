package it.percorsi.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.PathwayPage.Way;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * A million moves, right and wrong, on every pathway there is in the code, by people of every role;
 * each is held against the printed page of its pathway. {@code -Dwalk.moves} says how many, {@code
 * -Dwalk.seed} which.
 */
class WalkOverPathwaysTests {

    private static final long MOVES = Long.getLong("walk.moves", 1_000_000);
    private static final long SEED = Long.getLong("walk.seed", 20_261_126);

    /** Their arrows are the same. */
    private static final Set<String> TWINS = Set.of("connection", "transfer");

    private static final List<Role> ROLES = List.of(Role.values());
    private static final List<String> NOTES = List.of("", " ", "Ha cambiato casa", "Lo chiede lei");

    private final Random random = new Random(SEED);
    private final RandomSubjects subjects = new RandomSubjects(random);
    private final Set<String> met = new HashSet<>();
    private final Set<String> unmet = new HashSet<>();
    private long made;
    private long refused;
    private int mostObstacles;

    /** Every enum of moves compiled into this module: one that is added walks too. */
    static List<Class<?>> tables() throws IOException, URISyntaxException {
        Path code = Path.of(Move.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(code)) {
            return files.map(file -> code.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
                    .<Class<?>>map(WalkOverPathwaysTests::named)
                    .filter(type -> type.isEnum() && Move.class.isAssignableFrom(type))
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, Move.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void noStateIsReachedThatThePagesDoNotAllowAndEveryRefusalSaysItAll() throws Exception {
        List<Class<?>> tables = tables();
        List<PathwayPage> pages = PathwayPage.all();
        List<PathwayPage> walked = new ArrayList<>();
        Set<String> nobody = new HashSet<>();
        long start = System.nanoTime();

        // On a thread of its own, where a refusal has few callers to remember.
        try (ExecutorService aside = Executors.newSingleThreadExecutor()) {
            for (Class<?> table : tables) {
                PathwayPage page = pageOf(table, pages);
                walked.add(page);
                long times = (MOVES + tables.size() - 1) / tables.size();
                nobody.addAll(aside.submit(() -> walk(table, page, times)).get());
            }
        }

        assertThat(walked).containsExactlyInAnyOrderElementsOf(pages);
        assertThat(made + refused).isGreaterThanOrEqualTo(MOVES);
        assertThat(nobody).containsExactlyInAnyOrder("clock", "person", "time");
        assertThat(met).as("requirements met, and not").containsExactlyInAnyOrderElementsOf(unmet);
        assertThat(mostObstacles).isGreaterThanOrEqualTo(5);
        say(
                "%d pathways, seed %d: %,d moves made, %,d refused, %d ms",
                tables.size(), SEED, made, refused, (System.nanoTime() - start) / 1_000_000);
    }

    private static PathwayPage pageOf(Class<?> table, List<PathwayPage> pages) {
        Set<String> moves =
                Stream.of(table.getEnumConstants())
                        .map(move -> ((Enum<?>) move).name())
                        .collect(Collectors.toSet());
        String status =
                ((ParameterizedType) table.getGenericInterfaces()[0])
                        .getActualTypeArguments()[1].getTypeName();
        List<PathwayPage> like =
                pages.stream()
                        .filter(page -> page.moves().equals(moves))
                        .filter(page -> known(status).containsAll(page.statuses()))
                        .filter(page -> !TWINS.contains(page.name()) || named(table, page))
                        .toList();
        assertThat(like).as("the page of " + table.getSimpleName()).hasSize(1);
        return like.getFirst();
    }

    private static boolean named(Class<?> table, PathwayPage page) {
        return table.getSimpleName().equalsIgnoreCase(page.name() + "Move");
    }

    private static Set<String> known(String status) {
        return Stream.of(named(status).getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    /** Gives back the parties no mover ever was of. */
    @SuppressWarnings("unchecked")
    private Set<String> walk(Class<?> table, PathwayPage page, long times) {
        Move<Object, Object>[] moves = (Move<Object, Object>[]) table.getEnumConstants();
        ParameterizedType of = (ParameterizedType) table.getGenericInterfaces()[0];
        Class<?> subjectType = (Class<?>) of.getActualTypeArguments()[0];
        Object[] statuses = ((Class<?>) of.getActualTypeArguments()[1]).getEnumConstants();
        Set<Way> taken = new HashSet<>();
        Set<String> parties = new HashSet<>();
        Set<String> somebody = new HashSet<>();
        long before = refused;
        Object subject = subjects.of(subjectType);
        Object status = statuses[random.nextInt(statuses.length)];

        for (long n = 0; n < times; n++) {
            if (random.nextInt(page.ends(status.toString()) ? 2 : 12) == 0) {
                subject = subjects.of(subjectType);
                status = statuses[random.nextInt(statuses.length)];
            } else {
                subjects.change(subject);
            }
            subjects.putStatus(subject, status);
            Move<Object, Object> move = moves[random.nextInt(moves.length)];
            Mover mover = somebody();
            for (int tries = random.nextInt(4) == 0 || page.ends(status.toString()) ? 0 : 30;
                    tries > 0
                            && !(page.leaves(status.toString(), move.name())
                                    && move.rule().by().includes(subject, mover));
                    tries--) {
                move = moves[random.nextInt(moves.length)];
                mover = somebody();
            }
            String note = NOTES.get(random.nextInt(NOTES.size()));
            List<Object> state = subjects.state(subject);
            List<String> inTheWay = inTheWay(page, move, subject, status, mover, note);
            parties.add(move.rule().by().key());
            if (!inTheWay.contains("move.not-yours." + move.rule().by().key())) {
                somebody.add(move.rule().by().key());
            }

            Object reached = null;
            List<String> said = List.of();
            try {
                reached = move.rule().apply(subject, status, mover, note.isEmpty() ? null : note);
                taken.add(new Way(status.toString(), move.name()));
                made++;
            } catch (MoveRefused refusal) {
                said = refusal.obstacles();
                refused++;
            }
            new Attempt(
                            status.toString(),
                            move.name(),
                            inTheWay,
                            reached == null ? null : reached.toString(),
                            said,
                            subjects.state(subject).equals(state))
                    .fault(page)
                    .ifPresent(Assertions::fail);
            mostObstacles = Math.max(mostObstacles, said.size());
            status = reached == null ? status : reached;
        }

        Set<String> closed =
                Stream.of(moves)
                        .filter(move -> !somebody.contains(move.rule().by().key()))
                        .map(Move::name)
                        .collect(Collectors.toSet());
        Set<Way> possible = new HashSet<>(page.arrows().keySet());
        possible.removeIf(way -> closed.contains(way.move()));
        assertThat(taken).as("arrows of " + page.name()).isEqualTo(possible);
        say("%-12s %,9d moves, %,9d refused", page.name(), times, refused - before);
        parties.removeAll(somebody);
        return parties;
    }

    /** Asks the page for the statuses and the reason, and the parts of the row one by one. */
    private List<String> inTheWay(
            PathwayPage page,
            Move<Object, Object> move,
            Object subject,
            Object status,
            Mover mover,
            String note) {
        List<String> keys = new ArrayList<>();
        if (!page.leaves(status.toString(), move.name())) {
            keys.add("move.wrong-status");
        }
        if (!move.rule().by().includes(subject, mover)) {
            keys.add("move.not-yours." + move.rule().by().key());
        }
        for (Requirement<? super Object> need : move.rule().needs()) {
            if (need.met().test(subject)) {
                met.add(need.key());
            } else {
                unmet.add(need.key());
                keys.add(need.key());
            }
        }
        if (page.reasoned().contains(move.name()) && note.isBlank()) {
            keys.add("move.reason-missing");
        }
        return keys;
    }

    private Mover somebody() {
        List<UUID> ids = RandomSubjects.IDS;
        return new Actor(
                ids.get(random.nextInt(ids.size())),
                "Ada Neri",
                ids.getFirst(),
                ids.get(random.nextInt(ids.size())),
                "Comune",
                ROLES.get(random.nextInt(ROLES.size())));
    }

    private static void say(String line, Object... figures) {
        if (System.getProperty("walk.moves") != null) {
            System.out.printf(line + "%n", figures);
        }
    }
}
