-- An hour that is booked holds who gives it in the shared agenda, as an appointment does: nobody books them meanwhile,
-- nor are they booked where they are expected, or away. Those of a group hold one session.
alter table booking add column encounter_id uuid references encounter,
    drop constraint booked_or_held_for_a_while,
    add constraint booked_or_held_for_a_while check (
        num_nonnulls(appointment_id, held_for, wait_id, request_id, mediation_id, encounter_id) = 1
        and (held_until is null) = (num_nonnulls(appointment_id, mediation_id, encounter_id) = 1)
        and (num_nonnulls(appointment_id, mediation_id, encounter_id) = 1 or held));
create index on booking (encounter_id) where encounter_id is not null;
create policy gate_holds_for_hours on booking for insert to percorsi_gate with check (encounter_id is not null);

create function hour_lasts(starts timestamp, minutes int) returns tstzrange language sql stable
return tstzrange($1 at time zone 'Europe/Rome', ($1 + $2 * interval '1 minute') at time zone 'Europe/Rome');
create function free_for_an_hour(giver uuid, group_id uuid, lasts tstzrange) returns boolean language sql stable
return not exists (select 1 from resource r join booking b on b.resource_id = r.id
        where r.operator_id = $1 and b.held and (b.held_until is null or b.held_until > now()) and b.session <> $2
          and b.during && $3)
    and not exists (select 1 from resource r join absence a on a.resource_id = r.id
        where r.operator_id = $1 and a.ended_at is null and a.during && $3);
create function hold_the_giver(encounter uuid, giver uuid, group_id uuid, lasts tstzrange) returns void
    language plpgsql set search_path = public, pg_temp
as $$
begin
    -- In a row with whoever books the same, and as they do: first the day, then the resource beside who books other days.
    -- What is free now, and the next seat, are so for one of them only; whoever had the resource alone would wait for who
    -- has its day, and they for it.
    perform pg_advisory_xact_lock(resource_day(r.id, lower($4))) from (
        select id from resource where operator_id = $2 order by id) r;
    perform pg_advisory_xact_lock_shared(hashtextextended(r.id::text, 22)) from (
        select id from resource where operator_id = $2 order by id) r;
    delete from booking b using resource r where r.operator_id = $2 and b.resource_id = r.id and b.held_until < now();
    if not free_for_an_hour($2, $3, $4) then
        raise exclusion_violation using message = 'hour_meets_the_agenda', constraint = 'hour_meets_the_agenda';
    end if;
    insert into booking (encounter_id, resource_id, during, session, seat, held)
    select $1, r.id, $4, $3,
        1 + coalesce((select max(b.seat) from booking b where b.resource_id = r.id and b.session = $3 and b.held), 0), true
    from resource r where r.operator_id = $2 order by r.id;
end
$$;
grant execute on function hour_lasts(timestamp, int), free_for_an_hour(uuid, uuid, tstzrange),
    hold_the_giver(uuid, uuid, uuid, tstzrange) to percorsi_gate;
create function hour_holds_its_giver() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    update booking set held = false where encounter_id = new.id and held;
    if new.status = 'BOOKED' then
        perform hold_the_giver(new.id, new.operator_id, new.group_id, hour_lasts(new.on_day + new.starts, new.minutes));
    end if;
    return null;
end
$$;
call behind_the_gate('hour_holds_its_giver()', 'percorsi_owner');
create trigger hour_holds_its_giver after insert on encounter for each row
    when (new.status = 'BOOKED') execute function hour_holds_its_giver();
-- What was given or missed held its time until it was over: only taking the day away frees it.
create trigger hour_takes_or_frees_its_giver after update of status on encounter for each row
    when (old.status = 'PLANNED' and new.status = 'BOOKED' or old.status = 'BOOKED' and new.status = 'PLANNED')
    execute function hour_holds_its_giver();

-- Of what was booked before this, what meets something else stays as it was agreed: who gives it finds both in the
-- agenda and moves one.
alter table encounter no force row level security;
alter table booking no force row level security;
do $$
declare
    hour record;
begin
    for hour in select e.id, e.operator_id, e.group_id, e.on_day + e.starts begins, least(e.minutes, 480) minutes
        from encounter e where e.status = 'BOOKED' and e.on_day >= (now() at time zone 'Europe/Rome')::date
    loop
        begin
            perform hold_the_giver(hour.id, hour.operator_id, hour.group_id, hour_lasts(hour.begins, hour.minutes));
        exception when exclusion_violation then
            continue;
        end;
    end loop;
end
$$;
alter table encounter force row level security;
alter table booking force row level security;

-- In the calendar of who gives them, without anybody: an hour is of its group, whoever is in it.
set local role percorsi_gate;
drop function calendar_entries(bytea);
reset role;
create function calendar_entries(hash bytea)
    returns table (id uuid, hour boolean, service text, place text, starts_at timestamptz, ends_at timestamptz,
        cancelled boolean, version int, changed_at timestamptz)
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    owner uuid;
begin
    update calendar_feed f set last_read_at = now()
    where f.secret_hash = $1 and f.revoked_at is null
      and exists (select 1 from memberships_in_force(f.operator_id))
    returning f.operator_id into owner;
    if owner is null then
        return;
    end if;
    return query
    with own as (
        select r.id, o.name, area(o.kind) = 'LABOUR' nameable from resource r join organisation o on o.id = r.organisation_id
        where r.operator_id = owner
          and r.organisation_id in (select i.organisation_id from memberships_in_force(owner) i))
    select null::uuid, null::boolean, null::text, null::text, null::timestamptz, null::timestamptz, null::boolean,
        null::int, null::timestamptz
    union all (
        select a.id, false, case when area(o.kind) = 'LABOUR' then s.name end,
            d.name || case when strpos(d.name, m.name) > 0 then '' else ', ' || m.name end,
            a.starts_at, a.ends_at,
            a.status = 'CANCELLED' or not b.held and a.status <> 'NO_SHOW', a.version, a.changed_at
        from booking b
        join own on own.id = b.resource_id
        join appointment a on a.id = b.appointment_id
            and b.turn = (select max(l.turn) from booking l
                where l.appointment_id = a.id and l.resource_id = b.resource_id)
        join service s on s.id = a.service_id
        join desk d on d.id = s.desk_id
        join municipality m on m.belfiore = d.municipality
        join organisation o on o.id = a.organisation_id
        where a.starts_at > now() - interval '30 days'
          and (a.status <> 'CANCELLED' or a.changed_at > now() - interval '30 days')
        order by a.starts_at, a.id)
    union all (
        select distinct on (b.session) b.session, true, case when own.nameable then i.name end, own.name,
            b.starts_at, b.ends_at, not b.held, e.version, e.recorded_at
        from booking b
        join own on own.id = b.resource_id
        join encounter e on e.id = b.encounter_id
        join support s on s.id = e.support_id
        join instrument i on i.code = s.instrument
        where b.starts_at > now() - interval '30 days'
        order by b.session, b.held desc, e.version desc, b.starts_at desc, own.name);
end
$$;
call behind_the_gate('calendar_entries(bytea)', 'percorsi_door');
