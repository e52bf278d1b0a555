package it.percorsi.referral.web;

import it.percorsi.referral.SittingTable;
import it.percorsi.site.PrintedFile;
import it.percorsi.site.Times;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Minutes as a file to be kept for good. */
@Component
class MinutesFile {

    private final PrintedFile files;
    private final Times times;

    MinutesFile(PrintedFile files, Times times) {
        this.files = files;
        this.times = times;
    }

    /**
     * @param table a sitting that is closed: only what its minutes keep is written
     */
    ResponseEntity<byte[]> of(SittingTable table) {
        return files.download(
                "verbale-" + table.sitting().minutesNumber(),
                "referral/minutes-file",
                Map.of(
                        "table",
                        table,
                        "planned",
                        times.moment(table.sitting().plannedFor()),
                        "opened",
                        moment(table.sitting().openedAt()),
                        "closed",
                        moment(table.sitting().closedAt())));
    }

    private String moment(@Nullable Instant at) {
        return times.moment(Objects.requireNonNull(at));
    }
}
