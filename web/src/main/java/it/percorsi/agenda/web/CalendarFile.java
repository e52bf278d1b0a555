package it.percorsi.agenda.web;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import it.percorsi.agenda.CalendarFeeds.Entry;
import it.percorsi.pathway.Rome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

/**
 * Appointments as calendar programs read them. The same appointments make the same text.
 *
 * <p>Source: RFC 5545; RFC 7986 for the name and the time between two readings
 */
final class CalendarFile {

    private static final int MARCH = 3;
    private static final int OCTOBER = 10;

    private CalendarFile() {}

    /**
     * @param site the address of this installation, for the links to the appointments
     */
    static String of(List<Entry> entries, String site) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Percorsi//Agenda//IT");
        calendar.setMethod(Method.publish());
        calendar.setName("Percorsi");
        calendar.setRefreshInterval(Duration.builder().minutes(15).build())
                .setParameter("VALUE", "DURATION");
        calendar.getTimezoneInfo()
                .setDefaultTimezone(
                        new TimezoneAssignment(TimeZone.getTimeZone(Rome.ZONE), rome()));
        entries.forEach(entry -> calendar.addEvent(event(entry, site)));
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static VEvent event(Entry entry, String site) {
        VEvent event = new VEvent();
        event.setUid(entry.id() + (entry.hour() ? "@ore.percorsi" : "@appuntamenti.percorsi"));
        event.setSequence(entry.version());
        event.setDateTimeStamp(Date.from(entry.changedAt()));
        event.setLastModified(Date.from(entry.changedAt()));
        event.setDateStart(Date.from(entry.startsAt()));
        event.setDateEnd(Date.from(entry.endsAt()));
        event.setStatus(entry.cancelled() ? Status.cancelled() : Status.confirmed());
        event.setSummary(
                (entry.hour() ? "Ora di un piano " : "Appuntamento ")
                        + entry.code()
                        + (entry.service() == null ? "" : ": " + entry.service()));
        event.setLocation(entry.place());
        event.setClassification(Classification.PRIVATE);
        event.setUrl(site + (entry.hour() ? "/hours/groups/" : "/appointments/") + entry.id());
        return event;
    }

    /** The clock of Rome since 1996, as the European Union sets it. */
    private static VTimezone rome() {
        VTimezone zone = new VTimezone(Rome.ZONE.getId());
        zone.addDaylightSavingsTime(
                change(new DaylightSavingsTime(), "CEST", "1996-03-31T02:00:00", MARCH, 1, 2));
        zone.addStandardTime(
                change(new StandardTime(), "CET", "1996-10-27T03:00:00", OCTOBER, 2, 1));
        return zone;
    }

    private static <T extends Observance> T change(
            T observance, String name, String first, int month, int from, int to) {
        observance.setDateStart(DateTimeComponents.parse(first));
        observance.setTimezoneOffsetFrom(new UtcOffset(true, from, 0));
        observance.setTimezoneOffsetTo(new UtcOffset(true, to, 0));
        observance.addTimezoneName(name);
        observance.setRecurrenceRule(
                new Recurrence.Builder(Frequency.YEARLY)
                        .byMonth(month)
                        .byDay(-1, DayOfWeek.SUNDAY)
                        .build());
        return observance;
    }
}
