package it.percorsi.procedure.web;

import it.percorsi.network.Network;
import it.percorsi.procedure.ProcedureKinds.Kind;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A procedure as it is begun. */
record PreparationForm(
        String kind, String concerning, String missing, String nextOn, String owner) {

    static final int LIST = 2_000;

    PreparationForm {
        kind = Objects.requireNonNullElse(kind, "");
        concerning = Objects.requireNonNullElse(concerning, "");
        missing = Objects.requireNonNullElse(missing, "");
        nextOn = Objects.requireNonNullElse(nextOn, "");
        owner = Objects.requireNonNullElse(owner, Owners.BODY);
    }

    Optional<Begun> check(
            Errors errors, List<Kind> kinds, List<Network.Choice> owners, LocalDate today) {
        Reading read = new Reading(errors, today);
        read.choice("kind", kind, kinds.stream().map(Kind::code).toList());
        String about = read.limited("concerning", concerning, Reading.LINE);
        String documents = read.limited("missing", missing, LIST);
        LocalDate next = next(read, errors, nextOn, today);
        read.choice("owner", owner, owners.stream().map(Network.Choice::code).toList());
        return read.failed() || next == null
                ? Optional.empty()
                : Optional.of(new Begun(about, documents, next));
    }

    /** A day to look again: today or later. */
    static @Nullable LocalDate next(Reading read, Errors errors, String typed, LocalDate today) {
        LocalDate day = read.day("nextOn", typed);
        if (day != null && day.isBefore(today)) {
            errors.rejectValue("nextOn", "procedure.next-past");
        }
        return day;
    }

    record Begun(String about, String missing, LocalDate nextOn) {}
}
