-- Paperwork at other offices that a desk helps with, and what is known of each kind. What is not verified warns only.
create table procedure_kind (
    code        text primary key,
    name        text not null,
    place       text not null,
    answer_days int check (answer_days > 0),
    -- Whether a person may have more than one going on: a school case for each child.
    several     boolean not null,
    valid_from  date,
    valid_until date check (valid_until >= valid_from),
    source      text not null,
    verified    boolean not null,
    unique (code, several)
);
call kept_by('procedure_kind', 'ADMINISTRATOR');
grant select on procedure_kind to percorsi_app;

create table procedure (
    id              uuid primary key,
    person_id       uuid not null references person,
    organisation_id uuid not null references organisation,
    kind            text not null,
    several         boolean not null,
    about           text not null,
    missing         text not null,
    status          text not null
        check (status in ('TO_PREPARE', 'SUBMITTED', 'INTEGRATION_ASKED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    prepared_on     date not null,
    submitted_on    date,
    submitted_to    text check (submitted_to <> ''),
    receipt         text,
    decided_on      date,
    valid_until     date,
    appeal_by       date,
    owner_id        uuid references operator,
    next_on         date,
    moved_at        timestamptz not null,
    listed_on       date not null generated always as (coalesce(next_on, decided_on)) stored,
    version         int not null,
    foreign key (kind, several) references procedure_kind (code, several),
    check ((status in ('TO_PREPARE', 'SUBMITTED', 'INTEGRATION_ASKED')) = (next_on is not null)),
    check ((next_on is null) = (decided_on is not null)),
    check ((submitted_on is null) = (submitted_to is null)),
    check (status <> 'TO_PREPARE' or submitted_on is null),
    check (status in ('TO_PREPARE', 'WITHDRAWN') or submitted_on is not null),
    check (valid_until is null or status = 'GRANTED' and valid_until > decided_on),
    check (appeal_by is null or status = 'REFUSED' and appeal_by > decided_on),
    check (decided_on >= submitted_on),
    constraint procedure_not_ahead check (greatest(prepared_on, submitted_on, decided_on)
        <= (moved_at at time zone 'Europe/Rome')::date)
);
create unique index one_open_procedure on procedure (person_id, kind) where next_on is not null and not several;
create index on procedure (person_id);
create index on procedure (organisation_id, listed_on, id) where next_on is not null;
create index on procedure (organisation_id, listed_on, id) where next_on is null;
call protect('procedure', 'person_id', '''STATUS''', 'DESK SOCIAL_WORKER SPECIALIST');
revoke update on procedure from percorsi_app;
grant update (organisation_id, missing, status, submitted_on, submitted_to, receipt, decided_on, valid_until, appeal_by,
    owner_id, next_on, moved_at, version) on procedure to percorsi_app;
create policy begins on procedure as restrictive for insert to percorsi_app
    with check (status = 'TO_PREPARE' and organisation_id = (select acting_organisation()));

-- A body takes over for itself alone, and whoever is to follow works there.
create function procedure_is_followed() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if tg_op = 'UPDATE' and (new.owner_id, new.organisation_id) is not distinct from (old.owner_id, old.organisation_id)
        then return new;
    end if;
    if tg_op = 'UPDATE' and new.organisation_id <> old.organisation_id
        and new.organisation_id is distinct from acting_organisation() then
        raise insufficient_privilege using message = 'a procedure is followed for one''s own body';
    end if;
    if new.owner_id is not null and not exists (select 1 from membership m
        where m.operator_id = new.owner_id and m.organisation_id = new.organisation_id
          and m.role in ('DESK', 'SOCIAL_WORKER', 'SPECIALIST')
          and current_date >= m.valid_from and (m.valid_until is null or current_date < m.valid_until)) then
        raise check_violation using message = 'procedure_owner_works_there';
    end if;
    return new;
end
$$;
create trigger procedure_is_followed before insert or update of owner_id, organisation_id on procedure
    for each row execute function procedure_is_followed();

-- One that is late is an alert like the others, and as them put aside with a reason: see V0020.
alter table alert_silenced drop constraint alert_of_its_section,
    add constraint alert_of_its_section check ((kind, section) in (('PROTECTED_ADDRESS', 'RESERVED'),
        ('PERMIT_EXPIRED', 'STATUS'), ('PERMIT_EXPIRING', 'STATUS'), ('PERMIT_RENEWING', 'STATUS'),
        ('MISSED_TWICE', 'AGENDA'), ('REVIEW_OVERDUE', 'LABOUR'), ('PERHAPS_TWICE', 'IDENTITY'),
        ('MINOR_IN_HOUSEHOLD', 'SOCIAL'), ('NOTICE_OUTDATED', 'IDENTITY'), ('PROCEDURE_LATE', 'STATUS')));

call let_rows_follow();
