package it.percorsi.site;

import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Instants as people read them: {@code @times} in a template. */
@Component("times")
public class Times {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H.mm");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, H.mm", Locale.ITALIAN);

    public String day(Instant at) {
        return DAY.format(Rome.time(at));
    }

    public String moment(Instant at) {
        return MOMENT.format(Rome.time(at));
    }

    public String hour(Instant at) {
        return HOUR.format(Rome.time(at));
    }

    /** Minutes as hours: {@code 35 h 30 min}. */
    public String hours(int minutes) {
        return minutes % 60 == 0
                ? "%d h".formatted(minutes / 60)
                : "%d h %d min".formatted(minutes / 60, minutes % 60);
    }
}
