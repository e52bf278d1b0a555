package it.percorsi.referral;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.Obstacles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting the agenda of a sitting in order by hand, before it is opened. */
@Service
@Transactional
public class OrderOfBusinessService {

    private final Referrals referrals;
    private final OrderOfBusiness order;
    private final AccessTrail trail;

    OrderOfBusinessService(Referrals referrals, OrderOfBusiness order, AccessTrail trail) {
        this.referrals = referrals;
        this.order = order;
        this.trail = trail;
    }

    /** A case takes the place of its neighbour; the first goes no further up, nor the last down. */
    public void move(Actor by, Instant at, UUID id, UUID referral, Way way) {
        mayBeOrdered(id, by);
        order.hold(id);
        List<UUID> listed =
                new ArrayList<>(
                        referrals.agendaOf(id, by).stream()
                                .map(Referrals.ReferralRow::id)
                                .toList());
        int from = listed.indexOf(referral);
        if (from < 0) {
            throw new NotVisible();
        }
        int to = from + (way == Way.UP ? -1 : 1);
        if (to < 0 || to == listed.size()) {
            return;
        }
        Collections.swap(listed, from, to);
        order.put(id, listed, by);
        trail.changed(by, "REORDER", "sitting", id, List.of(), at);
    }

    public void forget(Actor by, Instant at, UUID id) {
        mayBeOrdered(id, by);
        order.forget(id, by);
        trail.changed(by, "REORDER", "sitting", id, List.of(), at);
    }

    private void mayBeOrdered(UUID id, Actor by) {
        Sitting sitting = referrals.visibleSitting(id, by).orElseThrow(NotVisible::new);
        new Obstacles()
                .when(!by.actsAs(Role.PANEL_SECRETARY), "move.not-yours.secretary")
                .when(sitting.status() != SittingStatus.PLANNED, "sitting.order-before-opening")
                .refuse();
    }

    public enum Way {
        UP,
        DOWN
    }
}
