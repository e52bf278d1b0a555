package it.percorsi.administration.web;

import it.percorsi.access.WorkMail;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A work address, or none, and whether there is to be a mail every morning. */
record WorkMailForm(String mail, @Nullable Boolean daily) {

    WorkMailForm {
        mail = Objects.requireNonNullElse(mail, "");
        daily = Boolean.TRUE.equals(daily);
    }

    static WorkMailForm of(WorkMail kept) {
        return new WorkMailForm(Objects.requireNonNullElse(kept.address(), ""), kept.daily());
    }

    void check(Errors errors) {
        String address = new Reading(errors, LocalDate.EPOCH).optional("mail", mail, Reading.LINE);
        if (address != null && !WorkMail.isAddress(address)) {
            errors.rejectValue("mail", "account.mail-unreadable");
        }
    }

    @Nullable String address() {
        return mail.isBlank() ? null : mail.strip();
    }

    WorkMail read() {
        return new WorkMail(address(), Boolean.TRUE.equals(daily));
    }
}
