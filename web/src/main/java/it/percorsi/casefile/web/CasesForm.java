package it.percorsi.casefile.web;

import it.percorsi.casefile.CaseFileStatus;
import it.percorsi.casefile.CaseList.Filter;
import it.percorsi.casefile.CaseList.Order;
import it.percorsi.casefile.CaseList.Waits;
import it.percorsi.casefile.CaseList.Whose;
import it.percorsi.programme.Programmes;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.validation.Errors;

/** Which cases to list, and in what order. Nothing said is all the open ones. */
record CasesForm(String status, String waits, String whose, String programme, String order) {

    static final List<CaseFileStatus> STATUSES =
            Arrays.stream(CaseFileStatus.values()).filter(CaseFileStatus::open).toList();

    CasesForm {
        status = Objects.requireNonNullElse(status, "");
        waits = Objects.requireNonNullElse(waits, "");
        whose = Objects.requireNonNullElse(whose, Whose.ALL.name());
        programme = Objects.requireNonNullElse(programme, "");
        order = Objects.requireNonNullElse(order, Order.OWN.name());
    }

    /**
     * @param loads whether the viewer may know who has nobody that answers for them
     */
    static List<Waits> waits(boolean loads) {
        return Arrays.stream(Waits.values())
                .filter(each -> loads || each != Waits.NO_MANAGER)
                .toList();
    }

    Filter check(Errors errors, List<Programmes.Card> programmes) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        if (!status.isEmpty()) {
            read.choice("status", status, names(STATUSES));
        }
        if (!waits.isEmpty()) {
            read.choice("waits", waits, names(List.of(Waits.values())));
        }
        read.choice("whose", whose, names(List.of(Whose.values())));
        if (!programme.isEmpty()) {
            read.choice(
                    "programme",
                    programme,
                    programmes.stream().map(Programmes.Card::code).toList());
        }
        read.choice("order", order, names(List.of(Order.values())));
        return read.failed()
                ? Filter.ALL
                : new Filter(
                        status.isEmpty() ? null : CaseFileStatus.valueOf(status),
                        waits.isEmpty() ? null : Waits.valueOf(waits),
                        Whose.valueOf(whose),
                        programme.isEmpty() ? null : programme,
                        Order.valueOf(order));
    }

    private static List<String> names(List<? extends Enum<?>> all) {
        return all.stream().map(Enum::name).toList();
    }

    /** Whether it asks for less than all there is. */
    public boolean narrows() {
        return !(status + waits + programme).isEmpty() || !whose.equals(Whose.ALL.name());
    }
}
