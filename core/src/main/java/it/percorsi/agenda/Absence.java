package it.percorsi.agenda;

import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody is away, or a room is not to be had, from a day to a day. Why is not written.
 *
 * @param until the last day, included
 * @param organisationId the body that says so
 */
public record Absence(
        UUID id,
        UUID resourceId,
        String resourceName,
        LocalDate from,
        LocalDate until,
        UUID organisationId) {

    public Instant begins() {
        return from.atStartOfDay(Rome.ZONE).toInstant();
    }

    public Instant ends() {
        return until.plusDays(1).atStartOfDay(Rome.ZONE).toInstant();
    }
}
