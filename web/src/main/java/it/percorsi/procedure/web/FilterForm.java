package it.percorsi.procedure.web;

import it.percorsi.procedure.ProcedureKinds.Kind;
import it.percorsi.procedure.ProcedureStatus;
import it.percorsi.procedure.Procedures.Filter;
import it.percorsi.procedure.Procedures.Whose;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.validation.Errors;

/** Which procedures to list. Nothing said is all the open ones of the body. */
record FilterForm(String kind, String status, String whose, String late) {

    FilterForm {
        kind = Objects.requireNonNullElse(kind, "");
        status = Objects.requireNonNullElse(status, "");
        whose = Objects.requireNonNullElse(whose, Whose.ALL.name());
        late = Objects.requireNonNullElse(late, "");
    }

    Filter check(Errors errors, List<Kind> kinds) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        if (!kind.isEmpty()) {
            read.choice("kind", kind, kinds.stream().map(Kind::code).toList());
        }
        if (!status.isEmpty()) {
            read.choice("status", status, ProcedureStatus.names());
        }
        read.choice("whose", whose, Arrays.stream(Whose.values()).map(Enum::name).toList());
        return read.failed()
                ? new Filter(null, null, false, Whose.ALL)
                : new Filter(
                        kind.isEmpty() ? null : kind,
                        status.isEmpty() ? null : ProcedureStatus.valueOf(status),
                        late.equals("true"),
                        Whose.valueOf(whose));
    }
}
