package it.percorsi.agenda.web;

import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.Mediation;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A time chosen for somebody.
 *
 * @param without how to do if no mediator will be there: by phone, or without
 */
record BookingForm(String service, String slot, String reason, String without) {

    BookingForm {
        service = Objects.requireNonNullElse(service, "");
        slot = Objects.requireNonNullElse(slot, "");
        reason = Objects.requireNonNullElse(reason, "");
        without = Objects.requireNonNullElse(without, "");
    }

    static BookingForm of(HttpServletRequest request) {
        return new BookingForm(
                text(request.getParameter("service")),
                text(request.getParameter("slot")),
                text(request.getParameter("reason")),
                text(request.getParameter("without")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    void check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.required("slot", slot, Reading.LINE);
        read.choice(
                "reason",
                reason,
                Arrays.stream(Appointment.Reason.values()).map(Enum::name).toList());
        if (!without.isEmpty()) {
            read.choice(
                    "without",
                    without,
                    List.of(Mediation.BY_PHONE.name(), Mediation.WITHOUT.name()));
        }
    }
}
