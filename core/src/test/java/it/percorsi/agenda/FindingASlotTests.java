package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import it.percorsi.agenda.SlotSearch.Busy;
import it.percorsi.network.Week;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingASlotTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant EARLY = Rome.instant(MONDAY.atTime(6, 0));

    private final UUID bianchi = Ids.next();
    private final UUID urdu = Ids.next();
    private final Window mondayMorning =
            SlotCase.weekly(bianchi, "Bianchi", 1, LocalTime.of(9, 0), LocalTime.of(11, 0));
    private final Window urduShift =
            SlotCase.weekly(urdu, "Mediazione urdu", 1, LocalTime.of(10, 0), LocalTime.of(13, 0));
    private final Week open = new Week("G999", List.of(), Map.of(), List.of());

    private List<Slot> find(Week week, List<Window> mediators, Busy... busy) {
        return new SlotSearch(
                        SlotCase.alone(30),
                        week,
                        List.of(mondayMorning),
                        List.of(),
                        mediators,
                        List.of(busy))
                .free(EARLY, 7);
    }

    private static Busy busy(UUID resource, int hour, int minute) {
        Instant from = Rome.instant(MONDAY.atTime(hour, minute));
        return new Busy(resource, from, from.plusSeconds(1800), Ids.next(), 1);
    }

    @Test
    void dividesAWindowIntoAppointments() {
        assertThat(find(open, List.of()))
                .extracting(Slot::starts)
                .containsExactly(
                        MONDAY.atTime(9, 0),
                        MONDAY.atTime(9, 30),
                        MONDAY.atTime(10, 0),
                        MONDAY.atTime(10, 30));
    }

    @Test
    void leavesOutWhatIsTaken() {
        assertThat(find(open, List.of(), busy(bianchi, 9, 30)))
                .extracting(Slot::starts)
                .doesNotContain(MONDAY.atTime(9, 30))
                .hasSize(3);
    }

    @Test
    void theFirstIsTheFirstOfAll() {
        SlotSearch search =
                new SlotSearch(
                        SlotCase.alone(30),
                        open,
                        List.of(mondayMorning),
                        List.of(),
                        List.of(),
                        List.of(busy(bianchi, 9, 0)));

        assertThat(search.first(EARLY, 7)).contains(search.free(EARLY, 7).getFirst());
        assertThat(search.first(Rome.instant(MONDAY.plusDays(1).atStartOfDay()), 6)).isEmpty();
    }

    @Test
    void aChosenTimeStandsThoughAnotherRoomBecameFree() {
        UUID small = Ids.next();
        UUID large = Ids.next();
        List<Window> rooms =
                Stream.of(small, large)
                        .map(room ->
                                SlotCase.weekly(
                                        room, "Stanza", 1, LocalTime.of(9, 0), LocalTime.of(11, 0)))
                        .toList();
        SlotSearch before = inRooms(rooms, busy(small, 9, 0));
        Slot chosen = before.first(EARLY, 7).orElseThrow();
        assertThat(chosen.roomId()).isEqualTo(large);

        SlotSearch now = inRooms(rooms);

        assertThat(now.first(EARLY, 7).orElseThrow().roomId()).isEqualTo(small);
        assertThat(now.among(Slot.namedIn(chosen.key())).first(EARLY, 7).map(Slot::key))
                .contains(chosen.key());
        // A name without the room the service asks for is nobody's.
        assertThat(now.among(Set.of(bianchi)).free(EARLY, 7)).isEmpty();
        assertThat(
                        inRooms(rooms, busy(large, 9, 0))
                                .among(Slot.namedIn(chosen.key()))
                                .free(EARLY, 7))
                .extracting(Slot::key)
                .doesNotContain(chosen.key());
    }

    private SlotSearch inRooms(List<Window> rooms, Busy... busy) {
        return new SlotSearch(
                SlotCase.alone(30), open, List.of(mondayMorning), rooms, List.of(), List.of(busy));
    }

    @Test
    void bringsTheMediatorOnlyDuringTheirShiftAndWhenFree() {
        List<Slot> slots = find(open, List.of(urduShift), busy(urdu, 10, 0));

        assertThat(slots)
                .filteredOn(Slot::mediated)
                .extracting(Slot::starts)
                .containsExactly(MONDAY.atTime(10, 30));
        assertThat(slots).hasSize(4);
    }

    @Test
    void offersNothingOnAClosedDay() {
        Week closed = new Week("G999", List.of(), Map.of(MONDAY, "Assemblea"), List.of());

        assertThat(find(closed, List.of())).isEmpty();
    }

    @Test
    void offersNothingBeforeTheNoticeAsked() {
        SlotSearch search =
                new SlotSearch(
                        SlotCase.alone(30),
                        open,
                        List.of(mondayMorning),
                        List.of(),
                        List.of(),
                        List.of());

        assertThat(search.free(Rome.instant(MONDAY.atTime(10, 1)), 1))
                .extracting(Slot::starts)
                .containsExactly(MONDAY.atTime(10, 30));
    }

    @Test
    void keepsTheClockOfRomeAcrossTheChangeOfHour() {
        SlotSearch search =
                new SlotSearch(
                        SlotCase.alone(30),
                        open,
                        List.of(mondayMorning),
                        List.of(),
                        List.of(),
                        List.of());
        LocalDate afterChange = LocalDate.of(2026, 3, 30);

        List<Slot> slots = search.free(Rome.instant(LocalDateTime.of(2026, 3, 28, 8, 0)), 4);

        assertThat(slots.getFirst().starts()).isEqualTo(afterChange.atTime(9, 0));
        assertThat(slots.getFirst().from()).isEqualTo(Instant.parse("2026-03-30T07:00:00Z"));
    }

    @Test
    void whereTheServiceAsksForARoomOneIsFreeOrThereIsNoTime() {
        Window room =
                SlotCase.weekly(Ids.next(), "Saletta", 1, LocalTime.of(9, 0), LocalTime.of(10, 0));
        SlotSearch search =
                new SlotSearch(
                        SlotCase.alone(30),
                        open,
                        List.of(mondayMorning),
                        List.of(room),
                        List.of(),
                        List.of(busy(room.resourceId(), 9, 0)));

        assertThat(search.free(EARLY, 7))
                .extracting(Slot::starts, Slot::roomName)
                .containsExactly(tuple(MONDAY.atTime(9, 30), "Saletta"));
    }

    @Test
    void inTheNightsOfTheClockEveryQuarterIsRealAndNoTwoMeet() {
        List<Window> everyDay =
                IntStream.rangeClosed(1, 7)
                        .mapToObj(day ->
                                SlotCase.weekly(
                                        bianchi,
                                        "Bianchi",
                                        day,
                                        LocalTime.MIN,
                                        LocalTime.of(23, 45)))
                        .toList();
        SlotSearch search =
                new SlotSearch(SlotCase.alone(15), open, everyDay, List.of(), List.of(), List.of());
        for (int year = 2026; year < 2036; year++) {
            for (Month month : List.of(Month.MARCH, Month.OCTOBER)) {
                LocalDate night =
                        LocalDate.of(year, month, 31)
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
                List<Slot> slots = search.free(Rome.instant(night.atStartOfDay()), 1);

                assertThat(slots).hasSize(month == Month.MARCH ? 91 : 95);
                assertThat(slots).allMatch(slot -> Rome.time(slot.from()).equals(slot.starts()));
                for (int i = 1; i < slots.size(); i++) {
                    assertThat(slots.get(i).from()).isAfterOrEqualTo(slots.get(i - 1).to());
                }
            }
        }
    }
}
