-- Lists of people that came from elsewhere: kept as typed until they are written for good, given up or a week old.
-- They name people nobody knows yet, so they belong to the body that sent them: docs/adr/0013.
create table import_list (
    id              uuid primary key,
    organisation_id uuid not null references organisation,
    operator_id     uuid not null references operator,
    role            text not null,
    file_name       text not null,
    signature       text not null,
    headings        text[] not null,
    columns         text[] not null,
    notice_version  text not null,
    notice_language text not null,
    status          text not null check (status in ('READY', 'WRITING', 'WRITTEN', 'UNDONE')),
    uploaded_at     timestamptz not null,
    writing_since   timestamptz,
    done            int not null default 0,
    failure         text,
    written_at      timestamptz,
    undo_until      timestamptz,
    transaction_id  xid8,
    version         int not null default 0,
    foreign key (notice_version, notice_language) references privacy_notice,
    check ((status in ('WRITTEN', 'UNDONE')) = (written_at is not null)),
    check ((written_at is null) = (undo_until is null) and (written_at is null) = (transaction_id is null))
);
create index on import_list (organisation_id, uploaded_at);

-- rank: 1 cannot be read, 2 may be known and nobody has decided, 3 decided, 4 nothing to say.
create table import_row (
    list_id        uuid not null references import_list,
    line           int not null,
    cells          text[] not null,
    problems       text[] not null,
    name_key       text,
    found_by       text,
    born_on        date,
    born_precision text,
    phone          text,
    code           text,
    alike          uuid[] not null default '{}',
    twin           int,
    reasons        text[] not null default '{}',
    elsewhere      text,
    decision       text check (decision in ('SKIP', 'SAME', 'NEW')),
    created_id     uuid,
    rank           int not null generated always as (case
        when decision in ('SKIP', 'SAME') then 3
        when problems <> '{}' then 1
        when alike = '{}' and twin is null and elsewhere is null then 4
        when decision = 'NEW' and not 'CODE' = any (reasons) then 3
        else 2 end) stored,
    primary key (list_id, line)
);
create index on import_row (list_id, rank, line);
create index on import_row (created_id) where created_id is not null;

-- What each body said the columns of a sheet with these headings are.
create table import_matching (
    organisation_id uuid not null references organisation,
    signature       text not null,
    columns         text[] not null,
    primary key (organisation_id, signature)
);

alter table import_list enable row level security;
alter table import_list force row level security;
alter table import_row enable row level security;
alter table import_row force row level security;
alter table import_matching enable row level security;
alter table import_matching force row level security;
-- A social worker's list may hold what the desk never sees.
create policy own on import_list to percorsi_app
    using (organisation_id = (select acting_organisation())
        and ((select acting_role()) = 'SOCIAL_WORKER' or (select acting_role()) = 'DESK' and role = 'DESK'));
create policy signed on import_list as restrictive for insert to percorsi_app
    with check (operator_id = (select acting_operator()) and role = (select acting_role()) and status = 'READY');
create policy given_up on import_list as restrictive for delete to percorsi_app using (status = 'READY');
create policy of_own_list on import_row to percorsi_app using (list_id in (select id from import_list));
create policy own on import_matching to percorsi_app
    using (organisation_id = (select acting_organisation())
        and (select acting_role()) in ('DESK', 'SOCIAL_WORKER'));
create policy gate on import_list to percorsi_gate using (true) with check (true);
create policy gate on import_row to percorsi_gate using (true) with check (true);
grant select, insert, delete, update (columns, status, writing_since, done, failure, written_at, undo_until,
    transaction_id, version) on import_list to percorsi_app;
grant select, insert, delete, update (cells, problems, name_key, found_by, born_on, born_precision, phone, code, alike,
    twin, reasons, elsewhere, decision, created_id) on import_row to percorsi_app;
grant select, insert, update (columns) on import_matching to percorsi_app;
grant select, delete, update (status) on import_list to percorsi_gate;
grant select, delete, update (created_id) on import_row to percorsi_gate;

-- The blocks of somebody who is not registered yet: as person_blocks() in V0012, and one more for a slipped year.
create function typed_blocks(name_key text, born date, born_precision text, phone text, code text)
    returns setof bigint language sql immutable
as $$
    with sounded as (
        select name_sound(w) sound from unnest(string_to_array($1, ' ')) w where length(w) > 1)
    select distinct block_key(k) from (
        select 'd' || extract(year from $2) || '-' || least(extract(month from $2), extract(day from $2)) || '-'
            || greatest(extract(month from $2), extract(day from $2)) || sound k
        from sounded where $3 = 'DAY'
        union all
        select 'n' || (extract(year from $2) + slip) || string_agg(distinct sound, ' ' order by sound)
        from sounded, generate_series(0, 1) slip group by slip having count(*) > 1
        union all
        select 'm' || to_char($2, 'MMDD') || string_agg(distinct sound, ' ' order by sound)
        from sounded where to_char($2, 'MMDD') <> '0101' having count(*) > 1
        union all
        select 'p' || right(regexp_replace($4, '\D', '', 'g'), 9)
        where length(regexp_replace($4, '\D', '', 'g')) >= 8
        union all
        select 'c' || $5) keys
    where k is not null
$$;
grant execute on function typed_blocks(text, date, text, text, text) to percorsi_gate;

-- For each row (of those asked for, or of all): the people the acting operator may see who may be the same, and
-- the first row above that may be. One statement for the whole list; the same formula as one by one.
create function alike_in_list(list uuid, lines int[])
    returns table (line int, person_id uuid, twin int, likeness real, reasons text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with typed as materialized (
        select r.* from import_row r join import_list l on l.id = r.list_id
        where l.id = $1 and r.born_on is not null and r.decision is distinct from 'SKIP'
          and r.decision is distinct from 'SAME' and l.organisation_id = (select acting_organisation())
          and (select acting_role()) in ('DESK', 'SOCIAL_WORKER')),
    keyed as materialized (
        select t.line, b key from typed t, typed_blocks(t.name_key, t.born_on, t.born_precision, t.phone, t.code) b),
    met as (
        select k.line, o.person_id
        from keyed k cross join lateral (select b.person_id from person_block b where b.key = k.key limit 60) o
        union
        select t.line, p.id from typed t join person p on p.name_key = t.name_key and p.born_on = t.born_on
        union
        select t.line, i.person_id from typed t join identifier i
            on i.value = t.code and i.kind in ('FISCAL_CODE', 'PROVISIONAL_CODE')),
    pairs as (
        select t.line, p.id person_id, null::int twin, t.name_key, t.found_by, t.born_on, t.born_precision,
            t.phone, t.code, p.name_key other_key, p.search_name other_found, p.born_on other_born,
            p.born_precision other_precision, c.phone other_phone,
            exists (select 1 from identifier i where i.person_id = p.id and i.value = t.code
                and i.kind in ('FISCAL_CODE', 'PROVISIONAL_CODE')) same_code,
            exists (select 1 from identifier i where i.person_id = p.id and i.kind = 'FISCAL_CODE'
                and i.valid_until is null and t.code ~ '^[A-Z]' and i.value <> t.code) other_code
        from met m join typed t on t.line = m.line join person p on p.id = m.person_id
        left join person_contact c on c.person_id = p.id
        where p.merged_into is null and ($2 is null or t.line = any ($2))
          and granted(p.id, (select acting_organisation()), (select acting_role()), 'IDENTITY')
        union all
        select a.line, null, b.line, a.name_key, a.found_by, a.born_on, a.born_precision, a.phone, a.code,
            b.name_key, b.found_by, b.born_on, b.born_precision, b.phone,
            coalesce(a.code = b.code, false), a.code ~ '^[A-Z]' and b.code ~ '^[A-Z]' and a.code <> b.code
        from (
            select k.line, min(k.line) over (partition by k.key) twin from keyed k
            union
            select k.line, lag(k.line) over (partition by k.key order by k.line) from keyed k) n
        join typed a on a.line = n.line join typed b on b.line = n.twin and b.line < a.line
        where $2 is null or a.line = any ($2))
    select p.line, p.person_id, p.twin, s.total,
        array_to_string(person_reasons(e.name, e.birth, e.phone, p.same_code), ' ')
    from pairs p
    cross join lateral (
        select birth_agreement(p.born_on, p.born_precision, p.other_born, p.other_precision) birth) d
    cross join lateral (
        select case when d.birth > 0 or p.same_code
                then greatest(name_agreement(p.name_key, p.other_found), name_agreement(p.other_key, p.found_by))
                else 0 end name,
            d.birth, coalesce(phone_token(p.phone) = phone_token(p.other_phone), false) phone) e
    cross join lateral (
        select person_likeness(e.name::real, e.birth, e.phone, p.same_code, coalesce(p.other_code, false)) total) s
    where s.total >= 0.75
$$;
call behind_the_gate('alike_in_list(uuid, int[])', 'percorsi_app');

-- Rows whose very person certainly has a file at another body: what file_elsewhere() says, row by row, and no more
-- often in an hour than the desk may be told.
create function elsewhere_in_list(list uuid, lines int[])
    returns table (line int, organisation_name text, person_id uuid)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select f.line, f.organisation_name, f.person_id from (
        select distinct on (r.line) r.line, e.organisation_name, e.person_id
        from import_row r join import_list l on l.id = r.list_id
        cross join lateral file_elsewhere(r.code, r.name_key,
            case when r.born_precision = 'DAY' then r.born_on end) e
        where l.id = $1 and l.organisation_id = (select acting_organisation()) and r.alike = '{}'
          and ($2 is null or r.line = any ($2))
          and (exists (select 1 from identifier i where i.value = r.code)
            or exists (select 1 from person p where p.name_key = r.name_key and p.born_on = r.born_on))
        order by r.line) f
    order by f.line
    limit greatest(0, 30 - (select count(*) from trail t where t.operator_id = acting_operator()
        and t.action = 'REVEAL' and t.recorded_at > now() - interval '1 hour'))
$$;
call behind_the_gate('elsewhere_in_list(uuid, int[])', 'percorsi_app');

-- Whom a list made and somebody has worked on since. A file nobody has touched is one whose every row, in every
-- table that names the person, was written by the transaction that wrote the list.
create function touched_since_import(list uuid) returns table (line int, person_id uuid)
    language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
    who uuid[];
    made xid;
    touched uuid[] := '{}';
    found uuid[];
    f record;
begin
    select l.transaction_id::xid into made from import_list l
    where l.id = list and l.organisation_id = acting_organisation() and l.status = 'WRITTEN';
    who := array(select r.created_id from import_row r where r.list_id = list and r.created_id is not null);
    if made is null then
        return;
    end if;
    for f in select table_name::text, column_name from following()
        union all values ('person', 'id'), ('person_contact', 'person_id') loop
        execute format('select array(select distinct t.%1$I from %2$s t where t.%1$I = any ($1) and t.xmin <> $2)',
            f.column_name, f.table_name) into found using who, made;
        touched := touched || found;
    end loop;
    return query
    select r.line, r.created_id from import_row r
    where r.list_id = list and (r.created_id = any (touched)
        or exists (select 1 from duplicate_pair d where d.status <> 'OPEN' and r.created_id in (d.person_id, d.other_id)));
end
$$;
call behind_the_gate('touched_since_import(uuid)', 'percorsi_app');

-- What undoing a list takes away, and from whom: only files that a list made, never others.
do $$
declare
    t text[];
begin
    foreach t slice 1 in array array[['step', 'person_id'], ['case_file', 'person_id'], ['notice_given', 'person_id'],
        ['identifier', 'person_id'], ['citizenship', 'person_id'], ['person_contact', 'person_id'],
        ['access_grant', 'person_id'], ['person', 'id']] loop
        execute format('create policy gate_takes_back on %I for delete to percorsi_gate
            using (%I in (select created_id from import_row))', t[1], t[2]);
        execute format('grant delete on %I to percorsi_gate', t[1]);
    end loop;
end
$$;

create function undo_import(list uuid) returns setof uuid
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    l import_list;
    who uuid[];
begin
    select * into l from import_list where id = list for update;
    if l.organisation_id is distinct from acting_organisation() or acting_role() is null
        or not (acting_role() = 'SOCIAL_WORKER' or acting_role() = 'DESK' and l.role = 'DESK') then
        raise insufficient_privilege using message = 'only who wrote the list';
    end if;
    if l.status <> 'WRITTEN' or l.undo_until < now() then
        raise check_violation using message = 'import_undone_in_time';
    end if;
    -- Whoever is about to work on one of them waits, or is seen below.
    perform 1 from person p where p.id in (select created_id from import_row where list_id = list) for update;
    -- Only people whom this body holds and nobody else has been let in to.
    who := array(select created_id from import_row where list_id = list and holds_the_file(created_id)
            and not exists (select 1 from access_grant g where g.person_id = created_id
                and g.organisation_id <> acting_organisation())
        except select person_id from touched_since_import(list));
    delete from duplicate_pair where person_id = any (who) or other_id = any (who);
    delete from comparison_queue where person_id = any (who);
    delete from person_block where person_id = any (who);
    delete from person_index where person_id = any (who);
    delete from step where person_id = any (who);
    delete from case_file where person_id = any (who);
    delete from notice_given where person_id = any (who);
    delete from identifier where person_id = any (who);
    delete from citizenship where person_id = any (who);
    delete from person_contact where person_id = any (who);
    delete from access_grant where person_id = any (who);
    delete from person where id = any (who);
    update import_list set status = 'UNDONE' where id = list;
    delete from import_row where list_id = list;
    return query select unnest(who);
end
$$;
call behind_the_gate('undo_import(uuid)', 'percorsi_app');

-- What was typed is not kept when it is of no more use. Acts for nobody, hands out nothing.
create function forget_imports() returns int
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    forgotten int;
begin
    delete from import_row where list_id in (select id from import_list
        where status in ('WRITTEN', 'UNDONE') and undo_until < now()
           or status in ('READY', 'WRITING') and uploaded_at < now() - interval '7 days');
    get diagnostics forgotten = row_count;
    delete from import_list where status in ('READY', 'WRITING') and uploaded_at < now() - interval '7 days';
    return forgotten;
end
$$;
call behind_the_gate('forget_imports()', 'percorsi_app');
