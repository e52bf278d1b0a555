package it.percorsi.reception;

import it.percorsi.access.Actor;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is waiting at a desk today, and who is expected. */
public interface Queue {

    /** The next number; until the transaction ends nobody else is told one. */
    int next(UUID desk, LocalDate day, Ticket.Letter letter, Actor by);

    void save(Ticket ticket);

    void attach(UUID ticket, UUID person, Actor by);

    Optional<Ticket> visible(UUID ticket, Actor viewer);

    /** First those who are served, then those who wait, for the viewer before the others. */
    List<Row> at(UUID desk, LocalDate day, Actor viewer);

    /** Numbers and where to go, the last called first, then who waits: for everybody's eyes. */
    List<Called> display(UUID desk, LocalDate day, Actor viewer);

    /** Who has an appointment with the viewer's body today and has not come yet. */
    List<Expected> expected(LocalDate day, Actor viewer);

    /**
     * @param personId null where nobody knows, or the viewer may not
     * @param shortName first name and initial, or null likewise
     * @param forName the colleague it was handed to, or null
     * @param mine handed to the viewer, or called by them
     */
    record Row(
            UUID id,
            String number,
            Contact.@Nullable Topic topic,
            String language,
            String languageName,
            TicketStatus status,
            @Nullable Integer counter,
            LocalDateTime since,
            @Nullable UUID personId,
            @Nullable String shortName,
            @Nullable String forName,
            boolean mine) {

        public boolean open() {
            return status == TicketStatus.WAITING || status == TicketStatus.CALLED;
        }
    }

    /**
     * @param counter where to go, or null while waiting
     */
    record Called(String number, @Nullable Integer counter) {}

    record Expected(
            UUID id,
            UUID personId,
            String personName,
            String languageName,
            LocalDateTime starts,
            String serviceName,
            String deskName,
            String operatorName) {}
}
