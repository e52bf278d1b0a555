package it.percorsi.bench;

import it.percorsi.person.persistence.SeekingDuplicates;
import it.percorsi.volume.persistence.VolumePeople.Planted;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The work list over everybody: how long it takes, and how much of it is right. */
final class DuplicatesBench {

    private final World world;
    private final Map<UUID, Integer> places = new HashMap<>();

    DuplicatesBench(World world) {
        this.world = world;
        for (int place = 0; place < world.count; place++) {
            places.put(world.people.person(place).id(), place);
        }
    }

    private record Pair(int one, int other, double likeness) {}

    void run() {
        seek("from nothing");
        quality();
        world.truth.update(
                "update person_contact set phone = '+39 055' || right(phone, 7) where person_id in (select id from person order by id desc limit 2000)");
        seek("2000 changed");
    }

    private void seek(String what) {
        long start = System.nanoTime();
        world.bean(SeekingDuplicates.class).seek();
        System.out.printf(
                Locale.ROOT,
                "duplicates among %,d people, %s: %.1f s%n",
                world.count,
                what,
                (System.nanoTime() - start) / 1e9);
    }

    private void quality() {
        List<Pair> pairs =
                world.truth.query(
                        "select person_id, other_id, likeness from duplicate_pair where status = 'OPEN'",
                        (row, n) ->
                                new Pair(
                                        places.get(row.getObject(1, UUID.class)),
                                        places.get(row.getObject(2, UUID.class)),
                                        row.getDouble(3)));
        Map<String, Integer> planted = new TreeMap<>();
        int twins = 0;
        for (int place = 0; place < world.count; place++) {
            if (world.people.planted(place) instanceof Planted p) {
                planted.merge(name(p), 1, Integer::sum);
                twins += p.same() ? 1 : 0;
            }
        }
        for (double threshold : new double[] {0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9}) {
            Map<String, Integer> found = new TreeMap<>();
            int right = 0;
            int all = 0;
            for (Pair pair : pairs) {
                if (pair.likeness >= threshold) {
                    Planted p = planted(pair);
                    found.merge(p == null ? "chance" : name(p), 1, Integer::sum);
                    right += p != null && p.same() ? 1 : 0;
                    all++;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "    from %.2f: recall %5.1f %% of %d, precision %5.1f %% of %d%n",
                    threshold,
                    100.0 * right / twins,
                    twins,
                    100.0 * right / all,
                    all);
            if (threshold == 0.75) {
                planted.forEach((kind, n) -> print(kind, found.getOrDefault(kind, 0), n));
                System.out.printf("        by chance: %d%n", found.getOrDefault("chance", 0));
            }
        }
        if (Boolean.getBoolean("missed")) {
            pairs.stream()
                    .filter(pair -> pair.likeness >= 0.75 && planted(pair) == null)
                    .limit(60)
                    .forEach(pair ->
                            System.out.println(
                                    "        %.2f %s | %s"
                                            .formatted(
                                                    pair.likeness,
                                                    world.people.person(pair.one).identity(),
                                                    world.people.person(pair.other).identity())));
        }
    }

    private static void print(String kind, int found, int of) {
        System.out.printf(
                Locale.ROOT, "        %-38s %5.1f %% of %d%n", kind, 100.0 * found / of, of);
    }

    private static String name(Planted planted) {
        return (planted.same() ? "" : "wrongly ") + planted.kind();
    }

    private Planted planted(Pair pair) {
        Planted one = world.people.planted(pair.one);
        Planted other = world.people.planted(pair.other);
        return one != null && one.of() == pair.other
                ? one
                : other != null && other.of() == pair.one ? other : null;
    }
}
