package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.Role;
import it.percorsi.referral.Ballot;
import it.percorsi.referral.Content;
import it.percorsi.referral.Decision;
import it.percorsi.referral.OrderOfBusinessService;
import it.percorsi.referral.PanelService;
import it.percorsi.referral.PresenceService;
import it.percorsi.referral.ReferralMove;
import it.percorsi.referral.ReferralService;
import it.percorsi.referral.SittingService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is done before a panel and by it. */
final class PanelActs {

    private static final Set<Role> SOCIAL = Set.of(Role.SOCIAL_WORKER);
    private static final Set<Role> SECRETARY = Set.of(Role.PANEL_SECRETARY);
    private static final Set<Role> PANEL = Set.of(Role.PANEL_SECRETARY, Role.PANEL_MEMBER);

    private final ReferralService referrals;
    private final SittingService sittings;
    private final PanelService panels;
    private final PresenceService presence;
    private final OrderOfBusinessService order;

    PanelActs(WalkWorld world) {
        referrals = world.bean(ReferralService.class);
        sittings = world.bean(SittingService.class);
        panels = world.bean(PanelService.class);
        presence = world.bean(PresenceService.class);
        order = world.bean(OrderOfBusinessService.class);
    }

    List<Act> all() {
        return List.of(
                act("send a referral", SOCIAL, this::send),
                act(
                        "examine it",
                        SECRETARY,
                        h -> referrals.examine(h.who, h.at, h.on("referral", "EXAMINE"))),
                act(
                        "ask for more",
                        SECRETARY,
                        h ->
                                referrals.askIntegration(
                                        h.who, h.at, h.on("referral", "ASK_INTEGRATION"), h.why())),
                act(
                        "tell more",
                        SOCIAL,
                        h ->
                                referrals.integrate(
                                        h.who, h.at, h.on("referral", "INTEGRATE"), h.why())),
                act(
                        "put it on an agenda",
                        SECRETARY,
                        h ->
                                referrals.schedule(
                                        h.who,
                                        h.at,
                                        h.on("referral", "SCHEDULE"),
                                        h.with(
                                                h.any(
                                                        "sitting",
                                                        "status = 'PLANNED' and panel_id in (select panel_id from referral where status in ('UNDER_REVIEW', 'WAITLISTED', 'DEFERRED'))")))),
                act("put it on an agenda again", SECRETARY, this::scheduleAgain),
                act("withdraw a referral", SOCIAL, this::withdraw),
                act(
                        "read the decision",
                        SOCIAL,
                        h ->
                                referrals.acknowledge(
                                        h.who, h.at, h.any("referral", "told_at is not null"))),
                act(
                        "plan a sitting",
                        SECRETARY,
                        h ->
                                sittings.plan(
                                        h.who,
                                        h.at,
                                        h.any("panel", "organisation_id = :body"),
                                        h.at.plus(Duration.ofHours(h.upTo(9))),
                                        "Sala")),
                act("put an agenda in order", SECRETARY, this::putInOrder),
                act("open a sitting", SECRETARY, this::open),
                act(
                        "move a sitting",
                        SECRETARY,
                        h ->
                                sittings.move(
                                        h.who,
                                        h.at,
                                        h.on("sitting", "MOVE_IT"),
                                        h.at.plus(Duration.ofHours(h.upTo(9))),
                                        "Auditorium")),
                act(
                        "call a sitting off",
                        SECRETARY,
                        h ->
                                sittings.callOff(
                                        h.who,
                                        h.at,
                                        h.on(
                                                "sitting",
                                                "CALL_OFF",
                                                h.seldom()
                                                        ? "true"
                                                        : "not exists (select 1 from referral r where r.sitting_id = t.id)"),
                                        h.why())),
                act("decide", SECRETARY, this::decide),
                act("decide another", SECRETARY, this::decide),
                act(
                        "stand apart",
                        PANEL,
                        h ->
                                onTheAgenda(
                                        h,
                                        (sitting, referral) ->
                                                sittings.declareConflict(
                                                        h.who,
                                                        h.at,
                                                        sitting,
                                                        referral,
                                                        member(h, sitting)))),
                act(
                        "stand apart no more",
                        SECRETARY,
                        h ->
                                onTheAgenda(
                                        h,
                                        (sitting, referral) ->
                                                sittings.takeBackConflict(
                                                        h.who,
                                                        h.at,
                                                        sitting,
                                                        referral,
                                                        member(h, sitting)))),
                act("take a decision back", SECRETARY, this::takeBack),
                act("come or go", SECRETARY, this::comeOrGo),
                act(
                        "close a sitting",
                        SECRETARY,
                        h -> sittings.close(h.who, h.at, h.on("sitting", "CLOSE_IT"))),
                act(
                        "let a panel vote or not",
                        SECRETARY,
                        h ->
                                panels.vote(
                                        h.who,
                                        h.at,
                                        h.any("panel", "organisation_id = :body"),
                                        !h.seldom())),
                act(
                        "look at a sitting",
                        PANEL,
                        h -> sittings.look(h.who, h.at, h.any("sitting", "true"))));
    }

    private void send(Hand h) {
        UUID person =
                h.any(
                        "person",
                        "exists (select 1 from access_grant g where g.person_id = t.id and g.organisation_id = :body and g.basis = 'FILE')");
        UUID follows =
                h.seldom()
                        ? h.any(
                                "referral",
                                "person_id = '%s' and status in ('REJECTED', 'WITHDRAWN')"
                                        .formatted(person))
                        : null;
        List<String> needs = h.seldom() ? List.of() : List.of("WORK", "HOUSING");
        referrals.submit(
                h.who,
                h.at,
                person,
                h.any("panel", "true"),
                new Content(needs, h.words(), "PUBLIC_TASK", h.seldom() ? "Sfratto" : null),
                h.seldom()
                        ? Set.of(
                                h.any(
                                        "attachment",
                                        "withdrawn_at is null and person_id = '%s'"
                                                .formatted(person)))
                        : Set.of(),
                follows);
    }

    private void scheduleAgain(Hand h) {
        UUID referral =
                h.any(
                        "referral",
                        h.seldom()
                                ? "status = 'SCHEDULED'"
                                : "status in ('WAITLISTED', 'DEFERRED')");
        UUID sitting =
                h.any(
                        "sitting",
                        "status = 'PLANNED' and panel_id = (select panel_id from referral where id = '%s')"
                                .formatted(referral));
        h.trying("referral", referral, "SCHEDULE");
        referrals.schedule(h.who, h.at, referral, h.with(sitting));
    }

    /** Seldom: else nothing would ever be decided. */
    private void withdraw(Hand h) {
        referrals.withdraw(
                h.who,
                h.at,
                h.on("referral", "WITHDRAW"),
                h.saying(h.seldom() ? "Non serve più" : ""));
    }

    private void putInOrder(Hand h) {
        UUID referral = h.any("referral", "status = 'SCHEDULED'");
        order.move(
                h.who,
                h.at,
                h.of("sitting_id", "referral", "id = '%s'".formatted(referral)),
                referral,
                h.one(OrderOfBusinessService.Way.values()));
    }

    private void open(Hand h) {
        UUID sitting =
                h.on(
                        "sitting",
                        "OPEN_IT",
                        "exists (select 1 from referral r where r.sitting_id = t.id)");
        sittings.open(h.who, h.at, sitting, h.some("panel_member", ofPanel(sitting), "id"));
    }

    private void decide(Hand h) {
        onTheAgenda(
                h,
                (sitting, referral) -> {
                    ReferralMove move =
                            h.one(
                                    ReferralMove.ACCEPT,
                                    ReferralMove.WAITLIST,
                                    ReferralMove.DEFER,
                                    ReferralMove.REJECT);
                    Set<UUID> voters =
                            h.seldom()
                                    ? h.some("panel_member", ofPanel(sitting), "id")
                                    : h.some(
                                            "attendance",
                                            "sitting_id = '%s'".formatted(sitting),
                                            "member_id");
                    Map<UUID, Ballot> ballots =
                            h.seldom()
                                    ? Map.of()
                                    : voters.stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            each -> each,
                                                            each -> h.one(Ballot.values())));
                    Integer hours = h.seldom() ? 36 : null;
                    h.trying("referral", referral, move.name());
                    sittings.decide(
                            h.who,
                            h.at,
                            sitting,
                            referral,
                            new Decision(move, h.why(), null, hours, null, null, ballots));
                });
    }

    private void takeBack(Hand h) {
        UUID referral = h.on("referral", "TAKE_BACK", "sitting_id is not null");
        UUID sitting = h.of("sitting_id", "referral", "id = '%s'".formatted(referral));
        sittings.takeBack(h.who, h.at, sitting, referral, h.why());
    }

    private void comeOrGo(Hand h) {
        UUID sitting = h.any("sitting", "status = 'OPEN'");
        presence.change(
                h.who, h.at, sitting, member(h, sitting), h.one(PresenceService.Change.values()));
    }

    private interface OnTheAgenda {
        void done(UUID sitting, UUID referral);
    }

    private static void onTheAgenda(Hand h, OnTheAgenda act) {
        UUID referral =
                h.any(
                        "referral",
                        "status = 'SCHEDULED' and sitting_id in (select id from sitting where status = 'OPEN')");
        act.done(
                h.of(
                        "sitting_id",
                        "referral",
                        "sitting_id is not null and (id = '%s' or status = 'DEFERRED')"
                                .formatted(referral)),
                referral);
    }

    private static UUID member(Hand h, UUID sitting) {
        return h.any("panel_member", ofPanel(sitting));
    }

    private static String ofPanel(UUID sitting) {
        return "panel_id = (select panel_id from sitting where id = '%s')".formatted(sitting);
    }
}
