package it.percorsi.agenda.web;

import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.Mediation;
import it.percorsi.agenda.Wishes;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.validation.Errors;

/**
 * When a time would suit somebody.
 *
 * @param weekdays 1 is Monday
 * @param half morning, afternoon or any
 * @param without whether a mediator must be there, or how to do otherwise
 */
record WaitForm(
        String service,
        String reason,
        String without,
        List<String> weekdays,
        String half,
        String notBefore,
        String notAfter) {

    private static final List<String> WORKING_DAYS = List.of("1", "2", "3", "4", "5");

    WaitForm {
        service = Objects.requireNonNullElse(service, "");
        reason = Objects.requireNonNullElse(reason, "");
        without = Objects.requireNonNullElse(without, "");
        weekdays = Objects.requireNonNullElse(weekdays, List.of());
        half = Objects.requireNonNullElse(half, "");
        notBefore = Objects.requireNonNullElse(notBefore, "");
        notAfter = Objects.requireNonNullElse(notAfter, "");
    }

    /** What was chosen for a booking; any working day suits until they say which. */
    static WaitForm of(String service, String reason, String without) {
        return new WaitForm(service, reason, without, WORKING_DAYS, Wishes.Half.ANY.name(), "", "");
    }

    /**
     * Any day from today, for six months, where none is typed.
     *
     * @param mediation whether the person needs one
     */
    Optional<Wishes> check(Errors errors, LocalDate today, boolean mediation) {
        Reading read = new Reading(errors, today);
        read.choice("reason", reason, names(Appointment.Reason.values()));
        read.choice("half", half, names(Wishes.Half.values()));
        if (weekdays.isEmpty()) {
            errors.rejectValue("weekdays", "wait.no-day");
        }
        weekdays.forEach(
                day -> read.choice("weekdays", day, List.of("1", "2", "3", "4", "5", "6", "7")));
        if (mediation) {
            read.choice(
                    "without",
                    without,
                    names(Mediation.IN_PERSON, Mediation.BY_PHONE, Mediation.WITHOUT));
        }
        LocalDate typedFirst = read.optionalDay("notBefore", notBefore);
        LocalDate typedLast = read.optionalDay("notAfter", notAfter);
        LocalDate first = typedFirst == null ? today : typedFirst;
        LocalDate last = typedLast == null ? today.plusMonths(Wishes.MONTHS) : typedLast;
        if (last.isBefore(first) || last.isBefore(today)) {
            errors.rejectValue("notAfter", "wait.ends-before");
        } else if (last.isAfter(today.plusYears(1))) {
            errors.rejectValue("notAfter", "wait.too-long");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(
                        new Wishes(
                                first,
                                last,
                                String.join("", weekdays.stream().distinct().sorted().toList()),
                                Wishes.Half.valueOf(half),
                                mediation ? Mediation.valueOf(without) : Mediation.NOT_NEEDED));
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
