package it.percorsi.reception;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.agenda.Slot;
import it.percorsi.agenda.SlotSearch;
import it.percorsi.agenda.Timetable;
import it.percorsi.agenda.Window;
import it.percorsi.network.DeskDay;
import it.percorsi.network.Network;
import it.percorsi.network.NetworkService;
import it.percorsi.pathway.Rome;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is here today, who is missing, and when the next free time is. */
@Service
@Transactional
public class RotaService {

    private final Rota rota;
    private final Timetable timetable;
    private final Network network;
    private final AccessTrail trail;

    RotaService(Rota rota, Timetable timetable, Network network, AccessTrail trail) {
        this.rota = rota;
        this.timetable = timetable;
        this.network = network;
        this.trail = trail;
    }

    /**
     * @param directory read already: hours and shifts are not asked for again
     */
    public Today today(Instant at, Network.DeskRow desk, NetworkService.Directory directory) {
        LocalDate day = Rome.day(at);
        DeskDay hours = Objects.requireNonNull(directory.weeks().get(desk.id())).on(day);
        boolean closed = hours.closedFor() != null;
        List<Rota.OnDuty> duties = rota.on(desk.id(), day);
        Set<UUID> away = rota.away(day);
        List<Network.Shift> mediators =
                directory.shifts().stream()
                        .filter(shift ->
                                !closed
                                        && !away.contains(shift.mediatorId())
                                        && shift.deskId().equals(desk.id())
                                        && shift.weekday() == day.getDayOfWeek().getValue())
                        .toList();
        return new Today(
                desk,
                hours,
                duties,
                mediators,
                Staffing.gaps(hours.bands(), rota.rules(desk.code(), day), duties),
                next(at, desk, directory));
    }

    public List<Rota.Duty> duties(Instant at, UUID desk) {
        return rota.duties(desk, Rome.day(at));
    }

    public List<Rota.Speaker> speakers(UUID desk) {
        return rota.speakers(desk);
    }

    public void keep(
            Actor by,
            Instant at,
            UUID desk,
            UUID operator,
            Rota.Profile profile,
            LocalDate from,
            Map<DayOfWeek, List<DeskDay.Band>> week) {
        rota.keep(desk, operator, profile, from, week);
        trail.changed(by, "ROTA", "desk", desk, List.of(), at);
    }

    public void speaks(
            Actor by, Instant at, UUID desk, UUID operator, String language, boolean does) {
        rota.speaks(operator, language, does);
        trail.changed(by, "ROTA", "desk", desk, List.of(), at);
    }

    /** The first time each service of the town can be booked for, without a mediator. */
    private List<Next> next(Instant at, Network.DeskRow desk, NetworkService.Directory directory) {
        Network.ReferenceRule notice = network.rule("appointment.minimum-notice", Rome.day(at));
        Map<UUID, List<Window>> operators = timetable.windows("OPERATOR");
        Map<UUID, List<Window>> rooms = timetable.windows("ROOM");
        List<SlotSearch.Busy> busy =
                timetable.busy(
                        Stream.of(operators, rooms)
                                .flatMap(each -> each.values().stream())
                                .flatMap(List::stream)
                                .map(Window::resourceId)
                                .distinct()
                                .toList(),
                        at,
                        at.plus(Duration.ofDays(SlotSearch.DAYS_AHEAD + 1)),
                        null);
        return timetable.bookables().stream()
                .filter(service -> service.place().equals(desk.place()))
                .map(service ->
                        new Next(
                                service,
                                new SlotSearch(
                                                service,
                                                Objects.requireNonNull(
                                                        directory.weeks().get(service.deskId())),
                                                operators.getOrDefault(service.id(), List.of()),
                                                rooms.getOrDefault(service.id(), List.of()),
                                                List.of(),
                                                busy)
                                        .first(
                                                at.plus(
                                                        Duration.ofMinutes(
                                                                service.noticeOr(notice))),
                                                SlotSearch.DAYS_AHEAD)
                                        .orElse(null)))
                .toList();
    }

    /**
     * @param mediators today's shifts at this desk
     */
    public record Today(
            Network.DeskRow desk,
            DeskDay hours,
            List<Rota.OnDuty> duties,
            List<Network.Shift> mediators,
            List<Staffing.Gap> gaps,
            List<Next> next) {

        /** Colleagues on duty who speak a language, each once. */
        public List<Rota.OnDuty> speakers(String language, UUID except) {
            Set<UUID> seen = new HashSet<>(Set.of(except));
            return duties.stream()
                    .filter(duty -> duty.speaks(language) && seen.add(duty.operatorId()))
                    .toList();
        }
    }

    /**
     * @param slot null where nothing is free as far ahead as anybody is booked
     */
    public record Next(Timetable.Bookable service, @Nullable Slot slot) {}
}
