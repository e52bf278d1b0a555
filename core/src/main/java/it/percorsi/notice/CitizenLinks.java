package it.percorsi.notice;

import it.percorsi.access.Secret;
import java.time.Instant;
import java.util.Optional;

/** What a person sees and does at the address they were sent. Nobody acts but they. */
public interface CitizenLinks {

    /** Empty if the address is nobody's, or its appointment is past or cancelled. */
    Optional<Coming> look(Secret secret);

    /**
     * @return false as {@link #look} is empty, for this and the other two
     */
    boolean decline(Secret secret);

    /** The appointment stays as it is until the desk moves it. */
    boolean askAnotherDay(Secret secret);

    /** No more notices by the channel the address came by. */
    boolean refuseNotices(Secret secret);

    /** Time, place and first name, and nothing else. */
    record Coming(
            String givenName,
            String language,
            Instant startsAt,
            String place,
            boolean anotherDayAsked) {}
}
