package it.percorsi.agenda;

import static it.percorsi.agenda.AppointmentParty.EITHER;
import static it.percorsi.agenda.AppointmentParty.PERSON;
import static it.percorsi.agenda.AppointmentParty.PROVIDER;
import static it.percorsi.agenda.AppointmentStatus.ARRIVED;
import static it.percorsi.agenda.AppointmentStatus.BOOKED;
import static it.percorsi.agenda.AppointmentStatus.CANCELLED;
import static it.percorsi.agenda.AppointmentStatus.DONE;
import static it.percorsi.agenda.AppointmentStatus.NO_SHOW;
import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of an appointment. */
public enum AppointmentMove implements Move<Appointment, AppointmentStatus> {
    // @formatter:off
    //        from                        to         who
    ARRIVE   (row(Set.of(BOOKED),          ARRIVED,   PROVIDER)),
    CONCLUDE (row(Set.of(ARRIVED),         DONE,      PROVIDER)),
    MISS     (row(Set.of(BOOKED),          NO_SHOW,   PROVIDER,
                  needs("appointment.begun", Appointment::begun))),
    UNDO     (row(Set.of(ARRIVED, NO_SHOW), BOOKED,   PROVIDER)),
    MOVE     (row(Set.of(BOOKED, NO_SHOW), BOOKED,    EITHER)),
    CANCEL   (row(Set.of(BOOKED),          CANCELLED, EITHER).withReason()),
    /** By the address they were sent: made by {@code decline_appointment} of the database. */
    DECLINE  (row(Set.of(BOOKED),          CANCELLED, PERSON));
    // @formatter:on

    private final Rule<Appointment, AppointmentStatus> rule;

    AppointmentMove(Rule<Appointment, AppointmentStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Appointment, AppointmentStatus> rule() {
        return rule;
    }
}
