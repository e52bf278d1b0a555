-- What a service is in plain words, and who may come and how: keys of sentences the pages have in every language. The
-- official text stays as it is.
alter table service add column plain text
    check (plain ~ '^((WELCOME|CARE|WORK|SOCIAL|BY_DESK_OR_PHONE|BY_APPOINTMENT|SEVERAL_PLACES|FOR_FOREIGNERS|FOR_REGULAR)( |$))+$');

-- Which languages are spoken at the desks on a day, and at what hours: nobody's name is in it, and whoever reads it
-- needs no account.
grant select on duty, operator_language, availability to percorsi_gate;
create function spoken_at_desks(on_day date)
    returns table (desk_id uuid, language text, opens time, closes time)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with today as (
        select tstzrange($1::timestamp at time zone 'Europe/Rome', ($1 + 1)::timestamp at time zone 'Europe/Rome') hours),
    away as (
        select r.id, r.operator_id from absence a join resource r on r.id = a.resource_id, today t
        where a.ended_at is null and a.during && t.hours)
    select d.desk_id, l.language, d.opens, d.closes
    from duty d join operator o on o.id = d.operator_id and o.active
    join operator_language l on l.operator_id = d.operator_id
    where d.weekday = extract(isodow from $1) and d.valid_from <= $1 and (d.valid_until is null or d.valid_until >= $1)
      and not exists (select 1 from away where away.operator_id = d.operator_id)
    union
    select k.id, r.language, v.opens, v.closes
    from availability v join resource r on r.id = v.resource_id and r.kind = 'MEDIATOR'
    join organisation b on b.id = r.organisation_id
    join desk k on k.municipality = b.municipality and k.kind = 'PUA_FIRST_LEVEL'
    where v.valid_from <= $1 and (v.valid_until is null or v.valid_until >= $1)
      and (v.on_day = $1 or v.weekday = extract(isodow from $1) and not exists (
        select 1 from availability x where x.resource_id = r.id and x.on_day = $1))
      and not exists (select 1 from away where away.id = r.id)
$$;
call behind_the_gate('spoken_at_desks(date)', 'percorsi_app');

-- A time asked for by whoever has no account, for a service that is open to everybody. Who it is, is what they say: no
-- file is looked for. The name and the telephone are deleted when they are of no more use, the source after a day.
alter table service add column open_to_public boolean not null default false,
    add constraint open_where_it_can_be_booked check (not open_to_public or minutes is not null);
create table public_request (
    id              uuid primary key,
    secret_hash     bytea not null unique check (length(secret_hash) = 32),
    source_hash     bytea check (length(source_hash) = 32),
    code            text not null,
    service_id      uuid not null references service,
    organisation_id uuid not null references organisation,
    language        text not null references language,
    name            text check (length(name) between 2 and 80),
    phone           text check (phone ~ '^\+[0-9 -]{6,25}$'),
    starts_at       timestamptz not null,
    status          text not null default 'SENT'
        check (status in ('SENT', 'CONFIRMED', 'DECLINED', 'LAPSED', 'WITHDRAWN')),
    created_at      timestamptz not null default now(),
    expires_at      timestamptz not null check (expires_at > created_at and expires_at <= starts_at),
    ended_at        timestamptz,
    ended_by        uuid references operator,
    reason          text check (reason <> ''),
    version         int not null default 0,
    check ((status = 'SENT') = (ended_at is null)),
    check ((status = 'DECLINED') = (reason is not null)),
    check ((status in ('CONFIRMED', 'DECLINED')) = (ended_by is not null)),
    check (status <> 'SENT' or num_nonnulls(name, phone) = 2)
);
create index on public_request (organisation_id, starts_at) where status = 'SENT';
create index on public_request (source_hash, created_at);
alter table public_request enable row level security;
alter table public_request force row level security;
-- What a body's desks were asked concerns nobody else.
create policy of_the_body on public_request for select to percorsi_app
    using (organisation_id = (select acting_organisation()) and (select acting_role()) in ('DESK', 'SOCIAL_WORKER'));
create policy answering on public_request for update to percorsi_app
    using (organisation_id = (select acting_organisation()) and (select acting_role()) in ('DESK', 'SOCIAL_WORKER')
        and status = 'SENT')
    with check (organisation_id = (select acting_organisation()) and ended_by = (select acting_operator()));
create policy gate on public_request to percorsi_gate using (true) with check (true);
grant select (id, code, service_id, organisation_id, language, name, phone, starts_at, status, created_at, expires_at,
    ended_at, ended_by, reason, version), update (status, ended_at, ended_by, reason, version)
    on public_request to percorsi_app;
grant select, insert, update on public_request to percorsi_gate;

-- A request holds its time as an appointment would, until it is answered or nobody did in time.
alter table booking add column request_id uuid references public_request,
    drop constraint booked_or_held_for_a_while,
    add constraint booked_or_held_for_a_while check (num_nonnulls(appointment_id, held_for, wait_id, request_id) = 1
        and (held_until is null) = (appointment_id is not null) and (appointment_id is not null or held));
create index on booking (request_id) where request_id is not null;
create policy declining on booking for delete to percorsi_app
    using (exists (select 1 from public_request r where r.id = request_id));
create policy gate_holds_for_requests on booking for insert to percorsi_gate with check (request_id is not null);
create policy gate_lets_go_of_requests on booking for delete to percorsi_gate
    using (request_id is not null or held_until < now());
grant insert, delete, update (held, appointment_id, request_id, held_until) on booking to percorsi_gate;
grant select on reference_rule to percorsi_gate;

-- A rule of today, as a number.
create function rule_today(rule text) returns int language sql stable
return (select r.value::int from reference_rule r, (select (now() at time zone 'Europe/Rome')::date today) t
    where r.key = $1 and r.valid_from <= t.today and (r.valid_until is null or r.valid_until >= t.today));
grant execute on function rule_today(text) to percorsi_gate;

-- When the resources of a service that is open to everybody, or the mediators, are taken: bare times.
create function taken_for_everybody(service uuid, resources uuid[], until timestamptz)
    returns table (resource_id uuid, "from" timestamptz, "to" timestamptz, session uuid, seat int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with asked as (
        select r.id from resource r
        where r.id = any ($2) and exists (select 1 from service s where s.id = $1 and s.open_to_public)
          and (r.kind = 'MEDIATOR' or exists (select 1 from availability v
            where v.resource_id = r.id and v.service_id = $1)))
    select b.resource_id, b.starts_at, b.ends_at, b.session, b.seat
    from booking b join asked on asked.id = b.resource_id
    where b.held and b.ends_at > now() and b.starts_at < $3 and (b.held_until is null or b.held_until > now())
    union all
    select a.resource_id, lower(a.during), upper(a.during), null::uuid, 1
    from absence a join asked on asked.id = a.resource_id
    where a.ended_at is null and a.during && tstzrange(now(), $3)
$$;
call behind_the_gate('taken_for_everybody(uuid, uuid[], timestamptz)', 'percorsi_app');

-- Ends what nobody answered in time, and forgets what is of no more use: how many requests were forgotten.
create function sweep_requests() returns int
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    forgotten int;
begin
    delete from booking where request_id is not null and held_until <= now();
    update public_request set status = 'LAPSED', ended_at = expires_at, version = version + 1
    where status = 'SENT' and expires_at <= now();
    update public_request set source_hash = null
    where source_hash is not null and created_at < now() - interval '1 day';
    update public_request set name = null, phone = null
    where name is not null and ended_at < now() - rule_today('request.keep') * interval '1 day';
    get diagnostics forgotten = row_count;
    return forgotten;
end
$$;
call behind_the_gate('sweep_requests()', 'percorsi_app');

-- Holds a time for somebody who asks for it: SENT, TAKEN by somebody quicker, or REFUSED where too much is asked from
-- one source, by one telephone or for one day. Sent twice with the same secret it counts once. One at a time.
create function send_request(request uuid, hash bytea, source bytea, code text, wanted uuid, language text, name text,
    phone text, resources uuid[], starts timestamptz, expires timestamptz, session uuid, seat int) returns text
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    s service;
    ends timestamptz;
    hour timestamp := starts at time zone 'Europe/Rome';
begin
    perform pg_advisory_xact_lock(28);
    if exists (select 1 from public_request r where r.secret_hash = hash) then
        return 'SENT';
    end if;
    perform sweep_requests();
    select * into s from service v where v.id = $5 and v.open_to_public;
    ends := starts + s.minutes * interval '1 minute';
    if s.id is null or starts < now() or starts > now() + (rule_today('request.days-ahead') + 1) * interval '1 day'
        or cardinality(resources) not between 1 and 3 or $13 not between 1 and s.capacity
        or (select count(*) from resource r where r.id = any (resources) and r.kind = 'OPERATOR') <> 1
        or exists (select 1 from unnest(resources) u (id) where not exists (
            select 1 from availability v join resource r on r.id = v.resource_id
            where v.resource_id = u.id and (v.service_id = s.id or r.kind = 'MEDIATOR')
              and v.valid_from <= hour::date and (v.valid_until is null or v.valid_until >= hour::date)
              and (v.on_day = hour::date or v.weekday = extract(isodow from hour) and not exists (
                select 1 from availability x where x.resource_id = v.resource_id and x.on_day = hour::date
                  and x.service_id is not distinct from v.service_id))
              and v.opens <= hour::time
              and v.closes >= (hour + s.minutes * interval '1 minute')::time)) then
        raise insufficient_privilege using message = 'no time of a service that is open to everybody';
    end if;
    if (select count(*) from public_request r where r.source_hash = $3 and r.created_at > now() - interval '1 hour')
            >= rule_today('request.per-source-hour')
        or (select count(*) from public_request r where r.status = 'SENT'
            and regexp_replace(r.phone, '\D', '', 'g') = regexp_replace($8, '\D', '', 'g'))
            >= rule_today('request.open-per-phone')
        or (select count(*) from public_request r where r.status = 'SENT' and r.service_id = s.id
            and (r.starts_at at time zone 'Europe/Rome')::date = hour::date)
            >= rule_today('request.open-per-day') then
        return 'REFUSED';
    end if;
    begin
        insert into public_request (id, secret_hash, source_hash, code, service_id, organisation_id, language, name, phone,
            starts_at, expires_at)
        values ($1, $2, $3, $4, s.id, s.organisation_id, $6, $7, $8, starts, expires);
        delete from booking b where b.resource_id = any (resources) and b.held_until < now();
        insert into booking (request_id, resource_id, during, session, seat, held, held_until)
        select $1, r.id, tstzrange(starts, ends + case r.kind when 'MEDIATOR' then 0 else s.buffer_minutes end
            * interval '1 minute'), $12, $13, true, expires
        from resource r where r.id = any (resources) order by r.id;
    exception when exclusion_violation or unique_violation then
        return 'TAKEN';
    end;
    perform trail_of_a_request('SEND', $1, s.organisation_id);
    return 'SENT';
end
$$;

-- Signed by the person, of whom nothing is known: the request alone is named.
create function trail_of_a_request(action text, request uuid, organisation uuid) returns void language sql
as $$
    insert into trail (id, at, operator_id, organisation_id, role, action, subject, subject_id, person_ids, sections)
    values (gen_random_uuid(), now(), '00000000-0000-7000-8000-000000000001', $3, 'PERSON', $1, 'request', $2, '{}', '{}')
$$;
grant execute on function trail_of_a_request(text, uuid, uuid) to percorsi_gate;
call behind_the_gate('send_request(uuid, bytea, bytea, text, uuid, text, text, text, uuid[], timestamptz, timestamptz, uuid, int)',
    'percorsi_app');

-- What became of it, for whoever has its address: no name, no telephone.
create function request_by_link(hash bytea)
    returns table (code text, language text, service text, place text, starts_at timestamptz, expires_at timestamptz,
        status text, reason text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select r.code, r.language, s.name, m.name || coalesce(', ' || d.address, ''), r.starts_at, r.expires_at,
        case when r.status = 'SENT' and r.expires_at <= now() then 'LAPSED' else r.status end, r.reason
    from public_request r join service s on s.id = r.service_id join desk d on d.id = s.desk_id
    join municipality m on m.belfiore = d.municipality
    where r.secret_hash = $1
$$;
call behind_the_gate('request_by_link(bytea)', 'percorsi_door');

-- The move WITHDRAW of RequestMove.java: false if there is nothing to withdraw any more.
create function withdraw_request(hash bytea) returns boolean
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    r public_request;
begin
    update public_request set status = 'WITHDRAWN', ended_at = now(), version = version + 1
    where secret_hash = $1 and status = 'SENT' and expires_at > now() returning * into r;
    if not found then
        return false;
    end if;
    delete from booking where request_id = r.id;
    perform trail_of_a_request('WITHDRAW', r.id, r.organisation_id);
    return true;
end
$$;
call behind_the_gate('withdraw_request(bytea)', 'percorsi_door');

-- The held time becomes the appointment's, without being free in between.
create function request_becomes_appointment(request uuid, appointment uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if not exists (
        select 1 from public_request r join appointment a on a.service_id = r.service_id and a.starts_at = r.starts_at
        where r.id = $1 and a.id = $2 and r.status = 'CONFIRMED' and r.ended_by = acting_operator()
          and r.organisation_id = acting_organisation() and acting_role() in ('DESK', 'SOCIAL_WORKER')
          and granted(a.person_id, acting_organisation(), acting_role(), 'AGENDA', a.id)) then
        raise insufficient_privilege using message = 'only a request of one''s own, for its own time';
    end if;
    update booking set appointment_id = $2, request_id = null, held_until = null
    where request_id = $1 and held_until > now();
    if not found then
        raise check_violation using message = 'request_still_holds';
    end if;
end
$$;
call behind_the_gate('request_becomes_appointment(uuid, uuid)', 'percorsi_app');

-- The rules of asking, for installations that are there already.
insert into reference_rule (key, value, unit, valid_from, source, verified)
select key, value, unit, '2000-01-01', 'scelta del progetto, da verificare', false
from (values ('request.minimum-notice', '24', 'hours'), ('request.days-ahead', '30', 'days'),
    ('request.per-source-hour', '5', 'requests'), ('request.open-per-phone', '2', 'requests'),
    ('request.open-per-day', '6', 'requests'), ('request.keep', '30', 'days')) v (key, value, unit)
where exists (select 1 from reference_rule);
