package it.percorsi.agenda;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be booked for somebody, first times first.
 *
 * @param kept {@link Slot#key()} of the one that was kept; empty if none was
 */
public record Offer(Timetable.Bookable service, String language, List<Slot> slots, String kept) {

    private static final int SHOWN = 6;

    Offer(Timetable.Bookable service, String language, List<Slot> slots) {
        this(service, language, slots, "");
    }

    public Offer from(LocalDateTime time) {
        return new Offer(
                service,
                language,
                slots.stream().filter(slot -> !slot.starts().isBefore(time)).toList(),
                kept);
    }

    Offer keeping(Slot slot) {
        return new Offer(service, language, slots, slot.key()).first(slot.key());
    }

    public List<Slot> mediated() {
        return slots.stream().filter(Slot::mediated).limit(SHOWN).toList();
    }

    public List<Slot> plain() {
        return slots.stream().filter(s -> !s.mediated()).limit(SHOWN).toList();
    }

    /** The first day with a mediator, where one is needed and earlier times have none. */
    public @Nullable LocalDateTime firstMediated() {
        return mediated().isEmpty()
                        || plain().isEmpty()
                        || !plain().getFirst().starts().isBefore(mediated().getFirst().starts())
                ? null
                : mediated().getFirst().starts();
    }

    /** The first time that is not shown. */
    public @Nullable LocalDateTime later() {
        List<Slot> shown = Stream.of(mediated(), plain()).flatMap(List::stream).toList();
        return slots.stream()
                .filter(slot -> !shown.contains(slot))
                .map(Slot::starts)
                .findFirst()
                .orElse(null);
    }

    /** The same with this time before all others, if it is on offer. */
    public Offer first(String slotKey) {
        return new Offer(
                service,
                language,
                slots.stream()
                        .sorted(Comparator.comparing(slot -> !slot.key().equals(slotKey)))
                        .toList(),
                kept);
    }

    public boolean needsMediation() {
        return FreeTimes.needsMediation(language);
    }
}
