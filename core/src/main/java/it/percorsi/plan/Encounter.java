package it.percorsi.plan;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** Time that was given to a person within a support. A line of the hour ledger, never edited. */
@Entity
@Table(name = "encounter")
public class Encounter {

    @Id private UUID id;

    @Column(name = "support_id")
    private UUID supportId;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "on_day")
    private LocalDate onDay;

    private LocalTime starts;
    private int minutes;

    @Column(name = "operator_id")
    private UUID operatorId;

    private String topic;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected Encounter() {}

    Encounter(
            Plan plan,
            UUID supportId,
            LocalDateTime when,
            int minutes,
            String topic,
            Actor by,
            Instant at) {
        this.id = Ids.next();
        this.supportId = supportId;
        this.planId = plan.id();
        this.personId = plan.personId();
        this.onDay = when.toLocalDate();
        this.starts = when.toLocalTime();
        this.minutes = minutes;
        this.operatorId = by.operatorId();
        this.topic = topic;
        this.recordedAt = at;
    }

    public UUID id() {
        return id;
    }
}
