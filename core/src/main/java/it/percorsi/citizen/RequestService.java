package it.percorsi.citizen;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.AskedTimes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does with the times it was asked for. */
@Service
@Transactional
public class RequestService {

    private final Requests requests;
    private final Zone zone;
    private final AskedTimes times;
    private final AccessTrail trail;

    RequestService(Requests requests, Zone zone, AskedTimes times, AccessTrail trail) {
        this.requests = requests;
        this.zone = zone;
        this.times = times;
        this.trail = trail;
    }

    public List<Requests.Row> waiting(Actor by, Instant at) {
        List<Requests.Row> rows = requests.waiting(at, by);
        trail.listed(by, "requests", List.of(), at);
        return rows;
    }

    /** How many, without anybody's name: no look. */
    public int count(Actor by, Instant at) {
        return requests.count(at, by);
    }

    /** Part of a page whose look is in the trail. */
    public Requests.Row find(Actor by, UUID id) {
        return requests.row(id, by).orElseThrow(NotVisible::new);
    }

    /** Books exactly the time that is held, for the person whom the desk recognised. */
    public Appointment confirm(Actor by, Instant at, UUID id, UUID person) {
        Requests.Row row = find(by, id);
        PublicRequest request = requests.visible(id, by).orElseThrow(NotVisible::new);
        request.confirm(by, at);
        Appointment booked =
                times.book(by, at, id, person, request.serviceId(), reason(row.serviceCode()));
        trail.changed(by, "CONFIRM", "request", id, List.of(person), at);
        return booked;
    }

    public void refuse(Actor by, Instant at, UUID id, String reason) {
        requests.visible(id, by).orElseThrow(NotVisible::new).refuse(by, at, reason);
        times.release(by, id);
        trail.changed(by, "REFUSE", "request", id, List.of(), at);
    }

    private Appointment.Reason reason(String service) {
        List<String> plain =
                zone.services().stream()
                        .filter(known -> known.code().equals(service))
                        .flatMap(known -> known.plain().stream())
                        .toList();
        return plain.contains("WORK")
                ? Appointment.Reason.WORK
                : plain.contains("SOCIAL") ? Appointment.Reason.SOCIAL : Appointment.Reason.OTHER;
    }
}
