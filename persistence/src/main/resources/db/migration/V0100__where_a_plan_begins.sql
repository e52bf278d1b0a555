-- What a panel decided of hours and of who pays is where a plan begins, told to whoever draws it, who may not read the
-- referral. Never more than the rules give a path: that is passed by whoever coordinates, with a reason.
grant select on path_hours, enrolment to percorsi_gate;
create function path_begins(person uuid, enrolment uuid, day date)
    returns table (minutes int, decided int, fund text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with path as (select n.programme_id from enrolment n where n.id = $2 and n.person_id = $1),
    ruled as (select coalesce(
        (select h.minutes from path_hours h join path on path.programme_id = h.programme_id
            where h.valid_from <= $3 and (h.valid_until is null or h.valid_until >= $3)),
        (select r.value::int * 60 from reference_rule r where r.key = 'hours.path-budget'
            and r.valid_from <= $3 and (r.valid_until is null or r.valid_until >= $3)
            order by r.valid_from desc limit 1)) minutes),
    decided as (
        select r.decided_hours * 60 minutes, r.decided_fund fund
        from referral r join panel p on p.id = r.panel_id
        where r.person_id = $1 and r.status = 'ACCEPTED'
          and not exists (select 1 from sitting s where s.id = r.decided_in and s.status = 'OPEN')
          and (p.programme_id is null or p.programme_id = (select path.programme_id from path))
          and r.decided_at > coalesce((select max(s.at) from step s
            where s.person_id = $1 and s.feature = 'casefile' and s.move = 'REOPEN'), '-infinity')
        order by r.decided_at desc
        limit 1)
    select least(ruled.minutes, decided.minutes), decided.minutes, decided.fund
    from ruled left join decided on true
    where granted($1, acting_organisation(), acting_role(), 'LABOUR')
$$;
call behind_the_gate('path_begins(uuid, uuid, date)', 'percorsi_app');
