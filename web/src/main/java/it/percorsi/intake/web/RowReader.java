package it.percorsi.intake.web;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.intake.Column;
import it.percorsi.intake.RowReading;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.person.Birth;
import it.percorsi.person.FiscalCode;
import it.percorsi.person.Gender;
import it.percorsi.person.Identifier;
import it.percorsi.person.Person;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService.Registration;
import it.percorsi.person.web.IdentityFields;
import it.percorsi.site.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;

/** A row is read field by field as the form of the desk; what there is chosen, here has a name. */
@Component
class RowReader implements RowReading {

    private final Network network;

    RowReader(Network network) {
        this.network = network;
    }

    @Override
    public Reader reader(Actor by, Instant at, String noticeVersion, String noticeLanguage) {
        Vocabulary words = new Vocabulary(network);
        return (typed, confirmed) ->
                new Row(typed, confirmed, words, by, at).read(noticeVersion, noticeLanguage);
    }

    private static final class Row {

        private final Map<Column, String> typed;
        private final boolean confirmed;
        private final Vocabulary words;
        private final Actor by;
        private final Instant at;
        private final Errors errors = new MapBindingResult(new HashMap<>(), "row");

        Row(Map<Column, String> typed, boolean confirmed, Vocabulary words, Actor by, Instant at) {
            this.typed = typed;
            this.confirmed = confirmed;
            this.words = words;
            this.by = by;
            this.at = at;
        }

        private String cell(Column column) {
            return typed.getOrDefault(column, "").strip();
        }

        Read read(String noticeVersion, String noticeLanguage) {
            Reading read = new Reading(errors, Rome.day(at));
            String family = cell(Column.FAMILY_NAME);
            String given = cell(Column.GIVEN_NAME);
            IdentityFields.names(read, errors, family, given);
            Birth born = IdentityFields.birth(errors, cell(Column.BORN_ON), Rome.day(at));
            Identifier code = code(family, given, born);
            Gender gender =
                    IdentityFields.gender(errors, Vocabulary.gender(cell(Column.GENDER)), code);
            Network.Country country = country(Column.CITIZENSHIP);
            if (cell(Column.CITIZENSHIP).isEmpty()) {
                errors.rejectValue("citizenship", "intake.country-missing");
            }
            Network.Country other = country(Column.OTHER_CITIZENSHIP);
            String language = language(country);
            PersonFile.Contact contact = contact(read);
            String script = line(read, Column.ORIGINAL_SCRIPT);
            if (errors.hasErrors() || born == null || country == null || language == null) {
                return new Read(null, wrong());
            }
            return new Read(
                    new Registration(
                            new Person.Identity(
                                    family, given, script, born, gender, place(code), language),
                            Stream.of(country, other == null ? country : other)
                                    .map(Network.Country::code)
                                    .distinct()
                                    .toList(),
                            contact,
                            code,
                            noticeVersion,
                            noticeLanguage),
                    List.of());
        }

        private @Nullable Identifier code(String family, String given, @Nullable Birth born) {
            Identifier code =
                    IdentityFields.identifier(
                            errors, cell(Column.FISCAL_CODE), family, given, born, confirmed);
            if (code != null && code.kind().reserved() && !by.maySee(Section.RESERVED)) {
                errors.rejectValue("fiscalCode", "identifier.reserved");
            }
            return code;
        }

        private static @Nullable String place(@Nullable Identifier code) {
            return code == null || code.kind() != Identifier.Kind.FISCAL_CODE
                    ? null
                    : new FiscalCode(code.value()).birthPlace();
        }

        private Network.@Nullable Country country(Column column) {
            String named = cell(column);
            Network.Country country = words.country(named);
            if (country == null && !named.isEmpty()) {
                errors.rejectValue(column.field(), "intake.country-unknown");
            }
            return country;
        }

        /** As at the desk: where none is said, the one most used in the country. */
        private @Nullable String language(Network.@Nullable Country country) {
            String named = cell(Column.LANGUAGE);
            String code =
                    named.isEmpty()
                            ? country == null ? null : country.language()
                            : words.language(named);
            if (code == null && (country != null || !named.isEmpty())) {
                errors.rejectValue(
                        "language",
                        named.isEmpty() ? "intake.language-missing" : "intake.language-unknown");
            }
            return code;
        }

        private PersonFile.Contact contact(Reading read) {
            String town = cell(Column.MUNICIPALITY);
            String belfiore = town.isEmpty() ? null : words.municipality(town);
            if (belfiore == null && !town.isEmpty()) {
                errors.rejectValue("municipality", "intake.municipality-unknown");
            }
            return new PersonFile.Contact(
                    IdentityFields.phone(errors, cell(Column.PHONE)),
                    line(read, Column.EMAIL),
                    line(read, Column.ADDRESS),
                    belfiore,
                    null,
                    null);
        }

        private @Nullable String line(Reading read, Column column) {
            return read.optional(column.field(), cell(column), Reading.LINE);
        }

        private List<Wrong> wrong() {
            return errors.getFieldErrors().stream().map(Row::wrong).toList();
        }

        private static Wrong wrong(FieldError error) {
            Object[] arguments = error.getArguments();
            return new Wrong(
                    Column.ofField(error.getField()).orElse(null),
                    String.valueOf(error.getCode()),
                    arguments == null
                            ? List.of()
                            : Arrays.stream(arguments).map(String::valueOf).toList());
        }
    }
}
