-- A mediator asked of another body, beside those who have a weekly shift. It says neither who the person is nor what is
-- wrong: the language, the time, the place and the topic; the programme that pays the hours.
alter table resource add constraint speaks_for_a_body unique (id, organisation_id, language);
create table mediation_request (
    id              uuid primary key,
    organisation_id uuid not null references organisation,
    operator_id     uuid not null references operator,
    provider_id     uuid not null references organisation,
    programme_id    uuid not null references programme,
    appointment_id  uuid references appointment,
    language        text not null references language,
    topic           text not null check (topic in ('WORK', 'STAY', 'HOUSING', 'SCHOOL', 'SOCIAL', 'HEALTH', 'OTHER')),
    manner          text not null check (manner in ('IN_PERSON', 'BY_PHONE')),
    place           text not null check (length(place) between 2 and 120),
    starts_at       timestamptz not null,
    minutes         int not null check (minutes between 15 and 480),
    status          text not null
        check (status in ('REQUESTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'GIVEN', 'NOT_HELD')),
    mediator_id     uuid,
    given_minutes   int check (given_minutes between 5 and 600),
    version         int not null,
    -- Whoever goes speaks the language and is of the body that was asked.
    constraint mediator_speaks_it foreign key (mediator_id, provider_id, language)
        references resource (id, organisation_id, language),
    check (status not in ('REQUESTED', 'DECLINED') or mediator_id is null),
    check (status not in ('ACCEPTED', 'GIVEN', 'NOT_HELD') or mediator_id is not null),
    check ((status = 'GIVEN') = (given_minutes is not null))
);
create unique index one_mediation_an_appointment on mediation_request (appointment_id)
    where status in ('REQUESTED', 'ACCEPTED');
create index on mediation_request (organisation_id, starts_at);
create index on mediation_request (provider_id, starts_at);
create index on mediation_request (programme_id, starts_at);
create table mediation_step (
    id              uuid primary key,
    request_id      uuid not null references mediation_request,
    move            text not null,
    status          text not null,
    at              timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    note            text check (note <> '')
);
create index on mediation_step (request_id, at);

-- Both sides see it: who asks, and who is asked.
alter table mediation_request enable row level security;
alter table mediation_request force row level security;
alter table mediation_step enable row level security;
alter table mediation_step force row level security;
create policy both_sides on mediation_request for select to percorsi_app
    using ((organisation_id = (select acting_organisation())
            and (select acting_role()) in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST'))
        or (provider_id = (select acting_organisation())
            and (select acting_role()) in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST', 'MEDIATOR')));
-- A body asks in its own name, for a programme it is part of that runs on that day, of a body that has mediators; and
-- for an appointment it sees.
create policy asking on mediation_request for insert to percorsi_app
    with check (organisation_id = (select acting_organisation()) and operator_id = (select acting_operator())
        and (select acting_role()) in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST') and status = 'REQUESTED'
        and exists (select 1 from programme_body b join programme p on p.id = b.programme_id
            where b.programme_id = mediation_request.programme_id and b.organisation_id = mediation_request.organisation_id
              and (starts_at at time zone 'Europe/Rome')::date
                between coalesce(p.runs_from, '-infinity') and coalesce(greatest(p.runs_until, p.extended_until), 'infinity'))
        and exists (select 1 from resource r where r.organisation_id = provider_id and r.kind = 'MEDIATOR')
        and (appointment_id is null or exists (select 1 from appointment a where a.id = appointment_id)));
create policy answering on mediation_request for update to percorsi_app
    using (provider_id = (select acting_organisation()) or organisation_id = (select acting_organisation()))
    with check (provider_id = (select acting_organisation()) or organisation_id = (select acting_organisation()));
create policy of_its_request on mediation_step for select to percorsi_app
    using (exists (select 1 from mediation_request r where r.id = request_id));
create policy signed on mediation_step for insert to percorsi_app
    with check (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and exists (select 1 from mediation_request r where r.id = request_id));
create policy gate on mediation_request for select to percorsi_gate using (true);
grant select, insert, update (status, mediator_id, given_minutes, version) on mediation_request to percorsi_app;
grant select, insert on mediation_step to percorsi_app;
grant select on mediation_request to percorsi_gate;

-- The pathway, as MediationMove says it: whose each move is, and no hour is given before it begins.
create function mediation_moves() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
    provider boolean := old.provider_id = acting_organisation();
begin
    if (old.status, new.status) not in (('REQUESTED', 'ACCEPTED'), ('REQUESTED', 'DECLINED'),
            ('REQUESTED', 'WITHDRAWN'), ('ACCEPTED', 'WITHDRAWN'), ('ACCEPTED', 'GIVEN'), ('ACCEPTED', 'NOT_HELD'))
        or new.status = 'GIVEN' and old.starts_at > now()
        or old.mediator_id is not null and new.mediator_id is distinct from old.mediator_id then
        raise check_violation using message = 'mediation_moves';
    end if;
    if new.status in ('ACCEPTED', 'DECLINED', 'GIVEN') and not provider
        or new.status = 'WITHDRAWN' and old.organisation_id is distinct from acting_organisation() then
        raise insufficient_privilege using message = 'a mediation is moved by whose turn it is';
    end if;
    return new;
end
$$;
create trigger mediation_moves before update on mediation_request for each row execute function mediation_moves();

-- Who said yes is taken at that time, as by an appointment.
alter table booking add column mediation_id uuid references mediation_request,
    drop constraint booked_or_held_for_a_while,
    add constraint booked_or_held_for_a_while check (
        num_nonnulls(appointment_id, held_for, wait_id, request_id, mediation_id) = 1
        and (held_until is null) = (num_nonnulls(appointment_id, mediation_id) = 1)
        and (num_nonnulls(appointment_id, mediation_id) = 1 or held)),
    add constraint one_mediator_a_request exclude using gist (mediation_id with =, resource_id with <>);
create index on booking (mediation_id) where mediation_id is not null;
create policy saying_yes on booking for insert to percorsi_app
    with check (exists (select 1 from mediation_request m where m.id = mediation_id and m.status = 'ACCEPTED'
        and m.mediator_id = resource_id and m.provider_id = (select acting_organisation())
        and lower(during) = m.starts_at and upper(during) = m.starts_at + m.minutes * interval '1 minute'));
create policy standing_down on booking for update to percorsi_app
    using (exists (select 1 from mediation_request m where m.id = mediation_id))
    with check (not held and exists (select 1 from mediation_request m where m.id = mediation_id
        and m.status in ('WITHDRAWN', 'NOT_HELD')));

-- The mediation of a programme by month and language, without anybody's name, for whoever coordinates it: what was
-- given on request, and the appointments at which a mediator on shift was there, of those who were enrolled that day.
create function programme_mediation(programme uuid)
    returns table (month date, language text, source text, manner text, given int, minutes int, waiting int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select date_trunc('month', r.starts_at at time zone 'Europe/Rome')::date, l.name, 'REQUEST', r.manner,
        count(*) filter (where r.status = 'GIVEN')::int, coalesce(sum(r.given_minutes), 0)::int,
        count(*) filter (where r.status in ('REQUESTED', 'ACCEPTED'))::int
    from mediation_request r join language l on l.code = r.language
    where r.programme_id = $1 and coordinates($1) and r.status in ('REQUESTED', 'ACCEPTED', 'GIVEN')
    group by 1, 2, 4
    union all
    select date_trunc('month', a.starts_at at time zone 'Europe/Rome')::date, l.name, 'SHIFT', 'IN_PERSON',
        count(*)::int, (sum(extract(epoch from a.ends_at - a.starts_at)) / 60)::int, 0
    from appointment a
    join booking b on b.appointment_id = a.id and b.turn = a.turn
    join resource m on m.id = b.resource_id and m.kind = 'MEDIATOR'
    join language l on l.code = m.language
    where a.status = 'DONE' and coordinates($1) and exists (
        select 1 from enrolment n where n.programme_id = $1 and n.person_id = a.person_id
          and n.status in ('ACTIVE', 'COMPLETED', 'DROPPED')
          and n.enrolled_on <= (a.starts_at at time zone 'Europe/Rome')::date)
    group by 1, 2
    order by 1 desc, 2, 3, 4
$$;
grant select on language to percorsi_gate;
call behind_the_gate('programme_mediation(uuid)', 'percorsi_app');

call let_rows_follow();
