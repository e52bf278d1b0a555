package it.percorsi.network;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The privacy notice, in versions that never change once published. */
public interface Notices {

    /** The version that counts on a day, in its languages; Italian first. */
    List<Notice> inForce(LocalDate on);

    /** Every version ever published, in its languages; the newest and Italian first. */
    List<Notice> published();

    void publish(Notice notice, UUID operator);

    /**
     * One version in one language.
     *
     * @param verified whether somebody who speaks it has checked the translation
     */
    record Notice(
            String version,
            String language,
            String languageName,
            String title,
            String text,
            boolean verified,
            LocalDate validFrom) {}
}
