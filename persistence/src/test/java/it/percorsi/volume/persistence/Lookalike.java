package it.percorsi.volume.persistence;

import it.percorsi.person.Birth;
import it.percorsi.person.Identifier;
import it.percorsi.volume.persistence.VolumeNames.Name;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Who looks like somebody and is another: what keeps precision honest. */
public enum Lookalike {
    SIBLING((p, other, random) ->
            other.called(p.family(), other.given()).born(near(p, random, 6)).reached(p.phone())),
    TWIN_SIBLING((p, other, random) ->
            differently(p, other)
                    ? other.called(p.family(), other.given()).born(p.birth()).reached(p.phone())
                    : null),
    SAME_NAME_OTHER_GENERATION((p, other, random) ->
            other.gender() == p.gender()
                    ? other.called(p.family(), p.given())
                            .born(
                                    Birth.on(
                                            p.birth()
                                                    .on()
                                                    .minusYears(random.nextInt(22, 35))
                                                    .minusDays(random.nextInt(300))))
                            .reached(p.phone())
                    : null),
    SAME_NAME_SAME_YEAR((p, other, random) ->
            other.gender() == p.gender()
                    ? other.called(p.family(), p.given()).born(near(p, random, 0))
                    : null),
    SAME_NAME_SAME_DAY((p, other, random) ->
            other.gender() == p.gender() && coded(p) && coded(other)
                    ? other.called(p.family(), p.given()).born(p.birth())
                    : null),
    SAME_SURNAME_SAME_DAY((p, other, random) ->
            differently(p, other) ? other.called(p.family(), other.given()).born(p.birth()) : null),
    SAME_SHARED_PHONE((p, other, random) -> p.phone() == null ? null : other.reached(p.phone()));

    private final Likeness likeness;

    Lookalike(Likeness likeness) {
        this.likeness = likeness;
    }

    /**
     * Another, made to look like somebody.
     *
     * @return null where these two cannot be made alike in this way
     */
    @Nullable VolumePerson of(VolumePerson somebody, VolumePerson other, RandomGenerator random) {
        return likeness.apply(somebody, other, random);
    }

    private static boolean coded(VolumePerson p) {
        return p.identifier() != null && p.identifier().kind() == Identifier.Kind.FISCAL_CODE;
    }

    private static boolean differently(VolumePerson p, VolumePerson other) {
        List<Name> given = p.given();
        return other.given().stream().noneMatch(given::contains);
    }

    /** A birth day some years before or after, never the same. */
    private static Birth near(VolumePerson p, RandomGenerator random, int years) {
        Birth birth = p.birth();
        int away = years == 0 ? 0 : random.nextInt(1, years + 1) * (random.nextBoolean() ? 1 : -1);
        int day = 1 + (birth.on().getDayOfYear() + random.nextInt(40, 300)) % 365;
        return Birth.on(birth.on().plusYears(away).withDayOfYear(day));
    }

    private interface Likeness {

        @Nullable VolumePerson apply(
                VolumePerson somebody, VolumePerson other, RandomGenerator random);
    }
}
