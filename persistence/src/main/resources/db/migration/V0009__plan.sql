create table plan (
    id                 uuid primary key,
    person_id          uuid not null,
    case_file_id       uuid not null,
    status             text not null,
    drawn_on           date not null,
    budget_minutes     int not null check (budget_minutes > 0),
    delivered_minutes  int not null default 0,
    person_words       text not null default '',
    review_on          date,
    version            int not null,
    foreign key (case_file_id, person_id) references case_file (id, person_id),
    unique (id, person_id),
    -- The 36-hour path cannot be exceeded by anybody, two at once included.
    constraint within_the_hour_budget check (delivered_minutes between 0 and budget_minutes)
);
create unique index one_running_plan on plan (case_file_id) where status not in ('CONCLUDED', 'INTERRUPTED');
call protect('plan', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST');

create table objective (
    id              uuid primary key,
    plan_id         uuid not null,
    person_id       uuid not null,
    area            text not null,
    text            text not null check (text <> ''),
    expected_result text not null,
    ordinal         int not null,
    version         int not null,
    foreign key (plan_id, person_id) references plan (id, person_id)
);
create index on objective (plan_id);
call protect('objective', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST');

create table commitment (
    id           uuid primary key,
    objective_id uuid not null references objective,
    person_id    uuid not null references person,
    who          text not null,
    text         text not null check (text <> ''),
    due_on       date
);
create index on commitment (objective_id);
call protect('commitment', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST');

create table support (
    id              uuid primary key,
    objective_id    uuid not null references objective,
    plan_id         uuid not null,
    person_id       uuid not null,
    instrument      text not null references instrument,
    minutes         int not null check (minutes > 0),
    organisation_id uuid not null references organisation,
    funding_source  text not null references funding_source,
    foreign key (plan_id, person_id) references plan (id, person_id),
    unique (id, plan_id)
);
create index on support (plan_id);
call protect('support', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST');

create table encounter (
    id          uuid primary key,
    support_id  uuid not null,
    plan_id     uuid not null,
    person_id   uuid not null references person,
    on_day      date not null,
    starts      time not null,
    minutes     int not null check (minutes between 5 and 600),
    operator_id uuid not null references operator,
    topic       text not null,
    recorded_at timestamptz not null,
    foreign key (support_id, plan_id) references support (id, plan_id),
    -- The same person cannot be in two encounters at once: nor can two funds pay the same hour.
    constraint encounter_once exclude using gist (person_id with =,
        tsrange(on_day + starts, on_day + starts + minutes * interval '1 minute') with &&)
);
create index on encounter (plan_id);
call protect('encounter', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST', signed => 'operator');
revoke update on encounter from percorsi_app;

-- The ledger is the sum of its encounters; nobody keeps it by hand.
create function debit_the_budget() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    update plan set delivered_minutes = delivered_minutes + new.minutes where id = new.plan_id;
    return new;
end
$$;
create trigger debit_the_budget after insert on encounter for each row execute function debit_the_budget();

-- What is still going on around a person, counted whole: also for those who may not see what it is.
create function loose_ends(person uuid, at timestamptz) returns table (appointments int, plans int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select (select count(*)::int from appointment where person_id = $1 and status = 'BOOKED' and starts_at > $2),
        (select count(*)::int from plan where person_id = $1 and status not in ('CONCLUDED', 'INTERRUPTED'))
    where granted($1, acting_organisation(), acting_role(), 'IDENTITY')
$$;
call behind_the_gate('loose_ends(uuid, timestamptz)', 'percorsi_app');
