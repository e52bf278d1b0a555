create table operator (
    id       uuid primary key,
    username text not null unique check (username = lower(username)),
    name     text not null,
    active   boolean not null,
    demo     boolean not null default false,
    version  int not null
);

create table membership (
    id              uuid primary key,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    role            text not null,
    valid_from      date not null,
    valid_until     date,
    check (valid_until >= valid_from),
    exclude using gist (operator_id with =, organisation_id with =, role with =,
        daterange(valid_from, valid_until) with &&)
);

-- Hashes live apart: the application role has no right on this table at all.
create table credential (
    operator_id   uuid primary key references operator,
    password_hash text not null
);

create table login_failure (
    account text not null,
    source  text not null,
    at      timestamptz not null
);
create index on login_failure (account, source, at);

alter table operator enable row level security;
alter table operator force row level security;
alter table membership enable row level security;
alter table membership force row level security;
create policy someone_acting on operator for select to percorsi_app using ((select acting_operator()) is not null);
create policy someone_acting on membership for select to percorsi_app using ((select acting_operator()) is not null);
create policy administrator on operator to percorsi_app
    using ((select acting_role()) = 'ADMINISTRATOR') with check ((select acting_role()) = 'ADMINISTRATOR');
-- Nobody gives themselves a role.
create policy administrator on membership to percorsi_app
    using ((select acting_role()) = 'ADMINISTRATOR')
    with check ((select acting_role()) = 'ADMINISTRATOR' and operator_id <> (select acting_operator()));
create policy gate on operator for select to percorsi_gate using (true);
create policy gate on membership for select to percorsi_gate using (true);
-- The first administrator of a new installation, and nobody else, is written by the owner.
create policy first_operator on operator to percorsi_owner using (true) with check (true);
create policy first_membership on membership to percorsi_owner using (true) with check (true);
grant select, insert, update on operator, membership to percorsi_app;
grant select on operator, membership to percorsi_gate;
grant select, insert, update on credential to percorsi_gate;
grant select, insert, delete on login_failure to percorsi_door;

create function login_credential(login text)
    returns table (operator_id uuid, name text, password_hash text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select o.id, o.name, c.password_hash
    from operator o join credential c on c.operator_id = o.id
    where o.username = lower(login) and o.active
$$;
call behind_the_gate('login_credential(text)', 'percorsi_door');

-- Asked at each request: ending a membership takes effect at the next click, on every node.
create function memberships_in_force(who uuid)
    returns table (membership_id uuid, role text, organisation_id uuid, organisation_name text, operator_name text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select m.id, m.role, g.id, g.name, o.name
    from membership m join operator o on o.id = m.operator_id join organisation g on g.id = m.organisation_id
    where o.id = who and o.active
      and current_date >= m.valid_from and (m.valid_until is null or current_date < m.valid_until)
    order by g.name, m.role
$$;
call behind_the_gate('memberships_in_force(uuid)', 'percorsi_door');

create function set_credential(who uuid, hash text) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if acting_role() is distinct from 'ADMINISTRATOR' and acting_operator() is distinct from who then
        raise insufficient_privilege using message = 'only an administrator or the operator themselves';
    end if;
    update credential set password_hash = hash where operator_id = who;
    if not found then
        insert into credential (operator_id, password_hash) values (who, hash);
    end if;
end
$$;
call behind_the_gate('set_credential(uuid, text)', 'percorsi_app');

create function demo_operators() returns bigint
    language sql stable security definer set search_path = public, pg_temp
as 'select count(*) from operator where demo and active';
call behind_the_gate('demo_operators()', 'percorsi_door');

-- Which sections a role may ever see; a grant opens some of them for one person.
create table role_section (
    role    text not null,
    section text not null,
    primary key (role, section)
);
insert into role_section
select role, unnest(string_to_array(sections, ' '))
from (values
    ('DESK', 'IDENTITY CONTACTS STATUS AGENDA'),
    ('MEDIATOR', 'AGENDA'),
    ('SOCIAL_WORKER', 'IDENTITY CONTACTS STATUS AGENDA SOCIAL LABOUR RESERVED'),
    ('CPI_OPERATOR', 'IDENTITY CONTACTS STATUS LABOUR AGENDA'),
    ('SPECIALIST', 'IDENTITY CONTACTS STATUS LABOUR AGENDA SOCIAL'),
    ('PLACEMENT', 'IDENTITY CONTACTS LABOUR AGENDA'),
    ('PANEL_SECRETARY', 'IDENTITY STATUS SOCIAL LABOUR'),
    ('PANEL_MEMBER', 'IDENTITY STATUS SOCIAL LABOUR'),
    ('COORDINATOR', 'IDENTITY STATUS')) as sheet (role, sections);
grant select on role_section to percorsi_app, percorsi_gate;

create table access_grant (
    id                       uuid primary key,
    person_id                uuid not null,
    organisation_id          uuid not null references organisation,
    basis                    text not null,
    roles                    text[] not null,
    sections                 text[] not null,
    reason                   text not null,
    subject_id               uuid,
    valid_from               timestamptz not null,
    valid_until              timestamptz,
    given_by                 uuid not null references operator,
    given_by_organisation_id uuid not null references organisation,
    check (valid_until >= valid_from)
);
create index on access_grant (person_id, organisation_id);
create index on access_grant (organisation_id, person_id);

-- The most a basis may open, and to which roles: the words of Basis.java.
create table basis_scope (
    basis    text primary key,
    roles    text[] not null,
    sections text[] not null
);
insert into basis_scope
select basis, string_to_array(roles, ' '), string_to_array(sections, ' ')
from (values
    ('FILE', 'DESK SOCIAL_WORKER CPI_OPERATOR SPECIALIST PLACEMENT',
        'IDENTITY CONTACTS STATUS AGENDA SOCIAL LABOUR RESERVED'),
    ('REFERRAL', 'PANEL_SECRETARY PANEL_MEMBER', 'IDENTITY STATUS SOCIAL'),
    ('TEAM', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST PLACEMENT', 'IDENTITY CONTACTS STATUS AGENDA LABOUR'),
    ('APPOINTMENT', 'DESK SOCIAL_WORKER CPI_OPERATOR SPECIALIST MEDIATOR', 'AGENDA'),
    ('PROGRAMME', 'COORDINATOR', 'IDENTITY STATUS')) as sheet (basis, roles, sections);
grant select on basis_scope to percorsi_app;

-- The one definition of visibility. The application's queries give it the viewer they were asked for;
-- the policies give it the signed context; the two must agree for a row to be seen.
-- A grant that comes from an appointment or a referral opens that appointment or that referral, no other.
create function granted(person uuid, organisation uuid, role text, section text, subject uuid default null)
    returns boolean language sql stable
    return exists (
        select 1
        from access_grant g join role_section r on r.role = $3 and r.section = $4
        where g.person_id = $1 and g.organisation_id = $2
          and $3 = any (g.roles) and $4 = any (g.sections)
          and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
          and (g.subject_id = $5 or not (g.basis = 'APPOINTMENT' or g.basis = 'REFERRAL' and $4 = 'SOCIAL')));
grant execute on function granted(uuid, uuid, text, text, uuid) to percorsi_app, percorsi_gate;

alter table access_grant enable row level security;
alter table access_grant force row level security;
create policy own on access_grant for select to percorsi_app
    using ((select acting_organisation()) in (organisation_id, given_by_organisation_id));
create policy gate on access_grant for select to percorsi_gate using (true);

-- A person nobody holds yet: just registered in this very transaction.
create function held_by_nobody(person uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as 'select not exists (select 1 from access_grant where person_id = person)';
call behind_the_gate('held_by_nobody(uuid)', 'percorsi_app');

-- Only who holds the file opens it to others.
create function holds_the_file(person uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as $$
    select exists (select 1 from access_grant g
        where g.person_id = person and g.basis = 'FILE' and g.organisation_id = acting_organisation()
          and acting_role() in ('DESK', 'SOCIAL_WORKER') and g.valid_from <= now()
          and (g.valid_until is null or g.valid_until > now()))
$$;
call behind_the_gate('holds_the_file(uuid)', 'percorsi_app');

create policy give on access_grant for insert to percorsi_app
    with check (given_by = (select acting_operator())
        and given_by_organisation_id = (select acting_organisation())
        and exists (select 1 from basis_scope s where s.basis = access_grant.basis
            and access_grant.roles <@ s.roles and access_grant.sections <@ s.sections)
        and case basis
            when 'FILE' then organisation_id = (select acting_organisation()) and held_by_nobody(person_id)
                and (select acting_role()) in ('DESK', 'SOCIAL_WORKER')
            else subject_id is not null and holds_the_file(person_id) end);
create policy finish on access_grant for update to percorsi_app
    using ((select acting_organisation()) in (organisation_id, given_by_organisation_id));
grant select, insert, update (valid_until) on access_grant to percorsi_app;
grant select on access_grant to percorsi_gate;

-- A grant counts from the transaction that gives it, whatever the clock of the application says,
-- and its end only ever comes nearer.
create function grant_begins_and_ends() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if tg_op = 'INSERT' then
        new.valid_from := least(new.valid_from, now());
    elsif new.valid_until is null or new.valid_until > coalesce(old.valid_until, 'infinity') then
        raise insufficient_privilege using message = 'a grant is not prolonged: give another';
    end if;
    return new;
end
$$;
create trigger grant_begins_and_ends before insert or update on access_grant for each row
    execute function grant_begins_and_ends();

-- Puts a table that speaks of a person behind the wall.
--   section  an SQL expression: what a reader must be granted
--   writers  the roles that may add and change rows, among those who may see them
--   subject  the column a grant from an appointment or a referral is bound to, if there is one
--   signed   whether operator_id (and organisation_id, if `signed` is 'both') must be the actor's
create procedure protect(guarded regclass, person text, section text, writers text,
    subject text default 'null', signed text default 'no') language plpgsql
as $$
declare
    seen text := format('granted(%s, (select acting_organisation()), (select acting_role()), %s, %s)',
        person, section, subject);
    written text := seen || format(' and (select acting_role()) = any (string_to_array(%L, '' ''))', writers)
        || case when signed = 'no' then '' else ' and operator_id = (select acting_operator())' end
        || case when signed = 'both' then ' and organisation_id = (select acting_organisation())' else '' end;
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy acting_sees on %s for select to percorsi_app using (%s)', guarded, seen);
    execute format('create policy acting_adds on %s for insert to percorsi_app with check (%s)', guarded, written);
    execute format('create policy acting_changes on %s for update to percorsi_app using (%s) with check (%s)',
        guarded, written, written);
    execute format('create policy gate on %s for select to percorsi_gate using (true)', guarded);
    execute format('grant select, insert, update on %s to percorsi_app', guarded);
    execute format('grant select on %s to percorsi_gate', guarded);
end
$$;

-- Who looked, who changed. Only ever added to.
create table trail (
    id              uuid primary key,
    at              timestamptz not null,
    operator_id     uuid not null,
    organisation_id uuid not null,
    role            text not null,
    action          text not null,
    subject         text not null,
    subject_id      uuid,
    person_ids      uuid[] not null,
    sections        text[] not null,
    reason          text,
    request_id      text,
    recorded_at     timestamptz not null default clock_timestamp()
);
create index on trail (at);
create index on trail (operator_id, recorded_at) where action = 'REVEAL';
create index on trail using gin (person_ids);
alter table trail enable row level security;
alter table trail force row level security;
create policy write_own on trail for insert to percorsi_app
    with check (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and role = (select acting_role()));
create policy gate on trail for select to percorsi_gate using (true);
create policy officer_reads on trail for select to percorsi_app using ((select acting_role()) = 'DPO');
grant select on trail to percorsi_app, percorsi_gate;
-- Not recorded_at: when a row was written is not for the application to say.
grant insert (id, at, operator_id, organisation_id, role, action, subject, subject_id, person_ids, sections, reason,
    request_id) on trail to percorsi_app;

create function trail_is_append_only() returns trigger language plpgsql
as $$ begin raise exception 'the trail is append-only'; end $$;
create trigger append_only before update or delete or truncate on trail
    execute function trail_is_append_only();

-- A form may be sent twice and counts once.
create table form_submission (
    key         uuid primary key,
    operator_id uuid not null references operator,
    path        text not null,
    body_hash   bytea not null,
    location    text,
    at          timestamptz not null default now()
);
alter table form_submission enable row level security;
alter table form_submission force row level security;
create policy own on form_submission to percorsi_app
    using (operator_id = (select acting_operator())) with check (operator_id = (select acting_operator()));
grant select, insert, update, delete on form_submission to percorsi_app;

create table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index on spring_session (expiry_time);
create index on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on spring_session, spring_session_attributes to percorsi_door;

-- A step is a signed move: who, for whom, when, why. Never edited.
create table step (
    id              uuid primary key,
    subject_id      uuid not null,
    person_id       uuid not null,
    feature         text not null,
    section         text not null,
    move            text not null,
    status          text not null,
    at              timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    note            text
);
create index on step (person_id, at);
create index on step (subject_id, at);
call protect('step', 'person_id', 'section', 'DESK SOCIAL_WORKER CPI_OPERATOR SPECIALIST PANEL_SECRETARY',
    'subject_id', 'both');
revoke update on step from percorsi_app;
