package it.percorsi.referral.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.referral.OrderOfBusiness;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredOrderOfBusiness implements OrderOfBusiness {

    /** By hand where it was done; what came afterwards is first if it is urgent, else last. */
    static final String ORDER =
            """
            case when r.agenda_place is not null then 1 when r.urgent_why is not null then 0 else 2 end,
                r.agenda_place, r.answer_by, r.submitted_at, r.id\
            """;

    private final Queries queries;

    StoredOrderOfBusiness(Queries queries) {
        this.queries = queries;
    }

    @Override
    public void hold(UUID sitting) {
        queries.sql("select id from sitting where id = :sitting for no key update")
                .param("sitting", sitting)
                .single(UUID.class);
    }

    @Override
    public void put(UUID sitting, List<UUID> referrals, Actor by) {
        queries.sql(
                        """
                        update referral r set agenda_place = array_position(cast(:ids as uuid[]), r.id)
                        where r.sitting_id = :sitting and granted(r.person_id, :organisation, :role, 'SOCIAL', r.id)
                        """,
                        by)
                .param("sitting", sitting)
                .param("ids", Queries.uuids(referrals))
                .update();
    }

    @Override
    public void forget(UUID sitting, Actor by) {
        queries.sql(
                        """
                        update referral r set agenda_place = null
                        where r.sitting_id = :sitting and r.agenda_place is not null
                          and granted(r.person_id, :organisation, :role, 'SOCIAL', r.id)
                        """,
                        by)
                .param("sitting", sitting)
                .update();
    }
}
