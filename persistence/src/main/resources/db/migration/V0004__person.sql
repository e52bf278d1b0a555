create table person (
    id              uuid primary key,
    family_name     text not null,
    given_name      text not null,
    original_script text,
    born_on         date not null,
    gender          text check (gender in ('F', 'M', 'X')),
    born_in         text,
    language        text not null references language,
    search_name     text not null,
    registered_at   timestamptz not null,
    version         int not null,
    check (family_name <> '' or given_name <> '')
);
create index on person using gin (search_name gin_trgm_ops);
create index on person (born_on);

alter table access_grant add foreign key (person_id) references person;
alter table step add foreign key (person_id) references person;

create table person_contact (
    person_id    uuid primary key references person,
    phone        text,
    email        text,
    address      text,
    municipality text references municipality,
    version      int not null
);
create index on person_contact (phone);

create table citizenship (
    person_id uuid not null references person,
    country   text not null references country,
    primary key (person_id, country)
);

create table identifier (
    id          uuid primary key,
    person_id   uuid not null references person,
    kind        text not null check (kind in ('FISCAL_CODE', 'PROVISIONAL_CODE')),
    value       text not null,
    valid_until date
);
create unique index identifier_once on identifier (kind, value) where valid_until is null;

create table residence_permit (
    id            uuid primary key,
    person_id     uuid not null references person,
    kind          text not null references permit_kind,
    expires_on    date,
    receipt_on    date,
    recorded_at   timestamptz not null,
    check (receipt_on is null or expires_on is not null)
);
create index on residence_permit (person_id);

create table notice_given (
    id          uuid primary key,
    person_id   uuid not null references person,
    version     text not null,
    language    text not null,
    at          timestamptz not null,
    operator_id uuid not null references operator,
    foreign key (version, language) references privacy_notice
);
create index on notice_given (person_id);

call protect('person', 'id', '''IDENTITY''', 'DESK SOCIAL_WORKER');
call protect('person_contact', 'person_id', '''CONTACTS''', 'DESK SOCIAL_WORKER');
call protect('citizenship', 'person_id', '''STATUS''', 'DESK SOCIAL_WORKER');
call protect('identifier', 'person_id', '''IDENTITY''', 'DESK SOCIAL_WORKER');
call protect('residence_permit', 'person_id', '''STATUS''', 'DESK SOCIAL_WORKER');
call protect('notice_given', 'person_id', '''IDENTITY''', 'DESK SOCIAL_WORKER', signed => 'operator');

create policy register on person for insert to percorsi_app
    with check ((select acting_role()) in ('DESK', 'SOCIAL_WORKER') and held_by_nobody(id));

-- Other bodies' files are revealed only on strong evidence: a full identifier, or full name and birth date,
-- thirty times an hour at the most. What comes back is where the file is, and nothing of what is in it.
create function file_elsewhere(code text, name text, birth date)
    returns table (organisation_name text, person_id uuid)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select distinct o.name, p.id
    from person p
    join access_grant g on g.person_id = p.id and g.basis = 'FILE' and g.valid_until is null
    join organisation o on o.id = g.organisation_id
    where acting_role() in ('DESK', 'SOCIAL_WORKER')
      and (p.search_name = $2 and p.born_on = $3
        or exists (select 1 from identifier i where i.person_id = p.id and i.value = $1))
      and not granted(p.id, acting_organisation(), acting_role(), 'IDENTITY')
      and (select count(*) from trail t where t.operator_id = acting_operator() and t.action = 'REVEAL'
            and t.recorded_at > now() - interval '1 hour') < 30
$$;
call behind_the_gate('file_elsewhere(text, text, date)', 'percorsi_app');

-- Who sees what of a person, for those who may see the person.
create function grants_on(person uuid)
    returns table (organisation_name text, basis text, sections text[], reason text, valid_from timestamptz,
        valid_until timestamptz)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select o.name, g.basis, g.sections, g.reason, g.valid_from, g.valid_until
    from access_grant g join organisation o on o.id = g.organisation_id
    where g.person_id = $1 and granted($1, acting_organisation(), acting_role(), 'IDENTITY')
    order by g.valid_from, o.name
$$;
call behind_the_gate('grants_on(uuid)', 'percorsi_app');
