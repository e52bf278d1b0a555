package it.percorsi.agenda;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.network.Week;
import it.percorsi.pathway.Rome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The free times of a service, for somebody who speaks a language. */
@Service
class FreeTimes {

    /** More are not tried while somebody waits. */
    private static final int MOST_TRIED = 50;

    private final Agenda agenda;
    private final Timetable timetable;
    private final Network network;

    FreeTimes(Agenda agenda, Timetable timetable, Network network) {
        this.agenda = agenda;
        this.timetable = timetable;
        this.network = network;
    }

    /**
     * @param moving the appointment that looks for another time
     * @return first times first
     */
    List<Slot> of(Timetable.Bookable service, String language, Instant at, @Nullable UUID moving) {
        int notice = service.noticeOr(network.rule("appointment.minimum-notice", Rome.day(at)));
        Week place = Objects.requireNonNull(network.weeks().get(service.deskId()));
        List<Window> operators = timetable.windows(service.id(), "OPERATOR");
        List<Window> rooms = timetable.windows(service.id(), "ROOM");
        List<Window> mediators =
                needsMediation(language)
                        ? timetable.mediatorWindows(language, place.municipality())
                        : List.of();
        List<UUID> resources =
                Stream.of(operators, rooms, mediators)
                        .flatMap(List::stream)
                        .map(Window::resourceId)
                        .distinct()
                        .toList();
        Instant until = at.plus(Duration.ofDays(SlotSearch.DAYS_AHEAD + 1));
        return new SlotSearch(
                        service,
                        place,
                        operators,
                        rooms,
                        mediators,
                        timetable.busy(resources, at, until, moving))
                .free(at.plus(Duration.ofMinutes(notice)), SlotSearch.DAYS_AHEAD);
    }

    /**
     * Keeps the first of these that can be kept; somebody else may be quicker at each.
     *
     * @return its key; empty if none could be kept
     */
    String holdFirst(List<Slot> slots, Actor by) {
        return slots.stream()
                .limit(MOST_TRIED)
                .filter(slot -> agenda.hold(slot, by))
                .findFirst()
                .map(Slot::key)
                .orElse("");
    }

    static boolean needsMediation(String language) {
        return !language.equals("it");
    }

    /** How the two understand each other in a slot; {@code without} where no mediator is there. */
    static Mediation mediation(String language, Slot slot, Mediation without) {
        if (!needsMediation(language)) {
            return Mediation.NOT_NEEDED;
        }
        return slot.mediated() ? Mediation.IN_PERSON : without;
    }
}
