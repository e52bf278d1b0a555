-- An operator's calendar as other programs read it, at an address that is itself the key: only its hash is here.
create table calendar_feed (
    id           uuid primary key,
    operator_id  uuid not null references operator,
    secret_hash  bytea not null unique check (length(secret_hash) = 32),
    made_at      timestamptz not null,
    revoked_at   timestamptz check (revoked_at >= made_at),
    last_read_at timestamptz
);
create unique index one_calendar_each on calendar_feed (operator_id) where revoked_at is null;
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy own on calendar_feed to percorsi_app
    using (operator_id = (select acting_operator())) with check (operator_id = (select acting_operator()));
create policy gate on calendar_feed to percorsi_gate using (true) with check (true);
grant select (id, operator_id, made_at, revoked_at, last_read_at), insert (id, operator_id, secret_hash, made_at),
    update (revoked_at) on calendar_feed to percorsi_app;
grant select, update (last_read_at) on calendar_feed to percorsi_gate;

-- When an appointment last became something else.
alter table appointment add column changed_at timestamptz not null default now();
create function appointment_changes() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    new.changed_at := now();
    return new;
end
$$;
create trigger appointment_changes before insert or update of starts_at, ends_at, status, service_id on appointment
    for each row execute function appointment_changes();

grant select on service, desk, municipality to percorsi_gate;

-- The appointments of whoever's address this is, from thirty days ago on, without anybody's name. The first row, all
-- null, says that the address is somebody's; no row, that it is nobody's, or of somebody who no longer works here. What
-- a service is called is told only where it says nothing of health or need.
create function calendar_entries(hash bytea)
    returns table (appointment_id uuid, service text, place text, starts_at timestamptz, ends_at timestamptz,
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
    select null::uuid, null::text, null::text, null::timestamptz, null::timestamptz, null::boolean, null::int,
        null::timestamptz
    union all (
        select a.id, case when area(o.kind) = 'LABOUR' then s.name end,
            d.name || case when strpos(d.name, m.name) > 0 then '' else ', ' || m.name end,
            a.starts_at, a.ends_at,
            a.status = 'CANCELLED' or not b.held and a.status <> 'NO_SHOW', a.version, a.changed_at
        from booking b
        join resource r on r.id = b.resource_id and r.operator_id = owner
            and r.organisation_id in (select i.organisation_id from memberships_in_force(owner) i)
        join appointment a on a.id = b.appointment_id
            and b.turn = (select max(l.turn) from booking l
                where l.appointment_id = a.id and l.resource_id = b.resource_id)
        join service s on s.id = a.service_id
        join desk d on d.id = s.desk_id
        join municipality m on m.belfiore = d.municipality
        join organisation o on o.id = a.organisation_id
        where a.starts_at > now() - interval '30 days'
          and (a.status <> 'CANCELLED' or a.changed_at > now() - interval '30 days')
        order by a.starts_at, a.id);
end
$$;
call behind_the_gate('calendar_entries(bytea)', 'percorsi_door');

-- Who does not want to be told, channel by channel, since when. Said at the desk or by the person.
alter table person_contact add column sms_refused_at timestamptz, add column email_refused_at timestamptz;
-- Where people go, for those who are told the way and not the service.
alter table desk add column address text check (address <> '');

-- What a person is told of an appointment, and what became of it. Written in the transaction of the booking, sent
-- afterwards. It holds neither text nor address: both are made when it is sent.
create table appointment_notice (
    id             uuid primary key default gen_random_uuid(),
    appointment_id uuid not null references appointment,
    person_id      uuid not null references person,
    kind           text not null check (kind in ('BOOKED', 'MOVED', 'CANCELLED', 'REMINDER')),
    starts_at      timestamptz not null,
    due_at         timestamptz not null,
    next_at        timestamptz not null,
    channel        text check (channel in ('EMAIL', 'SMS')),
    status         text not null default 'WAITING' check (status in ('WAITING', 'SENT', 'FAILED', 'DROPPED')),
    outcome        text check (outcome in ('OVERTAKEN', 'NOT_WANTED', 'NO_CONTACT', 'NO_CHANNEL', 'NOT_TAKEN')),
    attempts       int not null default 0 check (attempts between 0 and 6),
    made_at        timestamptz not null default now(),
    done_at        timestamptz,
    check ((status = 'WAITING') = (done_at is null)),
    check (status <> 'SENT' or channel is not null)
);
-- One reminder for an appointment and its time.
create unique index reminded_once on appointment_notice (appointment_id, starts_at) where kind = 'REMINDER';
create index on appointment_notice (next_at) where status = 'WAITING';
create index on appointment_notice (appointment_id);
create index on appointment_notice (person_id);
call protect('appointment_notice', 'person_id', '''AGENDA''', '', 'appointment_id');
revoke insert, update on appointment_notice from percorsi_app;
create policy gate_tells on appointment_notice for insert to percorsi_gate with check (true);
grant insert, update (channel, status, outcome, attempts, next_at, done_at) on appointment_notice to percorsi_gate;

-- Whatever books, moves or cancels leaves what is to be told. Who cancels by themselves, nobody acting, knows it.
-- The reminder is for those who booked more than 48 hours before.
create function appointment_tells() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    told text := case
        when tg_op = 'INSERT' and new.status = 'BOOKED' then 'BOOKED'
        when tg_op = 'UPDATE' and new.status = 'CANCELLED' and old.status = 'BOOKED' and acting_operator() is not null
            then 'CANCELLED'
        when tg_op = 'UPDATE' and new.status = 'BOOKED' and new.starts_at <> old.starts_at then 'MOVED' end;
begin
    if told is null or new.starts_at <= now() then
        return null;
    end if;
    insert into appointment_notice (appointment_id, person_id, kind, starts_at, due_at, next_at)
    values (new.id, new.person_id, told, new.starts_at, now(), now());
    if told <> 'CANCELLED' and new.starts_at - interval '48 hours' > now() and not exists (
            select 1 from appointment_notice
            where appointment_id = new.id and kind = 'REMINDER' and starts_at = new.starts_at) then
        insert into appointment_notice (appointment_id, person_id, kind, starts_at, due_at, next_at)
        values (new.id, new.person_id, 'REMINDER', new.starts_at, new.starts_at - interval '48 hours',
            new.starts_at - interval '48 hours');
    end if;
    return null;
end
$$;
call behind_the_gate('appointment_tells()', 'percorsi_owner');
create trigger appointment_tells after insert or update of starts_at, status on appointment
    for each row execute function appointment_tells();

-- The contacts of a person, and of whoever turned out to be the same: a no said once holds. Nobody whose address is
-- protected is told anything: who reads their telephone is not known.
create function ways_to_tell(person uuid, out way text, out recipient text) returns setof record
    language sql stable
as $$
    with recursive self (id) as (
        select $1
        union select p.id from person p join self s on p.merged_into = s.id),
    refused as (
        select bool_or(c.sms_refused_at is not null) sms, bool_or(c.email_refused_at is not null) email
        from self join person_contact c on c.person_id = self.id)
    select w.way, w.recipient
    from person_contact c cross join refused r
    cross join lateral (values ('EMAIL', c.email, r.email), ('SMS', c.phone, r.sms)) w (way, recipient, refused)
    where c.person_id = $1 and w.recipient <> '' and not w.refused
      and not exists (select 1 from protected_address a join self on self.id = a.person_id where a.valid_until is null)
    order by w.way = c.channel desc nulls last, w.way
$$;
grant execute on function ways_to_tell(uuid) to percorsi_gate;

-- Takes what is due, for somebody who can send by these channels: each is tried again later, less and less often,
-- until it is said to be sent. What came to nothing is not sent: another time, a person who does not want it.
create function claim_notices(channels text[], most int)
    returns table (id uuid, appointment_id uuid, kind text, channel text, recipient text, given_name text,
        language text, starts_at timestamptz, place text)
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    n appointment_notice;
    a appointment;
    ways text[];
    chosen text;
    reached text;
    given int := 0;
begin
    for n in select * from appointment_notice o where o.status = 'WAITING' and o.next_at <= now()
        order by o.next_at for update skip locked
    loop
        exit when given = most;
        select * into a from appointment where appointment.id = n.appointment_id;
        ways := array(select w.way from ways_to_tell(a.person_id) w);
        select w.way, w.recipient into chosen, reached
        from ways_to_tell(a.person_id) with ordinality w (way, recipient, rank)
        where w.way = any (channels) order by rank limit 1;
        if a.starts_at <> n.starts_at or a.starts_at <= now()
            or (n.kind = 'CANCELLED') <> (a.status = 'CANCELLED') or a.status not in ('BOOKED', 'CANCELLED') then
            update appointment_notice o set status = 'DROPPED', outcome = 'OVERTAKEN', done_at = now() where o.id = n.id;
        elsif cardinality(ways) = 0 then
            update appointment_notice o set status = 'DROPPED', done_at = now(), outcome = case when exists (
                    select 1 from person_contact c where c.person_id = a.person_id and (c.email <> '' or c.phone <> ''))
                then 'NOT_WANTED' else 'NO_CONTACT' end
            where o.id = n.id;
        elsif n.attempts = 6 then
            update appointment_notice o set status = 'FAILED', outcome = 'NOT_TAKEN', done_at = now() where o.id = n.id;
        elsif chosen is null then
            update appointment_notice o set outcome = 'NO_CHANNEL', next_at = now() + interval '15 minutes'
            where o.id = n.id;
        else
            update appointment_notice o set channel = chosen, outcome = null, attempts = o.attempts + 1,
                next_at = now() + interval '1 minute' * power(4, o.attempts)
            where o.id = n.id;
            given := given + 1;
            return query
            select n.id, a.id, n.kind, chosen, reached, split_part(p.given_name, ' ', 1), p.language, a.starts_at,
                m.name || coalesce(', ' || d.address, '')
            from person p, service s join desk d on d.id = s.desk_id join municipality m on m.belfiore = d.municipality
            where p.id = a.person_id and s.id = a.service_id;
        end if;
    end loop;
end
$$;
call behind_the_gate('claim_notices(text[], int)', 'percorsi_door');

-- What became of an attempt; one that failed waits for the next, but for the sixth.
create function conclude_notice(notice uuid, sent boolean) returns void
    language sql security definer set search_path = public, pg_temp
as $$
    update appointment_notice
    set status = case when $2 then 'SENT' when attempts = 6 then 'FAILED' else 'WAITING' end,
        outcome = case when $2 then null else 'NOT_TAKEN' end,
        done_at = case when $2 or attempts = 6 then now() end
    where id = $1 and status = 'WAITING'
$$;
call behind_the_gate('conclude_notice(uuid, boolean)', 'percorsi_door');
grant select on protected_address to percorsi_gate;

-- A person's own page of an appointment, for whoever has the address that was sent to them: only its hash is here. It
-- opens until the appointment begins, and no longer once it is cancelled.
create table appointment_link (
    secret_hash    bytea primary key check (length(secret_hash) = 32),
    appointment_id uuid not null references appointment,
    channel        text not null check (channel in ('EMAIL', 'SMS')),
    made_at        timestamptz not null default now()
);
create index on appointment_link (appointment_id);
alter table appointment_link enable row level security;
alter table appointment_link force row level security;
create policy gate on appointment_link to percorsi_gate using (true) with check (true);
grant select, insert on appointment_link to percorsi_gate;

create function open_appointment(hash bytea, appointment uuid, channel text) returns void
    language sql security definer set search_path = public, pg_temp
as 'insert into appointment_link (secret_hash, appointment_id, channel) values ($1, $2, $3)';
call behind_the_gate('open_appointment(bytea, uuid, text)', 'percorsi_door');

-- Who signs what a person does by themselves: no account, and never one.
insert into operator (id, username, name, active, version)
values ('00000000-0000-7000-8000-000000000001', 'cittadino', 'La persona stessa', false, 0);
alter table operator add constraint the_person_has_no_account
    check (id <> '00000000-0000-7000-8000-000000000001' or not active);

-- When the person asked for another day; answered when it is moved.
alter table appointment add column move_asked_at timestamptz;
create or replace function appointment_changes() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    new.changed_at := now();
    if tg_op = 'UPDATE' and new.starts_at <> old.starts_at then
        new.move_asked_at := null;
    end if;
    return new;
end
$$;

create function coming_appointment(hash bytea) returns uuid language sql stable
return (select a.id from appointment_link l join appointment a on a.id = l.appointment_id
    where l.secret_hash = $1 and a.status = 'BOOKED' and a.starts_at > now());
grant execute on function coming_appointment(bytea) to percorsi_gate;

-- Time, place and first name, and nothing else.
create function appointment_by_link(hash bytea)
    returns table (given_name text, language text, starts_at timestamptz, place text, move_asked boolean)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select split_part(p.given_name, ' ', 1), p.language, a.starts_at, m.name || coalesce(', ' || d.address, ''),
        a.move_asked_at is not null
    from appointment a join person p on p.id = a.person_id join service s on s.id = a.service_id
    join desk d on d.id = s.desk_id join municipality m on m.belfiore = d.municipality
    where a.id = coming_appointment($1)
$$;
call behind_the_gate('appointment_by_link(bytea)', 'percorsi_door');

create policy gate_signs_for_the_person on step for insert to percorsi_gate
    with check (operator_id = '00000000-0000-7000-8000-000000000001');
create policy gate_signs_for_the_person on trail for insert to percorsi_gate
    with check (operator_id = '00000000-0000-7000-8000-000000000001' and role = 'PERSON');
create policy gate_frees on booking for update to percorsi_gate using (true) with check (true);
grant insert on step to percorsi_gate;
grant insert (id, at, operator_id, organisation_id, role, action, subject, subject_id, person_ids, sections)
    on trail to percorsi_gate;
grant update (held) on booking to percorsi_gate;
grant update (status, version, changed_at, move_asked_at) on appointment to percorsi_gate;
grant update (sms_refused_at, email_refused_at) on person_contact to percorsi_gate;
create policy gate_refuses on person_contact for update to percorsi_gate using (true) with check (true);

create function trail_of_the_person(action text, a appointment) returns void language sql
as $$
    insert into trail (id, at, operator_id, organisation_id, role, action, subject, subject_id, person_ids, sections)
    values (gen_random_uuid(), now(), '00000000-0000-7000-8000-000000000001', a.booked_by_id, 'PERSON', $1,
        'appointment', a.id, array[a.person_id], '{}')
$$;
grant execute on function trail_of_the_person(text, appointment) to percorsi_gate;

-- The move DECLINE of AppointmentMove.java, whose party is the person: false if there is nothing to decline any more.
create function decline_appointment(hash bytea) returns boolean
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    a appointment;
begin
    update appointment set status = 'CANCELLED', version = version + 1
    where id = coming_appointment($1) and status = 'BOOKED' returning * into a;
    if not found then
        return false;
    end if;
    update booking set held = false where appointment_id = a.id;
    update access_grant set valid_until = greatest(now(), valid_from)
    where person_id = a.person_id and subject_id = a.id and (valid_until is null or valid_until > now());
    insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id)
    values (gen_random_uuid(), a.id, a.person_id, 'appointment', 'AGENDA', 'DECLINE', 'CANCELLED', now(),
        '00000000-0000-7000-8000-000000000001', a.booked_by_id);
    perform trail_of_the_person('DECLINE', a);
    return true;
end
$$;
call behind_the_gate('decline_appointment(bytea)', 'percorsi_door');

create function ask_another_day(hash bytea) returns boolean
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    a appointment;
begin
    select * into a from appointment where id = coming_appointment($1) for update;
    if not found then
        return false;
    end if;
    if a.move_asked_at is null then
        update appointment set move_asked_at = now() where id = a.id;
        perform trail_of_the_person('ASK_ANOTHER_DAY', a);
    end if;
    return true;
end
$$;
call behind_the_gate('ask_another_day(bytea)', 'percorsi_door');

-- By the channel the address came by, and by no other.
create function refuse_notices(hash bytea) returns boolean
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    a appointment;
    came_by text;
begin
    select p.* into a from appointment p where p.id = coming_appointment($1);
    if not found then
        return false;
    end if;
    select l.channel into came_by from appointment_link l where l.secret_hash = $1;
    update person_contact set
        sms_refused_at = case when came_by = 'SMS' then coalesce(sms_refused_at, now()) else sms_refused_at end,
        email_refused_at = case when came_by = 'EMAIL' then coalesce(email_refused_at, now()) else email_refused_at end
    where person_id = a.person_id;
    perform trail_of_the_person('REFUSE_NOTICES', a);
    return true;
end
$$;
call behind_the_gate('refuse_notices(bytea)', 'percorsi_door');

call let_rows_follow();
