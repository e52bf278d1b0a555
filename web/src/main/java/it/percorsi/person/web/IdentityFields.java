package it.percorsi.person.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import it.percorsi.network.Network;
import it.percorsi.person.Birth;
import it.percorsi.person.FiscalCode;
import it.percorsi.person.Gender;
import it.percorsi.person.Identifier;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The fields of a person's identity that two forms share, read and checked alike. */
public final class IdentityFields {

    private IdentityFields() {}

    /** One name is enough. */
    public static void names(Reading read, Errors errors, String familyName, String givenName) {
        if (familyName.isBlank() && givenName.isBlank()) {
            errors.rejectValue("familyName", "person.no-name");
        }
        read.limited("familyName", familyName, Reading.LINE);
        read.limited("givenName", givenName, Reading.LINE);
    }

    public static @Nullable Birth birth(Errors errors, String typed, LocalDate today) {
        Birth birth = Birth.read(typed, today).orElse(null);
        if (birth == null) {
            errors.rejectValue(
                    "bornOn", typed.isBlank() ? "field.required" : "field.birth.unreadable");
        }
        return birth;
    }

    /**
     * A fiscal, provisional or health code in one field. Form and check character block; a fiscal
     * code that does not fit the person only asks to be confirmed.
     */
    public static @Nullable Identifier identifier(
            Errors errors,
            String typed,
            String familyName,
            String givenName,
            @Nullable Birth born,
            boolean confirmed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            Identifier code = Identifier.read(typed);
            if (born != null
                    && born.exact()
                    && !confirmed
                    && code.kind() == Identifier.Kind.FISCAL_CODE
                    && !new FiscalCode(code.value()).agreesWith(familyName, givenName, born.on())) {
                errors.rejectValue("fiscalCode", "fiscal-code.mismatch");
            }
            return code;
        } catch (IllegalArgumentException wrong) {
            errors.rejectValue("fiscalCode", String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    /** Written with its country code; Italian where none is typed. */
    public static @Nullable String phone(Errors errors, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(typed, "IT");
            if (phones.isPossibleNumber(number)) {
                return phones.format(number, PhoneNumberFormat.INTERNATIONAL);
            }
        } catch (NumberParseException unreadable) {
            // Said below, with the field.
        }
        errors.rejectValue("phone", "field.phone.unreadable");
        return null;
    }

    /** The citizenships chosen, without repetition; the first is required. */
    public static List<String> citizenships(
            Errors errors, Network network, String first, String other) {
        if (network.country(first).isEmpty()) {
            errors.rejectValue("citizenship", "field.choose");
        }
        if (!other.isEmpty() && network.country(other).isEmpty()) {
            errors.rejectValue("otherCitizenship", "field.choice.unknown");
        }
        return Stream.of(first, other).filter(code -> !code.isEmpty()).distinct().toList();
    }

    /** As typed; where nothing is, as the fiscal code says. */
    public static @Nullable Gender gender(
            Errors errors, String typed, @Nullable Identifier identifier) {
        if (typed.isBlank()) {
            return identifier == null || identifier.kind() != Identifier.Kind.FISCAL_CODE
                    ? null
                    : new FiscalCode(identifier.value()).gender();
        }
        try {
            return Gender.valueOf(typed);
        } catch (IllegalArgumentException unknown) {
            errors.rejectValue("gender", "field.choice.unknown");
            return null;
        }
    }
}
