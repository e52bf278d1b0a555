package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.agenda.SlotSearch.Busy;
import it.percorsi.network.Week;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Groups, minutes to oneself, and days that are not like their week. */
class SharingASlotTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant EARLY = Rome.instant(MONDAY.atTime(6, 0));

    private final UUID bianchi = Ids.next();
    private final UUID largeRoom = Ids.next();
    private final UUID smallRoom = Ids.next();
    private final Window morning =
            SlotCase.weekly(bianchi, "Bianchi", 1, LocalTime.of(9, 0), LocalTime.of(11, 0));
    private final List<Window> rooms =
            List.of(
                    SlotCase.weekly(
                            smallRoom, "piccola", 1, LocalTime.of(9, 0), LocalTime.of(11, 0)),
                    SlotCase.weekly(
                            largeRoom, "grande", 1, LocalTime.of(9, 0), LocalTime.of(11, 0)));
    private final Week open = new Week("G999", List.of(), Map.of(), List.of());

    private List<Slot> find(
            Timetable.Bookable service, List<Window> windows, List<Window> rooms, Busy... busy) {
        return new SlotSearch(service, open, windows, rooms, List.of(), List.of(busy))
                .free(EARLY, 14);
    }

    private static Busy held(UUID resource, Slot slot) {
        return new Busy(resource, slot.from(), slot.rested(), slot.session(), slot.place().seat());
    }

    @Test
    void aGroupIsOfferedUntilItsLastPlace() {
        Timetable.Bookable group = SlotCase.service(120, 0, 3);
        Slot first = find(group, List.of(morning), List.of()).getFirst();
        Slot second = find(group, List.of(morning), List.of(), held(bianchi, first)).getFirst();
        Slot third =
                find(
                                group,
                                List.of(morning),
                                List.of(),
                                held(bianchi, first),
                                held(bianchi, second))
                        .getFirst();

        assertThat(List.of(first, second, third))
                .allMatch(slot -> slot.starts().equals(MONDAY.atTime(9, 0)))
                .extracting(slot -> slot.place().seat())
                .containsExactly(1, 2, 3);
        assertThat(List.of(second, third)).allMatch(slot -> slot.session().equals(first.session()));
        assertThat(
                        find(
                                group,
                                List.of(morning),
                                List.of(),
                                held(bianchi, first),
                                held(bianchi, second),
                                held(bianchi, third)))
                .extracting(Slot::starts)
                .containsExactly(MONDAY.plusDays(7).atTime(9, 0));
    }

    @Test
    void aGroupStaysInTheRoomItHas() {
        Timetable.Bookable group = SlotCase.service(120, 0, 3);
        Slot first = find(group, List.of(morning), rooms).getFirst();

        Slot second =
                find(group, List.of(morning), rooms, held(bianchi, first), held(largeRoom, first))
                        .getFirst();

        assertThat(first.roomId()).isEqualTo(smallRoom);
        assertThat(second.roomId()).isEqualTo(largeRoom);
    }

    @Test
    void nobodyElseIsReceivedDuringAGroup() {
        Slot group = find(SlotCase.service(60, 0, 3), List.of(morning), List.of()).getFirst();

        assertThat(find(SlotCase.alone(60), List.of(morning), List.of(), held(bianchi, group)))
                .extracting(Slot::starts)
                .doesNotContain(MONDAY.atTime(9, 0))
                .contains(MONDAY.atTime(10, 0));
    }

    @Test
    void minutesToOneselfComeAfterEachAppointment() {
        Timetable.Bookable service = SlotCase.service(30, 15, 1);
        List<Slot> free = find(service, List.of(morning), List.of());

        assertThat(free)
                .extracting(Slot::starts)
                .startsWith(MONDAY.atTime(9, 0), MONDAY.atTime(9, 45), MONDAY.atTime(10, 30));
        assertThat(free.getFirst().to()).isEqualTo(Rome.instant(MONDAY.atTime(9, 30)));
        assertThat(free.getFirst().rested()).isEqualTo(Rome.instant(MONDAY.atTime(9, 45)));
        assertThat(
                        find(
                                SlotCase.alone(15),
                                List.of(morning),
                                List.of(),
                                held(bianchi, free.get(0))))
                .extracting(Slot::starts)
                .doesNotContain(MONDAY.atTime(9, 30))
                .contains(MONDAY.atTime(9, 45));
    }

    @Test
    void whatIsSaidOfOneDayTakesThePlaceOfItsWeek() {
        Window later =
                SlotCase.onDay(
                        bianchi,
                        "Bianchi",
                        MONDAY.plusDays(7),
                        LocalTime.of(15, 0),
                        LocalTime.of(16, 0));
        Window saturday =
                SlotCase.onDay(
                        bianchi,
                        "Bianchi",
                        MONDAY.plusDays(5),
                        LocalTime.of(9, 0),
                        LocalTime.of(10, 0));

        assertThat(find(SlotCase.alone(60), List.of(morning, later, saturday), List.of()))
                .extracting(Slot::starts)
                .containsExactly(
                        MONDAY.atTime(9, 0),
                        MONDAY.atTime(10, 0),
                        MONDAY.plusDays(5).atTime(9, 0),
                        MONDAY.plusDays(7).atTime(15, 0));
    }

    @Test
    void aWeekCountsFromItsFirstDayToItsLast() {
        Window dated =
                new Window(
                        bianchi,
                        "Bianchi",
                        null,
                        1,
                        MONDAY.plusDays(7),
                        MONDAY.plusDays(7),
                        LocalTime.of(9, 0),
                        LocalTime.of(10, 0));

        assertThat(
                        new SlotSearch(
                                        SlotCase.alone(60),
                                        open,
                                        List.of(dated),
                                        List.of(),
                                        List.of(),
                                        List.of())
                                .free(EARLY, 30))
                .extracting(Slot::starts)
                .containsExactly(MONDAY.plusDays(7).atTime(9, 0));
    }
}
