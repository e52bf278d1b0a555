-- Whoever enrols may put somebody on the list, too: from that day they wait in the same order as those a panel put there.
-- Who is waited for twice, by a panel and by who enrols, waits once, from the first of the two days.
alter table enrolment add constraint enrolment_status
    check (status in ('CANDIDATE', 'WAITLISTED', 'ACTIVE', 'NOT_ELIGIBLE', 'COMPLETED', 'DROPPED'));
set local role percorsi_gate;
drop function waiting_places();
drop function waiting_for_place(uuid);
reset role;
create function waiting_for_place(programme uuid)
    returns table (person_id uuid, area_id uuid, referral_id uuid, enrolment_id uuid, since_at timestamptz, since date)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with waits as (
        select r.person_id, area_of($1, r.organisation_id, p.organisation_id) area_id, r.id referral_id,
            null::uuid enrolment_id, w.at
        from panel p join referral r on r.panel_id = p.id
        cross join lateral (select coalesce(s.at, r.decided_at) at, coalesce(s.last, r.decision) last
            from waits_since(r.id) s) w
        where p.programme_id = $1 and w.last = 'WAITLISTED' and r.status in ('WAITLISTED', 'SCHEDULED')
          and not exists (select 1 from enrolment e
            where e.person_id = r.person_id and e.programme_id = $1 and e.status in ('CANDIDATE', 'ACTIVE'))
        union all
        select e.person_id, e.organisation_id, null, e.id, min(s.at)
        from enrolment e join step s on s.subject_id = e.id and s.feature = 'enrolment' and s.move = 'WAIT'
        where e.programme_id = $1 and e.status = 'WAITLISTED'
        group by e.id
    )
    select w.person_id, w.area_id, (array_agg(w.referral_id order by w.at) filter (where w.referral_id is not null))[1],
        (array_agg(w.enrolment_id) filter (where w.enrolment_id is not null))[1], min(w.at),
        (min(w.at) at time zone 'Europe/Rome')::date
    from waits w group by w.person_id, w.area_id
$$;
call behind_the_gate('waiting_for_place(uuid)', 'percorsi_gate');
set local role percorsi_gate;
create or replace function ahead_of(programme uuid, body uuid, person uuid, day date) returns int
    language sql stable security definer set search_path = public, pg_temp
as $$
    with own as (
        select coalesce(min((x.at at time zone 'Europe/Rome')::date), $4) since
        from (
            select least(r.decided_at, s.at) at
            from panel p join referral r on r.panel_id = p.id cross join lateral waits_since(r.id) s
            where p.programme_id = $1 and r.person_id = $3 and r.decision in ('ACCEPTED', 'WAITLISTED')
            union all
            select s.at
            from enrolment e join step s on s.subject_id = e.id and s.feature = 'enrolment' and s.move = 'WAIT'
            where e.programme_id = $1 and e.organisation_id = $2 and e.person_id = $3 and e.status = 'WAITLISTED') x
    )
    select count(distinct w.person_id)::int from waiting_for_place($1) w, own
    where w.area_id = $2 and w.person_id <> $3 and w.since < own.since
$$;
reset role;

-- The list: of those whose referral the viewer may read, and of those who enrol, whose enrolment; each with their place in
-- the whole of it.
create function waiting_places()
    returns table (programme_id uuid, area_id uuid, person_id uuid, referral_id uuid, enrolment_id uuid, since date,
        place int, waiting int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select l.programme_id, l.area_id, l.person_id, case when l.sent then l.referral_id end,
        case when l.enrols then l.enrolment_id end, l.since, l.place, l.waiting
    from (
        select g.id programme_id, w.*,
            row_number() over (partition by g.id, w.area_id order by w.since_at, w.person_id)::int place,
            count(*) over (partition by g.id, w.area_id)::int waiting,
            w.referral_id is not null and acting_role() in ('SOCIAL_WORKER', 'PANEL_SECRETARY', 'PANEL_MEMBER')
                and granted(w.person_id, acting_organisation(), acting_role(), 'SOCIAL', w.referral_id) sent,
            w.enrolment_id is not null and acting_role() in ('DESK', 'SOCIAL_WORKER')
                and granted(w.person_id, acting_organisation(), acting_role(), 'STATUS') enrols
        from programme g cross join lateral waiting_for_place(g.id) w
    ) l
    where l.sent or l.enrols
$$;
call behind_the_gate('waiting_places()', 'percorsi_app');

-- How somebody stood towards the rules when they were judged again: beside what was kept when they were first judged, and
-- as it was found that day. Never written over.
create table reassessment (
    id              uuid primary key,
    enrolment_id    uuid not null references enrolment,
    person_id       uuid not null references person,
    move            text not null check (move in ('SELECT', 'DECLINE', 'REASSESS', 'REASSESS_WAITING')),
    at              timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    snapshot        text not null check (snapshot <> ''),
    reason          text check (reason <> '')
);
create index on reassessment (enrolment_id, at);
create index on reassessment (person_id);
call protect('reassessment', 'person_id', '''STATUS''', 'DESK SOCIAL_WORKER', signed => 'both');
revoke update on reassessment from percorsi_app;
create policy of_its_enrolment on reassessment as restrictive for insert to percorsi_app
    with check (exists (select 1 from enrolment e where e.id = enrolment_id and e.person_id = reassessment.person_id
        and e.organisation_id = (select acting_organisation())));

-- What was found when somebody was first judged stays as it was found.
create function snapshot_stays() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    raise check_violation using message = 'snapshot_stays', constraint = 'snapshot_stays';
end
$$;
create trigger snapshot_stays before update of snapshot on enrolment
    for each row when (new.snapshot <> old.snapshot) execute function snapshot_stays();
call let_rows_follow();

-- Outside every programme nobody coordinates: more hours than a plan has are passed by who answers for it, and says why.
create policy case_manager_adds on hour_extension for insert to percorsi_app
    with check (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and (select acting_role()) in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
        and granted(person_id, (select acting_organisation()), (select acting_role()), 'LABOUR')
        and exists (select 1 from hour_budget b join plan l on l.budget_id = b.id join case_file c on c.id = l.case_file_id
            where b.id = hour_extension.budget_id and b.enrolment_id is null and l.in_force
              and c.case_manager_id = (select acting_operator())));
