-- What a million people showed: docs/adr/0010, docs/adr/0011 and docs/benchmarks.md.
create index on identifier (person_id);

-- What somebody is found by, told apart by who looks: a token is made of a body and a word, a birth day (#19900315)
-- or year (#1990), or the last seven digits of a telephone (+0001001). So a search reads its own body's people only.
drop index person_index_tokens_idx;
delete from person_index;
alter table person_index alter tokens type bigint[] using '{}';
create index on person_index using gin (tokens) with (fastupdate = off);
create function body_seed(organisation uuid) returns bigint language sql immutable strict parallel safe
return hashtextextended($1::text, 0);
create function index_token(seed bigint, what text) returns bigint language sql immutable strict parallel safe
return hashtextextended($2, $1);
create function phone_tail(phone text) returns text language sql immutable strict parallel safe
return '+' || (phone_token($1) - 50000000);
create function birth_facts(born date, born_precision text) returns text[] language sql immutable strict parallel safe
return case when $2 = 'DAY' then array[to_char($1, '"#"YYYY'), to_char($1, '"#"YYYYMMDD')] else array[to_char($1, '"#"YYYY')] end;

drop function person_tokens(uuid);
create function person_tokens(person uuid) returns bigint[] language sql stable
as $$
    with recursive self (id) as (
        select $1
        union select p.id from person p join self s on p.merged_into = s.id),
    fact (what) as (
        select unnest(string_to_array(p.search_name, ' ') || birth_facts(p.born_on, p.born_precision))
        from self join person p using (id)
        union select phone_tail(c.phone) from self join person_contact c on c.person_id = self.id),
    body (seed) as (
        select distinct body_seed(organisation_id) from access_grant
        where person_id = $1 and 'IDENTITY' = any (sections))
    select array(select index_token(seed, what) from fact, body where what is not null order by 1)
$$;
grant execute on function body_seed(uuid), index_token(bigint, text), phone_tail(text), birth_facts(date, text),
    person_tokens(uuid) to percorsi_gate;

-- The sound stands beside its word: it is compared with hundreds of others at each search.
drop index name_word_key_word_idx;
delete from name_word;
alter table name_word add column sound text not null;
create index on name_word (key) include (word, sound);

-- Not strict, so that it dissolves into its query.
create function word_likeness(a text, a_sound text, b text, b_sound text) returns real
    language sql immutable parallel safe
return case when $1 = $3 then 1
    else greatest(
        case when $2 <> $4 then 0
            when length($2) > 2 then 0.8 + 0.15 * similarity($1, $3) else 0.65 + 0.3 * similarity($1, $3) end,
        -- The same letters in another order are one slip, not two; y for i or k for c hardly one.
        1 - least(levenshtein($1, $3) - case when length($1) = length($3) and translate($1, $3, '') = ''
                and translate($3, $1, '') = '' and levenshtein($1, $3) = 2 then 1 else 0 end,
            levenshtein(translate($1, 'ykw', 'icv'), translate($3, 'ykw', 'icv')) + 0.3)::real
            / greatest(length($1), length($3)))::real end;
create or replace function name_likeness(a text, b text) returns real language sql immutable strict parallel safe
return word_likeness($1, name_sound($1), $2, name_sound($2));

-- Oxana sounds as Oksana, Zainab as Zinb.
create or replace function name_sound(word text) returns text language plpgsql immutable strict parallel safe
as $$
declare
    s text := regexp_replace(word, '[^a-z]', '', 'g');
    bones text;
begin
    s := regexp_replace(regexp_replace(s, '^x(?!h)', 's'), 'x(?!h)', 'ks', 'g');
    s := regexp_replace(s, 'sch|sh|sc(?=[ei])|hs', 's', 'g');
    s := regexp_replace(s, 'xh|dzh|dj|gj|dz|zh|j|g(?=i[aou])', 'j', 'g');
    s := regexp_replace(s, 'tch|tsch|ts(?=ch)|ck|[cqgx]', 'k', 'g');
    s := regexp_replace(s, 'ph|ou(?=[aei])|[wf]', 'v', 'g');
    s := translate(s, 'dzyh', 'tsi');
    bones := regexp_replace(regexp_replace(translate(s, 'aeiou', ''), 'n(?=[pb])', 'm', 'g'), '(.)\1+', '\1', 'g');
    if length(bones) < 2 then
        bones := regexp_replace(translate(s, 'eou', 'iuu'), '(.)\1+', '\1', 'g');
    end if;
    return bones;
end
$$;

-- Olha is Olga, Chakir is Shakir, Anouar is Anur: such a word is also found by its other sound.
create or replace function name_keys(word text) returns int[] language plpgsql immutable strict parallel safe
as $$
declare
    sound text := name_sound(word);
    keys text[] := array[word,
        '~' || name_sound(regexp_replace(word, '(?<![cdgkpstxz])h', 'g', 'g')),
        '~' || name_sound(replace(word, 'ch', 'sh')),
        '~' || name_sound(replace(word, 'ou', 'u'))];
begin
    if length(word) >= 4 then
        for i in 1..length(word) loop
            keys := keys || (left(word, i - 1) || substr(word, i + 1));
        end loop;
    end if;
    if length(sound) >= 2 then
        keys := keys || ('~' || sound);
    end if;
    if length(sound) >= 4 then
        for i in 1..length(sound) loop
            keys := keys || ('~' || left(sound, i - 1) || substr(sound, i + 1));
        end loop;
    end if;
    return array(select distinct ('x' || left(md5(k), 8))::bit(32)::int from unnest(keys) k
        where k = word or length(k) > 2);
end
$$;

-- New words of a vocabulary, under each of their keys.
create function learn_words(words text[]) returns void language sql
as $$
    insert into name_word (key, word, own, sound)
    select k, w, k = ('x' || left(md5(w), 8))::bit(32)::int, name_sound(w)
    from (select unnest(words) w except select word from name_word where own and word = any (words)) fresh,
        unnest(name_keys(w)) k
$$;
grant execute on function learn_words(text[]), word_likeness(text, text, text, text) to percorsi_gate;

set local role percorsi_gate;
create or replace function index_person() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    who uuid := case when tg_table_name = 'person' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'person_id' end;
    found bigint[] := person_tokens(who);
begin
    update person_index set tokens = found where person_id = who and tokens <> found;
    insert into person_index (person_id, tokens)
    select who, found where not exists (select 1 from person_index where person_id = who);
    if tg_table_name = 'person' then
        perform learn_words(string_to_array(to_jsonb(new) ->> 'search_name', ' '));
    end if;
    return null;
end
$$;

-- All at once means by sets, not one by one.
create or replace function index_people() returns void language plpgsql
    security definer set search_path = public, pg_temp
as $$
begin
    perform learn_words(array(select distinct unnest(string_to_array(search_name, ' ')) from person));
    insert into person_index (person_id, tokens)
    select f.id, array_agg(distinct index_token(b.seed, f.what) order by index_token(b.seed, f.what))
    from (
        select id, unnest(string_to_array(search_name, ' ') || birth_facts(born_on, born_precision)) what from person
        union all select person_id, phone_tail(phone) from person_contact) f
    join (select distinct person_id, body_seed(organisation_id) seed from access_grant where 'IDENTITY' = any (sections)) b
        on b.person_id = f.id
    where f.what is not null and not exists (select 1 from person_index i where i.person_id = f.id)
      and not exists (select 1 from person a where a.merged_into = f.id)
    group by f.id;
    insert into person_index (person_id, tokens)
    select p.id, person_tokens(p.id) from person p
    where not exists (select 1 from person_index i where i.person_id = p.id);
end
$$;
reset role;
select index_people();

-- The words of the vocabulary a typed word may stand for. The last word may be half typed: then any that begins
-- with it will do.
drop function name_readings(text, boolean);
create function name_readings(typed text, half boolean) returns table (word text, likeness real)
    language sql stable
as $$
    (select best.word, best.likeness
        from (
            select n.word, word_likeness(typed, s.sound, n.word, n.sound) likeness
            from (select name_sound(typed) sound) s,
                (select distinct word, sound from name_word where key = any (name_keys(typed))) n
            -- A slip is seldom in the first letter.
            order by 2 desc, left(n.word, 1) = left(typed, 1) desc, 1
            limit 250) best)
    union all
    (select word, 0.9::real from name_word
        where half and length(typed) >= 2 and own and word ~>=~ typed and word ~<~ (typed || '{')
        limit 2000)
$$;

-- Two words typed for one, or one for two.
create function joined_readings(typed text) returns table (word text, likeness real) language sql stable
as $$
    select n.word, (n.likeness * 0.95)::real
    from (
        select w.word, word_likeness(typed, s.sound, w.word, w.sound) likeness
        from (select name_sound(typed) sound) s, lateral (
            select distinct word, sound from name_word
            where key in (('x' || left(md5(typed), 8))::bit(32)::int, ('x' || left(md5('~' || s.sound), 8))::bit(32)::int)) w) n
    where n.likeness > 0.85
$$;
grant execute on function joined_readings(text), name_readings(text, boolean) to percorsi_gate;

set local role percorsi_gate;
create or replace function find_people(words text[], born date, birth_year int, phone text)
    returns table (person_id uuid, fitness real)
    language plpgsql stable security definer set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
    -- Hundreds of tokens look dearer to the planner than all the people: they are not.
    set enable_seqscan = off
    set jit = off
as $$
declare
    -- Verified once, not for each row.
    body uuid := acting_organisation();
    acts text := acting_role();
    particles constant text[] := '{al,el,ul,ur,de,di,da,del,della,dos,das,bin,ben,ibn,bint,van,von,ait,ould,abu}';
    whole boolean := words <@ particles;
    seed bigint := body_seed(body);
    days bigint[];
    word_of int[] := '{}';
    token_of bigint[] := '{}';
    likeness_of real[] := '{}';
    near bigint[];
    fair bigint[];
    close bigint[];
    all_close text := 'true';
    all_fair text := 'true';
    all_near text := 'true';
    conditions text[];
    on_day text := '';
    found uuid[];
    met uuid[] := '{}';
begin
    if body is null
        or coalesce(cardinality(words), 0) = 0 and born is null and birth_year is null and phone is null then
        return;
    end if;
    for n in 1..coalesce(cardinality(words), 0) loop
        select array_agg(r.token), array_agg(r.token) filter (where r.likeness >= 0.78),
            array_agg(r.token) filter (where r.likeness >= 0.9), word_of || array_agg(n), token_of || array_agg(r.token),
            likeness_of || array_agg(case when whole or words[n] <> all (particles) then 1 else 0.2 end * r.likeness)
        into near, fair, close, word_of, token_of, likeness_of
        from (
            select index_token(seed, a.word) token, max(a.likeness) likeness
            from (
                select * from name_readings(words[n], n = cardinality(words))
                union all
                select * from joined_readings(words[n - 1] || words[n])
                union all
                select * from joined_readings(words[n] || words[n + 1])) a
            group by a.word) r;
        if whole or words[n] <> all (particles) then
            all_near := all_near || format(' and tokens && %L::bigint[]', coalesce(near, '{}'));
            all_fair := all_fair || format(' and tokens && %L::bigint[]', coalesce(fair, '{}'));
            all_close := all_close || format(' and tokens && %L::bigint[]', coalesce(close, '{}'));
        end if;
    end loop;
    if born is not null then
        days := array[index_token(seed, to_char(born, '"#"YYYYMMDD'))];
        if extract(day from born) <= 12 then
            -- Day and month are often exchanged.
            days := days || index_token(seed, to_char(born, '"#"YYYYDDMM'));
        end if;
    elsif birth_year is not null then
        days := array[index_token(seed, '#' || birth_year)];
    end if;
    on_day := case when days is null then '' else format(' and tokens && %L::bigint[]', days) end;
    conditions := case
        when phone is not null then
            array[all_close || format(' and tokens @> array[%L::bigint]', index_token(seed, phone_tail(phone))) || on_day]
        when days is null then array[all_close, all_fair, all_near]
        when coalesce(cardinality(words), 0) = 0 then array['true' || on_day]
        when born is null then array[all_close || on_day, all_fair || on_day, all_near || on_day, all_fair]
        else array[all_close || on_day, all_near || on_day,
            'true' || format(' and tokens && %L::bigint[]', token_of) || on_day, all_fair] end;
    for n in 1..cardinality(conditions) loop
        execute format('select array(select person_id from person_index where %s limit 300)', conditions[n]) into found;
        met := met || found;
        exit when cardinality(met) >= case when n = 1 then 25 else 10 end;
    end loop;
    return query
    select best.person_id, best.fit
    from (
        select w.person_id, (coalesce(sum(w.likeness), 0) + max(w.birth))::real fit
        from (
            select i.person_id, r.word, max(r.likeness) likeness,
                case when days[1] = any (i.tokens) then 0.6 when days && i.tokens then 0.4 else 0 end birth
            from person_index i cross join unnest(i.tokens) t
            left join unnest(word_of, token_of, likeness_of) r (word, token, likeness) on r.token = t
            where i.person_id = any (met)
            group by i.person_id, r.word) w
        group by w.person_id
        order by fit desc, w.person_id
        limit 60) best
    where granted(best.person_id, body, acts, 'IDENTITY')
      and (phone is null or granted(best.person_id, body, acts, 'CONTACTS'))
    order by best.fit desc, best.person_id
    limit 25;
end
$$;
reset role;

-- As before, each sound made once; a word is met by one word only, and one word against many proves less.
create or replace function name_agreement(key text, found text) returns real
    language sql immutable strict parallel safe
return (with
    k as materialized (select w, name_sound(w) sound from unnest(string_to_array($1, ' ')) w),
    f as materialized (select w, name_sound(w) sound from unnest(string_to_array($2, ' ')) w),
    met as (
        select distinct on (k.w) k.w, f.w by, case when length(k.w) <= 3 and k.w <> f.w then 0.8 else 1 end
            * word_likeness(k.w, k.sound, f.w, f.sound) likeness
        from k, f order by k.w, likeness desc),
    once as (select max(likeness * length(w)) weight from met group by by)
    select case when (select count(*) from k) > 1 then 1 when (select count(*) from f) > 1 then 0.7 else 0.8 end
        * coalesce(sum(weight), 0) / nullif((select sum(length(w)) from k), 0)
    from once)::real;

-- A day of the same month is a slip as likely as a year.
create or replace function birth_agreement(a date, a_precision text, b date, b_precision text) returns real
    language sql immutable strict parallel safe
return case
    when $2 = 'DAY' and $4 = 'DAY' and $1 = $3 then 1
    when extract(year from $1) = extract(year from $3) and extract(day from $1) = extract(month from $3)
        and extract(month from $1) = extract(day from $3) then 0.92
    when to_char($1, 'MMDD') = to_char($3, 'MMDD') and abs(extract(year from $1) - extract(year from $3)) in (1, 10) then 0.8
    when extract(year from $1) = extract(year from $3)
        and (to_char($1, 'MMDD') = '0101' or to_char($3, 'MMDD') = '0101') then 0.78
    when to_char($1, 'YYYYMM') = to_char($3, 'YYYYMM') then 0.76
    when abs($1 - $3) <= 31 and extract(day from $1) = extract(day from $3) then 0.7
    else 0 end::real;

-- Given names that do not meet at all: brothers and sisters, above all twins, share everything else. What is not in
-- Latin letters is not compared.
create function other_given(a text, b_found text) returns boolean language sql immutable strict parallel safe
return $1 ~ '^[a-z ]+$' and $2 ~ '^[a-z ]+$' and name_agreement($1, $2) < case when $1 ~ ' ' then 0.5 else 0.4 end;
create function plain_given(given text) returns text language sql stable strict parallel safe
return btrim(regexp_replace(regexp_replace(lower(unaccent($1)), '[''’`]', '', 'g'), '[^[:alnum:]]+', ' ', 'g'));
grant execute on function other_given(text, text), plain_given(text) to percorsi_gate;

-- What speaks against two being one: a common name where the birth agrees only more or less, 1 January of many
-- documents, another sex, another birthplace. A shared telephone or code outweighs the first two.
create function person_doubt(a person, b person, birth real, sure boolean) returns real language sql stable
as $$
    select (case when sure then 0 else
            case when to_char(a.born_on, 'MMDD') = '0101' and birth = 1 then 0.15 else 0 end
            + case when (select count(*) from (select from person n where n.name_key = a.name_key limit 301) namesakes)
                > case when birth = 1 and to_char(a.born_on, 'MMDD') = '0101' then 8 when birth > 0.9 then 300
                    when birth = 0.8::real then 20 when birth = 0.76::real then 9 else 5 end then 0.12 else 0 end
        end
        + case when a.gender <> b.gender then 0.15 else 0 end
        + case when a.born_in = b.born_in or a.born_in is null or b.born_in is null then 0
            when a.born_in like 'Z%' or b.born_in like 'Z%' then 0.15 else 0.3 end)::real
$$;
grant execute on function person_doubt(person, person, real, boolean) to percorsi_gate;

-- As before; and the same birth day, telephone and given name are worth a look whatever the surname: people marry.
create or replace function person_likeness(name real, birth real, same_phone boolean, same_code boolean, other_code boolean)
    returns real language sql immutable parallel safe
return case
    when $4 then greatest(0.8, ($1 + $2) / 2)
    else greatest(0, least(1, case when $3 and $2 = 1 and $1 >= 0.35 then greatest(0.78, $1 + 0.2)
            else case when $1 < 0.6 then 0 else $1 * $2 end + case when $3 and $1 >= 0.6 then 0.2 else 0 end end
        - case when $5 then 0.35 else 0 end)) end::real;

-- The same for a person as for the row of a list.
create or replace function person_blocks(person uuid) returns setof bigint language sql stable
as $$
    select b from person p left join person_contact c on c.person_id = p.id,
        typed_blocks(p.name_key, p.born_on, p.born_precision, c.phone, null) b
    where p.id = $1
    union
    select block_key('c' || i.value) from identifier i
    where i.person_id = $1 and i.kind in ('FISCAL_CODE', 'PROVISIONAL_CODE')
$$;

set local role percorsi_gate;
drop function alike_people(text, text, date, text, text, text);
reset role;
create function alike_people(key text, found text, given text, born date, born_precision text, phone text, code text)
    returns table (person_id uuid, likeness real, reasons text[])
    language plpgsql stable security definer set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
as $$
declare
    body uuid := acting_organisation();
    acts text := acting_role();
    candidates uuid[];
begin
    select array_agg(distinct c.id) into candidates from (
        select f.person_id id from find_people(string_to_array(key, ' '), $4,
            case when born_precision = 'DAY' then null else extract(year from $4)::int end, null) f
        union all
        select f.person_id from find_people('{}', null, null, $6) f where length($6) > 5
        union all
        select i.person_id from identifier i where i.value = code and i.kind in ('FISCAL_CODE', 'PROVISIONAL_CODE')) c;
    return query
    select p.id, s.total, person_reasons(s.name, s.birth, s.same_phone, s.same_code)
    from person p
    left join person_contact t on t.person_id = p.id
    cross join lateral (
        select greatest(name_agreement($1, p.search_name), name_agreement(p.name_key, $2)) name,
            birth_agreement($4, $5, p.born_on, p.born_precision) birth,
            coalesce(phone_token($6) = phone_token(t.phone), false) same_phone,
            exists (select 1 from identifier i where i.person_id = p.id and i.value = $7) same_code,
            $7 ~ '^[A-Z]' and exists (select 1 from identifier i where i.person_id = p.id
                and i.kind = 'FISCAL_CODE' and i.valid_until is null and i.value <> $7) other_code) e
    cross join lateral (
        select person_likeness(e.name, e.birth, e.same_phone, e.same_code, coalesce(e.other_code, false)) total,
            e.*) s
    where p.id = any (candidates) and granted(p.id, body, acts, 'IDENTITY')
      and s.total >= 0.75
      and (s.same_code or not (other_given($3, p.search_name) and other_given(plain_given(p.given_name), $2)))
    order by s.total desc, p.id;
end
$$;
call behind_the_gate('alike_people(text, text, text, date, text, text, text)', 'percorsi_app');

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
    insert into duplicate_pair (person_id, other_id, likeness, reasons, status)
    select a.id, b.id, s.total, person_reasons(s.name, s.birth, s.same_phone, s.same_code), 'OPEN'
    from (
        select distinct least(m.person_id, n.person_id) one, greatest(m.person_id, n.person_id) other
        from person_block m cross join lateral (
            select o.person_id from person_block o where o.key = m.key limit 60) n
        where m.person_id = any (who) and n.person_id <> m.person_id) met
    join person a on a.id = met.one
    join person b on b.id = met.other
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
        select person_likeness(e.name, e.birth, e.same_phone, e.same_code, e.other_code) plain, e.*) judged
    cross join lateral (
        select case when judged.plain >= 0.75
            then judged.plain - person_doubt(a, b, judged.birth, judged.same_phone or judged.same_code) end total,
            judged.*) s
    where s.total >= 0.75
      and (s.same_code or not (other_given(plain_given(a.given_name), b.search_name)
        and other_given(plain_given(b.given_name), a.search_name)))
      and a.merged_into is null and b.merged_into is null
      and not exists (select 1 from duplicate_pair d where d.person_id = a.id and d.other_id = b.id);
    return cardinality(who);
end
$$;

reset role;

drop function name_token(text);
drop function day_token(date);
drop function body_token(uuid);

-- Whoever was compared by the old sounds is compared again.
insert into comparison_queue (person_id) select id from person where merged_into is null;
