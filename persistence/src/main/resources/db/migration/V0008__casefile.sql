create table case_file (
    id                 uuid primary key,
    person_id          uuid not null references person,
    organisation_id    uuid not null references organisation,
    status             text not null,
    opened_at          timestamptz not null,
    case_manager_id    uuid references operator,
    team_kind          text check (team_kind in ('WITHIN_BODY', 'BETWEEN_BODIES')),
    version            int not null,
    unique (id, person_id),
    check (status not in ('IN_CARE', 'SUSPENDED') or case_manager_id is not null and team_kind is not null)
);
create unique index one_open_case_file on case_file (person_id) where status <> 'CLOSED';
call protect('case_file', 'person_id', '''IDENTITY''', 'DESK SOCIAL_WORKER CPI_OPERATOR SPECIALIST');

create table team_member (
    id              uuid primary key,
    case_file_id    uuid not null,
    person_id       uuid not null,
    organisation_id uuid not null references organisation,
    operator_id     uuid not null references operator,
    function        text not null,
    since           date not null,
    until           date,
    foreign key (case_file_id, person_id) references case_file (id, person_id)
);
create unique index in_the_team_once on team_member (case_file_id, operator_id) where until is null;
call protect('team_member', 'person_id', '''IDENTITY''', 'DESK SOCIAL_WORKER');

create table note (
    id              uuid primary key,
    person_id       uuid not null references person,
    section         text not null check (section in ('SOCIAL', 'LABOUR', 'RESERVED')),
    body            text not null check (body <> ''),
    at              timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation
);
create index on note (person_id, at);
call protect('note', 'person_id', 'section', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST PLACEMENT', signed => 'both');
revoke update on note from percorsi_app;
