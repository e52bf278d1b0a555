package it.percorsi.referral.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.referral.PlaceList;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
class StoredPlaceList implements PlaceList {

    private final Queries queries;

    StoredPlaceList(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Row> rows(Actor viewer) {
        return queries.sql(
                        """
                        select r.id referral_id, w.person_id, trim(p.family_name || ' ' || p.given_name) person_name,
                            p.gender, w.since, w.place, w.waiting, r.status, n.name panel_name,
                            o.name organisation_name, g.id programme_id, g.code programme_code, w.area_id, a.name area_name
                        from waiting_places() w
                        left join enrolment e on e.id = w.enrolment_id
                            and entrusted(e.person_id, :organisation, :role, 'STATUS')
                        left join referral r on r.id = w.referral_id
                            and entrusted(r.person_id, :organisation, :role, 'SOCIAL', r.id)
                        left join panel n on n.id = r.panel_id
                        join programme g on g.id = w.programme_id
                        join organisation o on o.id = coalesce(r.organisation_id, e.organisation_id)
                        left join organisation a on a.id = w.area_id
                        left join person p on p.id = w.person_id and entrusted(p.id, :organisation, :role, 'IDENTITY')
                        where :role <> 'PANEL_MEMBER' or sits_on(n.id) and not exists (select 1
                            from recusal c join panel_member m on m.id = c.member_id
                            where c.referral_id = r.id and m.operator_id = :operator)
                        order by g.code, a.name nulls last, w.place
                        """,
                        viewer)
                .list(Row.class);
    }
}
