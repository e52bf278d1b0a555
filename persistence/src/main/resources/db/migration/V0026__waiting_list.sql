-- Who waits for a time: none suits them, or they want an earlier one than theirs. It carries what an appointment
-- carries: name, language, reason code. What somebody waited for becomes their appointment and keeps the identifier, so
-- that the grants of the one open the other.
create table wait (
    id              uuid primary key,
    person_id       uuid not null references person,
    person_name     text not null,
    language        text not null references language,
    service_id      uuid not null references service,
    organisation_id uuid not null references organisation,
    reason          text not null,
    mediation       text not null check (mediation in ('NOT_NEEDED', 'IN_PERSON', 'BY_PHONE', 'WITHOUT')),
    not_before      date not null,
    not_after       date not null check (not_after >= not_before),
    weekdays        text not null check (weekdays ~ '^[1-7]{1,7}$'),
    half            text not null check (half in ('ANY', 'MORNING', 'AFTERNOON')),
    appointment_id  uuid references appointment,
    put_by_id       uuid not null references organisation,
    since           timestamptz not null,
    turned_down     timestamptz[] not null,
    status          text not null check (status in ('WAITING', 'OFFERED', 'BOOKED', 'WITHDRAWN', 'EXPIRED')),
    offered_from    timestamptz,
    offered_until   timestamptz check (offered_until <= offered_from),
    version         int not null,
    constraint nobody_waits_for_ever check (not_after <= (since at time zone 'Europe/Rome')::date + 366),
    constraint offered_a_time
        check ((status = 'OFFERED') = (offered_until is not null) and (offered_from is null) = (offered_until is null))
);
create unique index one_wait_each on wait (person_id, service_id) where status in ('WAITING', 'OFFERED');
create index on wait (service_id, since) where status in ('WAITING', 'OFFERED');
create index on wait (organisation_id) where status in ('WAITING', 'OFFERED');
call protect('wait', 'person_id', '''AGENDA''', 'DESK SOCIAL_WORKER CPI_OPERATOR SPECIALIST', 'id');
revoke update on wait from percorsi_app;
grant update (turned_down, status, offered_from, offered_until, version) on wait to percorsi_app;
-- A body puts somebody on the list in its own name; the appointment is one they have at that service.
create policy in_its_own_name on wait as restrictive for insert to percorsi_app
    with check (put_by_id = (select acting_organisation()) and status = 'WAITING'
        and exists (select 1 from service s where s.id = service_id and s.organisation_id = wait.organisation_id)
        and (appointment_id is null or exists (select 1 from appointment a
            where a.id = appointment_id and a.person_id = wait.person_id and a.service_id = wait.service_id)));

-- A time that is offered is kept for whoever waits, until they answer or the offer ends: one time to one, one to each.
alter table booking
    add column wait_id uuid references wait,
    drop constraint booked_or_held_for_a_while,
    add constraint booked_or_held_for_a_while check (num_nonnulls(appointment_id, held_until) = 1
        and num_nonnulls(appointment_id, held_for, wait_id) = 1 and (appointment_id is not null or held)),
    add constraint one_offer_each exclude using gist (wait_id with =, starts_at with <>) where (wait_id is not null);
create policy offering on booking for insert to percorsi_app
    with check (appointment_id is null and held_until <= now() + interval '7 days'
        and exists (select 1 from wait w where w.id = wait_id and w.status = 'OFFERED'
            and w.offered_from = lower(during) and w.offered_until = held_until));
create policy answered on booking for delete to percorsi_app
    using (appointment_id is null and exists (select 1 from wait w where w.id = wait_id));

-- Who waits for a service, in order, without saying who: every body that may offer a time must see whose turn it is.
create function queue_for(service uuid)
    returns table (id uuid, language text, mediation text, weekdays text, half text, not_before date, not_after date,
        turned_down timestamptz[], holds timestamptz, offered boolean)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select w.id, w.language, w.mediation, w.weekdays, w.half, w.not_before, w.not_after, w.turned_down, a.starts_at,
        w.status = 'OFFERED' and w.offered_until > now()
    from wait w
    left join appointment a on a.id = w.appointment_id and a.status = 'BOOKED' and a.starts_at > now()
    where w.service_id = $1 and w.status in ('WAITING', 'OFFERED')
      and w.not_after >= (now() at time zone 'Europe/Rome')::date
      and acting_role() in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
      and exists (select 1 from person p where p.id = w.person_id and p.merged_into is null)
    order by a.id is not null, w.since, w.id
    limit 500
$$;
call behind_the_gate('queue_for(uuid)', 'percorsi_app');

call let_rows_follow();
