package it.percorsi.casefile.web;

import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A team being formed for a case. */
record CareForm(String manager, @Nullable List<String> members, String decision) {

    CareForm {
        manager = Objects.requireNonNullElse(manager, "");
        decision = Objects.requireNonNullElse(decision, "");
    }

    public List<String> chosenMembers() {
        return members == null ? List.of() : members;
    }

    Optional<Team> check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        UUID leading = read.id("manager", manager);
        for (String member : chosenMembers()) {
            read.id("members", member);
        }
        read.limited("decision", decision, Reading.TEXT);
        return read.failed() || leading == null
                ? Optional.empty()
                : Optional.of(
                        new Team(leading, chosenMembers().stream().map(UUID::fromString).toList()));
    }

    record Team(UUID manager, List<UUID> members) {}
}
