package it.percorsi.agenda;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The waiting list: who waits for which service, as far as the viewer may know. */
public interface Waits {

    void put(Wait wait);

    Optional<Wait> visible(UUID id, Actor viewer);

    /** The one that is not ended, of a person at a service. */
    Optional<Wait> open(UUID person, UUID service, Actor viewer);

    /** The coming appointment of a person at a service. */
    Optional<Held> held(UUID person, UUID service, Actor viewer);

    /** Everybody who waits for a service, in their order, whoever put them there. */
    List<Place> queue(UUID service, Actor viewer);

    /** Those of them the viewer may see. */
    List<Row> rows(List<UUID> ids, Actor viewer);

    List<Row> ofPerson(UUID person, Actor viewer);

    /** The services somebody waits for whom the viewer may see. */
    List<Queue> queues(Actor viewer);

    /**
     * Keeps the time that is offered, all its resources or none.
     *
     * @throws SlotTaken if one of them is taken
     */
    void keep(Wait wait, Slot slot, Actor by);

    /** What is kept for somebody. */
    Optional<Slot> kept(Wait wait, Actor viewer);

    /** Frees it; until the transaction ends nobody else takes it. */
    void letGo(Wait wait);

    record Held(UUID id, LocalDateTime starts) {}

    record Queue(String code, String name, String organisationName, long persons) {}

    /**
     * A place in the queue: whose it is does not stand there.
     *
     * @param turnedDown times they did not take
     * @param holds when their appointment is, where they want an earlier time
     * @param offered whether a time is kept for them now
     */
    record Place(
            UUID id,
            String language,
            Wishes wishes,
            List<Instant> turnedDown,
            @Nullable LocalDateTime holds,
            boolean offered) {

        boolean suits(Slot slot) {
            return (slot.mediated() || wishes.mediation() != Mediation.IN_PERSON)
                    && suits(slot.starts());
        }

        boolean suits(LocalDateTime starts) {
            return wishes.suitedBy(starts)
                    && (holds == null || starts.isBefore(holds))
                    && !turnedDown.contains(Rome.instant(starts));
        }
    }

    /**
     * @param status as time has made it by now
     * @param holds when their appointment is, where they want an earlier time
     * @param mine whether it may be withdrawn by the viewer
     */
    record Row(
            UUID id,
            UUID personId,
            String personName,
            String languageName,
            String serviceCode,
            String serviceName,
            String organisationName,
            String putByName,
            String reason,
            String mediation,
            String status,
            LocalDateTime since,
            LocalDate notBefore,
            LocalDate notAfter,
            String weekdays,
            String half,
            @Nullable LocalDateTime holds,
            @Nullable LocalDateTime offeredFrom,
            @Nullable LocalDateTime offeredUntil,
            boolean mine) {

        /** Each weekday, 1 is Monday; none where any working day suits. */
        public List<String> days() {
            return weekdays.equals("12345") ? List.of() : List.of(weekdays.split(""));
        }

        public boolean open() {
            return offered() || status.equals(WaitStatus.WAITING.name());
        }

        public boolean offered() {
            return status.equals(WaitStatus.OFFERED.name());
        }
    }
}
