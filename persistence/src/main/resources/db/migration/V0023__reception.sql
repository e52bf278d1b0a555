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

call let_rows_follow();
