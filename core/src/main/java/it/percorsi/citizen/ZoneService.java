package it.percorsi.citizen;

import it.percorsi.network.Network;
import it.percorsi.network.Week;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desks of the zone on a day, for everybody: nobody acts, and nothing of anybody is read. */
@Service
@Transactional(readOnly = true)
public class ZoneService {

    private final Network network;
    private final Zone zone;

    ZoneService(Network network, Zone zone) {
        this.network = network;
        this.zone = zone;
    }

    public List<ZoneDesk> on(LocalDate day) {
        Map<UUID, Week> weeks = network.weeks();
        Map<UUID, String> addresses = zone.addresses();
        List<Zone.Heard> heard = zone.spoken(day);
        return network.desks().stream()
                .map(desk ->
                        ZoneDesk.of(
                                desk,
                                addresses.get(desk.id()),
                                day,
                                Objects.requireNonNull(weeks.get(desk.id())),
                                heard))
                .toList();
    }

    public List<Zone.Service> services() {
        return zone.services();
    }
}
