package it.percorsi.direct;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Grant;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.network.Network;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.PageOf;
import it.percorsi.pathway.Rome;
import it.percorsi.person.People;
import it.percorsi.person.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sending a person to a service, and following it until its end is known. */
@Service
@Transactional
public class DirectService {

    private static final int PAGE = 100;

    private final DirectReferrals referrals;
    private final People people;
    private final Network network;
    private final Grants grants;
    private final AccessTrail trail;

    DirectService(
            DirectReferrals referrals,
            People people,
            Network network,
            Grants grants,
            AccessTrail trail) {
        this.referrals = referrals;
        this.people = people;
        this.network = network;
        this.grants = grants;
        this.trail = trail;
    }

    /** Whom somebody can be sent to that answers from here. */
    public List<DirectReferrals.Receiver> receivers(Actor by) {
        return referrals.receivers(by);
    }

    /** What a page may offer. */
    public boolean maySend(Actor by) {
        return DirectParty.sends(by);
    }

    /**
     * From then on the service sees what was written here, and nothing else of the person.
     *
     * @param phone null where it is not told
     */
    public UUID send(
            Actor by, Instant at, UUID person, @Nullable String phone, DirectReferral.Asked asked) {
        if (!DirectParty.sends(by)) {
            throw new NotVisible();
        }
        Person sent = people.shown(person, by);
        grants.needs(Section.AGENDA, person, by);
        if (asked.follows() != null) {
            earlier(by, person, asked.follows());
        }
        new Obstacles().and(asked.grounds().unsaid()).refuse();
        int days = network.rule("direct.answer-within", Rome.day(at)).number();
        DirectReferral referral = new DirectReferral(sent, phone, asked, days, by, at);
        referrals.save(referral);
        if (referral.receiverId() != null) {
            grants.give(
                    new Grant(
                            person,
                            referral.receiverId(),
                            Basis.APPOINTMENT,
                            "direct.sent",
                            referral.id(),
                            by,
                            at,
                            null));
        }
        trail.changed(by, "SEND_ON", "direct", referral.id(), List.of(person), at);
        return referral.id();
    }

    /** One of the actor's body that came to nothing, to be written again from what it said. */
    public DirectReferrals.Row earlier(Actor by, UUID person, UUID id) {
        return referrals
                .row(id, by)
                .filter(row -> row.personId().equals(person))
                .filter(row -> row.status().ended())
                .filter(row -> row.organisationId().equals(by.organisationId()))
                .orElseThrow(NotVisible::new);
    }

    private LocalDate later(String rule, Instant at) {
        LocalDate today = Rome.day(at);
        return today.plusDays(network.rule(rule, today).number());
    }

    public DirectSheet look(Actor by, Instant at, UUID id) {
        DirectReferrals.Row row = referrals.row(id, by).orElseThrow(NotVisible::new);
        trail.looked(by, "direct", row.personId(), Set.of(Section.AGENDA), at);
        return sheet(by, row, find(by, id));
    }

    private DirectSheet sheet(Actor by, DirectReferrals.Row row, DirectReferral referral) {
        return new DirectSheet(
                row,
                referrals.made(row.id(), by),
                referral.movesOpenTo(by),
                DirectMove.mayBeDeferred(referral, by),
                DirectParty.sends(by) && row.mayBeSentAgain(by.organisationId()));
    }

    /**
     * What a service without an account is told on paper: as much as one that answers here reads.
     */
    public DirectReferrals.Row letter(Actor by, Instant at, UUID id) {
        DirectReferrals.Row row =
                referrals
                        .row(id, by)
                        .filter(DirectReferrals.Row::onPaper)
                        .orElseThrow(NotVisible::new);
        trail.looked(by, "direct-letter", row.personId(), Set.of(Section.AGENDA), at);
        return row;
    }

    /** What the person is told on paper, once the service has answered, by who sent them. */
    public DirectSheet outcome(Actor by, Instant at, UUID id) {
        DirectReferral referral = find(by, id);
        DirectReferrals.Row row =
                referrals
                        .row(id, by)
                        .filter(DirectReferrals.Row::answered)
                        .filter(any -> DirectParty.SENDER.includes(referral, by))
                        .orElseThrow(NotVisible::new);
        trail.looked(by, "outcome-letter", row.personId(), Set.of(Section.AGENDA), at);
        return sheet(by, row, referral);
    }

    public void move(Actor by, Instant at, UUID id, DirectMove move, @Nullable String note) {
        DirectReferral referral = find(by, id);
        String until =
                move == DirectMove.ASK_INTEGRATION
                        ? "reminder.question"
                        : "direct.follow-up-within";
        referral.make(move, by, at, note, later(until, at));
        trail.changed(by, move.name(), "direct", id, List.of(referral.personId()), at);
    }

    /** The service answers another day. */
    public void defer(Actor by, Instant at, UUID id, String why, @Nullable LocalDate until) {
        DirectReferral referral = find(by, id);
        referral.defer(by, at, why, until);
        trail.changed(by, "DEFER", "direct", id, List.of(referral.personId()), at);
    }

    /** Nothing is known yet: the sender asks again on another day. */
    public void askAgain(Actor by, Instant at, UUID id, LocalDate on) {
        DirectReferral referral = find(by, id);
        new Obstacles()
                .when(
                        !referral.status().open() || referral.status().asksSender(),
                        "move.wrong-status")
                .when(!DirectParty.SENDER.includes(referral, by), "move.not-yours.direct-sender")
                .refuse();
        referral.askAgain(on);
        trail.changed(by, "ASK_AGAIN", "direct", id, List.of(referral.personId()), at);
    }

    public Page open(Actor by, Instant at, @Nullable Mark after) {
        PageOf<DirectReferrals.Row> page =
                PageOf.read(PAGE, most -> referrals.open(after, by, most));
        DirectReferrals.Row last = page.next(Function.identity());
        return new Page(
                listed(by, at, "directs", page.rows()),
                last == null || last.dueOn() == null ? null : new Mark(last.dueOn(), last.id()));
    }

    /**
     * @param next where the page after begins, or null on the last one
     */
    public record Page(List<DirectReferrals.Row> rows, @Nullable Mark next) {}

    /** Those nobody answered in time. */
    public List<DirectReferrals.Row> expired(Actor by, Instant at) {
        return listed(by, at, "directs", referrals.expired(by));
    }

    public List<DirectReferrals.Row> ofPerson(Actor by, Instant at, UUID person) {
        people.shown(person, by);
        return listed(by, at, "person-directs", referrals.ofPerson(person, by));
    }

    private List<DirectReferrals.Row> listed(
            Actor by, Instant at, String list, List<DirectReferrals.Row> rows) {
        trail.listed(
                by, list, rows.stream().map(DirectReferrals.Row::personId).distinct().toList(), at);
        return rows;
    }

    private DirectReferral find(Actor by, UUID id) {
        return referrals.visible(id, by).orElseThrow(NotVisible::new);
    }
}
