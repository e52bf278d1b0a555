-- What a person may ask of those who keep their data: who looked, who sees what and why, which notice they were
-- given, what they consented to; and the one way in without anybody's leave.

-- Who looked at a person, or changed something: for whoever holds the file, and only if they have written down, in
-- this very transaction, that they looked at it. The looks at files merged into this one are among them.
-- before: the last row of the page before.
create function looks_at(person uuid, before uuid)
    returns table (id uuid, at timestamptz, operator_name text, role text, organisation_name text, action text,
        subject text, sections text[], bases text[], reason text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with recursive self (id) as (
        select $1
        union select p.id from person p join self s on p.merged_into = s.id)
    select t.id, t.at, o.name, t.role, b.name, t.action, t.subject, t.sections,
        array(select distinct g.basis from access_grant g
            where g.person_id = $1 and g.organisation_id = t.organisation_id and t.role = any (g.roles)
              and case g.basis when 'EMERGENCY' then g.given_by = t.operator_id
                    and t.recorded_at between g.valid_from and g.valid_until
                else t.at between g.valid_from and coalesce(g.valid_until, 'infinity') end
            order by g.basis),
        t.reason
    from trail t
    join operator o on o.id = t.operator_id
    join organisation b on b.id = t.organisation_id
    where t.person_ids && array(select s.id from self s)
      and holds_the_file($1)
      and exists (select 1 from trail w where w.person_ids @> array[$1] and w.subject = 'looks'
            and w.operator_id = acting_operator() and w.recorded_at >= now())
      and ($2 is null or (t.at, t.id) < (select l.at, l.id from trail l where l.id = $2))
    order by t.at desc, t.id desc
    limit 100
$$;
call behind_the_gate('looks_at(uuid, uuid)', 'percorsi_app');

-- A version of the notice has a day from which it counts, and never changes. Italian comes first and prevails.
alter table privacy_notice add column valid_from date not null default current_date,
    add column published_at timestamptz not null default now(),
    add column published_by uuid references operator;
update privacy_notice set valid_from = '2026-01-01';
alter table privacy_notice
    add constraint notice_one_day_a_version exclude using gist (version with =, valid_from with <>),
    add constraint notice_one_version_a_day unique (valid_from, language);
create function published_notices_stay() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if tg_op <> 'INSERT' then
        raise exception 'a published notice never changes';
    end if;
    if new.language <> 'it'
        and not exists (select 1 from privacy_notice where version = new.version and language = 'it') then
        raise check_violation using message = 'notice_italian_first';
    end if;
    return new;
end
$$;
create trigger published_notices_stay before insert or update or delete on privacy_notice for each row
    execute function published_notices_stay();
call kept_by('privacy_notice', 'ADMINISTRATOR');
grant insert on privacy_notice to percorsi_app;

-- The version that counts on a day; before the first, the first.
create function notice_in_force(on_day date) returns text language sql stable
return (select version from privacy_notice order by valid_from <= $1 desc, abs(valid_from - $1), version limit 1);
grant execute on function notice_in_force(date) to percorsi_app;

-- Between social and labour bodies the social part, the labour part and the reserved part pass only on a recorded
-- legal basis for that direction and that purpose. Organisation.Area and Purpose say the same in the application.
create function area(kind text) returns text language sql immutable parallel safe
return case when $1 in ('CPI', 'TRAINING_AGENCY', 'ENTERPRISE') then 'LABOUR' else 'SOCIAL' end;
alter table basis_scope add column purpose text check (purpose in ('CARE', 'ASSESSMENT'));
update basis_scope set purpose = case basis when 'TEAM' then 'CARE' when 'REFERRAL' then 'ASSESSMENT' end;

-- Between two bodies, or among all those of a programme. With CONSENT the person's own consent is needed as well.
create table legal_basis (
    id                   uuid primary key,
    direction            text not null check (direction in ('SOCIAL_TO_LABOUR', 'LABOUR_TO_SOCIAL')),
    purpose              text not null check (purpose in ('CARE', 'ASSESSMENT')),
    kind                 text not null check (kind in ('PUBLIC_TASK', 'CONSENT')),
    from_organisation_id uuid references organisation,
    to_organisation_id   uuid references organisation,
    programme_id         uuid references programme,
    reference            text not null check (reference <> ''),
    valid_from           date not null,
    valid_until          date check (valid_until >= valid_from),
    check ((from_organisation_id is null) = (to_organisation_id is null)),
    check ((from_organisation_id is null) <> (programme_id is null))
);
create index on legal_basis (direction, purpose);
call kept_by('legal_basis', 'ADMINISTRATOR');
grant select, insert, update (valid_until) on legal_basis to percorsi_app;
grant select on legal_basis to percorsi_gate;

-- Given to one body for one purpose, on a text in a language. Withdrawing it writes here and nowhere else: what
-- rested on it is closed by granted() from the next statement on, and the grants keep their history.
create table consent (
    id                 uuid primary key,
    person_id          uuid not null references person,
    to_organisation_id uuid not null references organisation,
    purpose            text not null check (purpose in ('CARE', 'ASSESSMENT')),
    notice_version     text not null,
    notice_language    text not null,
    signature          text not null check (signature in ('PAPER', 'DIGITAL', 'SPOKEN')),
    given_at           timestamptz not null,
    valid_until        date,
    operator_id        uuid not null references operator,
    organisation_id    uuid not null references organisation,
    withdrawn_at       timestamptz,
    withdrawn_by       uuid references operator,
    withdrawal_note    text,
    version            int not null,
    foreign key (notice_version, notice_language) references privacy_notice (version, language),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index on consent (person_id);
call protect('consent', 'person_id', '''IDENTITY''', 'DESK SOCIAL_WORKER', signed => 'both');
-- What opens the file to another body is given where the file is held; withdrawing is open to all who see it.
create policy held on consent as restrictive for insert to percorsi_app with check (holds_the_file(person_id));
-- Whoever withdraws signs the withdrawal, and a consent once withdrawn is given anew, not revived.
drop policy acting_changes on consent;
create policy withdrawing on consent for update to percorsi_app
    using (granted(person_id, (select acting_organisation()), (select acting_role()), 'IDENTITY')
        and (select acting_role()) in ('DESK', 'SOCIAL_WORKER') and withdrawn_at is null)
    with check (withdrawn_by = (select acting_operator()));
revoke update on consent from percorsi_app;
grant update (withdrawn_at, withdrawn_by, withdrawal_note, version) on consent to percorsi_app;

-- Whether something may pass today. ignoring: a consent taken as if it were withdrawn already.
create function lawful(person uuid, from_body uuid, to_body uuid, direction text, purpose text,
    ignoring uuid default null) returns boolean language sql stable
return exists (
    select 1
    from legal_basis b, (select (now() at time zone 'Europe/Rome')::date today) t
    where b.direction = $4 and b.purpose = $5 and b.valid_from <= t.today
      and (b.valid_until is null or b.valid_until > t.today)
      and (b.from_organisation_id = $2 and b.to_organisation_id = $3
        or b.programme_id in (select f.programme_id from programme_body f join programme_body r using (programme_id)
            where f.organisation_id = $2 and r.organisation_id = $3))
      and (b.kind = 'PUBLIC_TASK' or exists (
        select 1 from consent c
        where c.person_id = $1 and c.to_organisation_id = $3 and c.purpose = $5 and c.withdrawn_at is null
          and (c.valid_until is null or c.valid_until > t.today) and c.id is distinct from $6)));

-- A grant remembers whether it crosses, and what for.
alter table access_grant add column direction text, add column purpose text;
create function crossing(from_body uuid, to_body uuid) returns text language sql stable
return (select area(f.kind) || '_TO_' || area(t.kind) from organisation f, organisation t
    where f.id = $1 and t.id = $2 and area(f.kind) <> area(t.kind));
grant execute on function area(text), crossing(uuid, uuid), lawful(uuid, uuid, uuid, text, text, uuid)
    to percorsi_app, percorsi_gate;
alter table access_grant no force row level security;
update access_grant g set direction = crossing(g.given_by_organisation_id, g.organisation_id),
    purpose = (select s.purpose from basis_scope s where s.basis = g.basis);
alter table access_grant force row level security;

-- What stands in the way of a grant, as the page says it; null if nothing does.
create function grant_obstacle(person uuid, from_body uuid, to_body uuid, basis text, sections text[]) returns text
    language sql stable
return case
    when $4 <> 'FILE' and not holds_the_file($1) then 'grant.not-yours'
    when $5 && '{SOCIAL,LABOUR,RESERVED}' and crossing($2, $3) is not null
        and not lawful($1, $2, $3, crossing($2, $3), (select s.purpose from basis_scope s where s.basis = $4))
        then 'grant.legal-basis-missing' end;
grant execute on function grant_obstacle(uuid, uuid, uuid, text, text[]) to percorsi_app;

create function grant_crosses_lawfully() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    new.direction := crossing(new.given_by_organisation_id, new.organisation_id);
    new.purpose := (select s.purpose from basis_scope s where s.basis = new.basis);
    if new.direction is not null and new.sections && '{SOCIAL,LABOUR,RESERVED}' and not coalesce(lawful(
        new.person_id, new.given_by_organisation_id, new.organisation_id, new.direction, new.purpose), false) then
        raise check_violation using message = 'grant_crosses_lawfully';
    end if;
    return new;
end
$$;
create trigger grant_crosses_lawfully before insert on access_grant for each row
    execute function grant_crosses_lawfully();

-- The one definition of visibility, in the place of V0003's. An emergency opens the file to who asked for it, and
-- to no colleague of theirs.
create function opened(person uuid, organisation uuid, role text, section text, subject uuid, emergencies boolean)
    returns boolean language sql stable
    return exists (
        select 1
        from access_grant g join role_section r on r.role = $3 and r.section = $4
        where g.person_id = $1 and g.organisation_id = $2
          and $3 = any (g.roles) and $4 = any (g.sections)
          and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
          and (g.subject_id = $5 or not (g.basis = 'APPOINTMENT' or g.basis = 'REFERRAL' and $4 = 'SOCIAL'))
          and (g.direction is null or $4 not in ('SOCIAL', 'LABOUR', 'RESERVED')
            or lawful(g.person_id, g.given_by_organisation_id, g.organisation_id, g.direction, g.purpose))
          and (g.basis <> 'EMERGENCY' or $6 and g.given_by = (select acting_operator())));
create or replace function granted(person uuid, organisation uuid, role text, section text, subject uuid default null)
    returns boolean language sql stable
    return opened($1, $2, $3, $4, $5, true);
-- The same for lists and exports, where nobody stands whom only an emergency opens.
create function entrusted(person uuid, organisation uuid, role text, section text, subject uuid default null)
    returns boolean language sql stable
    return opened($1, $2, $3, $4, $5, false);
grant execute on function opened(uuid, uuid, text, text, uuid, boolean), entrusted(uuid, uuid, text, text, uuid)
    to percorsi_app, percorsi_gate;

-- Who sees what of a person, why, by which record, until when, given by whom: see V0003. What a grant carries is
-- less than it says where it crosses without a legal basis; ignoring: see lawful().
set local role percorsi_gate;
drop function grants_on(uuid);
reset role;
create function grants_on(person uuid, ignoring uuid)
    returns table (organisation_id uuid, organisation_name text, basis text, roles text[], sections text[],
        carried text[], reason text, subject_id uuid, valid_from timestamptz, valid_until timestamptz,
        in_force boolean, operator_name text, given_by_name text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select o.id, o.name, g.basis, g.roles, g.sections,
        case when g.direction is null or lawful($1, g.given_by_organisation_id, g.organisation_id, g.direction,
                g.purpose, $2) then g.sections
            else array(select s from unnest(g.sections) s where s not in ('SOCIAL', 'LABOUR', 'RESERVED')) end,
        -- Why an emergency was asked for may be violence, which few may know.
        case when g.basis = 'EMERGENCY' and g.given_by <> acting_operator() and not (holds_the_file($1)
                and granted($1, acting_organisation(), acting_role(), 'RESERVED')) then 'emergency' else g.reason end,
        g.subject_id, g.valid_from, g.valid_until, coalesce(g.valid_until > now(), true), w.name, b.name
    from access_grant g
    join organisation o on o.id = g.organisation_id
    join operator w on w.id = g.given_by
    join organisation b on b.id = g.given_by_organisation_id
    where g.person_id = $1 and granted($1, acting_organisation(), acting_role(), 'IDENTITY')
    order by 11 desc, g.valid_from desc, o.name, g.id
$$;
call behind_the_gate('grants_on(uuid, uuid)', 'percorsi_app');

-- Emergency access: an operator's own way into one file, for an hour at the most, told to its owners and to the
-- data protection officer at once, and reviewed.
insert into basis_scope (basis, roles, sections) values ('EMERGENCY', '{DESK,SOCIAL_WORKER,CPI_OPERATOR,SPECIALIST}',
    '{IDENTITY,CONTACTS,STATUS,AGENDA,SOCIAL,LABOUR,RESERVED}');
grant select on basis_scope to percorsi_gate;
alter table access_grant add constraint an_emergency_lasts_an_hour
    check (basis <> 'EMERGENCY' or valid_until is not null and valid_until <= valid_from + interval '60 minutes');
create policy emergencies_are_asked_for on access_grant as restrictive for insert to percorsi_app
    with check (basis <> 'EMERGENCY');
create policy gate_opens_in_emergency on access_grant for insert to percorsi_gate with check (basis = 'EMERGENCY');
grant insert on access_grant to percorsi_gate;

create table emergency_access (
    id              uuid primary key,
    person_id       uuid not null references person,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    role            text not null,
    cause           text not null
        check (cause in ('LIFE', 'VIOLENCE', 'CHILD', 'SHELTER', 'AUTHORITY')),
    reason          text not null check (reason <> ''),
    asked_at        timestamptz not null,
    status          text not null check (status in ('UNREVIEWED', 'JUSTIFIED', 'UNJUSTIFIED')),
    review          text,
    reviewed_at     timestamptz,
    reviewer_id     uuid references operator check (reviewer_id <> operator_id),
    version         int not null,
    check ((status = 'UNREVIEWED') = (reviewed_at is null) and (reviewed_at is null) = (reviewer_id is null)),
    check (status = 'UNREVIEWED' or review <> '')
);
create index on emergency_access (operator_id, status);
create index on emergency_access (asked_at);
create index on emergency_access (person_id);
-- Told to the body that holds the file, and seen there.
create table emergency_notice (
    emergency_id    uuid not null references emergency_access,
    organisation_id uuid not null references organisation,
    told_at         timestamptz not null default now(),
    seen_at         timestamptz,
    seen_by         uuid references operator,
    primary key (emergency_id, organisation_id),
    check ((seen_at is null) = (seen_by is null))
);
create index on emergency_notice (organisation_id) where seen_at is null;
alter table emergency_access enable row level security;
alter table emergency_access force row level security;
alter table emergency_notice enable row level security;
alter table emergency_notice force row level security;
create policy gate on emergency_access to percorsi_gate using (true) with check (true);
create policy gate on emergency_notice to percorsi_gate using (true) with check (true);
grant select, insert on emergency_access, emergency_notice to percorsi_gate;
-- Seen by the body's social workers; by its desk, where it has none.
create function minds_emergencies() returns boolean language sql stable
return acting_role() = 'SOCIAL_WORKER' or acting_role() = 'DESK' and not exists (
    select 1 from membership m join operator o on o.id = m.operator_id
    where m.organisation_id = acting_organisation() and m.role = 'SOCIAL_WORKER' and o.active
      and current_date >= m.valid_from and (m.valid_until is null or current_date < m.valid_until));
grant execute on function minds_emergencies() to percorsi_app;
create policy owners on emergency_notice for select to percorsi_app
    using ((select minds_emergencies()) and organisation_id = (select acting_organisation()));
create policy seeing on emergency_notice for update to percorsi_app
    using ((select minds_emergencies()) and organisation_id = (select acting_organisation()))
    with check (seen_by = (select acting_operator()));
grant select, update (seen_at, seen_by) on emergency_notice to percorsi_app;
create policy asker_owner_officer on emergency_access for select to percorsi_app
    using ((select acting_role()) = 'DPO' or operator_id = (select acting_operator())
        or exists (select 1 from emergency_notice n where n.emergency_id = id));
create policy officer_reviews on emergency_access for update to percorsi_app
    using ((select acting_role()) = 'DPO' and status = 'UNREVIEWED')
    with check (reviewer_id = (select acting_operator()));
grant select, update (status, review, reviewed_at, reviewer_id, version) on emergency_access to percorsi_app;

-- Asked with the evidence in hand, as a connection: what cannot be found for certain, or not one alone, is not opened.
-- Whoever has one that nobody reviewed within seven days asks in vain.
create function ask_emergency(code text, name text, birth date, cause text, why text) returns uuid
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    emergency uuid := gen_random_uuid();
    people uuid[];
begin
    if not coalesce((select acting_role() = any (s.roles) from basis_scope s where s.basis = 'EMERGENCY'), false) then
        raise insufficient_privilege using message = 'not for this role';
    end if;
    if exists (select 1 from emergency_access e where e.operator_id = acting_operator() and e.status = 'UNREVIEWED'
            and e.asked_at < now() - interval '7 days') then
        raise check_violation using message = 'emergency_review_pending';
    end if;
    -- One request at a time of each operator, and no more than three files open at once.
    perform pg_advisory_xact_lock(hashtextextended(acting_operator()::text, 0));
    if (select count(*) from access_grant g where g.basis = 'EMERGENCY' and g.given_by = acting_operator()
            and g.valid_until > now()) >= 3 then
        raise check_violation using message = 'emergency_three_at_once';
    end if;
    people := array(
        select distinct p.id
        from person p join access_grant g on g.person_id = p.id and g.basis = 'FILE' and g.valid_until is null
        where p.id in (
            select p.id from person p where p.name_key = $2 and p.born_on = $3 and p.born_precision = 'DAY'
            union all select i.person_id from identifier i
                where i.value = $1 and i.kind in ('FISCAL_CODE', 'PROVISIONAL_CODE'))
          and not granted(p.id, acting_organisation(), acting_role(), 'IDENTITY')
          and (select count(*) from trail t where t.operator_id = acting_operator() and t.action = 'REVEAL'
                and t.recorded_at > now() - interval '1 hour') < 30);
    if cardinality(people) <> 1 then
        return null;
    end if;
    insert into emergency_access (id, person_id, operator_id, organisation_id, role, cause, reason, asked_at, status,
        version)
    values (emergency, people[1], acting_operator(), acting_organisation(), acting_role(), cause, why, now(),
        'UNREVIEWED', 0);
    insert into emergency_notice (emergency_id, organisation_id)
    select distinct emergency, g.organisation_id from access_grant g
    where g.person_id = people[1] and g.basis = 'FILE' and g.valid_until is null;
    insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from,
        valid_until, given_by, given_by_organisation_id)
    select gen_random_uuid(), people[1], acting_organisation(), s.basis, array[acting_role()], s.sections,
        'emergency.' || cause, emergency, now(), now() + interval '60 minutes', acting_operator(),
        acting_organisation()
    from basis_scope s where s.basis = 'EMERGENCY';
    return people[1];
end
$$;
call behind_the_gate('ask_emergency(text, text, date, text, text)', 'percorsi_app');

-- A file passes to another body only by the hand of the one that holds it.
create function case_file_is_handed_over() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if not holds_the_file(old.person_id) then
        raise insufficient_privilege using message = 'only who holds the file hands it over';
    end if;
    return new;
end
$$;
create trigger case_file_is_handed_over before update of organisation_id on case_file for each row
    when (new.organisation_id <> old.organisation_id) execute function case_file_is_handed_over();

call let_rows_follow();
