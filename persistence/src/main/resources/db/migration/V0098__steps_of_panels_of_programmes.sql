-- What waits before a panel of a programme, or of whoever sent it there, is of that programme before anybody is enrolled:
-- whoever coordinates it counts that too. Numbers still, of what is late and for how long; what is of somebody who is
-- enrolled already counts once.
set local role percorsi_gate;
create or replace function programme_steps(today date)
    returns table (programme_code text, programme_name text, kind text, open int, late int, oldest date)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with mine as materialized (select p.id, p.code, p.name from programme p where coordinates(p.id)),
    inside as materialized (
        select m.code, m.name, n.id, n.person_id from mine m join enrolment n on n.programme_id = m.id
        where n.status = 'ACTIVE'),
    waits as (
        select i.code, i.name, s.kind, s.id, s.due_on from inside i join open_step s on s.person_id = i.person_id
            and s.section <> 'RESERVED' and s.kind not in ('UNANSWERED', 'RECEIVED', 'UNDERWAY')
        union
        select i.code, i.name, s.kind, s.id, s.due_on from inside i join hour_budget b on b.enrolment_id = i.id
        join plan l on l.budget_id = b.id join encounter e on e.plan_id = l.id join open_step s on s.id = e.sheet_id
        union
        select m.code, m.name, s.kind, s.id, s.due_on from mine m join panel n on n.programme_id = m.id
        join referral r on r.panel_id = n.id
        join open_step s on s.id = r.id and s.kind in ('ANSWER', 'SITTING', 'QUESTION', 'WAITLISTED', 'READ'))
    select m.code, m.name, w.kind, count(w.id)::int, (count(w.id) filter (where w.due_on < $1))::int, min(w.due_on)
    from mine m left join waits w on w.code = m.code
    group by m.code, m.name, w.kind
    order by m.code, min(w.due_on), w.kind
$$;
reset role;
