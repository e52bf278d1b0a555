package it.percorsi.volume.persistence;

import it.percorsi.person.Birth.Precision;
import it.percorsi.volume.persistence.VolumeNames.Name;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a desk types to find somebody of its own body, with the answer. */
public final class VolumeQueries {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final VolumePeople people;
    private final int count;
    private final int body;

    /**
     * @param count how many people there are
     * @param body who asks
     */
    public VolumeQueries(VolumePeople people, int count, int body) {
        this.people = people;
        this.count = count;
        this.body = body;
    }

    /** How a name is typed; the mistakes are those of {@link Twin}. */
    public enum Typing {
        EXACT((p, random) -> p),
        EXCHANGED_NAMES((p, random) -> p.called(p.given(), p.family())),
        ACCENTS((p, random) -> anywhere(p, Slips.text(Slips::accents), Slips.text(Slips::accents))),
        TRANSLITERATION((p, random) ->
                p.origin().country().equals("IT")
                        ? null
                        : anywhere(
                                p, n -> Slips.variant(n, random), n -> Slips.variant(n, random))),
        ORIGINAL_SCRIPT((p, random) ->
                p.scriptKnown()
                        ? p.called(
                                VolumePerson.inScript(p.family()), VolumePerson.inScript(p.given()))
                        : null),
        JOINED((p, random) -> anywhere(p, Slips::joined, Slips::joined)),
        SOUND_ALIKE((p, random) -> anywhere(p, Slips.text(n -> Slips.sound(n, random)), n -> null)),
        SURNAME_SLIP(
                (p, random) -> anywhere(p, Slips.text(n -> Slips.letter(n, random)), n -> null)),
        GIVEN_SLIP((p, random) -> anywhere(p, n -> null, Slips.text(n -> Slips.letter(n, random)))),
        TWO_SLIPS((p, random) -> {
            VolumePerson once = SURNAME_SLIP.typed.apply(p, random);
            return once == null ? null : GIVEN_SLIP.typed.apply(once, random);
        }),
        HALF_TYPED((p, random) -> {
            String given = p.givenName();
            int half = Math.min(given.length(), 3 + random.nextInt(3));
            return p.called(p.family(), List.of(Name.plain(given.substring(0, half).strip())));
        });

        private final Typed typed;

        Typing(Typed typed) {
            this.typed = typed;
        }

        private static @Nullable VolumePerson anywhere(
                VolumePerson p,
                Function<Name, @Nullable Name> inFamily,
                Function<Name, @Nullable Name> inGiven) {
            List<Name> family = Slips.once(p.family(), inFamily);
            List<Name> given = Slips.once(p.given(), inGiven);
            return family == null && given == null
                    ? null
                    : p.called(
                            family == null ? p.family() : family,
                            given == null ? p.given() : given);
        }
    }

    private interface Typed {

        @Nullable VolumePerson apply(VolumePerson meant, RandomGenerator random);
    }

    /** What was typed beside the name. */
    public enum Beside {
        NOTHING,
        YEAR,
        DAY
    }

    public record Query(Typing typing, Beside beside, String typed, VolumePerson meant) {}

    /** Kinds take turns; who is meant is drawn among the people of the body. */
    public Query query(int number) {
        RandomGenerator random = new SplittableRandom(number * 0x9FB21C651E98DF25L);
        Typing typing = Typing.values()[number % Typing.values().length];
        while (true) {
            VolumePerson meant = people.person(random.nextInt(count));
            if (meant.body() != body) {
                continue;
            }
            VolumePerson typed = typing.typed.apply(meant, random);
            if (typed != null) {
                Beside beside = beside(typing, meant, random);
                return new Query(typing, beside, text(typed, beside), meant);
            }
        }
    }

    private static Beside beside(Typing typing, VolumePerson meant, RandomGenerator random) {
        Beside drawn = Beside.values()[random.nextInt(3)];
        boolean year = typing == Typing.HALF_TYPED || meant.birth().precision() != Precision.DAY;
        return year ? Beside.YEAR : drawn;
    }

    private static String text(VolumePerson typed, Beside beside) {
        LocalDate on = typed.birth().on();
        String born =
                switch (beside) {
                    case NOTHING -> "";
                    case YEAR -> " " + on.getYear();
                    case DAY -> " " + DAY.format(on);
                };
        return (typed.familyName() + " " + typed.givenName()).strip() + born;
    }
}
