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
    select p.id, s.total, array_remove(array[
        case when s.same_code then 'CODE' end, case when s.name >= 0.99 then 'NAME' when s.name >= 0.8 then 'SIMILAR_NAME' end,
        case when s.birth = 1 then 'BIRTH' when s.birth > 0 then 'SIMILAR_BIRTH' end,
        case when s.same_phone then 'PHONE' end], null)
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
