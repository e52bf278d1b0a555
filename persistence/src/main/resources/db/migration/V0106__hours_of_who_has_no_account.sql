-- Who gives an hour may have no account here: a teacher, a cooperative. Their hours are written by whoever works on the
-- plan, under the name of who gives them: they take nothing of the writer's agenda nor of their timesheet, and the
-- writer still does not confirm them.
alter table encounter add column giver text check (length(trim(giver)) > 0 and length(giver) <= 200),
    drop constraint operator_once,
    add constraint operator_once exclude using gist (operator_id with =, group_id with <>,
        tsrange(on_day + starts, on_day + starts + minutes * interval '1 minute') with &&)
        where (status in ('BOOKED', 'DELIVERED', 'VALIDATED', 'REPORTED') and absence is null and corrects_id is null
            and giver is null);
create or replace trigger hour_holds_its_giver after insert on encounter for each row
    when (new.status = 'BOOKED' and new.giver is null) execute function hour_holds_its_giver();
-- An hour that passes to a colleague holds them in the place of who gave it.
create or replace trigger hour_takes_or_frees_its_giver after update of status, operator_id on encounter for each row
    when (new.giver is null
        and (old.status = 'PLANNED' and new.status = 'BOOKED' or old.status = 'BOOKED' and new.status = 'PLANNED'
            or new.status = 'BOOKED' and new.operator_id <> old.operator_id))
    execute function hour_holds_its_giver();

set local role percorsi_gate;
drop function programme_hours(uuid);
create or replace function hours_given(from_day date, until_day date)
    returns table (group_id uuid, on_day date, starts time, minutes int, people int, absent int, confirmed int,
        instruments text, funds text, programmes text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select e.group_id, e.on_day, e.starts, coalesce(max(e.minutes) filter (where e.absence is null), 0),
        count(*) filter (where e.absence is null)::int, count(e.absence)::int,
        count(*) filter (where e.status in ('VALIDATED', 'REPORTED'))::int,
        string_agg(distinct i.name, ', '), string_agg(distinct f.name, ', '), string_agg(distinct p.code, ', ')
    from encounter e join support s on s.id = e.support_id join instrument i on i.code = s.instrument
    join funding_source f on f.code = s.funding_source
    join plan l on l.id = e.plan_id join hour_budget b on b.id = l.budget_id
    left join enrolment n on n.id = b.enrolment_id left join programme p on p.id = n.programme_id
    where e.operator_id = acting_operator() and e.giver is null and e.on_day between $1 and $2
      and e.corrects_id is null and e.status in ('DELIVERED', 'ABSENT', 'VALIDATED', 'REPORTED')
    group by e.group_id, e.on_day, e.starts
    order by e.on_day, e.starts
$$;
reset role;
-- The hours of a programme for whoever coordinates it, as before, and who gave those of nobody here.
create function programme_hours(programme uuid)
    returns table (id uuid, person_id uuid, plan_id uuid, budget_id uuid, on_day date, starts time, minutes int,
        counted int, status text, instrument text, funding_source text, operator_id uuid, giver text,
        organisation_id uuid, correction boolean)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select e.id, e.person_id, e.plan_id, b.id, e.on_day, e.starts, e.minutes, e.counted, e.status, s.instrument,
        s.funding_source, e.operator_id, e.giver, s.organisation_id, e.corrects_id is not null
    from enrolment n join hour_budget b on b.enrolment_id = n.id join plan l on l.budget_id = b.id
    join encounter e on e.plan_id = l.id join support s on s.id = e.support_id
    where n.programme_id = $1 and coordinates($1)
      and entrusted(n.person_id, acting_organisation(), acting_role(), 'STATUS')
$$;
call behind_the_gate('programme_hours(uuid)', 'percorsi_app');
