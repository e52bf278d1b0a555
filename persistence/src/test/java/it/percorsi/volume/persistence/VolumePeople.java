package it.percorsi.volume.persistence;

import it.percorsi.person.Birth;
import it.percorsi.person.Birth.Precision;
import it.percorsi.person.FiscalCode;
import it.percorsi.person.Gender;
import it.percorsi.person.Identifier;
import it.percorsi.volume.persistence.VolumeNames.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * As many invented people as one likes. Who stands at a place depends on the seed and the place
 * alone: of each twenty, eighteen are different people, one is the second file of one of them, and
 * one looks like one of them and is another.
 */
public final class VolumePeople {

    /** Bodies that hold files; the first holds an eighth of them, the last a hundredth. */
    public static final int BODIES = 60;

    private static final int TWENTY = 20;
    private static final int TWIN = 18;
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final int DAYS = 365 * 57;

    /** Stands for the code that name and birth give, until both are settled. */
    private static final Identifier ANY_CODE =
            Identifier.of(FiscalCode.of("Rossi", "Mario", EARLIEST, Gender.M, "G999"));

    private final long seed;
    private final Map<String, String> birthPlaces;
    private final List<String> italianPlaces;
    private final VolumeNames names = new VolumeNames();

    /**
     * @param birthPlaces Belfiore codes of states, by country
     * @param italianPlaces Belfiore codes of municipalities
     */
    public VolumePeople(long seed, Map<String, String> birthPlaces, List<String> italianPlaces) {
        this.seed = seed;
        this.birthPlaces = Map.copyOf(birthPlaces);
        this.italianPlaces = List.copyOf(italianPlaces);
    }

    public VolumePerson person(int place) {
        return drawn(place).person;
    }

    /** What is planted at a place: whose second file, or who is resembled; null for most. */
    public @Nullable Planted planted(int place) {
        return drawn(place).planted;
    }

    /**
     * @param of the place of the other
     * @param kind a {@link Twin} if they are the same person, else a {@link Lookalike}
     */
    public record Planted(int of, Enum<?> kind) {

        public boolean same() {
            return kind instanceof Twin;
        }
    }

    private record Drawn(VolumePerson person, @Nullable Planted planted) {}

    private Drawn drawn(int place) {
        RandomGenerator random = random(place);
        VolumePerson own = somebody(place, random);
        int nth = place % TWENTY;
        if (nth < TWIN) {
            return new Drawn(own, null);
        }
        Enum<?>[] kinds = nth == TWIN ? Twin.values() : Lookalike.values();
        int from = random.nextInt(TWIN);
        // Not every kind can happen to everybody: first it is tried on the others, then another
        // kind.
        for (int i = 0; ; i++) {
            Enum<?> kind = kinds[(place / TWENTY + i / TWIN) % kinds.length];
            int of = place - nth + (from + i) % TWIN;
            VolumePerson planted = planted(kind, somebody(of, random(of)), own, random);
            if (planted != null) {
                return new Drawn(planted, new Planted(of, kind));
            }
        }
    }

    private static @Nullable VolumePerson planted(
            Enum<?> kind, VolumePerson first, VolumePerson own, RandomGenerator random) {
        if (kind instanceof Twin twin) {
            VolumePerson same = twin.of(first, phone(random), random);
            int body = random.nextInt(10) < 6 ? first.body() : own.body();
            return same == null ? null : same.filed(own.id(), body);
        }
        VolumePerson other = ((Lookalike) kind).of(first, own, random);
        return other == null ? null : coded(other);
    }

    private VolumePerson somebody(int place, RandomGenerator random) {
        Origin origin = names.origin(random);
        Gender gender = random.nextBoolean() ? Gender.F : Gender.M;
        LocalDate day = EARLIEST.plusDays(Math.max(random.nextInt(DAYS), random.nextInt(DAYS)));
        if (random.nextDouble() < origin.newYear()) {
            day = day.withDayOfYear(1);
        }
        Birth birth =
                random.nextInt(200) == 0
                        ? new Birth(day.withDayOfYear(1), Precision.YEAR)
                        : Birth.on(day);
        int code = random.nextInt(10);
        return coded(
                new VolumePerson(
                        id(place, random),
                        (int) (BODIES * Math.pow(random.nextDouble(), 2)),
                        origin,
                        origin.family(random),
                        origin.given(random, gender),
                        random.nextInt(3) == 0,
                        birth,
                        gender,
                        birthPlaces.getOrDefault(
                                origin.country(),
                                italianPlaces.get(random.nextInt(italianPlaces.size()))),
                        random.nextInt(20) < 17 ? phone(random) : null,
                        code == 0 ? provisional(random) : code < 7 ? ANY_CODE : null));
    }

    private static VolumePerson coded(VolumePerson person) {
        Identifier identifier = person.identifier();
        if (identifier == null || identifier.kind() != Identifier.Kind.FISCAL_CODE) {
            return person;
        }
        return person.identified(
                Identifier.of(
                        FiscalCode.of(
                                person.familyName(),
                                person.givenName(),
                                person.birth().on(),
                                person.gender(),
                                person.bornIn())));
    }

    private static Identifier provisional(RandomGenerator random) {
        String ten = "%010d".formatted(random.nextLong(10_000_000_000L));
        for (int last = 0; ; last++) {
            try {
                return new Identifier(Identifier.Kind.PROVISIONAL_CODE, ten + last);
            } catch (IllegalArgumentException wrongCheckDigit) {
                // One of the ten is right.
            }
        }
    }

    private static String phone(RandomGenerator random) {
        return "+39 3%09d".formatted(random.nextInt(1_000_000_000));
    }

    /** Sorted by place, as identifiers are by the time they were made. */
    private static UUID id(int place, RandomGenerator random) {
        long millis = 1_700_000_000_000L + place;
        return new UUID(
                millis << 16 | 0x7000L | random.nextInt(1 << 12),
                random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private RandomGenerator random(int place) {
        long mixed = (seed * 31 + place) * 0xD1342543DE82EF95L;
        return new SplittableRandom(mixed ^ mixed >>> 29);
    }
}
