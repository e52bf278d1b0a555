create table resource (
    id              uuid primary key,
    code            text not null unique,
    kind            text not null check (kind in ('OPERATOR', 'MEDIATOR', 'ROOM')),
    organisation_id uuid not null references organisation,
    operator_id     uuid references operator,
    name            text not null,
    language        text references language,
    check ((kind = 'MEDIATOR') = (language is not null))
);

create table availability (
    id          uuid primary key,
    resource_id uuid not null references resource,
    service_id  uuid references service,
    weekday     int not null check (weekday between 1 and 7),
    opens       time not null,
    closes      time not null check (closes > opens),
    exclude using gist (resource_id with =, weekday with =, timerange(opens, closes) with &&)
);

create table appointment (
    id              uuid primary key,
    person_id       uuid not null references person,
    person_name     text not null,
    language        text not null references language,
    service_id      uuid not null references service,
    organisation_id uuid not null references organisation,
    reason          text not null,
    mediation       text not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null check (ends_at > starts_at),
    status          text not null,
    booked_by_id    uuid not null references organisation,
    version         int not null
);
create index on appointment (person_id, starts_at);
create index on appointment (service_id, starts_at);
call protect('appointment', 'person_id', '''AGENDA''', 'DESK SOCIAL_WORKER CPI_OPERATOR SPECIALIST', 'id');

-- Holds no personal data: every body sees which times are taken. No two may hold the same resource at once.
create table booking (
    appointment_id uuid not null references appointment,
    resource_id    uuid not null references resource,
    during         tstzrange not null check (not isempty(during)),
    held           boolean not null,
    primary key (appointment_id, resource_id),
    constraint booking_once exclude using gist (resource_id with =, during with &&) where (held)
);
alter table booking enable row level security;
alter table booking force row level security;
create policy someone_acting on booking for select to percorsi_app using ((select acting_operator()) is not null);
-- Held and freed by those who may see the appointment it belongs to.
create policy of_the_appointment on booking to percorsi_app
    using (exists (select 1 from appointment a where a.id = appointment_id))
    with check (exists (select 1 from appointment a where a.id = appointment_id));
grant select on resource, availability to percorsi_app;
grant select, insert, update (held) on booking to percorsi_app;
