package it.percorsi.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bodies and desks, shown to everybody. */
@Service
@Transactional
public class NetworkService {

    private final Network network;

    NetworkService(Network network) {
        this.network = network;
    }

    /** What the public page shows of a day. */
    public Directory directory(LocalDate on) {
        return new Directory(network.desks(), network.weeks(), network.shifts(on));
    }

    /** Desks, their hours and the mediators' shifts. */
    public record Directory(
            List<Network.DeskRow> desks, Map<UUID, Week> weeks, List<Network.Shift> shifts) {}
}
