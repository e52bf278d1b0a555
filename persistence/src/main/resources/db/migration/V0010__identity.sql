-- A birth of which only the month or the year is known is kept as the first day of it.
alter table person add column born_precision text not null default 'DAY'
    check (born_precision in ('DAY', 'MONTH', 'YEAR')),
    add check (born_precision = 'DAY' or extract(day from born_on) = 1
        and (born_precision = 'MONTH' or extract(month from born_on) = 1));
alter table person alter column born_precision drop default;

create function born_text(born date, born_precision text) returns text language sql immutable parallel safe
return to_char($1, case $2 when 'DAY' then 'DD/MM/YYYY' when 'MONTH' then 'MM/YYYY' else 'YYYY' end);
grant execute on function born_text(date, text) to percorsi_app, percorsi_gate;

-- Stateless persons are third-country nationals; of an unknown citizenship nothing is said.
insert into country (code, name)
select 'ZZ', 'Cittadinanza non nota'
where exists (select 1 from country) and not exists (select 1 from country where code = 'ZZ');

-- A citizenship has a history, and more than one may be in force.
alter table citizenship drop constraint citizenship_pkey,
    add column id uuid not null default gen_random_uuid() primary key,
    add column recorded_at timestamptz not null default now(),
    add column valid_until timestamptz check (valid_until >= recorded_at);
create unique index citizen_once on citizenship (person_id, country) where valid_until is null;

-- STP and ENI codes say that somebody is irregularly present: few see them, nobody exports them.
alter table identifier drop constraint identifier_kind_check,
    add check (kind in ('FISCAL_CODE', 'PROVISIONAL_CODE', 'STP', 'ENI')),
    add column recorded_at timestamptz not null default now();
drop index identifier_once;
create unique index identifier_once on identifier (kind, value) where valid_until is null;
create index on identifier (value);
drop policy acting_sees on identifier;
drop policy acting_adds on identifier;
drop policy acting_changes on identifier;
drop policy gate on identifier;
call protect('identifier', 'person_id', 'case when kind in (''STP'', ''ENI'') then ''RESERVED'' else ''IDENTITY'' end',
    'DESK SOCIAL_WORKER');

alter table residence_permit add column number text;
create index on residence_permit (number);
-- The vocabulary of permits is dated, and the right to work is corrected by who administers it.
alter table permit_kind add column valid_from date, add column valid_until date,
    add check (valid_until >= valid_from);
call kept_by('permit_kind', 'ADMINISTRATOR');
grant update (allows_work, valid_from, valid_until, source, verified) on permit_kind to percorsi_app;

alter table person_contact add column channel text check (channel in ('PHONE', 'SMS', 'EMAIL', 'LETTER'));

-- Where somebody lives who must not be found: apart from the other contacts, with its own wall.
create table protected_address (
    id          uuid primary key,
    person_id   uuid not null references person,
    address     text not null check (address <> ''),
    recorded_at timestamptz not null,
    valid_until timestamptz,
    operator_id uuid not null references operator
);
create unique index one_protected_address on protected_address (person_id) where valid_until is null;
call protect('protected_address', 'person_id', '''RESERVED''', 'SOCIAL_WORKER');

-- Who lives with whom, said once and read from both sides by who may read both.
create table household_link (
    id          uuid primary key,
    person_id   uuid not null references person,
    relative_id uuid not null references person,
    kinship     text not null check (kinship in ('SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'OTHER')),
    recorded_at timestamptz not null,
    ended_at    timestamptz check (ended_at >= recorded_at),
    operator_id uuid not null references operator,
    check (person_id <> relative_id)
);
create unique index one_link_of_two on household_link
    (least(person_id, relative_id), greatest(person_id, relative_id)) where ended_at is null;
create index on household_link (relative_id);
call protect('household_link', 'person_id', '''SOCIAL''', 'SOCIAL_WORKER');
create policy relative_too on household_link as restrictive to percorsi_app
    using (granted(relative_id, (select acting_organisation()), (select acting_role()), 'SOCIAL'));
