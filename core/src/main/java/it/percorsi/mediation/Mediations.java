package it.percorsi.mediation;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Mediation;
import it.percorsi.reception.Contact;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests a viewer's body made or was sent. */
public interface Mediations {

    void save(MediationRequest request);

    Optional<MediationRequest> visible(UUID id, Actor viewer);

    /** Those that are open or were over after a day, first times first, at most two hundred. */
    List<Row> rows(LocalDate after, Actor viewer);

    Optional<Row> row(UUID id, Actor viewer);

    List<Made> made(UUID id, Actor viewer);

    /** The open request for an appointment. */
    Optional<UUID> of(UUID appointment, Actor viewer);

    /** Takes the mediator for the time of the request; refused if they are elsewhere, or away. */
    void take(MediationRequest request);

    void free(MediationRequest request);

    /** The bodies that have mediators, with the languages they speak. */
    List<Provider> providers();

    /** The mediators of the viewer's body who speak a language. */
    List<Mediator> mediators(String language, Actor viewer);

    /** The programmes the viewer's body is part of that run on a day. */
    List<Payer> payers(LocalDate on, Actor viewer);

    /** What the mediation of a programme was, for whoever coordinates it. */
    List<Sum> sums(UUID programme, Actor viewer);

    /**
     * @param changed whether the appointment it is for is not at that time any more
     */
    record Row(
            UUID id,
            UUID organisationId,
            String organisationName,
            String operatorName,
            String providerName,
            String programmeCode,
            String languageCode,
            String languageName,
            Contact.Topic topic,
            Mediation manner,
            String place,
            LocalDateTime starts,
            int minutes,
            MediationStatus status,
            @Nullable String mediatorName,
            @Nullable Integer givenMinutes,
            boolean changed) {

        public boolean askedBy(Actor actor) {
            return organisationId.equals(actor.organisationId());
        }
    }

    record Made(LocalDateTime at, String move, String operatorName, @Nullable String note) {}

    record Provider(UUID id, String name, String languages) {

        public UUID code() {
            return id;
        }
    }

    record Mediator(UUID id, String name) {

        public UUID code() {
            return id;
        }
    }

    record Payer(UUID id, String name) {

        public UUID code() {
            return id;
        }
    }

    /**
     * @param source {@code REQUEST} or {@code SHIFT}
     * @param given how many times
     * @param waiting how many are asked for and not given yet
     */
    record Sum(
            LocalDate month,
            String language,
            String source,
            Mediation manner,
            int given,
            int minutes,
            int waiting) {}
}
