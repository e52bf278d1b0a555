package it.percorsi.citizen.web;

import it.percorsi.agenda.Slot;
import it.percorsi.person.web.IdentityFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.MapBindingResult;

/**
 * What somebody types who asks for a time.
 *
 * @param time when, as {@link Slot#starts()} is written
 * @param website seen by nobody: only a machine fills it
 */
record AskForm(String time, String name, String phone, String website) {

    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 80;

    AskForm {
        time = Objects.requireNonNullElse(time, "");
        name = Objects.requireNonNullElse(name, "").strip().replaceAll("\\s+", " ");
        phone = Objects.requireNonNullElse(phone, "").strip();
        website = Objects.requireNonNullElse(website, "");
    }

    boolean byAMachine() {
        return !website.isEmpty();
    }

    Optional<Slot> slot(List<Slot> free) {
        return free.stream().filter(slot -> slot.starts().toString().equals(time)).findFirst();
    }

    /** The number as it is kept, or null if it is none. */
    @Nullable String number() {
        return IdentityFields.phone(new MapBindingResult(new HashMap<>(), "form"), phone);
    }

    /** The keys of what is to be put right. */
    List<String> mistakes(List<Slot> free) {
        List<String> mistakes = new ArrayList<>();
        if (slot(free).isEmpty()) {
            mistakes.add(time.isEmpty() ? "time" : "TAKEN");
        }
        if (name.length() < SHORTEST_NAME
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            mistakes.add("name");
        }
        if (number() == null) {
            mistakes.add("phone");
        }
        return mistakes;
    }

    /** Nobody's name or number in a log. */
    @Override
    public String toString() {
        return "form";
    }
}
