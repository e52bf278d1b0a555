package it.percorsi.referral.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.referral.Referrals.ReferralRow;
import it.percorsi.referral.Worklist;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredWorklist implements Worklist {

    private static final Mark BEGINNING = new Mark(-1, false, 0, new UUID(0, 0));

    /** Where each stands. What is over has neither urgency nor clock, and the latest is first. */
    private static final String MARKS =
            """
            from (select r.id, k.rank, k.rank = 4 or r.urgent_why is null calm,
                    case k.rank
                        when 4 then date '2000-01-01' - (coalesce(r.decided_at, r.submitted_at) at time zone 'Europe/Rome')::date
                        when 3 then (r.decided_at at time zone 'Europe/Rome')::date - date '2000-01-01'
                        else coalesce(r.answer_by - date '2000-01-01', 0) end as day
                from referral r join panel n on n.id = r.panel_id
                cross join lateral (select case
                    when :role = 'SOCIAL_WORKER' and r.told_at is not null and r.acknowledged_at is null then 0
                    when r.status in ('ACCEPTED', 'REJECTED', 'WITHDRAWN', 'EXPIRED') then 4
                    when r.status in ('WAITLISTED', 'DEFERRED') then 3
                    when :role = 'SOCIAL_WORKER' and r.status in ('DRAFT', 'INTEGRATION_REQUESTED') then 1
                    when :role <> 'SOCIAL_WORKER' and r.status in ('SUBMITTED', 'UNDER_REVIEW') then 1
                    else 2 end rank) k
            """
                    + StoredReferrals.SEEN
                    + """
                      and (r.organisation_id = :organisation and :role = 'SOCIAL_WORKER'
                        or n.organisation_id = :organisation and :role in ('PANEL_SECRETARY', 'PANEL_MEMBER'))) w
                    """;

    private final Queries queries;

    StoredWorklist(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Line> page(@Nullable Mark after, Actor viewer, int most) {
        Mark mark = after == null ? BEGINNING : after;
        List<Mark> marks =
                queries.sql(
                                "select w.rank, w.calm, w.day, w.id "
                                        + MARKS
                                        + """
                                        where (w.rank, w.calm, w.day, w.id) > (:rank, :calm, :day, :id)
                                        order by w.rank, w.calm, w.day, w.id limit :most
                                        """,
                                viewer)
                        .param("rank", mark.rank())
                        .param("calm", mark.calm())
                        .param("day", mark.day())
                        .param("id", mark.id())
                        .param("most", most)
                        .list(Mark.class);
        Map<UUID, ReferralRow> rows =
                queries
                        .sql(
                                StoredReferrals.ROWS
                                        + StoredReferrals.SEEN
                                        + "and r.id = any (:ids)",
                                viewer)
                        .param("ids", Queries.uuids(marks.stream().map(Mark::id).toList()))
                        .list(ReferralRow.class)
                        .stream()
                        .collect(Collectors.toMap(ReferralRow::id, Function.identity()));
        return marks.stream()
                .flatMap(each ->
                        Stream.ofNullable(rows.get(each.id())).map(row -> new Line(row, each)))
                .toList();
    }

    @Override
    public Count count(Actor viewer) {
        return queries.sql(
                        "select (count(*) filter (where w.rank < 2))::int yours, count(*)::int \"all\" "
                                + MARKS,
                        viewer)
                .single(Count.class);
    }

    @Override
    public List<Unsent> unsent(Collection<UUID> persons, Actor viewer) {
        return queries.sql(
                        """
                        select p.id person_id, trim(p.family_name || ' ' || p.given_name) person_name from person p
                        where p.id = any (:ids) and granted(p.id, :organisation, :role, 'SOCIAL')
                            and :operator is not null
                        """,
                        viewer)
                .param("ids", Queries.uuids(persons))
                .list(Unsent.class);
    }
}
