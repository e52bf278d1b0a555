package it.percorsi.walk;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.agenda.SlotTaken;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.StaleVersion;
import it.percorsi.site.Refused;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Acts chosen at random, each tried as a form of the web would try it. */
final class Walk {

    private final WalkWorld world;
    private final List<Act> acts;
    final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> tally = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> made = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> stood = new ConcurrentHashMap<>();
    private final List<Obstacle> obstacles = Obstacle.all();

    Walk(WalkWorld world) {
        this.world = world;
        acts =
                Stream.of(
                                new PanelActs(world).all(),
                                new PlannedMeetingActs(world).all(),
                                new CareActs(world).all(),
                                new PlanActs(world).all(),
                                new HourActs(world).all(),
                                new DeskActs(world).all(),
                                new ProcedureActs(world).all(),
                                new FrontActs(world).all(),
                                new AskingActs(world).all(),
                                new TogetherActs(world).all(),
                                new FamilyActs(world).all(),
                                new KnowingActs(world).all(),
                                new WaitActs(world).all(),
                                new ListActs(world).all(),
                                List.of(Act.act("let time pass", Act.NOBODY, world::pass)))
                        .flatMap(List::stream)
                        .toList();
    }

    /**
     * @param alone whether nobody else moves meanwhile, so that what is refused can be asked again
     */
    void go(long moves, Random random, boolean alone) {
        for (long n = 0; n < moves; n++) {
            Act act = acts.get(random.nextInt(acts.size()));
            Actor who = somebody(act.usually(), random);
            Hand hand = world.hand(who, random);
            String answer;
            try {
                if (act.usually().equals(Act.NOBODY)) {
                    world.asking(hand, act.done());
                } else {
                    world.acting(hand, act.done());
                }
                answer = "made";
                count(made, act.name());
            } catch (RuntimeException refused) {
                answer = answer(refused);
                if (answer.equals("fault")) {
                    faults.add("%s by %s: %s".formatted(act.name(), who.role(), trace(refused)));
                } else if (alone && refused instanceof MoveRefused move) {
                    saysEverything(act, hand, move);
                }
            }
            count(tally, answer);
        }
    }

    private Actor somebody(Set<it.percorsi.access.Role> usually, Random random) {
        List<Actor> all = world.people();
        List<Actor> likely = all.stream().filter(who -> usually.contains(who.role())).toList();
        List<Actor> among = likely.isEmpty() || random.nextInt(12) == 0 ? all : likely;
        return among.get(random.nextInt(among.size()));
    }

    /** The product's own words for a refusal; what it has no words for is a fault. */
    private String answer(RuntimeException refused) {
        return switch (refused) {
            case MoveRefused move -> world.said(move.obstacles()) ? "obstacles" : "fault";
            case NotVisible nothing -> "not there";
            case SlotTaken taken -> "taken";
            case StaleVersion stale -> "stale";
            case OptimisticLockingFailureException race -> "stale";
            case DataIntegrityViolationException rule when Refused.by(rule) -> "constraint";
            default -> "fault";
        };
    }

    /** A refusal names all that is in the way of the move, and nothing that is not. */
    private void saysEverything(Act act, Hand hand, MoveRefused refused) {
        Hand.Tried tried = hand.tried();
        if (tried == null) {
            return;
        }
        Set<String> said =
                refused.obstacles().stream()
                        .map(key -> key.split("\\|")[0])
                        .collect(Collectors.toSet());
        for (Obstacle obstacle : obstacles) {
            if (obstacle.canBeInTheWayOf(tried)) {
                boolean stands =
                        Boolean.TRUE.equals(
                                world.truth.queryForObject(
                                        obstacle.stands(), hand.question(tried), Boolean.class));
                if (stands) {
                    count(stood, obstacle.feature() + " " + obstacle.key());
                }
                if (stands != said.contains(obstacle.key())) {
                    faults.add(
                            "%s %s: says %s, and %s is %sin the way"
                                    .formatted(
                                            act.name(),
                                            tried.move(),
                                            said,
                                            obstacle.key(),
                                            stands ? "" : "not "));
                }
            }
        }
    }

    private static void count(Map<String, LongAdder> what, String key) {
        what.computeIfAbsent(key, none -> new LongAdder()).increment();
    }

    /** What went wrong, and where in the product. */
    private static String trace(Throwable fault) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(fault);
        return Stream.concat(
                        Stream.of(fault.getClass().getName(), cause.getMessage()),
                        Stream.of(cause, fault)
                                .flatMap(each -> Stream.of(each.getStackTrace()))
                                .filter(frame -> frame.getClassName().startsWith("it.percorsi"))
                                .limit(6)
                                .map(StackTraceElement::toString))
                .collect(Collectors.joining("\n    "));
    }

    long answered(String answer) {
        LongAdder many = tally.get(answer);
        return many == null ? 0 : many.sum();
    }

    long moves() {
        return tally.values().stream().mapToLong(LongAdder::sum).sum();
    }

    List<String> neverMade() {
        return acts.stream().map(Act::name).filter(name -> !made.containsKey(name)).toList();
    }

    @Override
    public String toString() {
        return moves()
                + " moves "
                + new TreeMap<>(tally)
                + ", in the way "
                + new TreeMap<>(stood)
                + ", each act "
                + new TreeMap<>(made);
    }

    /** Nothing went wrong but as the product says, and what must be true is. */
    void holds() {
        if (System.getProperty("services.moves") != null) {
            System.out.println(this + ", never " + neverMade());
        }
        SoftAssertions all = new SoftAssertions();
        all.assertThat(faults).isEmpty();
        for (Invariant invariant : Invariant.all()) {
            all.assertThat(invariant.faultsIn(world.source())).as(invariant.name()).isEmpty();
        }
        all.assertThat(answered("made")).isGreaterThan(moves() / 5);
        all.assertThat(answered("obstacles")).isGreaterThan(moves() / 20);
        all.assertAll();
    }
}
