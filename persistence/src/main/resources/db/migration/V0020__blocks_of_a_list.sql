-- The blocks of somebody who is not registered yet: as person_blocks() has been since V0019.
create or replace function typed_blocks(name_key text, born date, born_precision text, phone text, code text)
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
