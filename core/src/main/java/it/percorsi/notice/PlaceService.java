package it.percorsi.notice;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The streets of the desks. */
@Service
@Transactional
public class PlaceService {

    private final Places places;
    private final AccessTrail trail;

    PlaceService(Places places, AccessTrail trail) {
        this.places = places;
        this.trail = trail;
    }

    public List<Places.Place> all() {
        return places.all();
    }

    public void move(Actor by, Instant at, UUID desk, String address) {
        places.move(desk, address, by);
        trail.changed(by, "ADDRESS", "desk", desk, List.of(), at);
    }
}
