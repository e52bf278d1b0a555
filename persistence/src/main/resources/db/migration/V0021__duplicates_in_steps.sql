-- As in V0019, one step after the other: taken together, after many people came at once, they were planned so that
-- everybody's name was compared with everybody's. And what is compared is compared once.
set local role percorsi_gate;
create or replace function seek_duplicates(most int) returns int
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
    with met as materialized (
        select distinct least(m.person_id, n.person_id) one, greatest(m.person_id, n.person_id) other
        from unnest(who) w join person_block m on m.person_id = w
        cross join lateral (
            select o.person_id from person_block o where o.key = m.key limit 60) n
        where n.person_id <> m.person_id),
    compared as materialized (
        select a, b,
            greatest(name_agreement(a.name_key, b.search_name), name_agreement(b.name_key, a.search_name)) name,
            birth_agreement(a.born_on, a.born_precision, b.born_on, b.born_precision) birth,
            coalesce(phone_token(ta.phone) = phone_token(tb.phone), false) same_phone,
            exists (select 1 from identifier i join identifier j on j.value = i.value
                where i.person_id = a.id and j.person_id = b.id) same_code,
            exists (select 1 from identifier i join identifier j on j.kind = i.kind and j.value <> i.value
                where i.person_id = a.id and j.person_id = b.id and i.kind = 'FISCAL_CODE'
                  and i.valid_until is null and j.valid_until is null and levenshtein(i.value, j.value) > 2) other_code
        from met
        join person a on a.id = met.one and a.merged_into is null
        join person b on b.id = met.other and b.merged_into is null
        left join person_contact ta on ta.person_id = a.id
        left join person_contact tb on tb.person_id = b.id),
    judged as materialized (
        select *, person_likeness(name, birth, same_phone, same_code, other_code) plain from compared),
    doubted as materialized (
        select *, plain - person_doubt(a, b, birth, same_phone or same_code) total from judged where plain >= 0.75)
    insert into duplicate_pair (person_id, other_id, likeness, reasons, status)
    select (a).id, (b).id, total, person_reasons(name, birth, same_phone, same_code), 'OPEN'
    from doubted
    where total >= 0.75
      and (same_code or not (other_given(plain_given((a).given_name), (b).search_name)
        and other_given(plain_given((b).given_name), (a).search_name)))
      and not exists (select 1 from duplicate_pair d where d.person_id = (a).id and d.other_id = (b).id);
    return cardinality(who);
end
$$;
reset role;

-- As in V0015, and each row keeps its words from step to step: a list that has just arrived is believed to have one
-- row, and joining it with itself read it as often as it is long.
set local role percorsi_gate;
create or replace function alike_in_list(list uuid, lines int[])
    returns table (line int, person_id uuid, twin int, likeness real, reasons text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with typed as materialized (
        select r t from import_row r join import_list l on l.id = r.list_id
        where l.id = $1 and r.born_on is not null and r.decision is distinct from 'SKIP'
          and r.decision is distinct from 'SAME' and l.organisation_id = (select acting_organisation())
          and (select acting_role()) in ('DESK', 'SOCIAL_WORKER')),
    keyed as materialized (
        select t, b key
        from typed, typed_blocks((t).name_key, (t).born_on, (t).born_precision, (t).phone, (t).code) b),
    met as materialized (
        select distinct on ((m.t).line, m.person_id) m.t, m.person_id
        from (
            select k.t, o.person_id
            from keyed k cross join lateral (select b.person_id from person_block b where b.key = k.key limit 60) o
            union all
            select t, p.id from typed join person p on p.name_key = (t).name_key and p.born_on = (t).born_on
            union all
            select t, i.person_id from typed join identifier i
                on i.value = (t).code and i.kind in ('FISCAL_CODE', 'PROVISIONAL_CODE')) m
        where $2 is null or (m.t).line = any ($2)),
    twins as materialized (
        select distinct on ((n.a).line, (n.b).line) n.a, n.b
        from (
            select k.t a, first_value(k.t) over by_key b from keyed k
            window by_key as (partition by k.key order by (k.t).line)
            union all
            select k.t, lag(k.t) over by_key from keyed k
            window by_key as (partition by k.key order by (k.t).line)) n
        where (n.b).line < (n.a).line and ($2 is null or (n.a).line = any ($2))),
    pairs as materialized (
        select (m.t).line, p.id person_id, null::int twin, m.t,
            p.name_key other_key, p.search_name other_found, p.born_on other_born, p.born_precision other_precision,
            c.phone other_phone,
            exists (select 1 from identifier i where i.person_id = p.id and i.value = (m.t).code
                and i.kind in ('FISCAL_CODE', 'PROVISIONAL_CODE')) same_code,
            exists (select 1 from identifier i where i.person_id = p.id and i.kind = 'FISCAL_CODE'
                and i.valid_until is null and (m.t).code ~ '^[A-Z]' and i.value <> (m.t).code) other_code
        from met m join person p on p.id = m.person_id left join person_contact c on c.person_id = p.id
        where p.merged_into is null
          and granted(p.id, (select acting_organisation()), (select acting_role()), 'IDENTITY')
        union all
        select (a).line, null, (b).line, a, (b).name_key, (b).found_by, (b).born_on, (b).born_precision, (b).phone,
            coalesce((a).code = (b).code, false),
            (a).code ~ '^[A-Z]' and (b).code ~ '^[A-Z]' and (a).code <> (b).code
        from twins),
    compared as materialized (
        select p.*,
            birth_agreement((p.t).born_on, (p.t).born_precision, p.other_born, p.other_precision) birth,
            coalesce(phone_token((p.t).phone) = phone_token(p.other_phone), false) same_phone
        from pairs p),
    named as materialized (
        select c.*,
            case when birth > 0 or same_code
                then greatest(name_agreement((t).name_key, other_found), name_agreement(other_key, (t).found_by))
                else 0 end::real name
        from compared c),
    judged as materialized (
        select n.*, person_likeness(name, birth, same_phone, same_code, coalesce(other_code, false)) total from named n)
    select line, person_id, twin, total, array_to_string(person_reasons(name, birth, same_phone, same_code), ' ')
    from judged where total >= 0.75
$$;
reset role;

-- One person at a time is read by key, also by a plan made when there were few: an import makes many.
alter function person_tokens(uuid) set enable_seqscan = off;
alter function person_tokens(uuid) set enable_hashjoin = off;
alter function person_tokens(uuid) set enable_mergejoin = off;
create index on case_file (led_by) where led_by is not null;
