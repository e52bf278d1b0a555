package it.percorsi.administration.web;

import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A new version of the privacy notice, as typed. */
record NoticeForm(String noticeTitle, String noticeText, String validFrom) {

    NoticeForm {
        noticeTitle = Objects.requireNonNullElse(noticeTitle, "");
        noticeText = Objects.requireNonNullElse(noticeText, "");
        validFrom = Objects.requireNonNullElse(validFrom, "");
    }

    /** The day it counts from, if it could be read. */
    @Nullable LocalDate check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        read.required("noticeTitle", noticeTitle, Reading.LINE);
        read.required("noticeText", noticeText, Reading.TEXT);
        LocalDate day = read.day("validFrom", validFrom);
        if (day != null && day.isBefore(today)) {
            errors.rejectValue("validFrom", "notice.from-the-past");
        }
        return day;
    }
}
