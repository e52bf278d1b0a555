create table programme (
    id             uuid primary key,
    code           text not null unique,
    name           text not null,
    fund           text not null references funding_source,
    runs_from      date not null,
    runs_until     date not null,
    extended_until date,
    extension_note text,
    zone           text not null,
    check (runs_until >= runs_from),
    check (extended_until > runs_until),
    check ((extended_until is null) = (extension_note is null))
);

create table programme_body (
    programme_id    uuid not null references programme,
    organisation_id uuid not null references organisation,
    role            text not null,
    target          int check (target > 0),
    primary key (programme_id, organisation_id, role)
);

create table activity_line (
    programme_id    uuid not null references programme,
    organisation_id uuid not null references organisation,
    line            text not null,
    label           text not null,
    ticked          boolean not null,
    primary key (programme_id, organisation_id, line)
);

-- An amount may not be attributed to a line yet: it is shown as unresolved.
create table budget_amount (
    programme_id    uuid not null references programme,
    organisation_id uuid not null references organisation,
    ordinal         int not null,
    line            text,
    euro            numeric(12, 2) not null check (euro >= 0),
    primary key (programme_id, organisation_id, ordinal),
    foreign key (programme_id, organisation_id, line) references activity_line
);

create table scheduled_activity (
    programme_id uuid not null references programme,
    ordinal      int not null,
    activity     text not null,
    starts_on    date not null,
    ends_on      date not null check (ends_on >= starts_on),
    output       text,
    responsible  text not null,
    primary key (programme_id, ordinal)
);

create table context_indicator (
    programme_id    uuid not null references programme,
    organisation_id uuid not null references organisation,
    ordinal         int not null,
    name            text not null,
    value           text not null,
    unit            text not null,
    numerator       numeric,
    denominator     numeric,
    reference_year  text,
    source          text,
    warning         text,
    primary key (programme_id, organisation_id, ordinal)
);

create table eligibility_rule (
    programme_id uuid not null references programme,
    ordinal      int not null,
    rule         text not null,
    age_min      int,
    age_max      int,
    primary key (programme_id, ordinal),
    unique (programme_id, rule)
);

create table enrolment (
    id              uuid primary key,
    person_id       uuid not null references person,
    programme_id    uuid not null references programme,
    organisation_id uuid not null references organisation,
    status          text not null,
    enrolled_on     date not null,
    gender          text,
    citizenship     text not null,
    snapshot        text not null,
    version         int not null
);
create unique index enrolled_once on enrolment (programme_id, person_id)
    where status not in ('NOT_ELIGIBLE', 'DROPPED', 'COMPLETED');
create index on enrolment (programme_id, organisation_id, enrolled_on);
call protect('enrolment', 'person_id', '''STATUS''', 'DESK SOCIAL_WORKER');

grant select on programme, programme_body, activity_line, budget_amount, scheduled_activity, context_indicator,
    eligibility_rule to percorsi_app;
call kept_by('programme', 'COORDINATOR');
grant update (extended_until, extension_note) on programme to percorsi_app;
grant select on programme, programme_body to percorsi_gate;
