package it.percorsi.reception.web;

import it.percorsi.citizen.Requests;
import it.percorsi.network.Network;
import it.percorsi.network.Notices.Notice;
import it.percorsi.person.Birth;
import it.percorsi.person.FiscalCode;
import it.percorsi.person.Gender;
import it.percorsi.person.Identifier;
import it.percorsi.person.Person;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService.Registration;
import it.percorsi.person.Search;
import it.percorsi.person.web.IdentityFields;
import it.percorsi.reception.Contacts;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What the desk types about somebody new.
 *
 * @param language empty: the one usually spoken by citizens of that country
 * @param confirmed the operator has seen the warnings and goes on
 * @param contact the anonymous contact this file begins from, or empty
 * @param request the request from the public pages this file begins from, or empty
 */
record FileForm(
        String familyName,
        String givenName,
        String originalScript,
        String bornOn,
        String gender,
        String citizenship,
        String otherCitizenship,
        String phone,
        String language,
        String noticeLanguage,
        String fiscalCode,
        String municipality,
        @Nullable Boolean confirmed,
        String contact,
        String request) {

    FileForm {
        familyName = Objects.requireNonNullElse(familyName, "");
        givenName = Objects.requireNonNullElse(givenName, "");
        originalScript = Objects.requireNonNullElse(originalScript, "");
        bornOn = Objects.requireNonNullElse(bornOn, "");
        gender = Objects.requireNonNullElse(gender, "");
        citizenship = Objects.requireNonNullElse(citizenship, "");
        otherCitizenship = Objects.requireNonNullElse(otherCitizenship, "");
        phone = Objects.requireNonNullElse(phone, "");
        language = Objects.requireNonNullElse(language, "");
        noticeLanguage = Objects.requireNonNullElse(noticeLanguage, "");
        fiscalCode = Objects.requireNonNullElse(fiscalCode, "");
        municipality = Objects.requireNonNullElse(municipality, "");
        confirmed = Objects.requireNonNullElse(confirmed, false);
        contact = Objects.requireNonNullElse(contact, "");
        request = Objects.requireNonNullElse(request, "");
    }

    /** The words of the search, each in its field: nothing is typed twice. */
    static FileForm from(
            Search search,
            String municipality,
            Contacts.@Nullable Row contact,
            Requests.@Nullable Row request) {
        List<String> names = search.names();
        LocalDate born = search.born();
        return new FileForm(
                names.isEmpty() ? "" : capital(names.getFirst()),
                String.join(" ", names.stream().skip(1).map(FileForm::capital).toList()),
                "",
                born != null
                        ? DateTimeFormatter.ofPattern("dd/MM/yyyy").format(born)
                        : search.year() == null ? "" : "/" + search.year(),
                "",
                "",
                "",
                Objects.requireNonNullElse(search.phone(), request == null ? "" : request.phone()),
                contact != null ? contact.language() : request == null ? "" : request.language(),
                "",
                search.code() == null ? "" : search.code(),
                municipality,
                false,
                contact == null ? "" : contact.id().toString(),
                request == null ? "" : request.id().toString());
    }

    private static String capital(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(java.util.Locale.ITALIAN) + word.substring(1);
    }

    Search asSearch(LocalDate today) {
        return Search.of(familyName + " " + givenName + " " + bornOn, today);
    }

    /** All that says who this is, as one would search for it. */
    String evidence() {
        return String.join(" ", familyName, givenName, bornOn, fiscalCode);
    }

    /** What can be registered, if everything could be read. */
    Optional<Registration> check(
            Errors errors, Network network, List<Notice> notices, LocalDate today) {
        Reading read = new Reading(errors, today);
        IdentityFields.names(read, errors, familyName, givenName);
        Birth born = IdentityFields.birth(errors, bornOn, today);
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
        Network.Country country = network.country(citizenship).orElse(null);
        List<String> citizen =
                IdentityFields.citizenships(errors, network, citizenship, otherCitizenship);
        String spoken = language.isEmpty() && country != null ? country.language() : language;
        if (spoken == null
                || network.languages().stream().noneMatch(l -> l.code().equals(spoken))) {
            errors.rejectValue("language", "field.choose");
        }
        Notice notice =
                notices.stream()
                        .filter(n -> n.language().equals(noticeLanguage))
                        .findFirst()
                        .orElse(null);
        if (notice == null) {
            errors.rejectValue("noticeLanguage", "person.notice-required");
        }
        if (!contact.isEmpty()) {
            read.id("contact", contact);
        }
        if (!request.isEmpty()) {
            read.id("request", request);
        }
        if (!municipality.isEmpty() && network.placeName(municipality).isEmpty()) {
            errors.rejectValue("municipality", "field.choice.unknown");
        }
        return errors.hasErrors()
                        || born == null
                        || country == null
                        || spoken == null
                        || notice == null
                ? Optional.empty()
                : Optional.of(
                        new Registration(
                                new Person.Identity(
                                        familyName,
                                        givenName,
                                        script,
                                        born,
                                        sex,
                                        birthPlace(code),
                                        spoken),
                                citizen,
                                new PersonFile.Contact(
                                        number,
                                        null,
                                        null,
                                        municipality.isEmpty() ? null : municipality,
                                        null,
                                        null),
                                code,
                                notice.version(),
                                notice.language()));
    }

    private static @Nullable String birthPlace(@Nullable Identifier code) {
        return code == null || code.kind() != Identifier.Kind.FISCAL_CODE
                ? null
                : new FiscalCode(code.value()).birthPlace();
    }
}
