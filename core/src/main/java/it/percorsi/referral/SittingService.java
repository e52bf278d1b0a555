package it.percorsi.referral;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.MoveRefused;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meetings of a panel and what they decide. */
@Service
@Transactional
public class SittingService {

    private final Referrals referrals;
    private final Grants grants;
    private final AccessTrail trail;

    SittingService(Referrals referrals, Grants grants, AccessTrail trail) {
        this.referrals = referrals;
        this.grants = grants;
        this.trail = trail;
    }

    public List<Referrals.SittingRow> sittings(Actor by) {
        return referrals.sittings(by);
    }

    /** Those a referral can still be brought before. */
    public List<Referrals.SittingRow> planned(Actor by) {
        return referrals.sittings(by).stream()
                .filter(row -> row.status().equals(SittingStatus.PLANNED.name()))
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

    /** The agenda of a sitting with its members; a look at everybody on it. */
    public Table look(Actor by, Instant at, UUID id) {
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
        return new Table(
                referrals.sittingRow(id, by).orElseThrow(NotVisible::new),
                referrals.members(id, by),
                agenda,
                minutes,
                sitting.movesOpenTo(by),
                sitting.obstaclesToClosing(by));
    }

    public void open(Actor by, Instant at, UUID id, Set<UUID> present) {
        find(id, by).open(present, by, at);
        trail.changed(by, "OPEN", "sitting", id, List.of(), at);
    }

    public void decide(
            Actor by,
            Instant at,
            UUID sittingId,
            UUID referralId,
            ReferralMove decision,
            String why,
            @Nullable String conditions) {
        Referral referral =
                referrals
                        .visible(referralId, by)
                        .filter(r -> r.sitting() != null && r.sitting().id().equals(sittingId))
                        .orElseThrow(NotVisible::new);
        referral.decide(decision, by, at, why, conditions);
        trail.changed(
                by, decision.name(), "referral", referralId, List.of(referral.personId()), at);
    }

    /** Numbers and locks the minutes; what was refused is from now on no business of the panel. */
    public void close(Actor by, Instant at, UUID id) {
        Sitting sitting = find(id, by);
        referrals.writeMinutes(id, by);
        sitting.close(referrals.nextMinutesNumber(sitting.panel().id()), by, at);
        sitting.referrals().stream()
                .filter(referral -> referral.status().ended())
                .forEach(referral -> grants.end(referral.id(), at));
        trail.changed(by, "CLOSE", "sitting", id, List.of(), at);
    }

    private Sitting find(UUID id, Actor by) {
        return referrals.visibleSitting(id, by).orElseThrow(NotVisible::new);
    }

    /** A sitting as its page shows it. */
    public record Table(
            Referrals.SittingRow sitting,
            List<Referrals.MemberRow> members,
            List<Referrals.ReferralRow> agenda,
            List<Referrals.MinuteRow> minutes,
            List<SittingMove> moves,
            List<String> obstaclesToClosing) {

        public boolean offers(String move) {
            return moves.stream().anyMatch(m -> m.name().equals(move));
        }

        public List<Referrals.MemberRow> present() {
            return members.stream().filter(Referrals.MemberRow::present).toList();
        }

        /** Those who may open see what is missing only once they have chosen who is there. */
        public boolean awaitsPresences() {
            return sitting.status().equals(SittingStatus.PLANNED.name());
        }
    }
}
