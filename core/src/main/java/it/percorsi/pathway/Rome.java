package it.percorsi.pathway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The clock every office of the network goes by. */
public final class Rome {

    public static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private Rome() {}

    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    public static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE);
    }

    public static Instant instant(LocalDateTime time) {
        return time.atZone(ZONE).toInstant();
    }
}
