package it.percorsi.citizen;

import it.percorsi.access.Secret;
import it.percorsi.access.SourceMark;
import it.percorsi.agenda.AskedTimes;
import it.percorsi.agenda.Slot;
import it.percorsi.agenda.Timetable;
import it.percorsi.network.Network;
import it.percorsi.network.Week;
import it.percorsi.pathway.Rome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking for a time without an account. No file is looked for, whoever asks. */
@Service
@Transactional
public class AskingService {

    private final Timetable timetable;
    private final AskedTimes times;
    private final Network network;
    private final OwnRequests requests;
    private final SourceMark mark;

    AskingService(
            Timetable timetable,
            AskedTimes times,
            Network network,
            OwnRequests requests,
            SourceMark mark) {
        this.timetable = timetable;
        this.times = times;
        this.network = network;
        this.requests = requests;
        this.mark = mark;
    }

    public List<Timetable.Bookable> services() {
        return timetable.openToPublic();
    }

    public Optional<Timetable.Bookable> service(String code) {
        return services().stream().filter(service -> service.code().equals(code)).findFirst();
    }

    /** Free times, first times first, from when the desk has time to answer. */
    public List<Slot> free(Timetable.Bookable service, String language, Instant at) {
        LocalDate today = Rome.day(at);
        return times.free(
                service,
                language,
                at.plus(Duration.ofHours(network.rule("request.minimum-notice", today).number())),
                network.rule("request.days-ahead", today).number());
    }

    /** For how many days the name and the telephone are kept when all is over. */
    public int keptDays(Instant at) {
        return network.rule("request.keep", Rome.day(at)).number();
    }

    public OwnRequests.Outcome send(
            Instant at,
            Secret secret,
            String address,
            Timetable.Bookable service,
            Slot slot,
            String language,
            String name,
            String phone) {
        Week week = Objects.requireNonNull(network.weeks().get(service.deskId()));
        return requests.send(
                new OwnRequests.Asked(
                        secret,
                        mark.of(address, Rome.day(at)),
                        service,
                        slot,
                        language,
                        name,
                        phone,
                        expiry(at, week, slot.from())));
    }

    /** What became of it; empty if the address is nobody's. */
    public Optional<OwnRequests.Standing> look(Secret secret) {
        return requests.look(secret);
    }

    /**
     * @return false if there is nothing to withdraw any more
     */
    public boolean withdraw(Secret secret) {
        return requests.withdraw(secret);
    }

    /** The end of the next working day, and never after the time itself. */
    static Instant expiry(Instant at, Week week, Instant starts) {
        Instant end = week.endOfNextWorkingDay(Rome.day(at));
        return end.isBefore(starts) ? end : starts;
    }
}
