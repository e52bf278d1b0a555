-- Hours are kept from a day on: what was true before stays readable.
alter table opening_hours
    add column valid_from date not null default '2000-01-01',
    add column valid_until date,
    drop constraint opening_hours_desk_id_weekday_timerange_excl,
    add constraint hours_end_after_they_begin check (valid_until >= valid_from),
    add constraint opening_hours_once exclude using gist (desk_id with =, weekday with =,
        timerange(opens, closes) with &&, daterange(valid_from, valid_until, '[]') with &&);
alter table duty
    add column valid_from date not null default '2000-01-01',
    add column valid_until date,
    drop constraint duty_operator_id_weekday_timerange_excl,
    add constraint duty_ends_after_it_begins check (valid_until >= valid_from),
    add constraint duty_once exclude using gist (operator_id with =, weekday with =,
        timerange(opens, closes) with &&, daterange(valid_from, valid_until, '[]') with &&);
grant insert, update (valid_until), delete on duty to percorsi_app;
grant insert, delete on operator_language to percorsi_app;

-- When somebody receives: each week from a day on, or on one day in the place of what the week says for that service.
alter table availability
    add column valid_from date not null default '2000-01-01',
    add column valid_until date,
    add column on_day date,
    alter weekday drop not null,
    drop constraint availability_resource_id_weekday_timerange_excl,
    add constraint availability_ends_after_it_begins check (valid_until >= valid_from),
    add constraint weekly_or_of_one_day check (num_nonnulls(weekday, on_day) = 1
        and (on_day is null or on_day = valid_from and on_day = valid_until)),
    add constraint availability_once exclude using gist (resource_id with =, coalesce(weekday, 0) with =,
        timerange(opens, closes) with &&, daterange(valid_from, valid_until, '[]') with &&);
create index on availability (service_id);
create index on availability (resource_id);
-- A body says when its own people and rooms are there.
alter table availability enable row level security;
create policy everybody_reads on availability for select using (true);
create policy of_ones_own on availability to percorsi_app
    using (exists (select 1 from resource r where r.id = resource_id
        and r.organisation_id = (select acting_organisation())
        and ((select acting_role()) in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
            or (select acting_role()) = 'MEDIATOR' and r.operator_id = (select acting_operator()))))
    with check (exists (select 1 from resource r where r.id = resource_id
        and r.organisation_id = (select acting_organisation())
        and ((select acting_role()) in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
            or (select acting_role()) = 'MEDIATOR' and r.operator_id = (select acting_operator())))
        and (service_id is null or exists (select 1 from service s where s.id = service_id
            and s.organisation_id = (select acting_organisation()))));
grant insert, update (valid_until), delete on availability to percorsi_app;

-- A service may ask for minutes to itself after each appointment, for its own notice, for places in a group.
alter table service
    add column buffer_minutes int not null default 0 check (buffer_minutes between 0 and 120),
    add column notice_minutes int check (notice_minutes between 0 and 43200),
    add column capacity int not null default 1 check (capacity between 1 and 60),
    add constraint groups_are_booked check (capacity = 1 or minutes is not null);
call kept_by('service', 'ADMINISTRATOR');
call kept_by('resource', 'ADMINISTRATOR');
grant insert, update (name, content, channels, target, minutes, buffer_minutes, notice_minutes, capacity) on service
    to percorsi_app;
grant insert, update (name) on resource to percorsi_app;

-- Who is there together shares a session: each appointment of its own has one of its own. No two sessions hold the
-- same resource at once, and in a session nobody has the place of another.
alter table booking
    add column session uuid not null default gen_random_uuid(),
    add column seat int not null default 1 check (seat between 1 and 60),
    drop constraint booking_once,
    add constraint booking_once exclude using gist (resource_id with =, session with <>, during with &&) where (held);
create unique index booking_seat_once on booking (resource_id, session, seat) where held;
create function booking_within_capacity() returns trigger language plpgsql
    security definer set search_path = public, pg_temp
as $$
begin
    if new.seat > (select s.capacity from appointment a join service s on s.id = a.service_id
            where a.id = new.appointment_id) then
        raise check_violation using message = 'booking_within_capacity', constraint = 'booking_within_capacity';
    end if;
    return new;
end
$$;
call behind_the_gate('booking_within_capacity()', 'percorsi_owner');
grant select on service to percorsi_gate;
create trigger booking_within_capacity before insert on booking for each row when (new.seat > 1)
    execute function booking_within_capacity();
