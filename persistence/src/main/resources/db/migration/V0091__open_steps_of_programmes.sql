-- What waits for somebody among those who are in a programme, for whoever coordinates it: how much of each kind, how much
-- of it is late, since when. Numbers of what other bodies have to do, which they see as nobody's; nothing of whom, so it
-- asks no grant on anybody. What is of many, as a sheet of signatures, counts once.
grant select on open_step to percorsi_gate;
create function programme_steps(today date)
    returns table (programme_code text, programme_name text, kind text, open int, late int, oldest date)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with mine as materialized (select p.id, p.code, p.name from programme p where coordinates(p.id)),
    inside as materialized (
        select m.code, m.name, n.id, n.person_id from mine m join enrolment n on n.programme_id = m.id
        where n.status = 'ACTIVE'),
    waits as (
        select i.code, i.name, s.kind, s.id, s.due_on from inside i join open_step s on s.person_id = i.person_id
        union
        select i.code, i.name, s.kind, s.id, s.due_on from inside i join hour_budget b on b.enrolment_id = i.id
        join plan l on l.budget_id = b.id join encounter e on e.plan_id = l.id join open_step s on s.id = e.sheet_id)
    select m.code, m.name, w.kind, count(w.id)::int, (count(w.id) filter (where w.due_on < $1))::int, min(w.due_on)
    from mine m left join waits w on w.code = m.code
    group by m.code, m.name, w.kind
    order by m.code, min(w.due_on), w.kind
$$;
call behind_the_gate('programme_steps(date)', 'percorsi_app');
