package it.percorsi.procedure.web;

import it.percorsi.pathway.Rome;
import it.percorsi.procedure.Particulars;
import it.percorsi.procedure.ProcedureKinds.Kind;
import it.percorsi.procedure.ProcedureMove;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a step of a procedure asks for, as it is typed. Each step uses some of the fields. */
record StepForm(
        String day, String place, String receipt, String nextOn, String until, String note) {

    private static final int DAYS_TO_LOOK_AGAIN = 30;

    StepForm {
        day = Objects.requireNonNullElse(day, "");
        place = Objects.requireNonNullElse(place, "");
        receipt = Objects.requireNonNullElse(receipt, "");
        nextOn = Objects.requireNonNullElse(nextOn, "");
        until = Objects.requireNonNullElse(until, "");
        note = Objects.requireNonNullElse(note, "");
    }

    static StepForm blank(ProcedureMove move, Kind kind, LocalDate today) {
        String next = Rome.written(today.plusDays(DAYS_TO_LOOK_AGAIN));
        return new StepForm(
                Rome.written(today), kind.place(), "", lawSaysWhen(move, kind) ? "" : next, "", "");
    }

    /** Whether the day to look again may be left to the term of the law. */
    static boolean lawSaysWhen(ProcedureMove move, Kind kind) {
        return move.asksDay() && kind.answerDays() != null;
    }

    Optional<Particulars> check(Errors errors, ProcedureMove move, Kind kind, LocalDate today) {
        Reading read = new Reading(errors, today);
        LocalDate on = move.asksDay() ? read.pastDay("day", day) : null;
        String where = move.asksPlace() ? read.required("place", place, Reading.LINE) : null;
        String number = move.asksPlace() ? read.optional("receipt", receipt, Reading.LINE) : null;
        LocalDate next = move.asksNext() ? next(read, errors, move, kind, today) : null;
        LocalDate end = move.asksUntil() ? read.optionalDay("until", until) : null;
        String why = move.rule().reasoned() ? read.required("note", note, Reading.TEXT) : null;
        return read.failed()
                ? Optional.empty()
                : Optional.of(new Particulars(on, where, number, next, end, why));
    }

    private @Nullable LocalDate next(
            Reading read, Errors errors, ProcedureMove move, Kind kind, LocalDate today) {
        return nextOn.isBlank() && lawSaysWhen(move, kind)
                ? null
                : PreparationForm.next(read, errors, nextOn, today);
    }
}
