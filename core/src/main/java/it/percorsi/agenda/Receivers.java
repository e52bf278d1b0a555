package it.percorsi.agenda;

import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Grant;
import it.percorsi.access.Grants;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The other bodies that expect somebody who was booked: they see that appointment, until after it.
 */
@Component
class Receivers {

    private final Grants grants;
    private final Timetable timetable;

    Receivers(Grants grants, Timetable timetable) {
        this.grants = grants;
        this.timetable = timetable;
    }

    void expect(Actor by, Instant at, Appointment appointment, UUID body, Slot slot) {
        Stream.concat(
                        Stream.of(body),
                        slot.mediated()
                                ? timetable
                                        .organisationOf(Objects.requireNonNull(slot.mediatorId()))
                                        .stream()
                                : Stream.empty())
                .distinct()
                .filter(other -> !other.equals(by.organisationId()))
                .forEach(other -> grants.give(grant(by, at, appointment, other)));
    }

    private static Grant grant(Actor by, Instant at, Appointment appointment, UUID body) {
        return new Grant(
                appointment.personId(),
                body,
                Basis.APPOINTMENT,
                "appointment.booked",
                appointment.id(),
                by,
                at,
                Rome.day(appointment.endsAt()).plusDays(2).atStartOfDay(Rome.ZONE).toInstant());
    }
}
