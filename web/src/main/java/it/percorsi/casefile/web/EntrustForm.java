package it.percorsi.casefile.web;

import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.validation.Errors;

/**
 * A receiver for each case, as chosen; where none is, the case stays.
 *
 * @param cases in the order of the page
 * @param receivers in the same order
 */
record EntrustForm(List<String> cases, List<String> receivers, String note) {

    EntrustForm {
        cases = Objects.requireNonNullElse(cases, List.of());
        receivers = Objects.requireNonNullElse(receivers, List.of());
        note = Objects.requireNonNullElse(note, "");
    }

    /** What was chosen for a case, to be shown again. */
    public String chosen(UUID id) {
        int at = cases.indexOf(id.toString());
        return at >= 0 && at < receivers.size() ? receivers.get(at) : "";
    }

    Map<UUID, UUID> check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        Map<UUID, UUID> chosen = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cases.size(), receivers.size()); i++) {
            if (!receivers.get(i).isBlank()) {
                UUID id = read.id("cases", cases.get(i));
                UUID to = read.id("receivers", receivers.get(i));
                if (id != null && to != null) {
                    chosen.put(id, to);
                }
            }
        }
        if (chosen.isEmpty() && !read.failed()) {
            errors.rejectValue("receivers", "caseload.nothing-chosen");
        }
        read.required("note", note, Reading.TEXT);
        return chosen;
    }
}
