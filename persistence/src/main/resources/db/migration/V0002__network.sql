create table language (
    code      text primary key,
    name      text not null,
    endonym   text not null,
    direction text not null check (direction in ('ltr', 'rtl'))
);

create table country (
    code      text primary key,
    name      text not null,
    belfiore  text unique,
    eu_from   date,
    eu_until  date,
    ceased_on date,
    language  text references language
);

create table municipality (
    belfiore  text primary key,
    name      text not null,
    province  text,
    ceased_on date
);

create table holiday (
    name          text not null,
    month_day     text check (month_day ~ '^\d\d-\d\d$'),
    easter_offset int,
    from_year     int,
    until_year    int,
    municipality  text references municipality,
    check ((month_day is null) <> (easter_offset is null))
);

create table reference_rule (
    key         text not null,
    value       text not null,
    unit        text not null,
    valid_from  date not null,
    valid_until date,
    source      text not null,
    verified    boolean not null,
    primary key (key, valid_from)
);

create table instrument (
    code    text primary key,
    name    text not null,
    section text not null
);

create table funding_source (
    code text primary key,
    name text not null
);

create table permit_kind (
    code        text primary key,
    name        text not null,
    allows_work boolean not null,
    source      text not null,
    verified    boolean not null
);

create table privacy_notice (
    version              text not null,
    language             text not null references language,
    title                text not null,
    text                 text not null,
    translation_verified boolean not null,
    primary key (version, language)
);

create table organisation (
    id           uuid primary key,
    code         text not null unique,
    name         text not null unique,
    kind         text not null,
    municipality text references municipality,
    version      int not null
);

create table desk (
    id              uuid primary key,
    organisation_id uuid not null references organisation,
    code            text not null unique,
    name            text not null,
    kind            text not null,
    municipality    text not null references municipality,
    staffing        text,
    version         int not null
);

-- A weekday with no row is "not stated"; CLOSED is stated; APPOINTMENT may have no hours.
create table opening_hours (
    id      uuid primary key,
    desk_id uuid not null references desk,
    weekday int not null check (weekday between 1 and 7),
    access  text not null check (access in ('FREE', 'APPOINTMENT', 'OPEN', 'CLOSED')),
    opens   time,
    closes  time,
    check ((opens is null) = (closes is null)),
    check (opens < closes),
    check (access in ('APPOINTMENT', 'CLOSED') or opens is not null),
    check (access <> 'CLOSED' or opens is null),
    exclude using gist (desk_id with =, weekday with =, timerange(opens, closes) with &&)
);

create table closure (
    desk_id uuid not null references desk,
    on_day  date not null,
    reason  text not null,
    primary key (desk_id, on_day)
);

create table service (
    id              uuid primary key,
    organisation_id uuid not null references organisation,
    desk_id         uuid references desk,
    code            text not null unique,
    name            text not null,
    content         text not null,
    channels        text,
    target          text,
    minutes         int check (minutes between 5 and 480),
    check (minutes is null or desk_id is not null)
);

grant select on language, country, municipality, holiday, reference_rule, instrument, funding_source,
    permit_kind, privacy_notice, organisation, desk, opening_hours, closure, service to percorsi_app;
grant select on organisation, desk to percorsi_gate;

-- Public facts are read by everybody and written by administrators.
create procedure kept_by(guarded regclass, keeper text) language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('create policy everybody_reads on %s for select using (true)', guarded);
    execute format('create policy keeper_writes on %s to percorsi_app
        using ((select acting_role()) = %L) with check ((select acting_role()) = %L)', guarded, keeper, keeper);
end
$$;
call kept_by('organisation', 'ADMINISTRATOR');
call kept_by('desk', 'ADMINISTRATOR');
call kept_by('opening_hours', 'ADMINISTRATOR');
call kept_by('closure', 'ADMINISTRATOR');
grant insert, update on organisation, desk to percorsi_app;
grant insert, update, delete on opening_hours, closure to percorsi_app;
