package it.percorsi.agenda;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opening a service to everybody, and closing it again: what was asked meanwhile is answered. */
@Service
@Transactional
public class OpenToAllService {

    private final OpenToAll services;
    private final AccessTrail trail;

    OpenToAllService(OpenToAll services, AccessTrail trail) {
        this.services = services;
        this.trail = trail;
    }

    public List<OpenToAll.Row> of(UUID desk) {
        return services.of(desk);
    }

    public void keep(Actor by, Instant at, UUID desk, UUID service, boolean open) {
        if (!services.keep(desk, service, open, by)) {
            throw new NotVisible();
        }
        trail.changed(by, open ? "OPEN_TO_ALL" : "CLOSE_TO_ALL", "service", service, List.of(), at);
    }
}
