package it.percorsi.referral;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.Obstacles;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who comes to a sitting while it is held, and who leaves it. */
@Service
@Transactional
public class PresenceService {

    private final Referrals referrals;
    private final Participation participation;
    private final AccessTrail trail;

    PresenceService(Referrals referrals, Participation participation, AccessTrail trail) {
        this.referrals = referrals;
        this.participation = participation;
        this.trail = trail;
    }

    public void change(Actor by, Instant at, UUID id, UUID memberId, Change change) {
        Sitting sitting = referrals.visibleSitting(id, by).orElseThrow(NotVisible::new);
        Referrals.MemberRow member =
                referrals.members(id, by).stream()
                        .filter(each -> each.id().equals(memberId))
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        new Obstacles()
                .when(!by.actsAs(Role.PANEL_SECRETARY), "move.not-yours.secretary")
                .when(sitting.status() != SittingStatus.OPEN, "sitting.not-held-now")
                .when(!Change.open(member).contains(change), "sitting.presence-other")
                .when(
                        change == Change.STAY && decidedSince(id, member, by),
                        "sitting.decided-since")
                .refuse();
        switch (change) {
            case ARRIVE -> participation.arrive(id, sitting.panel().id(), memberId, at);
            case LEAVE -> participation.leave(id, memberId, at);
            case STAY -> participation.leave(id, memberId, null);
            case RETURN -> participation.comeBack(id, memberId, at);
            case MISTAKE -> participation.neverCame(id, memberId);
        }
        trail.changed(by, change.name(), "panel-member", memberId, List.of(), at);
    }

    /** Something was decided without them: that they had left stays in the minutes. */
    private boolean decidedSince(UUID id, Referrals.MemberRow member, Actor by) {
        Instant left = member.leftAt();
        return left != null
                && referrals.agendaOf(id, by).stream()
                        .map(Referrals.ReferralRow::decidedAt)
                        .anyMatch(decided -> decided != null && decided.isAfter(left));
    }

    /** What may happen to a member's presence. */
    public enum Change {
        ARRIVE,
        LEAVE,
        /** They had not left. */
        STAY,
        /** They come back: when they were away stays written. */
        RETURN,
        /** They had not come. */
        MISTAKE;

        /** What may be said of a member now. */
        public static List<Change> open(Referrals.MemberRow member) {
            if (member.there()) {
                return member.arrivedAt() == null ? List.of(LEAVE) : List.of(LEAVE, MISTAKE);
            }
            return member.present() ? List.of(RETURN, STAY) : List.of(ARRIVE);
        }
    }
}
