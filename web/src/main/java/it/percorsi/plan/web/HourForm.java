package it.percorsi.plan.web;

import java.util.Objects;

/** What is said of one hour: each move reads what it needs. */
record HourForm(
        String move,
        String day,
        String time,
        String minutes,
        String topic,
        String absence,
        String note) {

    HourForm {
        move = Objects.requireNonNullElse(move, "");
        day = Objects.requireNonNullElse(day, "");
        time = Objects.requireNonNullElse(time, "");
        minutes = Objects.requireNonNullElse(minutes, "");
        topic = Objects.requireNonNullElse(topic, "");
        absence = Objects.requireNonNullElse(absence, "");
        note = Objects.requireNonNullElse(note, "");
    }
}
