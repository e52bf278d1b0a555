package it.percorsi.volume.persistence;

import it.percorsi.person.Birth;
import it.percorsi.person.Birth.Precision;
import it.percorsi.person.FiscalCode;
import it.percorsi.person.Gender;
import it.percorsi.person.Identifier;
import it.percorsi.volume.persistence.VolumeNames.Name;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How a second file of somebody differs from the first, from the easy to the hard. */
public enum Twin {
    PROVISIONAL_THEN_DEFINITIVE((p, random) ->
            p.identifier() != null && p.identifier().kind() == Identifier.Kind.PROVISIONAL_CODE
                    ? p.identified(
                            Identifier.of(
                                    FiscalCode.of(
                                            p.familyName(),
                                            p.givenName(),
                                            p.birth().on(),
                                            p.gender(),
                                            p.bornIn())))
                    : null),
    ACCENTS((p, random) -> {
        Function<Name, @Nullable Name> lost = Slips.text(Slips::accents);
        List<Name> family = Slips.once(p.family(), lost);
        List<Name> given = Slips.once(p.given(), lost);
        return family == null && given == null
                ? null
                : p.called(family == null ? p.family() : family, given == null ? p.given() : given);
    }),
    EXCHANGED_NAMES((p, random) -> p.called(p.given(), p.family())),
    TRANSLITERATION((p, random) -> {
        List<Name> family = Slips.once(p.family(), n -> Slips.variant(n, random));
        List<Name> given = Slips.once(p.given(), n -> Slips.variant(n, random));
        return p.origin().country().equals("IT") || family == null && given == null
                ? null
                : p.called(family == null ? p.family() : family, given == null ? p.given() : given);
    }),
    ORIGINAL_SCRIPT((p, random) ->
            p.scriptKnown()
                    ? p.called(VolumePerson.inScript(p.family()), VolumePerson.inScript(p.given()))
                    : null),
    JOINED((p, random) -> either(p, Slips::joined)),
    SOUND_ALIKE((p, random) -> either(p, Slips.text(n -> Slips.sound(n, random)))),
    SURNAME_SLIP((p, random) -> surname(p, Slips.text(n -> Slips.letter(n, random)))),
    GIVEN_SLIP((p, random) -> {
        List<Name> given = Slips.once(p.given(), Slips.text(n -> Slips.letter(n, random)));
        return given == null ? null : p.called(p.family(), given);
    }),
    SECOND_NAME_LOST((p, random) ->
            p.given().size() > 1 ? p.called(p.family(), p.given().subList(0, 1)) : null),
    SECOND_SURNAME_LOST((p, random) ->
            p.family().size() > 1 ? p.called(p.family().subList(0, 1), p.given()) : null),
    DAY_AND_MONTH((p, random) -> {
        LocalDate on = p.birth().on();
        return on.getDayOfMonth() <= 12 && on.getDayOfMonth() != on.getMonthValue()
                ? p.born(
                        Birth.on(
                                LocalDate.of(on.getYear(), on.getDayOfMonth(), on.getMonthValue())))
                : null;
    }),
    YEAR_SLIP((p, random) ->
            p.born(
                    Birth.on(
                            p.birth()
                                    .on()
                                    .plusYears(
                                            (random.nextBoolean() ? 1 : -1)
                                                    * (random.nextInt(4) == 0 ? 10 : 1))))),
    DAY_SLIP((p, random) -> {
        LocalDate on = p.birth().on();
        int other = 1 + (on.getDayOfMonth() + random.nextInt(1, 27)) % 28;
        return other == on.getDayOfMonth() ? null : p.born(Birth.on(on.withDayOfMonth(other)));
    }),
    YEAR_ONLY((p, random) -> p.born(new Birth(p.birth().on().withDayOfYear(1), Precision.YEAR))),
    SLIP_AND_DAY_AND_MONTH((p, random) -> {
        VolumePerson slipped = SURNAME_SLIP.slip.apply(p, random);
        return slipped == null ? null : DAY_AND_MONTH.slip.apply(slipped, random);
    }),
    HALF_NAME_SAME_PHONE((p, random) -> p.phone() == null ? null : p.called(p.family(), List.of())),
    MARRIED((p, random) ->
            p.gender() == Gender.F && p.phone() != null
                    ? p.called(p.origin().family(random), p.given())
                    : null);

    private final Slip slip;

    Twin(Slip slip) {
        this.slip = slip;
    }

    /**
     * The second file of somebody: in which the telephone is the same, another or missing, and
     * there is no code but what the kind says.
     *
     * @return null where this cannot happen to this person
     */
    @Nullable VolumePerson of(VolumePerson first, String otherPhone, RandomGenerator random) {
        VolumePerson twin = slip.apply(first, random);
        if (twin == null) {
            return null;
        }
        int luck = random.nextInt(20);
        boolean keepsPhone = this == HALF_NAME_SAME_PHONE || this == MARRIED || luck < 10;
        VolumePerson reached = keepsPhone ? twin : twin.reached(luck < 17 ? otherPhone : null);
        return this == PROVISIONAL_THEN_DEFINITIVE ? reached : reached.identified(null);
    }

    private static @Nullable VolumePerson surname(
            VolumePerson p, Function<Name, @Nullable Name> slip) {
        List<Name> family = Slips.once(p.family(), slip);
        return family == null ? null : p.called(family, p.given());
    }

    private static @Nullable VolumePerson either(
            VolumePerson p, Function<Name, @Nullable Name> slip) {
        VolumePerson there = surname(p, slip);
        List<Name> given = Slips.once(p.given(), slip);
        return there != null ? there : given == null ? null : p.called(p.family(), given);
    }

    private interface Slip {

        @Nullable VolumePerson apply(VolumePerson first, RandomGenerator random);
    }
}
