package it.percorsi.access;

import it.percorsi.network.Notices;
import it.percorsi.network.Notices.Notice;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishing the privacy notice, kept by administrators. */
@Service
@Transactional
public class NoticeService {

    private final Notices notices;
    private final AccessTrail trail;

    NoticeService(Notices notices, AccessTrail trail) {
        this.notices = notices;
        this.trail = trail;
    }

    /**
     * Publishes a new version of the privacy notice, in Italian; translations may follow.
     *
     * @param from the day it counts from, not before today
     * @return its number, such as 2026-02
     */
    public String publish(Actor by, Instant at, String title, String text, LocalDate from) {
        if (from.isBefore(Rome.day(at))) {
            throw new MoveRefused(List.of("notice.from-the-past"));
        }
        String year = from.getYear() + "-";
        long before =
                notices.published().stream()
                        .map(Notice::version)
                        .filter(version -> version.startsWith(year))
                        .distinct()
                        .count();
        String version = "%s%02d".formatted(year, before + 1);
        write(by, at, new Notice(version, "it", "", title, text, true, from));
        return version;
    }

    /** Adds a language to a version; what was published never changes. */
    public void translate(
            Actor by,
            Instant at,
            String version,
            String language,
            String title,
            String text,
            boolean verified) {
        Notice italian =
                notices.published().stream()
                        .filter(notice -> notice.version().equals(version))
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        write(
                by,
                at,
                new Notice(version, language, "", title, text, verified, italian.validFrom()));
    }

    private void write(Actor by, Instant at, Notice notice) {
        notices.publish(notice, by.operatorId());
        trail.changed(by, "PUBLISH", "notice", by.organisationId(), List.of(), at);
    }
}
