package it.percorsi.casefile.web;

import it.percorsi.access.Section;
import it.percorsi.casefile.TeamService;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** An invitation into a team, as it is typed. */
record InvitationForm(String operator, @Nullable List<String> opened, String words) {

    InvitationForm {
        operator = Objects.requireNonNullElse(operator, "");
        words = Objects.requireNonNullElse(words, "");
    }

    static InvitationForm blank() {
        return new InvitationForm("", TeamService.OPENED.stream().map(Enum::name).toList(), "");
    }

    public List<String> chosen() {
        return opened == null ? List.of() : opened;
    }

    /**
     * @return whom to invite, or null where something is to be mended
     */
    @Nullable UUID check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        UUID who = read.id("operator", operator);
        for (String section : chosen()) {
            read.choice("opened", section, TeamService.OPENED.stream().map(Enum::name).toList());
        }
        read.limited("words", words, Reading.TEXT);
        return read.failed() ? null : who;
    }

    Set<Section> sections() {
        Set<Section> sections = EnumSet.noneOf(Section.class);
        chosen().forEach(section -> sections.add(Section.valueOf(section)));
        return sections;
    }
}
