-- Two files of one person: found by blocks (what the two must have in common), judged by one formula,
-- decided by an operator. docs/adr/0011.

-- How much two names agree, from 0 to 1: each word of the shorter way of writing meets its likest in the other.
-- key: words of the whole name; found: the same with two words written as one. One word alone proves little.
create function name_agreement(key text, found text) returns real language sql immutable strict parallel safe
return (select case when count(*) = 1 then 0.8 else 1 end * coalesce(sum(best * length(w)) / nullif(sum(length(w)), 0), 0)
    from unnest(string_to_array($1, ' ')) w, lateral (
        select max(case when length(w) <= 3 and w <> f then 0.8 else 1 end * name_likeness(w, f)) best
        from unnest(string_to_array($2, ' ')) f) met)::real;

-- How much two births agree: the same day; day and month exchanged; a year that slipped; a year alone.
create function birth_agreement(a date, a_precision text, b date, b_precision text) returns real
    language sql immutable strict parallel safe
return case
    when $2 = 'DAY' and $4 = 'DAY' and $1 = $3 then 1
    when extract(year from $1) = extract(year from $3) and extract(day from $1) = extract(month from $3)
        and extract(month from $1) = extract(day from $3) then 0.92
    when to_char($1, 'MMDD') = to_char($3, 'MMDD') and abs(extract(year from $1) - extract(year from $3)) in (1, 10) then 0.8
    when extract(year from $1) = extract(year from $3)
        and (to_char($1, 'MMDD') = '0101' or to_char($3, 'MMDD') = '0101') then 0.78
    when abs($1 - $3) <= 31 and (extract(day from $1) = extract(day from $3)
        or extract(month from $1) = extract(month from $3)) then 0.7
    else 0 end::real;

-- The formula: name times birth, a shared telephone for, two different fiscal codes against.
-- From 0.75 two files are worth comparing; a shared code is worth it whatever the rest.
create function person_likeness(name real, birth real, same_phone boolean, same_code boolean, other_code boolean)
    returns real language sql immutable parallel safe
return case
    when $4 then greatest(0.8, ($1 + $2) / 2)
    else greatest(0, least(1, case when $1 < 0.6 then 0 else $1 * $2 end
        + case when $3 and $1 >= 0.6 then 0.2 when $3 and $2 = 1 then 0.3 else 0 end
        - case when $5 then 0.35 else 0 end)) end::real;
-- What two files have in common, in words for the page.
create function person_reasons(name real, birth real, same_phone boolean, same_code boolean) returns text[]
    language sql immutable parallel safe
return array_remove(array[
    case when $4 then 'CODE' end,
    case when $1 >= 0.99 then 'NAME' when $1 >= 0.75 then 'SIMILAR_NAME' end,
    case when $2 = 1 then 'BIRTH' when $2 > 0 then 'SIMILAR_BIRTH' end,
    case when $3 then 'PHONE' end], null);
grant execute on function person_reasons(real, real, boolean, boolean) to percorsi_gate;
grant execute on function name_agreement(text, text), birth_agreement(date, text, date, text),
    person_likeness(real, real, boolean, boolean, boolean) to percorsi_gate;

-- Among the people the acting operator may see, those who may be the very person somebody is about to register.
create function alike_people(key text, found text, born date, born_precision text, phone text, code text)
    returns table (person_id uuid, likeness real, reasons text[])
    language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
    candidates uuid[];
begin
    select array_agg(distinct c.id) into candidates from (
        select f.person_id id from find_people(string_to_array(key, ' '), $3,
            case when born_precision = 'DAY' then null else extract(year from $3)::int end, null) f
        union all
        select f.person_id from find_people('{}', null, null, $5) f where length($5) > 5
        union all
        select i.person_id from identifier i where i.value = code and i.kind in ('FISCAL_CODE', 'PROVISIONAL_CODE')) c;
    return query
    select p.id, s.total, person_reasons(s.name, s.birth, s.same_phone, s.same_code)
    from person p
    left join person_contact t on t.person_id = p.id
    cross join lateral (
        select greatest(name_agreement($1, p.search_name), name_agreement(p.name_key, $2)) name,
            birth_agreement($3, $4, p.born_on, p.born_precision) birth,
            coalesce(phone_token($5) = phone_token(t.phone), false) same_phone,
            exists (select 1 from identifier i where i.person_id = p.id and i.value = $6) same_code,
            $6 ~ '^[A-Z]' and exists (select 1 from identifier i where i.person_id = p.id
                and i.kind = 'FISCAL_CODE' and i.valid_until is null and i.value <> $6) other_code) e
    cross join lateral (
        select person_likeness(e.name, e.birth, e.same_phone, e.same_code, coalesce(e.other_code, false)) total,
            e.*) s
    where p.id = any (candidates) and granted(p.id, acting_organisation(), acting_role(), 'IDENTITY')
      and s.total >= 0.75
    order by s.total desc, p.id;
end
$$;
call behind_the_gate('alike_people(text, text, date, text, text, text)', 'percorsi_app');

-- Blocks: two people are compared only if they share a name's sound and a birth, all sounds and a year, a
-- telephone, a code.
create table person_block (
    person_id uuid not null references person,
    key       bigint not null
);
create index on person_block (key) include (person_id);
create index on person_block (person_id);
-- Whoever changed, until they have been compared with the others.
create table comparison_queue (
    person_id uuid not null references person,
    queued_at timestamptz not null default clock_timestamp()
);
create index on comparison_queue (queued_at);

create table duplicate_pair (
    id              uuid primary key default gen_random_uuid(),
    person_id       uuid not null references person,
    other_id        uuid not null references person,
    likeness        real not null,
    reasons         text[] not null,
    found_at        timestamptz not null default clock_timestamp(),
    status          text not null check (status in ('OPEN', 'DIFFERENT', 'MERGED')),
    decided_at      timestamptz,
    operator_id     uuid references operator,
    organisation_id uuid references organisation,
    unique (person_id, other_id),
    check (person_id < other_id),
    check ((status = 'OPEN') = (decided_at is null)),
    check ((decided_at is null) = (operator_id is null) and (decided_at is null) = (organisation_id is null))
);
create index on duplicate_pair (likeness desc, id) where status = 'OPEN';
create index on duplicate_pair (other_id);
alter table person_block enable row level security;
alter table person_block force row level security;
alter table comparison_queue enable row level security;
alter table comparison_queue force row level security;
alter table duplicate_pair enable row level security;
alter table duplicate_pair force row level security;
create policy gate on person_block to percorsi_gate using (true) with check (true);
create policy gate on comparison_queue to percorsi_gate using (true) with check (true);
create policy gate on duplicate_pair to percorsi_gate using (true) with check (true);
grant select, insert, delete on person_block, comparison_queue to percorsi_gate;
grant update on comparison_queue to percorsi_gate;
grant select, insert, update, delete on duplicate_pair to percorsi_gate;
-- A pair is shown and decided where both are seen.
create policy both_seen on duplicate_pair for select to percorsi_app
    using ((select acting_role()) in ('DESK', 'SOCIAL_WORKER')
        and granted(person_id, (select acting_organisation()), (select acting_role()), 'IDENTITY')
        and granted(other_id, (select acting_organisation()), (select acting_role()), 'IDENTITY'));
create policy decide on duplicate_pair for update to percorsi_app
    using ((select acting_role()) in ('DESK', 'SOCIAL_WORKER')
        and granted(person_id, (select acting_organisation()), (select acting_role()), 'IDENTITY')
        and granted(other_id, (select acting_organisation()), (select acting_role()), 'IDENTITY'))
    with check (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and status = 'DIFFERENT');
grant select, update (status, decided_at, operator_id, organisation_id) on duplicate_pair to percorsi_app;

create function queue_for_comparison() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into comparison_queue (person_id)
    values (coalesce((to_jsonb(new) ->> 'person_id')::uuid, (to_jsonb(new) ->> 'id')::uuid));
    return null;
end
$$;
call behind_the_gate('queue_for_comparison()', 'percorsi_owner');
create trigger queue_for_comparison after insert or update of search_name, born_on, born_precision on person
    for each row execute function queue_for_comparison();
create trigger queue_for_comparison after update of phone on person_contact
    for each row execute function queue_for_comparison();
create trigger queue_for_comparison after insert on identifier
    for each row execute function queue_for_comparison();

create function block_key(what text) returns bigint language sql immutable strict parallel safe
return ('x' || left(md5($1), 16))::bit(64)::bigint;

create function person_blocks(person uuid) returns setof bigint language sql stable
as $$
    with sounded as (
        select p.born_on, p.born_precision, name_sound(w) sound
        from person p, unnest(string_to_array(p.name_key, ' ')) w
        where p.id = $1 and length(w) > 1)
    select distinct block_key(k) from (
        select 'd' || extract(year from born_on) || '-'
            || least(extract(month from born_on), extract(day from born_on)) || '-'
            || greatest(extract(month from born_on), extract(day from born_on)) || sound k
        from sounded where born_precision = 'DAY'
        union all
        select 'n' || (extract(year from min(born_on)) + slip) || string_agg(distinct sound, ' ' order by sound)
        from sounded, generate_series(0, 1) slip group by slip having count(*) > 1
        union all
        select 'p' || right(regexp_replace(c.phone, '\D', '', 'g'), 9) from person_contact c
        where c.person_id = $1 and length(regexp_replace(c.phone, '\D', '', 'g')) >= 8
        union all
        select 'c' || i.value from identifier i
        where i.person_id = $1 and i.kind in ('FISCAL_CODE', 'PROVISIONAL_CODE')) keys
    where k is not null
$$;

grant execute on function block_key(text), person_blocks(uuid) to percorsi_gate;

-- Compares the next people in the queue with everybody, across bodies, and keeps the pairs worth a look.
-- It hands nothing out but how many it took: anybody may start it, nobody learns anything by it.
create function seek_duplicates(most int) returns int
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    who uuid[];
begin
    with taken as (
        delete from comparison_queue where ctid = any (array(
            select ctid from comparison_queue order by queued_at limit most for update skip locked))
        returning person_id)
    select array_agg(distinct person_id) into who from taken;
    if who is null then
        return 0;
    end if;
    delete from person_block where person_id = any (who);
    insert into person_block (person_id, key)
    select p.id, b from person p, person_blocks(p.id) b where p.id = any (who) and p.merged_into is null;
    delete from duplicate_pair where status = 'OPEN' and (person_id = any (who) or other_id = any (who));
    insert into duplicate_pair (person_id, other_id, likeness, reasons, status)
    select a.id, b.id, s.total, person_reasons(s.name, s.birth, s.same_phone, s.same_code), 'OPEN'
    from (
        select distinct least(m.person_id, n.person_id) a, greatest(m.person_id, n.person_id) b
        from person_block m cross join lateral (
            select o.person_id from person_block o where o.key = m.key limit 60) n
        where m.person_id = any (who) and n.person_id <> m.person_id) met
    join person a on a.id = met.a
    join person b on b.id = met.b
    left join person_contact ta on ta.person_id = a.id
    left join person_contact tb on tb.person_id = b.id
    cross join lateral (
        select greatest(name_agreement(a.name_key, b.search_name), name_agreement(b.name_key, a.search_name)) name,
            birth_agreement(a.born_on, a.born_precision, b.born_on, b.born_precision) birth,
            coalesce(phone_token(ta.phone) = phone_token(tb.phone), false) same_phone,
            exists (select 1 from identifier i join identifier j on j.value = i.value
                where i.person_id = a.id and j.person_id = b.id) same_code,
            exists (select 1 from identifier i join identifier j on j.kind = i.kind and j.value <> i.value
                where i.person_id = a.id and j.person_id = b.id and i.kind = 'FISCAL_CODE'
                  and i.valid_until is null and j.valid_until is null and levenshtein(i.value, j.value) > 2) other_code) e
    cross join lateral (
        select person_likeness(e.name, e.birth, e.same_phone, e.same_code, e.other_code) total, e.*) s
    where s.total >= 0.75 and a.merged_into is null and b.merged_into is null
      and not exists (select 1 from duplicate_pair d where d.person_id = a.id and d.other_id = b.id);
    return cardinality(who);
end
$$;

call behind_the_gate('seek_duplicates(int)', 'percorsi_app');

-- Whoever was there before is compared too.
insert into comparison_queue (person_id) select id from person;

-- A merge: one person stays, the other becomes a shell that keeps what cannot be there twice (a second contact
-- card, an enrolment in the same programme, hours at the same time). Which rows moved is written down, so that
-- the merge can be undone to the row.
alter table person add column merged_into uuid references person, add check (merged_into <> id);
create index on person (merged_into) where merged_into is not null;
create table person_merge (
    id              uuid primary key,
    person_id       uuid not null references person,
    absorbed_id     uuid not null references person,
    led_id          uuid references case_file,
    merged_at       timestamptz not null default now(),
    undo_until      timestamptz not null default now() + interval '30 days',
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    undone_at       timestamptz,
    undone_by       uuid references operator,
    check (person_id <> absorbed_id),
    check ((undone_at is null) = (undone_by is null))
);
create unique index absorbed_once on person_merge (absorbed_id) where undone_at is null;
create index on person_merge (person_id);
create table merged_row (
    merge_id    uuid not null references person_merge,
    table_name  text not null,
    column_name text not null,
    key         jsonb not null
);
create index on merged_row (merge_id, table_name);
call protect('person_merge', 'person_id', '''IDENTITY''', 'DESK SOCIAL_WORKER', signed => 'both');
revoke insert, update on person_merge from percorsi_app;
create policy gate_writes on person_merge to percorsi_gate using (true) with check (true);
grant insert, update on person_merge to percorsi_gate;
grant select, insert, delete on merged_row to percorsi_gate;

-- Of two open files one leads; the other stays open under it and comes back when the merge is undone.
alter table case_file add column led_by uuid references case_file, add check (led_by <> id);
drop index one_open_case_file;
create unique index one_open_case_file on case_file (person_id) where status <> 'CLOSED' and led_by is null;
grant update (led_by) on case_file to percorsi_gate;
grant update (merged_into) on person to percorsi_gate;
create policy gate_moves on person for update to percorsi_gate using (true) with check (true);

-- Moving a person's rows is not prolonging a grant.
drop trigger grant_begins_and_ends on access_grant;
create trigger grant_begins_and_ends before insert or update of valid_from, valid_until on access_grant
    for each row execute function grant_begins_and_ends();

-- Whoever absorbed somebody is found by their names and telephone too.
create or replace function person_tokens(person uuid) returns int[] language sql stable
as $$
    with recursive self (id) as (
        select $1
        union select p.id from person p join self s on p.merged_into = s.id)
    select array(
        select distinct t from (
            select name_token(w) t from self join person p using (id), unnest(string_to_array(p.search_name, ' ')) w
            union all select extract(year from p.born_on)::int from self join person p using (id)
            union all select day_token(p.born_on) from self join person p using (id) where p.born_precision = 'DAY'
            union all select phone_token(c.phone) from self join person_contact c on c.person_id = self.id
            union all select body_token(g.organisation_id) from access_grant g
                where g.person_id = $1 and 'IDENTITY' = any (g.sections)) all_tokens
        where t is not null
        order by t)
$$;
create function refresh_index(person uuid) returns void language sql
as 'update person_index set tokens = person_tokens($1) where person_id = $1';
grant execute on function refresh_index(uuid) to percorsi_gate;

-- Rows that follow their person: every table with a person_id, but for what is computed from people.
create function following(out table_name regclass, out column_name name, out key text) returns setof record
    language sql stable
as $$
    select c.oid::regclass, a.attname,
        (select 'jsonb_build_object(' || string_agg(format('%L, t.%I', k.attname, k.attname), ', ') || ')'
            from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any (i.indkey)
            where i.indrelid = c.oid and i.indisprimary)
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and (a.attname = 'person_id' or c.relname = 'household_link' and a.attname = 'relative_id')
      and c.relname not in ('person_index', 'person_block', 'comparison_queue', 'duplicate_pair', 'person_merge',
          'person_contact')
$$;
grant execute on function following() to percorsi_gate;

-- Called at the end of a migration that adds such a table.
create procedure let_rows_follow() language plpgsql
as $$
declare
    f record;
    fk record;
begin
    for f in select * from following() loop
        if not exists (select 1 from pg_policy where polrelid = f.table_name
            and 'percorsi_gate'::regrole = any (polroles) and polcmd in ('r', '*')) then
            execute format('create policy gate on %s for select to percorsi_gate using (true)', f.table_name);
        end if;
        if not exists (select 1 from pg_policy where polrelid = f.table_name and polname = 'gate_moves') then
            execute format('create policy gate_moves on %s for update to percorsi_gate using (true) with check (true)',
                f.table_name);
        end if;
        execute format('grant select, update (%I) on %s to percorsi_gate', f.column_name, f.table_name);
    end loop;
    -- A file and what hangs on it name the same person: checked when all have moved.
    for fk in select conrelid::regclass t, conname from pg_constraint
        where contype = 'f' and cardinality(conkey) = 2 and not condeferrable
          and exists (select 1 from pg_attribute a where a.attrelid = conrelid and a.attnum = any (conkey)
              and a.attname = 'person_id') loop
        execute format('alter table %s alter constraint %I deferrable', fk.t, fk.conname);
    end loop;
end
$$;
call let_rows_follow();

create function move_rows(merge uuid, from_person uuid, to_person uuid) returns void
    language plpgsql
as $$
declare
    f record;
    one jsonb;
begin
    set constraints all deferred;
    for f in select * from following() loop
        begin
            execute format('with moved as (update %s t set %I = $1 where %2$I = $2 returning %s key)
                insert into merged_row select $3, %L, %L, key from moved',
                f.table_name, f.column_name, f.key, f.table_name::text, f.column_name) using to_person, from_person, merge;
        exception when unique_violation or exclusion_violation or check_violation then
            -- Something is there twice: row by row, and what cannot move stays with the shell.
            for one in execute format('select %s from %s t where %I = $1', f.key, f.table_name, f.column_name)
                using from_person loop
                begin
                    execute format('with moved as (update %s t set %I = $1 where %2$I = $2 and %s = $4 returning 1)
                        insert into merged_row select $3, %L, %L, $4 from moved',
                        f.table_name, f.column_name, f.key, f.table_name::text, f.column_name)
                        using to_person, from_person, merge, one;
                exception when unique_violation or exclusion_violation or check_violation then
                    null;
                end;
            end loop;
        end;
    end loop;
    set constraints all immediate;
end
$$;
grant execute on function move_rows(uuid, uuid, uuid) to percorsi_gate;

-- Only a body that holds both files may merge: their grants meet on one person, and whoever was let into a part
-- of one of them must not come to see the whole. Connections, teams and emergencies are not enough.
-- lead: which of two open files leads; null where there are not two.
create function merge_people(merge uuid, kept uuid, absorbed uuid, lead uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    open_files uuid[];
    led uuid;
begin
    if not (holds_the_file(kept) and holds_the_file(absorbed)) then
        raise insufficient_privilege using message = 'only who holds the files';
    end if;
    -- One merge at a time for these two, in one order.
    perform 1 from person where id in (kept, absorbed) order by id for update;
    if exists (select 1 from person where id in (kept, absorbed) and merged_into is not null) then
        raise check_violation using message = 'merged_once';
    end if;
    open_files := array(select id from case_file
        where person_id in (kept, absorbed) and status <> 'CLOSED' and led_by is null);
    if cardinality(open_files) > 1 then
        if lead is null or lead <> all (open_files) then
            raise check_violation using message = 'merge_lead_chosen';
        end if;
        update case_file set led_by = lead where id = any (open_files) and id <> lead returning id into led;
    end if;
    insert into person_merge (id, person_id, absorbed_id, led_id, operator_id, organisation_id)
    values (merge, kept, absorbed, led, acting_operator(), acting_organisation());
    perform move_rows(merge, absorbed, kept);
    update person set merged_into = kept where id = absorbed;
    perform refresh_index(kept), refresh_index(absorbed);
    delete from person_block where person_id = absorbed;
    delete from duplicate_pair where status = 'OPEN' and absorbed in (person_id, other_id)
        and kept not in (person_id, other_id);
    update duplicate_pair set status = 'MERGED', decided_at = now(), operator_id = acting_operator(),
        organisation_id = acting_organisation()
    where least(kept, absorbed) = person_id and greatest(kept, absorbed) = other_id;
    insert into comparison_queue (person_id) values (kept);
end
$$;

create function undo_merge(merge uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    m person_merge;
    f record;
begin
    select * into m from person_merge where id = merge for update;
    if m.id is null or not holds_the_file(m.person_id) then
        raise insufficient_privilege using message = 'only who holds the files';
    end if;
    if m.undone_at is not null or m.undo_until < now() then
        raise check_violation using message = 'merge_undone_in_time';
    end if;
    set constraints all deferred;
    for f in select * from following() loop
        execute format('update %1$s t set %2$I = $1 from merged_row r
            where r.merge_id = $2 and r.table_name = %3$L and r.column_name = %4$L and t.%2$I = $3 and %5$s = r.key',
            f.table_name, f.column_name, f.table_name::text, f.column_name, f.key)
            using m.absorbed_id, merge, m.person_id;
    end loop;
    update case_file set led_by = null where id = m.led_id;
    set constraints all immediate;
    update person set merged_into = null where id = m.absorbed_id;
    update person_merge set undone_at = now(), undone_by = acting_operator() where id = merge;
    delete from merged_row where merge_id = merge;
    perform refresh_index(m.person_id), refresh_index(m.absorbed_id);
    update duplicate_pair set status = 'OPEN', decided_at = null, operator_id = null, organisation_id = null
    where least(m.person_id, m.absorbed_id) = person_id and greatest(m.person_id, m.absorbed_id) = other_id;
    insert into comparison_queue (person_id) values (m.person_id), (m.absorbed_id);
end
$$;
call behind_the_gate('merge_people(uuid, uuid, uuid, uuid)', 'percorsi_app');
call behind_the_gate('undo_merge(uuid)', 'percorsi_app');

-- The other names of somebody, from the files that were merged into theirs.
create function names_before(person uuid)
    returns table (merge_id uuid, family_name text, given_name text, born_on date, born_precision text, phone text,
        merged_at timestamptz, undo_until timestamptz, left_behind text[])
    language sql stable security definer set search_path = public, pg_temp
as $$
    select m.id, p.family_name, p.given_name, p.born_on, p.born_precision,
        case when granted($1, acting_organisation(), acting_role(), 'CONTACTS') then c.phone end,
        m.merged_at, m.undo_until,
        array(select 'enrolment' from enrolment e where e.person_id = p.id
            union all select 'encounter' from encounter e where e.person_id = p.id)
    from person_merge m join person p on p.id = m.absorbed_id left join person_contact c on c.person_id = p.id
    where m.person_id = $1 and m.undone_at is null and granted($1, acting_organisation(), acting_role(), 'IDENTITY')
    order by m.merged_at
$$;
call behind_the_gate('names_before(uuid)', 'percorsi_app');

-- Where somebody went whose file was merged, for those who may see where.
create function merged_person(person uuid) returns uuid
    language sql stable security definer set search_path = public, pg_temp
as $$
    select p.merged_into from person p
    where p.id = $1 and granted(p.merged_into, acting_organisation(), acting_role(), 'IDENTITY')
$$;
call behind_the_gate('merged_person(uuid)', 'percorsi_app');

-- A body that finds its own person at another body asks to be let in; whoever holds the file answers.
create table connection (
    id                 uuid primary key,
    person_id          uuid not null references person,
    organisation_id    uuid not null references organisation,
    to_organisation_id uuid not null references organisation,
    operator_id        uuid not null references operator,
    status             text not null check (status in ('REQUESTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    reason             text not null check (reason <> ''),
    answer             text,
    requested_at       timestamptz not null,
    answered_at        timestamptz,
    version            int not null,
    check (organisation_id <> to_organisation_id),
    check ((status in ('ACCEPTED', 'REFUSED')) = (answered_at is not null))
);
create unique index asked_once on connection (person_id, organisation_id, to_organisation_id) where status = 'REQUESTED';
alter table connection enable row level security;
alter table connection force row level security;
create policy asked_or_answering on connection for select to percorsi_app
    using ((select acting_role()) in ('DESK', 'SOCIAL_WORKER')
        and (select acting_organisation()) in (organisation_id, to_organisation_id));
create policy answering on connection for update to percorsi_app
    using ((select acting_role()) in ('DESK', 'SOCIAL_WORKER')
        and (select acting_organisation()) in (organisation_id, to_organisation_id))
    with check (case status when 'WITHDRAWN' then organisation_id else to_organisation_id end
        = (select acting_organisation()));
create policy gate on connection to percorsi_gate using (true) with check (true);
grant select, update (status, answer, answered_at, version) on connection to percorsi_app;
grant select, insert on connection to percorsi_gate;
insert into basis_scope values ('CONNECTION', '{DESK,SOCIAL_WORKER}', '{IDENTITY,CONTACTS,STATUS,AGENDA}');

-- Asked with the evidence in hand, never by naming a file: what cannot be found cannot be asked for.
create function ask_connection(code text, name text, birth date, why text) returns int
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    asked int;
begin
    insert into connection (id, person_id, organisation_id, to_organisation_id, operator_id, status, reason,
        requested_at, version)
    select gen_random_uuid(), e.person_id, acting_organisation(), e.organisation_id, acting_operator(), 'REQUESTED',
        why, now(), 0
    from file_elsewhere($1, $2, $3) e
    where not exists (select 1 from connection c where c.person_id = e.person_id and c.status = 'REQUESTED'
        and c.organisation_id = acting_organisation() and c.to_organisation_id = e.organisation_id);
    get diagnostics asked = row_count;
    return asked;
end
$$;
call behind_the_gate('ask_connection(text, text, date, text)', 'percorsi_app');
call let_rows_follow();
