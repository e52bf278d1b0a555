package it.percorsi.person;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.network.Network;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.PageOf;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saying what is urgent, and putting off what has been seen to. */
@Service
@Transactional
public class AlertService {

    /** More than three are read as none. */
    private static final int MOST = 3;

    private static final int PAGE = 50;
    private static final int LOOKING_BACK = 60;
    private static final int LONGEST_SILENCE = 366;

    private final Alerts alerts;
    private final People people;
    private final Grants grants;
    private final Network network;
    private final AccessTrail trail;

    AlertService(Alerts alerts, People people, Grants grants, Network network, AccessTrail trail) {
        this.alerts = alerts;
        this.people = people;
        this.grants = grants;
        this.network = network;
        this.trail = trail;
    }

    /** At most three, for somebody whose page is being looked at: that look is on the trail. */
    public List<Alert> on(Actor by, Instant at, UUID person) {
        LocalDate today = Rome.day(at);
        return alerts.on(person, by, today, permitDays(today), MOST);
    }

    /**
     * @param until the alert returns on that day, if it still stands; at most a year away
     * @throws MoveRefused if the day is not a coming one, or the section is not open to the actor
     */
    public void silence(
            Actor by, Instant at, UUID person, Alert.Kind kind, LocalDate until, String reason) {
        people.shown(person, by);
        LocalDate today = Rome.day(at);
        new Obstacles()
                .when(!grants.sections(person, by).contains(kind.section()), "alert.not-yours")
                .when(
                        !until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_SILENCE)),
                        "alert.until-out")
                .when(reason.isBlank(), "alert.reason-missing")
                .refuse();
        alerts.silence(person, kind, until, reason.strip(), at, by);
        trail.changed(by, "SILENCE", "alert", person, List.of(person), at);
    }

    /** The permits of the body's people that end within the days of the rule, or ended lately. */
    public Expiring expiring(Actor by, Instant at, @Nullable Mark after) {
        LocalDate today = Rome.day(at);
        int days = permitDays(today);
        PageOf<Alerts.Expiring> page =
                PageOf.read(
                        PAGE, most -> alerts.expiring(today, LOOKING_BACK, days, after, by, most));
        trail.listed(
                by, "permits", page.rows().stream().map(Alerts.Expiring::personId).toList(), at);
        return new Expiring(page.rows(), days, page.next(Alerts.Expiring::mark));
    }

    private int permitDays(LocalDate today) {
        return network.rule("permit.expiry-alert", today).number();
    }

    /**
     * A page of the list.
     *
     * @param days how long before its end a permit is listed
     * @param next where the page after begins, or null on the last one
     */
    public record Expiring(List<Alerts.Expiring> permits, int days, @Nullable Mark next) {}
}
