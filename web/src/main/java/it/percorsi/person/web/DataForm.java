package it.percorsi.person.web;

import it.percorsi.network.Network;
import it.percorsi.person.Birth;
import it.percorsi.person.Gender;
import it.percorsi.person.Identifier;
import it.percorsi.person.Person;
import it.percorsi.person.PersonFile;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Identity and contacts, corrected in place. */
record DataForm(
        String familyName,
        String givenName,
        String originalScript,
        String bornOn,
        String gender,
        String bornIn,
        String citizenship,
        String otherCitizenship,
        String language,
        String fiscalCode,
        String phone,
        String email,
        String channel,
        String address,
        String municipality,
        @Nullable Boolean confirmed) {

    DataForm {
        familyName = Objects.requireNonNullElse(familyName, "");
        givenName = Objects.requireNonNullElse(givenName, "");
        originalScript = Objects.requireNonNullElse(originalScript, "");
        bornOn = Objects.requireNonNullElse(bornOn, "");
        gender = Objects.requireNonNullElse(gender, "");
        bornIn = Objects.requireNonNullElse(bornIn, "");
        citizenship = Objects.requireNonNullElse(citizenship, "");
        otherCitizenship = Objects.requireNonNullElse(otherCitizenship, "");
        channel = Objects.requireNonNullElse(channel, "");
        language = Objects.requireNonNullElse(language, "");
        fiscalCode = Objects.requireNonNullElse(fiscalCode, "");
        phone = Objects.requireNonNullElse(phone, "");
        email = Objects.requireNonNullElse(email, "");
        address = Objects.requireNonNullElse(address, "");
        municipality = Objects.requireNonNullElse(municipality, "");
        confirmed = Objects.requireNonNullElse(confirmed, false);
    }

    static DataForm of(PersonFile file) {
        Map<String, String> written = file.written();
        return new DataForm(
                written.getOrDefault("familyName", ""),
                written.getOrDefault("givenName", ""),
                written.getOrDefault("originalScript", ""),
                written.getOrDefault("bornOn", ""),
                written.getOrDefault("gender", ""),
                written.getOrDefault("bornIn", ""),
                written.getOrDefault("citizenship", ""),
                written.getOrDefault("otherCitizenship", ""),
                written.getOrDefault("language", ""),
                written.getOrDefault("fiscalCode", ""),
                written.getOrDefault("phone", ""),
                written.getOrDefault("email", ""),
                written.getOrDefault("channel", ""),
                written.getOrDefault("address", ""),
                written.getOrDefault("municipality", ""),
                false);
    }

    Optional<Correction> check(Errors errors, Network network, LocalDate today) {
        Reading read = new Reading(errors, today);
        IdentityFields.names(read, errors, familyName, givenName);
        Birth born = IdentityFields.birth(errors, bornOn, today);
        List<String> citizen =
                IdentityFields.citizenships(errors, network, citizenship, otherCitizenship);
        Identifier code =
                IdentityFields.identifier(
                        errors,
                        fiscalCode,
                        familyName,
                        givenName,
                        born,
                        Boolean.TRUE.equals(confirmed));
        Gender sex = IdentityFields.gender(errors, gender, code);
        String number = IdentityFields.phone(errors, phone);
        String script = read.optional("originalScript", originalScript, Reading.LINE);
        String mail = read.optional("email", email, Reading.LINE);
        if (!channel.isEmpty()
                && Arrays.stream(PersonFile.Channel.values())
                        .noneMatch(known -> known.name().equals(channel))) {
            errors.rejectValue("channel", "field.choice.unknown");
        }
        String street = read.optional("address", address, Reading.LINE);
        read.choice(
                "language",
                language,
                network.languages().stream().map(Network.Choice::code).toList());
        String town = place(errors, "municipality", municipality, network);
        String birthPlace = place(errors, "bornIn", bornIn, network);
        return read.failed() || born == null
                ? Optional.empty()
                : Optional.of(
                        new Correction(
                                new Person.Identity(
                                        familyName,
                                        givenName,
                                        script,
                                        born,
                                        sex,
                                        birthPlace,
                                        language),
                                citizen,
                                code,
                                new PersonFile.Contact(
                                        number,
                                        mail,
                                        street,
                                        town,
                                        null,
                                        channel.isEmpty() ? null : channel)));
    }

    private static @Nullable String place(
            Errors errors, String field, String code, Network network) {
        if (code.isBlank()) {
            return null;
        }
        String belfiore = code.strip().toUpperCase(java.util.Locale.ROOT);
        if (network.placeName(belfiore).isEmpty()) {
            errors.rejectValue(field, "field.choice.unknown");
        }
        return belfiore;
    }

    record Correction(
            Person.Identity identity,
            List<String> citizenships,
            @Nullable Identifier identifier,
            PersonFile.Contact contact) {}
}
