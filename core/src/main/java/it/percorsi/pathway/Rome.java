package it.percorsi.pathway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The clock every office of the network goes by. */
public final class Rome {

    public static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Rome() {}

    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** A day as it is read and typed: {@code 31/12/2026}; nothing for no day. */
    public static String written(@Nullable LocalDate day) {
        return day == null ? "" : WRITTEN.format(day);
    }

    public static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE);
    }

    public static Instant instant(LocalDateTime time) {
        return time.atZone(ZONE).toInstant();
    }
}
