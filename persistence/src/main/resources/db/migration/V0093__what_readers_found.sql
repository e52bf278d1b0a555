-- What readers of the migrations from V0061 to V0092 found in them.

-- What was printed on a sheet stays known, also of whoever did not sign and came off it: the scan names them.
create table sheet_row (
    sheet_id     uuid not null references attendance_sheet,
    encounter_id uuid not null references encounter,
    primary key (sheet_id, encounter_id)
);
create index on sheet_row (encounter_id);
alter table encounter no force row level security;
insert into sheet_row select sheet_id, id from encounter where sheet_id is not null;
alter table encounter force row level security;
alter table sheet_row enable row level security;
alter table sheet_row force row level security;
create policy of_its_sheet on sheet_row for select to percorsi_app
    using (exists (select 1 from attendance_sheet s where s.id = sheet_id));
create policy gate on sheet_row to percorsi_gate using (true) with check (true);
grant select on sheet_row to percorsi_app;
grant select, insert on sheet_row to percorsi_gate;
create function printed_on_a_sheet() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into sheet_row select new.sheet_id, new.id
    where not exists (select 1 from sheet_row r where r.sheet_id = new.sheet_id and r.encounter_id = new.id);
    return null;
end
$$;
call behind_the_gate('printed_on_a_sheet()', 'percorsi_owner');
create trigger printed_on_a_sheet after insert or update of sheet_id on encounter
    for each row when (new.sheet_id is not null) execute function printed_on_a_sheet();
set local role percorsi_gate;
create or replace function whole_sheet(sheet uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as $$
    select exists (select 1 from sheet_row r where r.sheet_id = $1)
        and not exists (select 1 from sheet_row r join encounter e on e.id = r.encounter_id
            where r.sheet_id = $1 and not granted(e.person_id, acting_organisation(), acting_role(), 'LABOUR'))
$$;
reset role;

-- A budget is begun for an enrolment that goes on.
set local role percorsi_gate;
create or replace function budget_has_its_programme() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('programmes of ' || new.person_id, 0));
    if new.enrolment_id is null and exists (
            select 1 from enrolment e where e.person_id = new.person_id and e.status = 'ACTIVE')
        or new.enrolment_id is not null and not exists (
            select 1 from enrolment e
            where e.id = new.enrolment_id and e.person_id = new.person_id and e.status = 'ACTIVE') then
        raise check_violation using message = 'budget_has_its_programme';
    end if;
    return new;
end
$$;
reset role;

-- Of the papers of a person a panel reads what was sent to it, and no others: of what its grant carries, the rest is not
-- its business. They go with a referral as it is sent.
create or replace function may_be_sent(attachment uuid) returns boolean language sql stable
return exists (select 1 from attachment a where a.id = $1 and a.section in ('STATUS', 'SOCIAL') and a.withdrawn_at is null);
alter policy encloses on referral_paper
    with check (may_be_sent(attachment_id) and exists (select 1 from referral r where r.id = referral_id and r.status = 'SUBMITTED'
        and r.organisation_id = (select acting_organisation()) and r.referrer_id = (select acting_operator())));
create policy and_no_others on attachment as restrictive for select to percorsi_app
    using ((select acting_role()) not in ('PANEL_SECRETARY', 'PANEL_MEMBER')
        or exists (select 1 from referral_paper x where x.attachment_id = attachment.id));

-- Who is taken off the presences is so while the sitting is open, too.
create or replace function presence_while_open() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from sitting s where s.id = coalesce(new.sitting_id, old.sitting_id) and s.status = 'OPEN' for share;
    if not found then
        raise check_violation using message = 'presence_while_open', constraint = 'presence_while_open';
    end if;
    return coalesce(new, old);
end
$$;
drop trigger left_while_open on attendance;
create trigger left_while_open before update or delete on attendance for each row execute function presence_while_open();

-- A reason that was written stays as it was written.
create function reason_stays() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    raise check_violation using message = 'reason_stays', constraint = 'reason_stays';
end
$$;
create trigger urgency_stays before update on referral
    for each row when (new.urgent_why is distinct from old.urgent_why) execute function reason_stays();
create trigger out_of_turn_stays before update on enrolment
    for each row when (old.out_of_turn is not null and new.out_of_turn is distinct from old.out_of_turn)
    execute function reason_stays();

-- What a panel said last of a referral, and since when it waits: of the decisions that were not taken back at once.
create function waits_since(referral uuid, out at timestamptz, out last text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select min(d.at) filter (where d.status = 'WAITLISTED'), (array_agg(d.status order by d.at desc, d.id desc))[1]
    from (select s.id, s.at, s.move, s.status, lead(s.move) over (order by s.at, s.id) following
        from step s where s.subject_id = $1 and s.feature = 'referral') d
    where d.status in ('ACCEPTED', 'WAITLISTED', 'DEFERRED', 'REJECTED') and d.following is distinct from 'TAKE_BACK'
$$;
call behind_the_gate('waits_since(uuid)', 'percorsi_gate');
set local role percorsi_gate;
create or replace function waiting_for_place(programme uuid)
    returns table (referral_id uuid, person_id uuid, area_id uuid, since_at timestamptz, since date)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select r.id, r.person_id, area_of($1, r.organisation_id, p.organisation_id), w.at,
        (w.at at time zone 'Europe/Rome')::date
    from panel p join referral r on r.panel_id = p.id
    cross join lateral (select coalesce(s.at, r.decided_at) at, coalesce(s.last, r.decision) last
        from waits_since(r.id) s) w
    where p.programme_id = $1 and w.last = 'WAITLISTED' and r.status in ('WAITLISTED', 'SCHEDULED')
      and not exists (select 1 from enrolment e
        where e.person_id = r.person_id and e.programme_id = $1 and e.status in ('CANDIDATE', 'ACTIVE'))
$$;
create or replace function ahead_of(programme uuid, body uuid, person uuid, day date) returns int
    language sql stable security definer set search_path = public, pg_temp
as $$
    with own as (
        select coalesce(min((least(r.decided_at, s.at) at time zone 'Europe/Rome')::date), $4) since
        from panel p join referral r on r.panel_id = p.id cross join lateral waits_since(r.id) s
        where p.programme_id = $1 and r.person_id = $3 and r.decision in ('ACCEPTED', 'WAITLISTED')
    )
    select count(distinct w.person_id)::int from waiting_for_place($1) w, own
    where w.area_id = $2 and w.person_id <> $3 and w.since < own.since
$$;
reset role;
