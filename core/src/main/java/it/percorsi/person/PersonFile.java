package it.percorsi.person;

import it.percorsi.network.Network.Country;
import it.percorsi.pathway.StaleVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        List<Identified> identifiers,
        @Nullable ResidencePermit permit,
        @Nullable NoticeGiven notice) {

    /** The fiscal code in force. */
    public @Nullable String fiscalCode() {
        return identifiers.stream()
                .filter(code -> code.validUntil() == null)
                .filter(code -> code.kind().equals(Identifier.Kind.FISCAL_CODE.name()))
                .map(Identified::value)
                .findFirst()
                .orElse(null);
    }

    /**
     * @param version the one the form was opened with
     * @throws StaleVersion with what stands now, if somebody else came first
     */
    void correct(Person.Identity identity, int version) {
        if (version != person.version()) {
            throw new StaleVersion(written());
        }
        person.correct(identity);
    }

    /** What a form that corrects it begins from, by field name, where something is known. */
    public Map<String, String> written() {
        Map<String, String> fields = new HashMap<>();
        fields.put("familyName", person.familyName());
        fields.put("givenName", person.givenName());
        fields.put("originalScript", person.originalScript());
        fields.put("bornOn", person.birth().toString());
        fields.put("bornIn", person.bornIn());
        fields.put("gender", person.gender() == null ? null : person.gender().name());
        fields.put("citizenship", citizenship(0));
        fields.put("otherCitizenship", citizenship(1));
        fields.put("language", person.language());
        fields.put("fiscalCode", fiscalCode());
        if (contact != null) {
            fields.put("phone", contact.phone());
            fields.put("email", contact.email());
            fields.put("channel", contact.channel());
            fields.put("address", contact.address());
            fields.put("municipality", contact.municipality());
        }
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    private @Nullable String citizenship(int n) {
        return n < citizenships.size() ? citizenships.get(n).code() : null;
    }

    /**
     * A code of the person, past ones included.
     *
     * @param validUntil the day another took its place, or null while it is in force
     */
    public record Identified(String kind, String value, @Nullable LocalDate validUntil) {}

    /**
     * How to reach somebody.
     *
     * @param channel how they prefer to be reached, a {@link Channel}, or null
     */
    public record Contact(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String municipality,
            @Nullable String municipalityName,
            @Nullable String channel) {}

    /** A way of reaching somebody. */
    public enum Channel {
        PHONE,
        SMS,
        EMAIL,
        LETTER
    }

    /**
     * The privacy notice that was handed over last.
     *
     * @param newest the version that counts today
     */
    public record NoticeGiven(String version, String languageName, Instant at, String newest) {

        public boolean outdated() {
            return !version.equals(newest);
        }
    }

    /** Whether a permit to stay is asked of them that day; also while citizenship is unknown. */
    public boolean permitNeeded(LocalDate on) {
        return citizenships.stream().noneMatch(country -> country.staysFreely(on));
    }
}
