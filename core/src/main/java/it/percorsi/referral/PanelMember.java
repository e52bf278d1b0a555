package it.percorsi.referral;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who sits in a panel for a body, from a day to a day. */
@Entity
@Table(name = "panel_member")
public class PanelMember {

    @Id private UUID id;

    @Column(name = "panel_id", updatable = false)
    private UUID panelId;

    @Column(name = "operator_id", updatable = false)
    private @Nullable UUID operatorId;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String body;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Seat seat;

    @Column(name = "valid_from", updatable = false)
    private LocalDate validFrom;

    /** The first day they no longer sit. */
    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    protected PanelMember() {}

    PanelMember(
            UUID panelId,
            String name,
            String body,
            Seat seat,
            @Nullable UUID operatorId,
            LocalDate from) {
        this.id = Ids.next();
        this.panelId = panelId;
        this.name = name;
        this.body = body;
        this.seat = seat;
        this.operatorId = operatorId;
        this.validFrom = from;
    }

    boolean isChair() {
        return seat == Seat.CHAIR;
    }

    boolean sitsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
    }

    boolean beginsAfter(LocalDate day) {
        return validFrom.isAfter(day);
    }

    void leave(LocalDate lastDay) {
        validUntil = lastDay.plusDays(1);
    }

    public UUID id() {
        return id;
    }
}
