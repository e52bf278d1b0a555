package it.percorsi.person.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import it.percorsi.person.FiscalCode;
import it.percorsi.person.Gender;
import it.percorsi.site.Reading;
import java.time.LocalDate;
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

    /**
     * Form and check letter block; a code that does not fit the person only asks to be confirmed.
     */
    public static @Nullable FiscalCode fiscalCode(
            Errors errors,
            String typed,
            String familyName,
            String givenName,
            @Nullable LocalDate born,
            boolean confirmed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            FiscalCode code = new FiscalCode(typed);
            if (born != null && !code.agreesWith(familyName, givenName, born) && !confirmed) {
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

    public static @Nullable Gender gender(Errors errors, String typed, @Nullable FiscalCode code) {
        if (typed.isBlank()) {
            return code == null ? null : code.gender();
        }
        try {
            return Gender.valueOf(typed);
        } catch (IllegalArgumentException unknown) {
            errors.rejectValue("gender", "field.choice.unknown");
            return null;
        }
    }
}
