-- Who waits for a place of a programme waits in an area, in the order in which a panel first said so; who is enrolled
-- over the places, or before somebody who waits longer, is enrolled with a reason that stays.
alter table enrolment add column out_of_turn text check (out_of_turn <> '');

-- The area of a referral: the body that sent it if it enrols, else the one of the panel, else the only one that does.
create function area_of(programme uuid, sender uuid, panel_body uuid) returns uuid language sql stable
return coalesce(
    (select b.organisation_id from programme_body b where b.programme_id = $1 and b.organisation_id = $2 and b.enrols),
    (select b.organisation_id from programme_body b where b.programme_id = $1 and b.organisation_id = $3 and b.enrols),
    (select (array_agg(b.organisation_id))[1] from programme_body b where b.programme_id = $1 and b.enrols
        having count(*) = 1));
grant execute on function area_of(uuid, uuid, uuid) to percorsi_app, percorsi_gate;

-- Who waits, from the first time they were put on the list: a sitting that puts them there again takes nothing away.
create function waiting_for_place(programme uuid)
    returns table (referral_id uuid, person_id uuid, area_id uuid, since_at timestamptz, since date)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select r.id, r.person_id, area_of($1, r.organisation_id, p.organisation_id), w.at,
        (w.at at time zone 'Europe/Rome')::date
    from panel p join referral r on r.panel_id = p.id
    cross join lateral (select coalesce(min(s.at), r.decided_at) at from step s
        where s.subject_id = r.id and s.feature = 'referral' and s.status = 'WAITLISTED') w
    where p.programme_id = $1 and r.decision = 'WAITLISTED' and r.status in ('WAITLISTED', 'SCHEDULED')
      and not exists (select 1 from enrolment e
        where e.person_id = r.person_id and e.programme_id = $1 and e.status in ('CANDIDATE', 'ACTIVE'))
$$;
call behind_the_gate('waiting_for_place(uuid)', 'percorsi_gate');

-- How many wait in an area since an earlier day than this person, whose own day is the one of their panel's decision.
create function ahead_of(programme uuid, body uuid, person uuid, day date) returns int
    language sql stable security definer set search_path = public, pg_temp
as $$
    with own as (
        select coalesce(min((least(r.decided_at, s.at) at time zone 'Europe/Rome')::date), $4) since
        from panel p join referral r on r.panel_id = p.id
        left join step s on s.subject_id = r.id and s.feature = 'referral' and s.status = 'WAITLISTED'
        where p.programme_id = $1 and r.person_id = $3 and r.decision in ('ACCEPTED', 'WAITLISTED')
    )
    select count(distinct w.person_id)::int from waiting_for_place($1) w, own
    where w.area_id = $2 and w.person_id <> $3 and w.since < own.since
$$;
call behind_the_gate('ahead_of(uuid, uuid, uuid, date)', 'percorsi_gate');

-- A number, for who may enrol the person in the body they act for.
create function ahead_here(programme uuid, person uuid, day date) returns int
    language sql stable security definer set search_path = public, pg_temp
as $$
    select case when acting_role() in ('DESK', 'SOCIAL_WORKER')
            and granted($2, acting_organisation(), acting_role(), 'STATUS')
        then ahead_of($1, acting_organisation(), $2, $3) else 0 end
$$;
call behind_the_gate('ahead_here(uuid, uuid, date)', 'percorsi_app');

-- The list, of those whose referral the viewer may read, each with their place in the whole of it.
create function waiting_places()
    returns table (programme_id uuid, area_id uuid, referral_id uuid, since date, place int, waiting int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select l.programme_id, l.area_id, l.referral_id, l.since, l.place, l.waiting
    from (
        select g.id programme_id, w.area_id, w.referral_id, w.person_id, w.since,
            row_number() over (partition by g.id, w.area_id order by w.since_at, w.referral_id)::int place,
            count(*) over (partition by g.id, w.area_id)::int waiting
        from programme g cross join lateral waiting_for_place(g.id) w
    ) l
    where acting_role() in ('SOCIAL_WORKER', 'PANEL_SECRETARY', 'PANEL_MEMBER')
      and granted(l.person_id, acting_organisation(), acting_role(), 'SOCIAL', l.referral_id)
$$;
call behind_the_gate('waiting_places()', 'percorsi_app');

set local role percorsi_gate;
drop function programme_places(uuid);
reset role;
create function programme_places(programme uuid)
    returns table (organisation_id uuid, code text, organisation_name text, target int, women_places int, total int,
        women int, men int, waiting int, version int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select o.id, o.code, o.name, b.target, b.women, t.total, t.women, t.men,
        (select count(distinct w.person_id)::int from waiting_for_place($1) w where w.area_id = o.id), b.version
    from programme_body b join organisation o on o.id = b.organisation_id
    cross join lateral places_taken($1, o.id) t
    where b.programme_id = $1 and b.enrols and (coordinates($1)
        or acting_role() in ('DESK', 'SOCIAL_WORKER', 'PANEL_SECRETARY', 'PANEL_MEMBER')
            and (exists (select 1 from programme_body m
                    where m.programme_id = $1 and m.organisation_id = acting_organisation())
                or exists (select 1 from panel p
                    where p.programme_id = $1 and p.organisation_id = acting_organisation())))
    order by b.ordinal
$$;
call behind_the_gate('programme_places(uuid)', 'percorsi_app');

-- Who enrols in an area waits for who is enrolling there, or changing its places.
create function enrolled_in_turn() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    area record;
    taken record;
begin
    if tg_op = 'UPDATE' and old.status = 'ACTIVE' then
        return new;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('places ' || new.programme_id || new.organisation_id, 0));
    select b.target, b.women into area from programme_body b
    where b.programme_id = new.programme_id and b.organisation_id = new.organisation_id and b.enrols;
    select * into taken from places_taken(new.programme_id, new.organisation_id);
    if new.out_of_turn is null and (taken.total >= area.target
            or new.gender = 'F' and taken.women >= area.women
            or new.gender = 'M' and taken.men >= area.target - area.women
            or ahead_of(new.programme_id, new.organisation_id, new.person_id, new.enrolled_on) > 0) then
        raise check_violation using message = 'enrolled_in_turn';
    end if;
    return new;
end
$$;
call behind_the_gate('enrolled_in_turn()', 'percorsi_owner');
create trigger enrolled_in_turn before insert or update of status on enrolment
    for each row when (new.status = 'ACTIVE') execute function enrolled_in_turn();
