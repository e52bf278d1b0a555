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

-- Who sees what of a person, why, by which record, until when, given by whom: see V0003.
set local role percorsi_gate;
drop function grants_on(uuid);
reset role;
create function grants_on(person uuid)
    returns table (organisation_name text, basis text, roles text[], sections text[], reason text, subject_id uuid,
        valid_from timestamptz, valid_until timestamptz, in_force boolean, operator_name text, given_by_name text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select o.name, g.basis, g.roles, g.sections, g.reason, g.subject_id, g.valid_from, g.valid_until,
        coalesce(g.valid_until > now(), true), w.name, b.name
    from access_grant g
    join organisation o on o.id = g.organisation_id
    join operator w on w.id = g.given_by
    join organisation b on b.id = g.given_by_organisation_id
    where g.person_id = $1 and granted($1, acting_organisation(), acting_role(), 'IDENTITY')
    order by 9 desc, g.valid_from desc, o.name, g.id
$$;
call behind_the_gate('grants_on(uuid)', 'percorsi_app');

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
