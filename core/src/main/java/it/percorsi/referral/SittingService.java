package it.percorsi.referral;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.network.Network;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import it.percorsi.task.Ask;
import it.percorsi.task.TaskService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meetings of a panel and what they decide. */
@Service
@Transactional
public class SittingService {

    private final Referrals referrals;
    private final Panels panels;
    private final Participation participation;
    private final CaseReading reading;
    private final Network network;
    private final TaskService tasks;
    private final Grants grants;
    private final AccessTrail trail;

    SittingService(
            Referrals referrals,
            Panels panels,
            Participation participation,
            CaseReading reading,
            Network network,
            TaskService tasks,
            Grants grants,
            AccessTrail trail) {
        this.referrals = referrals;
        this.panels = panels;
        this.participation = participation;
        this.reading = reading;
        this.network = network;
        this.tasks = tasks;
        this.grants = grants;
        this.trail = trail;
    }

    public List<Referrals.SittingRow> sittings(Actor by) {
        return referrals.sittings(by);
    }

    /** Those a referral can still be brought before: of its panel, and not where it is. */
    public List<Referrals.SittingRow> planned(Actor by, UUID referral) {
        Referral brought = referrals.visible(referral, by).orElseThrow(NotVisible::new);
        UUID panel = brought.panel().id();
        UUID on = brought.sitting() == null ? null : brought.sitting().id();
        return referrals.sittings(by).stream()
                .filter(row -> row.planned() && row.panelId().equals(panel))
                .filter(row -> !row.id().equals(on))
                .toList();
    }

    public Sitting plan(Actor by, Instant at, UUID panelId, Instant plannedFor, String place) {
        Panel panel =
                referrals
                        .panel(panelId)
                        .filter(p -> p.organisationId().equals(by.organisationId()))
                        .orElseThrow(NotVisible::new);
        if (!by.actsAs(Role.PANEL_SECRETARY)) {
            throw new MoveRefused(List.of("move.not-yours.secretary"));
        }
        Sitting sitting = new Sitting(panel, plannedFor, place);
        referrals.save(sitting);
        trail.changed(by, "PLAN", "sitting", sitting.id(), List.of(), at);
        return sitting;
    }

    public void move(Actor by, Instant at, UUID id, Instant plannedFor, String place) {
        find(id, by).move(plannedFor, place, by);
        trail.changed(by, "MOVE", "sitting", id, List.of(), at);
    }

    public void callOff(Actor by, Instant at, UUID id, String why) {
        find(id, by).callOff(why, by);
        trail.changed(by, "CALL_OFF", "sitting", id, List.of(), at);
    }

    /** The agenda of a sitting with its members; a look at everybody on it, and at no case. */
    public SittingTable look(Actor by, Instant at, UUID id) {
        return look(by, at, id, row -> false);
    }

    /**
     * @param read the case that is read; the first that is not decided where none is said
     */
    public SittingTable look(Actor by, Instant at, UUID id, @Nullable UUID read) {
        return look(by, at, id, row -> read == null ? row.onTheAgenda() : row.id().equals(read));
    }

    private SittingTable look(
            Actor by, Instant at, UUID id, Predicate<Referrals.ReferralRow> read) {
        Sitting sitting = find(id, by);
        List<Referrals.ReferralRow> agenda = referrals.agendaOf(id, by);
        List<Referrals.MinuteRow> minutes = referrals.minutes(id, by);
        trail.listed(
                by,
                "sitting",
                Stream.concat(
                                agenda.stream().map(Referrals.ReferralRow::personId),
                                minutes.stream().map(Referrals.MinuteRow::personId))
                        .distinct()
                        .toList(),
                at);
        return new SittingTable(
                referrals.sittingRow(id, by).orElseThrow(NotVisible::new),
                referrals.members(id, by),
                agenda,
                minutes,
                sitting.movesOpenTo(by),
                sitting.obstaclesToClosing(by),
                participation.apart(id, by),
                participation.tallies(id, by),
                panels.phrases(sitting.panel().id()),
                panels.places(sitting.panel().id(), by),
                agenda.stream()
                        .filter(read)
                        .findFirst()
                        .map(row -> reading.read(by, at, row, sitting))
                        .orElse(null));
    }

    public void open(Actor by, Instant at, UUID id, Set<UUID> present) {
        find(id, by).open(present, by, at);
        trail.changed(by, "OPEN", "sitting", id, List.of(), at);
    }

    /** The panel's decision on a case, and the votes it rests on where the panel votes. */
    public void decide(Actor by, Instant at, UUID sittingId, UUID referralId, Decision decision) {
        Referral referral = before(sittingId, referralId, by);
        Sitting sitting = find(sittingId, by);
        Set<UUID> apart =
                participation.apart(sittingId, by).stream()
                        .filter(each -> each.referralId().equals(referralId))
                        .map(Participation.Apart::memberId)
                        .collect(Collectors.toSet());
        Map<UUID, Ballot> ballots = decision.ballots();
        new Obstacles()
                .tried(() -> sitting.mayVote(ballots, apart))
                .tried(() -> referral.mayBeDecided(decision, apart, by))
                .refuse();
        participation.vote(sittingId, referralId, sitting.panel().id(), ballots);
        referral.decide(decision, apart, by, at);
        trail.changed(
                by,
                decision.move().name(),
                "referral",
                referralId,
                List.of(referral.personId()),
                at);
    }

    /** Takes a wrong decision back, and its votes, before the minutes are closed. */
    public void takeBack(Actor by, Instant at, UUID sittingId, UUID referralId, String why) {
        Referral referral = before(sittingId, referralId, by);
        referral.takeBack(by, at, why);
        participation.takeBackVotes(sittingId, referralId);
        trail.changed(by, "TAKE_BACK", "referral", referralId, List.of(referral.personId()), at);
    }

    /** A member has a conflict of interest in a case: said by themselves or by the secretary. */
    public void declareConflict(
            Actor by, Instant at, UUID sittingId, UUID referralId, UUID member) {
        Referral referral = before(sittingId, referralId, by);
        if (referrals.members(sittingId, by).stream()
                .noneMatch(each ->
                        each.id().equals(member)
                                && (each.mine() || by.actsAs(Role.PANEL_SECRETARY)))) {
            throw new NotVisible();
        }
        participation.declare(referralId, referral.panel().id(), member, by, at);
        trail.changed(by, "RECUSE", "referral", referralId, List.of(referral.personId()), at);
    }

    /** It was said by mistake. */
    public void takeBackConflict(
            Actor by, Instant at, UUID sittingId, UUID referralId, UUID member) {
        Referral referral = before(sittingId, referralId, by);
        if (!by.actsAs(Role.PANEL_SECRETARY)) {
            throw new MoveRefused(List.of("move.not-yours.secretary"));
        }
        participation.takeBack(referralId, member);
        trail.changed(by, "UNRECUSE", "referral", referralId, List.of(referral.personId()), at);
    }

    private Referral before(UUID sittingId, UUID referralId, Actor by) {
        find(sittingId, by);
        return referrals
                .visible(referralId, by)
                .filter(r -> r.sitting() != null && r.sitting().id().equals(sittingId))
                .orElseThrow(NotVisible::new);
    }

    /**
     * Numbers and locks the minutes, tells whoever sent the cases and gives them to do what the
     * decisions ask; what was refused is from now on no business of the panel.
     */
    public void close(Actor by, Instant at, UUID id) {
        Sitting sitting = find(id, by);
        new Obstacles().and(sitting.obstaclesToClosing(by)).refuse();
        referrals.writeMinutes(id, by);
        sitting.close(referrals.nextMinutesNumber(sitting.panel().id()), by, at);
        sitting.referrals().stream()
                .filter(referral -> referral.status().decided())
                .forEach(each -> each.tell(at));
        LocalDate today = Rome.day(at);
        Map<Ask, LocalDate> due = new EnumMap<>(Ask.class);
        tasks.askAfter(
                by,
                at,
                id,
                referrals.asked(id, by).stream()
                        .map(each ->
                                each.decided(
                                        due.computeIfAbsent(
                                                each.ask(),
                                                ask -> today.plusDays(days(ask, today)))))
                        .toList());
        sitting.referrals().stream()
                .filter(referral -> referral.status().ended())
                .forEach(referral -> grants.end(referral.id(), at));
        trail.changed(by, "CLOSE", "sitting", id, List.of(), at);
    }

    private int days(Ask ask, LocalDate on) {
        return network.rule(ask.rule(), on).number();
    }

    private Sitting find(UUID id, Actor by) {
        return referrals.visibleSitting(id, by).orElseThrow(NotVisible::new);
    }
}
