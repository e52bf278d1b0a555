package it.percorsi.access;

import it.percorsi.network.Network.Country;
import it.percorsi.pathway.Ids;
import it.percorsi.person.Birth;
import it.percorsi.person.Gender;
import it.percorsi.person.Person;
import it.percorsi.person.PersonFile;
import it.percorsi.person.ResidencePermit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of the tests, the same as in the demo. */
public final class Cast {

    public static final UUID COMUNE_PRATO = Ids.next();
    public static final UUID CPI_PRATO = Ids.next();
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    public static final Country ALBANIA =
            new Country("AL", "Albania", "Z100", null, null, null, null, "sq");
    public static final Country ROMANIA =
            new Country("RO", "Romania", "Z129", LocalDate.of(2007, 1, 1), null, null, null, "ro");
    public static final Country ITALY =
            new Country("IT", "Italia", null, LocalDate.of(1958, 1, 1), null, null, null, "it");

    private Cast() {}

    public static Actor actor(UUID organisation, Role role) {
        return new Actor(Ids.next(), "Ada Neri", Ids.next(), organisation, "Comune di Prato", role);
    }

    public static Person person(LocalDate born) {
        return person(Birth.on(born));
    }

    public static Person person(Birth born) {
        return new Person(
                new Person.Identity("Hoxha", "Arta", null, born, Gender.F, "Z100", "sq"), NOW);
    }

    public static PersonFile file(
            LocalDate born, @Nullable ResidencePermit permit, Country... citizenships) {
        return new PersonFile(
                person(born),
                "albanese",
                "Albania",
                null,
                List.of(citizenships),
                null,
                permit,
                null);
    }
}
