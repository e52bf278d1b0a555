package it.percorsi.bench;

import it.percorsi.person.Names;
import it.percorsi.person.People;
import it.percorsi.person.Person;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import it.percorsi.person.Search;
import it.percorsi.volume.persistence.Twin;
import it.percorsi.volume.persistence.VolumePeople.Planted;
import it.percorsi.volume.persistence.VolumePerson;
import it.percorsi.volume.persistence.VolumeQueries;
import it.percorsi.volume.persistence.VolumeQueries.Beside;
import it.percorsi.volume.persistence.VolumeQueries.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** Who is meant, by code and by name, and who is alike at intake: how fast, and how often right. */
final class SearchBench {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private final World world;
    private final People people;

    SearchBench(World world) {
        this.world = world;
        this.people = world.bean(People.class);
    }

    private List<People.Hit> found(String typed) {
        return world.acting(() -> people.search(Search.of(typed, TODAY), world.actor));
    }

    void lookup() {
        List<String> codes =
                world.truth.queryForList(
                        """
                        select i.value from identifier i join access_grant g using (person_id)
                        where g.organisation_id = ? and g.basis = 'FILE' and i.kind = 'FISCAL_CODE' order by i.id limit 1000\
                        """,
                        String.class,
                        world.actor.organisationId());
        Timings.beside(
                "lookup by code",
                world.count,
                codes.size(),
                i -> found(codes.get(i)),
                i ->
                        world.truth.queryForList(
                                "select person_id from identifier where value = ?",
                                UUID.class,
                                codes.get(i)));
    }

    private void trigrams(String name) {
        world.truth.queryForList(
                "select person_id from bench_name where name % ? order by similarity(name, ?) desc limit 25",
                UUID.class, name, name);
    }

    private void layTheFloor() {
        world.truth.execute(
                "create table if not exists bench_name as select id person_id, search_name as name from person");
        world.truth.execute(
                "create index if not exists bench_trigrams on bench_name using gin (name gin_trgm_ops)");
        world.truth.execute("vacuum analyze bench_name");
    }

    void search() {
        layTheFloor();
        VolumeQueries queries = new VolumeQueries(world.people, world.count, 0);
        int n = Integer.getInteger("queries", 1100);
        List<Query> asked = IntStream.range(0, n).mapToObj(queries::query).toList();
        List<String> plain =
                asked.stream()
                        .map(query -> String.join(" ", Search.of(query.typed(), TODAY).words()))
                        .toList();
        Timings.beside(
                "search by name",
                world.count,
                n,
                i -> found(asked.get(i).typed()),
                i -> trigrams(plain.get(i)));
        Map<String, Ranks> byKind = new TreeMap<>();
        Ranks all = new Ranks();
        for (Query query : asked) {
            List<People.Hit> hits = found(query.typed());
            byKind.computeIfAbsent(query.typing().name(), kind -> new Ranks()).add(query, hits);
            byKind.computeIfAbsent("+ " + query.beside(), kind -> new Ranks()).add(query, hits);
            all.add(query, hits);
        }
        byKind.forEach((kind, ranks) -> ranks.print(kind));
        all.print("ALL");
    }

    /** Where the person meant stands; namesakes whom nothing typed tells apart share a place. */
    private static final class Ranks {

        private int asked;
        private int inThree;
        private int inTwentyFive;
        private int strictlyInTwentyFive;
        private final List<String> missed = new ArrayList<>();

        void add(Query query, List<People.Hit> hits) {
            int rank = 0;
            boolean namesake = false;
            boolean found = false;
            for (People.Hit hit : hits) {
                if (hit.id().equals(query.meant().id())) {
                    found = true;
                    break;
                }
                if (alike(query, hit)) {
                    namesake = true;
                } else if (!namesake) {
                    rank++;
                }
            }
            asked++;
            strictlyInTwentyFive += found ? 1 : 0;
            inTwentyFive += found || namesake ? 1 : 0;
            inThree += (found || namesake) && rank < 3 ? 1 : 0;
            if (!(found || namesake) || rank >= 3) {
                missed.add(
                        "%s -> %s (%d)"
                                .formatted(
                                        query.typed(),
                                        query.meant().identity().searchName(),
                                        hits.size()));
            }
        }

        private static boolean alike(Query query, People.Hit hit) {
            VolumePerson meant = query.meant();
            LocalDate on = meant.birth().on();
            return Names.key(hit.familyName(), hit.givenName())
                            .equals(Names.key(meant.familyName(), meant.givenName()))
                    && (query.beside() != Beside.YEAR || hit.bornOn().getYear() == on.getYear())
                    && (query.beside() != Beside.DAY || hit.bornOn().equals(on));
        }

        void print(String kind) {
            System.out.printf(
                    Locale.ROOT,
                    "    %-28s %5d asked, first three %5.1f %%, recall@25 %5.1f %% (without namesakes %5.1f %%)%n",
                    kind,
                    asked,
                    100.0 * inThree / asked,
                    100.0 * inTwentyFive / asked,
                    100.0 * strictlyInTwentyFive / asked);
            if (Boolean.getBoolean("missed")) {
                missed.forEach(miss -> System.out.println("        " + miss));
            }
        }
    }

    /** The second files of people of the body, as the form sends them before they are opened. */
    void candidates() {
        layTheFloor();
        List<Integer> twins =
                IntStream.range(0, world.count)
                        .filter(place ->
                                world.people.planted(place) instanceof Planted planted
                                        && planted.kind() instanceof Twin
                                        && world.people.person(planted.of()).body() == 0)
                        .limit(1000)
                        .boxed()
                        .toList();
        List<VolumePerson> typed = twins.stream().map(world.people::person).toList();
        Timings.beside(
                "candidates at intake",
                world.count,
                twins.size(),
                i -> alike(typed.get(i)),
                i -> trigrams(typed.get(i).identity().searchName()));
        int known = 0;
        for (int place : twins) {
            UUID first = world.people.person(world.people.planted(place).of()).id();
            known +=
                    alike(world.people.person(place)).stream()
                                    .anyMatch(alike -> alike.personId().equals(first))
                            ? 1
                            : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "    %-28s %5.1f %% of %d%n",
                "known at intake",
                100.0 * known / twins.size(),
                twins.size());
    }

    private List<People.Alike> alike(VolumePerson typed) {
        Person.Identity identity = typed.identity();
        PersonService.Registration registration =
                new PersonService.Registration(
                        identity,
                        List.of(typed.country()),
                        new PersonFile.Contact(typed.phone(), null, null, null, null, null),
                        typed.identifier(),
                        "1",
                        "it");
        return world.acting(() -> people.alike(registration, world.actor));
    }
}
