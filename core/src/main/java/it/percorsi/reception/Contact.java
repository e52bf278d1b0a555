package it.percorsi.reception;

import java.util.UUID;

/** Somebody asked something at a desk: what about, in which language, how, and what came of it. */
public record Contact(
        UUID id, UUID deskId, Topic topic, String language, Channel channel, Outcome outcome) {

    /** What it was about: a code, never a story. */
    public enum Topic {
        WORK,
        STAY,
        HOUSING,
        SCHOOL,
        SOCIAL,
        HEALTH,
        OTHER
    }

    /** How they reached the desk. */
    public enum Channel {
        DESK,
        PHONE
    }

    /** What came of it. */
    public enum Outcome {
        INFORMED,
        SENT_ELSEWHERE,
        APPOINTMENT,
        /** Only ever reached from a contact that is counted already. */
        FILE_OPENED
    }
}
