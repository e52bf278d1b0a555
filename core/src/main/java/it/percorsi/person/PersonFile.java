package it.percorsi.person;

import it.percorsi.network.Network.Country;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer sees of a person. A part that is not granted to them is empty, as if nobody had
 * ever written it.
 */
public record PersonFile(
        Person person,
        String languageName,
        @Nullable String birthPlace,
        @Nullable Contact contact,
        List<Country> citizenships,
        @Nullable String fiscalCode,
        @Nullable ResidencePermit permit,
        @Nullable NoticeGiven notice) {

    /** How to reach somebody. */
    public record Contact(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String municipality,
            @Nullable String municipalityName) {}

    /** The privacy notice that was handed over. */
    public record NoticeGiven(String version, String languageName, Instant at) {}

    /** Citizen of no state that is in the Union that day; unknown citizenship counts as neither. */
    public boolean thirdCountryNational(LocalDate on) {
        return !citizenships.isEmpty() && citizenships.stream().noneMatch(c -> c.inTheUnion(on));
    }
}
