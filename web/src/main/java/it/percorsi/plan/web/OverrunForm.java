package it.percorsi.plan.web;

import it.percorsi.site.Reading;
import java.util.Objects;
import java.util.Optional;

/** Hours over those a path has, and why. */
record OverrunForm(String moreHours, String moreWhy) {

    OverrunForm {
        moreHours = Objects.requireNonNullElse(moreHours, "");
        moreWhy = Objects.requireNonNullElse(moreWhy, "");
    }

    Optional<Passed> check(Reading read) {
        Integer hours = read.whole("moreHours", moreHours, 1, 100);
        String why = read.required("moreWhy", moreWhy, Reading.TEXT);
        return read.failed() || hours == null
                ? Optional.empty()
                : Optional.of(new Passed(hours * 60, why));
    }

    record Passed(int minutes, String why) {}
}
