-- The hour ledger. A row of encounter is one person's share of an encounter, from when it is foreseen to when it is
-- reported; those of one group carry the same group_id.

-- How many hours a path of a programme may cost, from a day to a day; where it is silent, rule hours.path-budget.
create table path_hours (
    programme_id uuid not null references programme,
    minutes      int not null check (minutes > 0),
    valid_from   date not null,
    valid_until  date check (valid_until >= valid_from),
    source       text not null check (source <> ''),
    verified     boolean not null,
    primary key (programme_id, valid_from),
    exclude using gist (programme_id with =, daterange(valid_from, valid_until, '[]') with &&)
);
grant select on path_hours to percorsi_app;
insert into path_hours (programme_id, minutes, valid_from, source, verified)
select id, 2160, '2014-01-01', 'Articolo di stampa del 5 agosto 2014 su MeLT, FEI 2013, Azione 2: percorsi individuali di 36 ore',
    true
from programme where code = 'MELT';
insert into reference_rule (key, value, unit, valid_from, source, verified)
select key, '0', 'percent', '2000-01-01', 'scelta del progetto, da verificare', false
from (values ('hours.absence-justified'), ('hours.absence-unjustified')) v (key)
where exists (select 1 from reference_rule);

-- The hours of a path: of an enrolment, whatever plans it has; of a plan, where there is no enrolment. The counters are
-- kept by the database alone, and whoever changes them waits for whoever is changing them.
create table hour_budget (
    id                uuid primary key,
    person_id         uuid not null references person,
    enrolment_id      uuid references enrolment,
    minutes           int not null check (minutes > 0),
    passed_minutes    int not null default 0 check (passed_minutes >= 0),
    booked_minutes    int not null default 0 check (booked_minutes >= 0),
    delivered_minutes int not null default 0 check (delivered_minutes >= 0),
    unique (id, person_id),
    -- Nobody exceeds it, two at once included, unless a coordinator passed more.
    constraint within_the_hour_budget check (booked_minutes + delivered_minutes <= minutes + passed_minutes)
);
create unique index one_budget_an_enrolment on hour_budget (enrolment_id);
call protect('hour_budget', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST');
revoke insert, update on hour_budget from percorsi_app;
grant insert (id, person_id, enrolment_id, minutes) on hour_budget to percorsi_app;
create policy gate_counts on hour_budget for update to percorsi_gate using (true) with check (true);
grant update (enrolment_id, passed_minutes, booked_minutes, delivered_minutes) on hour_budget to percorsi_gate;

alter table plan add column budget_id uuid, add constraint plan_budget foreign key (budget_id, person_id)
    references hour_budget (id, person_id) deferrable;
alter table plan no force row level security;
alter table hour_budget no force row level security;
insert into hour_budget (id, person_id, minutes, delivered_minutes)
select id, person_id, budget_minutes, delivered_minutes from plan;
update plan set budget_id = id;
alter table plan force row level security;
alter table hour_budget force row level security;
drop trigger debit_the_budget on encounter;
drop function debit_the_budget();
alter table plan alter column budget_id set not null, drop column budget_minutes, drop column delivered_minutes;
create index on plan (budget_id);

-- A numbered sheet that is printed with blank cells and comes back signed: rows of it are confirmed when it is closed,
-- and it says where the paper is kept.
create table attendance_sheet (
    id              uuid primary key,
    organisation_id uuid not null references organisation,
    operator_id     uuid not null references operator,
    year            int not null,
    number          int not null check (number > 0),
    made_at         timestamptz not null,
    closed_at       timestamptz,
    closed_by       uuid references operator,
    archive         text check (archive <> ''),
    unique (organisation_id, year, number),
    check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (archive is null))
);

-- What was reported to whoever pays: nothing of it moves any more.
create table hour_period (
    id           uuid primary key,
    programme_id uuid not null references programme,
    from_day     date not null,
    until_day    date not null check (until_day >= from_day),
    frozen_at    timestamptz not null,
    frozen_by    uuid not null references operator,
    constraint period_once exclude using gist (programme_id with =, daterange(from_day, until_day, '[]') with &&)
);

alter table encounter
    add column sheet_id     uuid references attendance_sheet,
    add column signatures   int check (signatures >= 0),
    add column period_id    uuid references hour_period,
    add column group_id     uuid,
    add column status       text not null default 'DELIVERED' check (status in
        ('PLANNED', 'BOOKED', 'DELIVERED', 'ABSENT', 'VALIDATED', 'REPORTED', 'CANCELLED')),
    add column counted      int not null default 0,
    add column absence      text check (absence in ('JUSTIFIED', 'UNJUSTIFIED')),
    add column marked_by    uuid references operator,
    add column validated_by uuid references operator,
    add column corrects_id  uuid references encounter,
    add column version      int not null default 0,
    alter column on_day drop not null,
    alter column starts drop not null;
alter table encounter no force row level security;
-- What an operator gave at once, before this said so, was given to a group.
update encounter e set counted = minutes, marked_by = operator_id, group_id = case when exists (
    select 1 from encounter o
    where o.operator_id = e.operator_id and o.on_day = e.on_day and o.id <> e.id
      and o.on_day + o.starts < e.on_day + e.starts + e.minutes * interval '1 minute'
      and e.on_day + e.starts < o.on_day + o.starts + o.minutes * interval '1 minute')
    then md5(e.operator_id::text || e.on_day)::uuid else e.id end;
alter table encounter force row level security;
alter table encounter
    alter column group_id set not null,
    drop constraint encounter_minutes_check,
    drop constraint encounter_once,
    -- A correction says by how much a reported hour was wrong, up or down.
    add constraint minutes_of_an_encounter check (case when corrects_id is null then minutes between 5 and 600
        else minutes between -600 and 600 and minutes <> 0 and absence is null end),
    add check (status in ('PLANNED', 'CANCELLED') or on_day is not null and starts is not null),
    add check (status not in ('PLANNED', 'BOOKED', 'CANCELLED') or counted = 0 and absence is null),
    add check (absence is not null or status in ('PLANNED', 'BOOKED', 'CANCELLED') or counted = minutes),
    add check (absence is null or counted between 0 and minutes),
    add check (status <> 'ABSENT' or absence is not null),
    -- Whoever gave the hour, or said that it was given, is not who confirms it.
    add constraint validated_by_another check (validated_by <> operator_id and validated_by <> marked_by),
    add check (status not in ('VALIDATED', 'REPORTED') or validated_by is not null),
    -- Nor is it confirmed without a sheet, signed by who was there.
    add constraint signed_on_a_sheet check (status not in ('VALIDATED', 'REPORTED')
        or sheet_id is not null and (absence is not null or coalesce(signatures, 0) > 0)),
    add check ((status = 'REPORTED') = (period_id is not null)),
    -- The same person cannot be in two encounters at once: nor can two funds pay the same hour.
    add constraint encounter_once exclude using gist (person_id with =,
        tsrange(on_day + starts, on_day + starts + minutes * interval '1 minute') with &&)
        where (status in ('BOOKED', 'DELIVERED', 'VALIDATED', 'REPORTED') and absence is null and corrects_id is null),
    -- Nor can an operator give two, except to a group.
    add constraint operator_once exclude using gist (operator_id with =, group_id with <>,
        tsrange(on_day + starts, on_day + starts + minutes * interval '1 minute') with &&)
        where (status in ('BOOKED', 'DELIVERED', 'VALIDATED', 'REPORTED') and absence is null and corrects_id is null);
create index on encounter (group_id);
create index on encounter (person_id, on_day);
create index on encounter (sheet_id);
create index on encounter (period_id);
create index on encounter (operator_id, on_day);
drop policy acting_changes on encounter;
create policy acting_changes on encounter for update to percorsi_app
    using (granted(person_id, (select acting_organisation()), (select acting_role()), 'LABOUR')
        and (select acting_role()) in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST'))
    with check (granted(person_id, (select acting_organisation()), (select acting_role()), 'LABOUR'));
grant update (on_day, starts, minutes, topic, status, counted, absence, marked_by, validated_by, sheet_id, signatures,
    version) on encounter to percorsi_app;
grant update (status, period_id, version) on encounter to percorsi_gate;

-- A sheet is its body's, and of whoever may see a row of it: who confirms may work for another.
alter table attendance_sheet enable row level security;
alter table attendance_sheet force row level security;
create policy of_its_rows on attendance_sheet for select to percorsi_app
    using ((select acting_role()) in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
        and (organisation_id = (select acting_organisation())
            or exists (select 1 from encounter e where e.sheet_id = attendance_sheet.id)));
create policy printing on attendance_sheet for insert to percorsi_app
    with check ((select acting_role()) in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
        and organisation_id = (select acting_organisation()) and operator_id = (select acting_operator()));
create policy closing on attendance_sheet for update to percorsi_app
    using ((select acting_role()) in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST') and closed_at is null
        and exists (select 1 from encounter e where e.sheet_id = attendance_sheet.id))
    with check (closed_by = (select acting_operator()));
grant select, insert (id, organisation_id, operator_id, year, number, made_at), update (closed_at, closed_by, archive)
    on attendance_sheet to percorsi_app;

-- The pathway of an hour, as HoursMove says it, and who signs what. Once confirmed it is only reported; once reported
-- or withdrawn nothing of it changes, but whose it is when two files turn out to be one.
create function hours_move() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
    kept text[] := '{person_id}'::text[];
begin
    if tg_op = 'INSERT' then
        if new.status not in ('PLANNED', 'BOOKED', 'DELIVERED') then
            raise check_violation using message = 'hours_move';
        end if;
    else
        if old.status = new.status then
            if old.status not in ('PLANNED', 'BOOKED') then
                if old.status in ('DELIVERED', 'ABSENT') then
                    kept := kept || '{version,sheet_id}'::text[];
                end if;
                if to_jsonb(new) - kept is distinct from to_jsonb(old) - kept then
                    raise check_violation using message = 'hours_move';
                end if;
            end if;
            return new;
        end if;
        if (old.status, new.status) not in (('PLANNED', 'BOOKED'), ('PLANNED', 'DELIVERED'), ('PLANNED', 'CANCELLED'),
                ('BOOKED', 'DELIVERED'), ('BOOKED', 'ABSENT'), ('BOOKED', 'PLANNED'), ('DELIVERED', 'BOOKED'),
                ('ABSENT', 'BOOKED'), ('DELIVERED', 'VALIDATED'), ('ABSENT', 'VALIDATED'), ('VALIDATED', 'REPORTED')) then
            raise check_violation using message = 'hours_move';
        end if;
        if new.status in ('VALIDATED', 'REPORTED') and (new.minutes, new.counted, new.on_day, new.starts, new.absence)
                is distinct from (old.minutes, old.counted, old.on_day, old.starts, old.absence) then
            raise check_violation using message = 'hours_move';
        end if;
    end if;
    if new.status in ('DELIVERED', 'ABSENT') and new.marked_by is distinct from acting_operator()
        or new.status = 'VALIDATED' and (new.validated_by is distinct from acting_operator()
            or acting_role() is distinct from 'SOCIAL_WORKER' and not exists (
                select 1 from plan l join case_file c on c.id = l.case_file_id
                where l.id = new.plan_id and c.case_manager_id = acting_operator()))
        or new.status = 'REPORTED' and current_user <> 'percorsi_gate' then
        raise insufficient_privilege using message = 'hours are signed by whoever moves them';
    end if;
    return new;
end
$$;
create trigger hours_move before insert or update on encounter for each row execute function hours_move();

-- The budget is the sum of its rows. A correction never takes from an hour more than it has.
create function frozen_day(programme uuid, day date) returns boolean language sql volatile
as 'select exists (select 1 from hour_period p where p.programme_id = $1 and $2 between p.from_day and p.until_day)';
grant execute on function frozen_day(uuid, date) to percorsi_gate;
create function hours_count() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    booked int := case new.status when 'BOOKED' then new.minutes else 0 end;
    given int := new.counted;
    programme uuid;
begin
    if tg_op = 'UPDATE' then
        booked := booked - case old.status when 'BOOKED' then old.minutes else 0 end;
        given := given - old.counted;
    end if;
    update hour_budget b set booked_minutes = booked_minutes + booked, delivered_minutes = delivered_minutes + given
    from plan l where l.id = new.plan_id and b.id = l.budget_id;
    -- Whoever freezes the period of a programme waits for whoever is writing in it, and the other way round.
    programme := (select n.programme_id from plan l join hour_budget b on b.id = l.budget_id
        join enrolment n on n.id = b.enrolment_id where l.id = new.plan_id);
    if programme is not null and new.status <> 'REPORTED' then
        perform pg_advisory_xact_lock_shared(hashtextextended('hours ' || programme, 0));
        if frozen_day(programme, new.on_day) or tg_op = 'UPDATE' and frozen_day(programme, old.on_day) then
            raise check_violation using message = 'hours_period_frozen';
        end if;
    end if;
    if new.corrects_id is not null and not exists (
        select 1 from encounter o
        where o.id = new.corrects_id and o.plan_id = new.plan_id and o.corrects_id is null and o.status = 'REPORTED'
          and o.counted + (select sum(c.counted) from encounter c where c.corrects_id = o.id) >= 0) then
        raise check_violation using message = 'hours_corrected';
    end if;
    return null;
end
$$;
call behind_the_gate('hours_count()', 'percorsi_owner');
create trigger hours_count after insert or update of status, minutes, counted on encounter
    for each row execute function hours_count();

-- More hours than the path has, passed by a coordinator who says why.
create function coordinates(programme uuid) returns boolean language sql stable
return acting_role() = 'COORDINATOR' and exists (select 1 from programme_body b
    where b.programme_id = $1 and b.organisation_id = acting_organisation() and b.role = 'COORDINATION');
grant execute on function coordinates(uuid) to percorsi_app, percorsi_gate;
create policy coordinator_sees on hour_budget for select to percorsi_app
    using ((select acting_role()) = 'COORDINATOR'
        and granted(person_id, (select acting_organisation()), (select acting_role()), 'STATUS')
        and exists (select 1 from enrolment e where e.id = enrolment_id and coordinates(e.programme_id)));

create table hour_extension (
    id              uuid primary key,
    budget_id       uuid not null,
    person_id       uuid not null,
    minutes         int not null check (minutes between 5 and 6000),
    reason          text not null check (reason <> ''),
    at              timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    foreign key (budget_id, person_id) references hour_budget (id, person_id)
);
create index on hour_extension (budget_id);
call protect('hour_extension', 'person_id', '''STATUS''', 'COORDINATOR', signed => 'both');
revoke update on hour_extension from percorsi_app;
create policy of_own_programmes on hour_extension as restrictive for insert to percorsi_app
    with check (exists (select 1 from hour_budget b where b.id = budget_id));
create function extension_counts() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    update hour_budget set passed_minutes = passed_minutes + new.minutes where id = new.budget_id;
    return null;
end
$$;
call behind_the_gate('extension_counts()', 'percorsi_owner');
create trigger extension_counts after insert on hour_extension for each row execute function extension_counts();

-- Whoever is enrolled while their plan runs brings its hours along, unless they are in another programme too, or some
-- of those hours are of a period that was reported.
create function enrolment_takes_hours() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('hours ' || new.programme_id, 0));
    update hour_budget set enrolment_id = new.id where id = (
        select b.id from hour_budget b join plan l on l.budget_id = b.id
        where b.person_id = new.person_id and b.enrolment_id is null and l.status not in ('CONCLUDED', 'INTERRUPTED')
          and not exists (select 1 from hour_budget o where o.enrolment_id = new.id)
          and not exists (select 1 from enrolment o where o.person_id = new.person_id and o.status = 'ACTIVE'
            and o.id <> new.id)
          and not exists (select 1 from encounter e where e.plan_id = l.id
            and frozen_day(new.programme_id, e.on_day))
        order by b.id limit 1);
    return null;
end
$$;
call behind_the_gate('enrolment_takes_hours()', 'percorsi_owner');
create trigger enrolment_takes_hours after insert or update of status on enrolment for each row
    when (new.status = 'ACTIVE') execute function enrolment_takes_hours();

alter table hour_period enable row level security;
alter table hour_period force row level security;
create policy someone_acting on hour_period for select to percorsi_app using ((select acting_operator()) is not null);
create policy gate on hour_period to percorsi_gate using (true) with check (true);
grant select on hour_period to percorsi_app;
grant select, insert on hour_period to percorsi_gate;
create policy gate_reports on step for insert to percorsi_gate with check (feature = 'hours' and move = 'REPORT');

-- Freezing a period reports every hour that was confirmed in it, and asks that none be left unconfirmed.
create function freeze_hours(programme uuid, from_day date, until_day date) returns int
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    period uuid := gen_random_uuid();
    reported int;
begin
    if not coordinates(programme) then
        raise insufficient_privilege using message = 'only who coordinates the programme';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('hours ' || programme, 0));
    if exists (select 1 from encounter e join plan l on l.id = e.plan_id join hour_budget b on b.id = l.budget_id
            join enrolment n on n.id = b.enrolment_id
            where n.programme_id = $1 and e.on_day between $2 and $3 and e.status in ('BOOKED', 'DELIVERED', 'ABSENT')) then
        raise check_violation using message = 'hours_not_confirmed';
    end if;
    insert into hour_period (id, programme_id, from_day, until_day, frozen_at, frozen_by)
    values (period, $1, $2, $3, now(), acting_operator());
    update encounter e set status = 'REPORTED', period_id = period, version = e.version + 1
    from plan l join hour_budget b on b.id = l.budget_id join enrolment n on n.id = b.enrolment_id
    where l.id = e.plan_id and n.programme_id = $1 and e.on_day between $2 and $3 and e.status = 'VALIDATED';
    get diagnostics reported = row_count;
    insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id)
    select gen_random_uuid(), e.id, e.person_id, 'hours', 'LABOUR', 'REPORT', 'REPORTED', now(), acting_operator(),
        acting_organisation()
    from encounter e where e.period_id = period;
    return reported;
end
$$;
call behind_the_gate('freeze_hours(uuid, date, date)', 'percorsi_app');

-- The hours of a programme for whoever coordinates it: of the people they may see, without what was talked about.
create function programme_hours(programme uuid)
    returns table (id uuid, person_id uuid, plan_id uuid, budget_id uuid, on_day date, starts time, minutes int,
        counted int, status text, instrument text, funding_source text, operator_id uuid, organisation_id uuid,
        correction boolean)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select e.id, e.person_id, e.plan_id, b.id, e.on_day, e.starts, e.minutes, e.counted, e.status, s.instrument,
        s.funding_source, e.operator_id, s.organisation_id, e.corrects_id is not null
    from enrolment n join hour_budget b on b.enrolment_id = n.id join plan l on l.budget_id = b.id
    join encounter e on e.plan_id = l.id join support s on s.id = e.support_id
    where n.programme_id = $1 and coordinates($1)
      and entrusted(n.person_id, acting_organisation(), acting_role(), 'STATUS')
$$;
call behind_the_gate('programme_hours(uuid)', 'percorsi_app');

-- Whoever of the programme had hours on one day that two funds pay, overlapping or not.
create function two_funds_a_day(programme uuid)
    returns table (person_id uuid, on_day date, one_starts time, one_minutes int, one_fund text, other_starts time,
        other_minutes int, other_fund text, overlapping boolean)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select h.person_id, h.on_day, h.starts, h.minutes, h.funding_source, e.starts, e.minutes, s.funding_source,
        h.starts < e.starts + e.minutes * interval '1 minute' and e.starts < h.starts + h.minutes * interval '1 minute'
    from programme_hours($1) h
    join encounter e on e.person_id = h.person_id and e.on_day = h.on_day and e.id <> h.id
    join support s on s.id = e.support_id and s.funding_source <> h.funding_source
    where h.counted > 0 and not h.correction and e.counted > 0 and e.corrects_id is null
      and (h.starts, h.id) < (e.starts, e.id)
$$;
call behind_the_gate('two_funds_a_day(uuid)', 'percorsi_app');

-- The hours an operator gave, without whom: theirs even when a file is closed to them.
create function hours_given(from_day date, until_day date)
    returns table (group_id uuid, on_day date, starts time, minutes int, people int, absent int, confirmed int,
        instruments text, funds text, programmes text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select e.group_id, e.on_day, e.starts, coalesce(max(e.minutes) filter (where e.absence is null), 0),
        count(*) filter (where e.absence is null)::int, count(e.absence)::int,
        count(*) filter (where e.status in ('VALIDATED', 'REPORTED'))::int,
        string_agg(distinct i.name, ', '), string_agg(distinct f.name, ', '), string_agg(distinct p.code, ', ')
    from encounter e join support s on s.id = e.support_id join instrument i on i.code = s.instrument
    join funding_source f on f.code = s.funding_source
    join plan l on l.id = e.plan_id join hour_budget b on b.id = l.budget_id
    left join enrolment n on n.id = b.enrolment_id left join programme p on p.id = n.programme_id
    where e.operator_id = acting_operator() and e.on_day between $1 and $2 and e.corrects_id is null
      and e.status in ('DELIVERED', 'ABSENT', 'VALIDATED', 'REPORTED')
    group by e.group_id, e.on_day, e.starts
    order by e.on_day, e.starts
$$;
grant select on instrument, funding_source to percorsi_gate;
call behind_the_gate('hours_given(date, date)', 'percorsi_app');

call let_rows_follow();
