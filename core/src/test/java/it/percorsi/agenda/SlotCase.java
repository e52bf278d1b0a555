package it.percorsi.agenda;

import it.percorsi.pathway.Ids;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** What searches for times are made of. */
final class SlotCase {

    private SlotCase() {}

    static Timetable.Bookable alone(int minutes) {
        return service(minutes, 0, 1);
    }

    static Timetable.Bookable service(int minutes, int buffer, int capacity) {
        return new Timetable.Bookable(
                Ids.next(),
                "orientamento",
                "Orientamento",
                minutes,
                buffer,
                null,
                capacity,
                Ids.next(),
                "Sportello",
                "Prato",
                Ids.next(),
                "Comune di Prato");
    }

    static Window weekly(
            UUID resource, String name, int weekday, LocalTime opens, LocalTime closes) {
        return new Window(
                resource, name, null, weekday, LocalDate.of(2000, 1, 1), null, opens, closes);
    }

    static Window onDay(
            UUID resource, String name, LocalDate day, LocalTime opens, LocalTime closes) {
        return new Window(resource, name, null, null, day, day, opens, closes);
    }
}
