package it.percorsi.agenda.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.agenda.CalendarFeeds.Entry;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one library writes, another reads the same. */
class CalendarFileTests {

    private static final Instant CHANGED = Instant.parse("2026-03-01T10:00:00Z");

    private static Entry at(LocalDateTime starts) {
        return new Entry(
                Ids.next(),
                false,
                "Colloquio, di orientamento; al lavoro",
                "Centro per l'impiego di Prato",
                Rome.instant(starts),
                Rome.instant(starts.plusMinutes(30)),
                false,
                3,
                CHANGED);
    }

    private static VEvent read(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        calendar.validate();
        return (VEvent) calendar.getComponents(Component.VEVENT).getFirst();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static Temporal starts(VEvent event) {
        return ((DtStart<?>) event.getProperty("DTSTART").orElseThrow()).getDate();
    }

    /** From before each night the clock changes to after it, for four years. */
    static Stream<LocalDateTime> aroundTheNights() {
        return Stream.of(
                        "2026-03-28",
                        "2026-10-24",
                        "2027-03-27",
                        "2027-10-30",
                        "2028-03-25",
                        "2028-10-28",
                        "2029-03-24",
                        "2029-10-27")
                .map(day -> LocalDateTime.parse(day + "T09:00"))
                .flatMap(day ->
                        IntStream.of(-24, 0, 15, 18, 24, 48).mapToObj(h -> day.plusHours(h)));
    }

    @ParameterizedTest
    @MethodSource("aroundTheNights")
    void theHourIsThatOfRomeOnBothSidesOfTheNightTheClockChanges(LocalDateTime time)
            throws Exception {
        Entry entry = at(time);
        VEvent event = read(CalendarFile.of(List.of(entry), "https://percorsi.example"));

        assertThat(Instant.from(starts(event))).isEqualTo(entry.startsAt());
        assertThat(ZonedDateTime.from(starts(event)).toLocalDateTime()).isEqualTo(time);
        assertThat(Instant.from(((DtEnd<?>) event.getProperty("DTEND").orElseThrow()).getDate()))
                .isEqualTo(entry.endsAt());
    }

    @Test
    void theZoneIsNamedAndDefined() {
        String text =
                CalendarFile.of(
                        List.of(at(LocalDateTime.parse("2026-10-26T09:00"))),
                        "https://percorsi.example");

        assertThat(text)
                .contains("DTSTART;TZID=Europe/Rome:20261026T090000\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Rome\r\n")
                .contains("LAST-MODIFIED:20260301T100000Z\r\n")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n")
                .contains("METHOD:PUBLISH\r\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= 75);
        // Read by nothing but the definition that comes with it.
        assertThat(Rome.instant(LocalDateTime.parse("2026-10-26T09:00")).atOffset(ZoneOffset.UTC))
                .hasToString("2026-10-26T08:00Z");
    }

    @Test
    void anAppointmentIsACodeAndWhatItIs() throws Exception {
        UUID id = UUID.fromString("019ab000-0000-7000-8000-1234deadbeef");
        Entry entry =
                new Entry(
                        id,
                        false,
                        null,
                        "PUA",
                        CHANGED,
                        CHANGED.plusSeconds(1800),
                        true,
                        4,
                        CHANGED);

        VEvent event = read(CalendarFile.of(List.of(entry), "https://percorsi.example"));

        assertThat(value(event, "SUMMARY")).isEqualTo("Appuntamento DEADBEEF");
        assertThat(value(event, "UID")).isEqualTo(id + "@appuntamenti.percorsi");
        assertThat(value(event, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(event, "SEQUENCE")).isEqualTo("4");
        assertThat(value(event, "URL")).isEqualTo("https://percorsi.example/appointments/" + id);
    }

    @Test
    void punctuationInANameComesBackAsItWas() throws Exception {
        VEvent event =
                read(
                        CalendarFile.of(
                                List.of(at(LocalDateTime.parse("2026-10-26T09:00"))),
                                "https://percorsi.example"));

        assertThat(value(event, "SUMMARY")).endsWith(": Colloquio, di orientamento; al lavoro");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
    }

    @Test
    void theSameAppointmentsMakeTheSameText() {
        List<Entry> entries = List.of(at(LocalDateTime.parse("2026-10-26T09:00")));

        assertThat(CalendarFile.of(entries, "x")).isEqualTo(CalendarFile.of(entries, "x"));
    }
}
