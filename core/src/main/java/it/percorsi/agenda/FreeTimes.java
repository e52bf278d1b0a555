package it.percorsi.agenda;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.network.Week;
import it.percorsi.pathway.Rome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The free times of a service, for somebody who speaks a language. */
@Service
class FreeTimes {

    /** Of the next ones more are not tried while somebody waits. */
    private static final int MOST_TRIED = 20;

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
        return of(service, Set.of(language), at, moving).getOrDefault(language, List.of());
    }

    /** The same for several languages at once: they differ by the mediators who are there. */
    Map<String, List<Slot>> of(
            Timetable.Bookable service, Set<String> languages, Instant at, @Nullable UUID moving) {
        Instant until = at.plus(Duration.ofDays(SlotSearch.DAYS_AHEAD + 1));
        Instant earliest = at.plus(notice(service, at));
        return searches(
                        service,
                        languages,
                        resources -> timetable.busy(resources, at, until, moving))
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                search -> search.getValue().free(earliest, SlotSearch.DAYS_AHEAD)));
    }

    /**
     * @param busy when these resources are taken
     */
    SlotSearch search(
            Timetable.Bookable service,
            String language,
            Function<List<UUID>, List<SlotSearch.Busy>> busy) {
        return Objects.requireNonNull(searches(service, Set.of(language), busy).get(language));
    }

    private Map<String, SlotSearch> searches(
            Timetable.Bookable service,
            Set<String> languages,
            Function<List<UUID>, List<SlotSearch.Busy>> busy) {
        Week place = Objects.requireNonNull(network.weeks().get(service.deskId()));
        List<Window> operators = timetable.windows(service.id(), "OPERATOR");
        List<Window> rooms = timetable.windows(service.id(), "ROOM");
        List<String> foreign = languages.stream().filter(FreeTimes::needsMediation).toList();
        Map<String, List<Window>> mediators =
                foreign.isEmpty()
                        ? Map.of()
                        : timetable.mediatorWindows(foreign, place.municipality());
        List<UUID> resources =
                Stream.concat(Stream.of(operators, rooms), mediators.values().stream())
                        .flatMap(List::stream)
                        .map(Window::resourceId)
                        .distinct()
                        .toList();
        List<SlotSearch.Busy> taken = busy.apply(resources);
        return languages.stream()
                .collect(
                        Collectors.toMap(
                                language -> language,
                                language ->
                                        new SlotSearch(
                                                service,
                                                place,
                                                operators,
                                                rooms,
                                                mediators.getOrDefault(language, List.of()),
                                                taken)));
    }

    /** How long before its time somebody is booked at the latest. */
    Duration notice(Timetable.Bookable service, Instant at) {
        return Duration.ofMinutes(
                service.noticeOr(network.rule("appointment.minimum-notice", Rome.day(at))));
    }

    /** When the next working day of the service's desk ends. */
    Instant endOfNextWorkingDay(Timetable.Bookable service, Instant at) {
        return Objects.requireNonNull(network.weeks().get(service.deskId()))
                .endOfNextWorkingDay(Rome.day(at));
    }

    /**
     * The time of this name: only its day is looked at.
     *
     * @throws SlotTaken if it is not free any more
     */
    Slot named(
            String key,
            Timetable.Bookable service,
            String language,
            Instant at,
            @Nullable UUID moving) {
        return find(key, service, language, at, moving).orElseThrow(SlotTaken::new);
    }

    private Optional<Slot> find(
            String key,
            Timetable.Bookable service,
            String language,
            Instant at,
            @Nullable UUID moving) {
        Instant earliest = at.plus(notice(service, at));
        LocalDate first = Rome.day(earliest);
        LocalDate day = Slot.dayOf(key).orElse(first);
        if (day.isBefore(first) || !day.isBefore(first.plusDays(SlotSearch.DAYS_AHEAD))) {
            return Optional.empty();
        }
        Instant from = day.equals(first) ? earliest : day.atStartOfDay(Rome.ZONE).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(Rome.ZONE).toInstant();
        return search(
                        service,
                        language,
                        resources -> timetable.busy(resources, from, until, moving))
                .among(Slot.namedIn(key))
                .free(from, 1)
                .stream()
                .filter(slot -> slot.key().equals(key))
                .findFirst();
    }

    /**
     * Keeps the time of this name for whoever is typing.
     *
     * @return whether it could be kept
     */
    boolean hold(
            String key,
            Timetable.Bookable service,
            String language,
            Instant at,
            @Nullable UUID moving,
            Actor by) {
        return find(key, service, language, at, moving)
                .filter(slot -> agenda.hold(slot, by))
                .isPresent();
    }

    /**
     * Keeps the first time on offer that can be kept for whoever is typing; where others decide
     * about all the next ones, the first of another day.
     */
    Offer keepingFirst(Offer offer, Actor by) {
        Set<LocalDate> days = new HashSet<>();
        List<Slot> tried =
                Stream.concat(
                                offer.slots().stream().limit(MOST_TRIED),
                                offer.slots().stream()
                                        .filter(slot -> days.add(slot.starts().toLocalDate())))
                        .toList();
        return agenda.holdFirst(tried, by).map(offer::keeping).orElse(offer);
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
