package it.percorsi.agenda;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.agenda.Agenda.AppointmentRow;
import it.percorsi.network.Network;
import it.percorsi.network.Week;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agenda of a body, to be looked at and printed; and who came, for a whole day at once. */
@Service
@Transactional
public class SheetService {

    private final Agenda agenda;
    private final Timetable timetable;
    private final Network network;
    private final AgendaService service;
    private final AccessTrail trail;

    SheetService(
            Agenda agenda,
            Timetable timetable,
            Network network,
            AgendaService service,
            AccessTrail trail) {
        this.agenda = agenda;
        this.timetable = timetable;
        this.network = network;
        this.service = service;
        this.trail = trail;
    }

    /**
     * @param until not included
     */
    public Sheet sheet(Actor by, Instant at, UUID body, LocalDate from, LocalDate until) {
        List<AppointmentRow> rows = agenda.sheet(body, from, until, by);
        trail.listed(by, "agenda-week", AppointmentRow.persons(rows), at);
        List<Timetable.Opening> openings = timetable.openings(body, from, until);
        return new Sheet(
                rows,
                openings,
                timetable.away(
                        openings.stream().map(o -> o.window().resourceId()).distinct().toList(),
                        from.atStartOfDay(Rome.ZONE).toInstant(),
                        until.atStartOfDay(Rome.ZONE).toInstant()),
                network.weeks());
    }

    /** The list of a day, with the telephone numbers the viewer may see. */
    public DayList day(Actor by, Instant at, UUID body, LocalDate day) {
        List<AppointmentRow> rows = agenda.sheet(body, day, day.plusDays(1), by);
        trail.listed(by, "agenda-day", AppointmentRow.persons(rows), at);
        return new DayList(rows, agenda.phones(AppointmentRow.persons(rows), by));
    }

    /**
     * Says of several at once who came and who did not.
     *
     * @param marks one that was marked or cancelled meanwhile is left as it is
     * @return how many were marked
     */
    public int mark(Actor by, Instant at, Map<UUID, AppointmentMove> marks) {
        int marked = 0;
        for (Map.Entry<UUID, AppointmentMove> mark : marks.entrySet()) {
            Optional<Appointment> appointment = agenda.visible(mark.getKey(), by);
            if (appointment.isPresent()
                    && appointment.get().movesOpenTo(by, at).contains(mark.getValue())) {
                service.move(by, at, mark.getKey(), mark.getValue(), null);
                marked++;
            }
        }
        return marked;
    }

    public record DayList(List<AppointmentRow> rows, Map<UUID, String> phones) {}

    /** Some days of a body: what is booked, when its operators are there, when they are away. */
    public record Sheet(
            List<AppointmentRow> rows,
            List<Timetable.Opening> openings,
            List<SlotSearch.Busy> away,
            Map<UUID, Week> places) {

        /** Who is there on a day, from when to when; nobody where the place is closed. */
        public List<Window> open(LocalDate day) {
            return Window.on(
                    day,
                    openings.stream()
                            .filter(opening -> {
                                Week place = places.get(opening.deskId());
                                return place == null || place.on(day).closedFor() == null;
                            })
                            .map(Timetable.Opening::window)
                            .toList());
        }

        public boolean away(UUID operator, LocalDateTime half) {
            Instant start = Rome.instant(half);
            return away.stream()
                    .anyMatch(a ->
                            a.resourceId().equals(operator)
                                    && a.meets(start, start.plusSeconds(HALF_HOUR)));
        }

        private static final int HALF_HOUR = 1800;
    }
}
