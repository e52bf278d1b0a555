-- An appointment that is moved keeps the times it had: each turn is a time it was booked for, and only the last holds.
alter table appointment add column turn int not null default 0 check (turn >= 0);
alter table booking drop constraint booking_pkey,
    add column id uuid primary key default gen_random_uuid(),
    add column turn int not null default 0 check (turn >= 0),
    add constraint booking_turn unique (appointment_id, turn, resource_id);

-- Behind a wall a range is not looked up by index: its operators may tell of what they compare. Times may.
alter table booking
    add column starts_at timestamptz generated always as (lower(during)) stored,
    add column ends_at timestamptz generated always as (upper(during)) stored,
    add constraint booking_within_a_day check (upper(during) - lower(during) <= interval '8 hours');
create index booking_by_time on booking (resource_id, starts_at) where held;

-- While somebody types, the time they chose is held for them, five minutes at the most.
alter table booking alter appointment_id drop not null,
    add column held_for uuid references operator,
    add column held_until timestamptz,
    add constraint booked_or_held_for_a_while check (num_nonnulls(appointment_id, held_until) = 1
        and (held_until is null) = (held_for is null) and (appointment_id is not null or held));
create index on booking (held_for) where held_for is not null;
drop policy of_the_appointment on booking;
create policy booking_somebody on booking for insert to percorsi_app
    with check (exists (select 1 from appointment a where a.id = appointment_id));
create policy freeing_somebody on booking for update to percorsi_app
    using (exists (select 1 from appointment a where a.id = appointment_id))
    with check (exists (select 1 from appointment a where a.id = appointment_id));
create policy holding_a_while on booking for insert to percorsi_app
    with check (appointment_id is null and held_for = (select acting_operator())
        and held_until <= now() + interval '5 minutes'
        and (select acting_role()) in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST'));
create policy letting_go on booking for delete to percorsi_app
    using (appointment_id is null and (held_for = (select acting_operator()) or held_until < now()));
grant delete on booking to percorsi_app;

-- Somebody is not there, or some room is not to be had. Why is not written: it concerns nobody else.
create table absence (
    id              uuid primary key,
    resource_id     uuid not null references resource,
    during          tstzrange not null
        check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
    recorded_at     timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    ended_at        timestamptz,
    constraint absence_once exclude using gist (resource_id with =, during with &&) where (ended_at is null)
);
alter table absence enable row level security;
alter table absence force row level security;
create policy someone_acting on absence for select to percorsi_app using ((select acting_operator()) is not null);
-- A body says who of its own is away; mediators say it of themselves.
create policy of_ones_own on absence for insert to percorsi_app
    with check (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and exists (select 1 from resource r where r.id = resource_id
            and r.organisation_id = (select acting_organisation())
            and ((select acting_role()) in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
                or (select acting_role()) = 'MEDIATOR' and r.operator_id = (select acting_operator()))));
create policy ending on absence for update to percorsi_app
    using (organisation_id = (select acting_organisation()) and ended_at is null
        and ((select acting_role()) in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
            or (select acting_role()) = 'MEDIATOR' and operator_id = (select acting_operator())))
    with check (organisation_id = (select acting_organisation()));
create policy gate on absence for select to percorsi_gate using (true);
grant select, insert, update (ended_at) on absence to percorsi_app;
grant select on absence to percorsi_gate;

-- Nobody is booked while away. What was booked before stays until it is given another time. Each side takes the lock
-- of the resource, so that neither misses the other; and two who want the same time wait in a row instead of for
-- each other.
create function booking_meets_no_absence() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.resource_id::text, 22));
    if exists (select 1 from absence a
            where a.resource_id = new.resource_id and a.ended_at is null and a.during && new.during) then
        raise exclusion_violation using message = 'booking_meets_no_absence', constraint = 'booking_meets_no_absence';
    end if;
    return new;
end
$$;
call behind_the_gate('booking_meets_no_absence()', 'percorsi_owner');
create trigger booking_meets_no_absence before insert or update of held on booking for each row when (new.held)
    execute function booking_meets_no_absence();
create function absence_waits_for_bookings() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.resource_id::text, 22));
    return new;
end
$$;
create trigger absence_waits_for_bookings before insert on absence for each row
    execute function absence_waits_for_bookings();

-- Whoever receives somebody sees the appointment for as long as its time asks: at another time the grants of the
-- first one end and those whose resources are held now are given theirs, by the body that booked; a cancelled one is
-- nobody's business any more, but until midnight of who cancelled it.
create policy gate_follows_appointments on access_grant for insert to percorsi_gate with check (basis = 'APPOINTMENT');
create policy gate_ends_with_appointments on access_grant for update to percorsi_gate
    using (basis = 'APPOINTMENT') with check (basis = 'APPOINTMENT');
grant update (valid_until) on access_grant to percorsi_gate;
grant select on appointment, booking, resource to percorsi_gate;
create policy gate on booking for select to percorsi_gate using (true);
create function grants_follow(appointment uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    a appointment%rowtype;
    midnight timestamptz := ((now() at time zone 'Europe/Rome')::date + 1)::timestamp at time zone 'Europe/Rome';
begin
    select * into a from appointment p where p.id = $1;
    if not coalesce(granted(a.person_id, acting_organisation(), acting_role(), 'AGENDA', a.id)
            and acting_role() in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
            and a.status in ('BOOKED', 'CANCELLED'), false) then
        raise insufficient_privilege using message = 'grants follow a booked or cancelled appointment one may move';
    end if;
    update access_grant g
    set valid_until = case when a.status = 'CANCELLED' and g.organisation_id = acting_organisation() then midnight
        else now() end
    where g.person_id = a.person_id and g.subject_id = a.id and g.basis = 'APPOINTMENT'
      and (g.valid_until is null or g.valid_until > midnight
        or g.valid_until > now() and not (a.status = 'CANCELLED' and g.organisation_id = acting_organisation()));
    if a.status = 'BOOKED' then
        insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id,
            valid_from, valid_until, given_by, given_by_organisation_id)
        select gen_random_uuid(), a.person_id, body.organisation_id, s.basis, s.roles, s.sections,
            'appointment.booked', a.id, now(),
            ((a.ends_at at time zone 'Europe/Rome')::date + 2)::timestamp at time zone 'Europe/Rome',
            acting_operator(), a.booked_by_id
        from basis_scope s, (
            select a.organisation_id
            union
            select r.organisation_id from booking b join resource r on r.id = b.resource_id
            where b.appointment_id = a.id and b.turn = a.turn and b.held) body
        where s.basis = 'APPOINTMENT' and body.organisation_id <> a.booked_by_id;
    end if;
end
$$;
call behind_the_gate('grants_follow(uuid)', 'percorsi_app');
