-- Who asks something at a desk, counted without saying who. What was typed by mistake is undone within the day.
create table desk_contact (
    id              uuid primary key,
    desk_id         uuid not null references desk,
    organisation_id uuid not null references organisation,
    operator_id     uuid not null references operator,
    at              timestamptz not null,
    day             date not null generated always as ((at at time zone 'Europe/Rome')::date) stored,
    topic           text not null check (topic in ('WORK', 'STAY', 'HOUSING', 'SCHOOL', 'SOCIAL', 'HEALTH', 'OTHER')),
    language        text not null references language,
    channel         text not null check (channel in ('DESK', 'PHONE')),
    outcome         text not null check (outcome in ('INFORMED', 'SENT_ELSEWHERE', 'APPOINTMENT', 'FILE_OPENED')),
    undone_at       timestamptz,
    undone_by       uuid references operator,
    check ((undone_at is null) = (undone_by is null)),
    constraint contact_undone_in_the_day check ((undone_at at time zone 'Europe/Rome')::date = day),
    constraint contact_of_a_person_stays check (outcome <> 'FILE_OPENED' or undone_at is null)
);
create index on desk_contact (organisation_id, day);
alter table desk_contact enable row level security;
alter table desk_contact force row level security;
create policy body_reads on desk_contact for select to percorsi_app
    using (organisation_id = (select acting_organisation()) and (select acting_role()) in ('DESK', 'SOCIAL_WORKER'));
create policy signed on desk_contact for insert to percorsi_app
    with check (organisation_id = (select acting_organisation()) and (select acting_role()) in ('DESK', 'SOCIAL_WORKER')
        and operator_id = (select acting_operator()) and outcome <> 'FILE_OPENED'
        and exists (select 1 from desk d where d.id = desk_id and d.organisation_id = desk_contact.organisation_id));
create policy body_changes on desk_contact for update to percorsi_app
    using (organisation_id = (select acting_organisation()) and (select acting_role()) in ('DESK', 'SOCIAL_WORKER')
        and undone_at is null)
    with check (coalesce(undone_by, (select acting_operator())) = (select acting_operator()));
grant select, insert (id, desk_id, organisation_id, operator_id, at, topic, language, channel, outcome),
    update (outcome, undone_at, undone_by) on desk_contact to percorsi_app;

-- Whose contact it was, once they have a file: only for who sees the person. The count itself stays without a name.
create table contact_person (
    contact_id      uuid primary key references desk_contact,
    person_id       uuid not null references person,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation
);
create index on contact_person (person_id);
call protect('contact_person', 'person_id', '''IDENTITY''', 'DESK SOCIAL_WORKER', signed => 'both');
revoke update on contact_person from percorsi_app;
-- A link says that somebody was at this body's desk: the contact is one this body counted.
create policy of_the_body on contact_person as restrictive for insert to percorsi_app
    with check (exists (select 1 from desk_contact c where c.id = contact_id and c.undone_at is null));

-- Who stands where and when, and which languages they speak. Facts of the network, as the desks' hours.
create table operator_language (
    operator_id uuid not null references operator,
    language    text not null references language,
    primary key (operator_id, language)
);
create table duty (
    id          uuid primary key,
    desk_id     uuid not null references desk,
    operator_id uuid not null references operator,
    profile     text not null check (profile in ('DESK', 'SOCIAL_WORKER', 'WORK_EXPERT')),
    weekday     int not null check (weekday between 1 and 7),
    opens       time not null,
    closes      time not null check (closes > opens),
    exclude using gist (operator_id with =, weekday with =, timerange(opens, closes) with &&)
);
create index on duty (desk_id, weekday);
-- Who must be there whenever a desk is open. A gap is shown, and stops nobody.
create table staffing_rule (
    desk_code   text not null,
    profile     text not null check (profile in ('DESK', 'SOCIAL_WORKER', 'WORK_EXPERT')),
    language    text references language,
    least       int not null check (least > 0),
    valid_from  date not null,
    valid_until date check (valid_until >= valid_from),
    source      text not null,
    verified    boolean not null,
    unique nulls not distinct (desk_code, profile, language, valid_from)
);
call kept_by('operator_language', 'ADMINISTRATOR');
call kept_by('duty', 'ADMINISTRATOR');
call kept_by('staffing_rule', 'ADMINISTRATOR');
grant select on operator_language, duty, staffing_rule to percorsi_app;

-- Who waits, by a letter and a number: A without an appointment, P with one. Nothing here says who it is.
create table ticket (
    id              uuid primary key,
    desk_id         uuid not null references desk,
    organisation_id uuid not null references organisation,
    day             date not null,
    letter          text not null check (letter in ('A', 'P')),
    number          int not null check (number between 1 and 999),
    topic           text check (topic in ('WORK', 'STAY', 'HOUSING', 'SCHOOL', 'SOCIAL', 'HEALTH', 'OTHER')),
    language        text not null references language,
    status          text not null check (status in ('WAITING', 'CALLED', 'DONE', 'GONE')),
    counter         int check (counter between 1 and 99),
    for_operator_id uuid references operator,
    version         int not null,
    constraint ticket_once unique (desk_id, day, letter, number),
    constraint called_to_a_counter check (status <> 'CALLED' or counter is not null),
    constraint handed_to_a_speaker foreign key (for_operator_id, language)
        references operator_language (operator_id, language)
);
-- Its moves, signed; only ever added to.
create table ticket_step (
    id              uuid primary key,
    ticket_id       uuid not null references ticket,
    move            text not null,
    status          text not null,
    at              timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    to_operator_id  uuid references operator
);
create index on ticket_step (ticket_id, at);
alter table ticket enable row level security;
alter table ticket force row level security;
alter table ticket_step enable row level security;
alter table ticket_step force row level security;
create policy body on ticket to percorsi_app
    using (organisation_id = (select acting_organisation()) and (select acting_role()) in ('DESK', 'SOCIAL_WORKER'))
    with check (organisation_id = (select acting_organisation()) and (select acting_role()) in ('DESK', 'SOCIAL_WORKER')
        and exists (select 1 from desk d where d.id = desk_id and d.organisation_id = ticket.organisation_id));
create policy body_reads on ticket_step for select to percorsi_app
    using (organisation_id = (select acting_organisation()) and (select acting_role()) in ('DESK', 'SOCIAL_WORKER'));
create policy signed on ticket_step for insert to percorsi_app
    with check (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and exists (select 1 from ticket t where t.id = ticket_id));
grant select, insert, update on ticket to percorsi_app;
grant select, insert on ticket_step to percorsi_app;

-- Whose ticket it is, where the desk knows: only for who sees the person.
create table ticket_person (
    ticket_id       uuid primary key references ticket,
    person_id       uuid not null references person,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation
);
create index on ticket_person (person_id);
call protect('ticket_person', 'person_id', '''IDENTITY''', 'DESK SOCIAL_WORKER', signed => 'both');
revoke update on ticket_person from percorsi_app;
create policy of_the_body on ticket_person as restrictive for insert to percorsi_app
    with check (exists (select 1 from ticket t where t.id = ticket_id));

call let_rows_follow();
