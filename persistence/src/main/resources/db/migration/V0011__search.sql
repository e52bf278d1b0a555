-- Finding people among a million by names that are never written twice alike: docs/adr/0010.
-- The words of all names are a vocabulary, found fuzzily by a few exact keys each; people are found by
-- the exact tokens of the words, by one inverted index in which several conditions meet.
create extension if not exists fuzzystrmatch;

-- search_name holds what a name is found by; name_key the words of the whole name in alphabetical order.
alter table person add column name_key text not null default '';
update person set name_key = (select string_agg(distinct w, ' ' order by w)
    from regexp_split_to_table(regexp_replace(lower(unaccent(family_name || ' ' || given_name)), '[''’`]', '', 'g'),
        '[^[:alnum:]]+') w where w <> '');
alter table person alter column name_key drop default;
drop index person_search_name_idx;
create index on person (name_key, born_on);

create function name_token(word text) returns int language sql immutable strict parallel safe
return 100000000 + ('x' || left(md5($1), 7))::bit(28)::int;

-- How a name sounds whatever the spelling: consonants by class, vowels only where little else is left.
-- Hoxha, Hodja, Hoja; Qasim, Kassem; Wahid, Ouahid; Petrov, Petroff; Mohamed, Muhammad, Mehmet.
create function name_sound(word text) returns text language plpgsql immutable strict parallel safe
as $$
declare
    s text := regexp_replace(word, '[^a-z]', '', 'g');
    bones text;
begin
    s := regexp_replace(s, '^x(?!h)', 's');
    s := regexp_replace(s, 'sch|sh|sc(?=[ei])|hs', 's', 'g');
    s := regexp_replace(s, 'xh|dzh|dj|gj|dz|zh|j|g(?=i[aou])', 'j', 'g');
    s := regexp_replace(s, 'tch|tsch|ts(?=ch)|ck|[cqgx]', 'k', 'g');
    s := regexp_replace(s, 'ph|ou(?=[aei])|[wf]', 'v', 'g');
    s := translate(s, 'dzyh', 'tsi');
    s := regexp_replace(s, 'n(?=[pb])', 'm', 'g');
    bones := regexp_replace(translate(s, 'aeiou', ''), '(.)\1+', '\1', 'g');
    if length(bones) < 2 then
        bones := regexp_replace(translate(s, 'eou', 'iuu'), '(.)\1+', '\1', 'g');
    end if;
    return bones;
end
$$;

-- Two words one slip apart share a key: the word itself, the word without any one letter, its sound, and
-- the sound without any one consonant.
create function name_keys(word text) returns int[] language plpgsql immutable strict parallel safe
as $$
declare
    sound text := name_sound(word);
    keys text[] := array[word];
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
    return array(select distinct ('x' || left(md5(k), 8))::bit(32)::int from unnest(keys) k);
end
$$;

-- How alike two words are, from 0 to 1.
create function name_likeness(a text, b text) returns real language sql immutable strict parallel safe
return case when $1 = $2 then 1
    else greatest(
        case when name_sound($1) = name_sound($2) then 0.8 + 0.15 * similarity($1, $2) else 0 end,
        1 - levenshtein($1, $2)::real / greatest(length($1), length($2)),
        0.9 * similarity($1, $2))::real end;

-- The vocabulary: each word of a name once, under each of its keys. It names nobody.
create table name_word (
    key  int not null,
    word text not null,
    own  boolean not null
);
create index on name_word (key) include (word);
create index on name_word (word text_pattern_ops) where own;

-- One row a person, one number a token: a word of a name (from 100000000), a birth day (yyyymmdd) and year,
-- the last seven digits of a telephone (from 50000000), a body that was granted the identity (below zero).
create table person_index (
    person_id uuid primary key references person,
    tokens    int[] not null
);
create index on person_index using gin (tokens) with (fastupdate = off);
alter table person_index enable row level security;
alter table person_index force row level security;
create policy gate on person_index to percorsi_gate using (true) with check (true);
grant select, insert, update, delete on person_index to percorsi_gate;
grant select, insert on name_word to percorsi_gate;

create function phone_token(phone text) returns int language sql immutable strict parallel safe
return case when length(regexp_replace($1, '\D', '', 'g')) >= 6
    then 50000000 + right(regexp_replace($1, '\D', '', 'g'), 7)::int end;
create function day_token(day date) returns int language sql immutable strict parallel safe
return (extract(year from $1) * 10000 + extract(month from $1) * 100 + extract(day from $1))::int;
create function body_token(organisation uuid) returns int language sql immutable strict parallel safe
return -1 - ('x' || left(md5($1::text), 7))::bit(28)::int;

create function person_tokens(person uuid) returns int[] language sql stable
return (select array_remove(
        array(select name_token(w) from unnest(string_to_array(p.search_name, ' ')) w)
        || extract(year from p.born_on)::int
        || case when p.born_precision = 'DAY' then day_token(p.born_on) end
        || (select phone_token(c.phone) from person_contact c where c.person_id = p.id)
        || array(select distinct body_token(g.organisation_id) from access_grant g
            where g.person_id = p.id and 'IDENTITY' = any (g.sections)), null)
    from person p where p.id = $1);
grant execute on function person_tokens(uuid), name_token(text), phone_token(text), day_token(date), body_token(uuid),
    name_keys(text), name_sound(text), name_likeness(text, text) to percorsi_gate;

-- Kept by the tables themselves, in the transaction of the change: no way of writing forgets it.
create function index_person() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    who uuid := case when tg_table_name = 'person' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'person_id' end;
    found int[] := person_tokens(who);
begin
    update person_index set tokens = found where person_id = who and tokens <> found;
    insert into person_index (person_id, tokens)
    select who, found where not exists (select 1 from person_index where person_id = who);
    if tg_table_name = 'person' then
        insert into name_word (key, word, own)
        select k, w, k = k1
        from unnest(string_to_array(to_jsonb(new) ->> 'search_name', ' ')) w,
            lateral (select ('x' || left(md5(w), 8))::bit(32)::int k1) self, unnest(name_keys(w)) k
        where not exists (select 1 from name_word n where n.word = w and n.own);
    end if;
    return null;
end
$$;
call behind_the_gate('index_person()', 'percorsi_owner');
create trigger index_person after insert or update of search_name, born_on, born_precision on person
    for each row execute function index_person();
create trigger index_person after insert or update of phone on person_contact
    for each row execute function index_person();
create trigger index_person after insert on access_grant
    for each row execute function index_person();

-- All at once, for what was there before and for whoever loads people in bulk with the triggers off.
create function index_people() returns void language plpgsql
    security definer set search_path = public, pg_temp
as $$
begin
    insert into name_word (key, word, own)
    select k, w, k = ('x' || left(md5(w), 8))::bit(32)::int
    from (select distinct unnest(string_to_array(search_name, ' ')) w from person) words, unnest(name_keys(w)) k
    where not exists (select 1 from name_word n where n.word = w and n.own);
    insert into person_index (person_id, tokens)
    select p.id, person_tokens(p.id) from person p
    where not exists (select 1 from person_index i where i.person_id = p.id);
end
$$;
call behind_the_gate('index_people()', 'percorsi_owner');
select index_people();

-- The words of the vocabulary a typed word may stand for, the likeliest first. The last word may be half typed.
create function name_readings(typed text, half boolean) returns table (token int, likeness real)
    language sql stable
as $$
    select name_token(n.word),
        case when half and length(typed) >= 2 and starts_with(n.word, typed)
            then greatest(0.9, name_likeness(typed, n.word))::real else name_likeness(typed, n.word) end likeness
    from (
        select distinct word from name_word where key = any (name_keys(typed))
        union
        (select word from name_word
            where half and length(typed) >= 2 and own and word ~>=~ typed and word ~<~ (typed || '{') limit 300)) n
    order by 2 desc, 1
    limit 50
$$;
grant execute on function name_readings(text, boolean) to percorsi_gate;

-- Of the people the acting operator may see, those who may be meant, with how well they fit: at most 25.
-- Every word must be met, exactly spelt words first, so that a frequent name costs as little as a rare one;
-- with a birth day one word is enough.
create function find_people(words text[], born date, birth_year int, phone text)
    returns table (person_id uuid, fitness real)
    language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
    particles constant text[] := '{al,el,ul,ur,de,di,da,del,della,dos,das,bin,ben,ibn,bint,van,von,ait,ould,abu}';
    whole boolean := words <@ particles;
    days int[];
    word_of int[] := '{}';
    token_of int[] := '{}';
    likeness_of real[] := '{}';
    near int[];
    close int[];
    mine text := format('tokens @> array[%s]', body_token(acting_organisation()));
    exact text := mine;
    alike text := mine;
    on_day text := '';
    condition text;
    found uuid[];
    met uuid[] := '{}';
begin
    if acting_organisation() is null then
        return;
    end if;
    for n in 1..coalesce(cardinality(words), 0) loop
        select array_agg(r.token), array_agg(r.token) filter (where r.likeness >= 0.9),
            word_of || array_agg(n), token_of || array_agg(r.token), likeness_of || array_agg(r.likeness)
        into near, close, word_of, token_of, likeness_of
        from (
            select a.token, max(a.likeness) likeness
            from (
                select * from name_readings(words[n], n = cardinality(words))
                union all
                select b.token, b.likeness * 0.95 from name_readings(words[n - 1] || words[n], false) b
                where n > 1 and b.likeness > 0.85
                union all
                select b.token, b.likeness * 0.95 from name_readings(words[n] || words[n + 1], false) b
                where n < cardinality(words) and b.likeness > 0.85) a
            group by a.token) r;
        if whole or words[n] <> all (particles) then
            alike := alike || format(' and tokens && %L::int[]', coalesce(near, '{}'));
            exact := exact || format(' and tokens && %L::int[]', coalesce(close, '{}'));
        end if;
    end loop;
    if phone is not null then
        exact := exact || format(' and tokens @> array[%s]', coalesce(phone_token(phone), 0));
        alike := exact;
    end if;
    if born is not null then
        days := array[day_token(born)];
        if extract(day from born) <= 12 then
            -- Day and month are often exchanged.
            days := days || (extract(year from born) * 10000 + extract(day from born) * 100
                + extract(month from born))::int;
        end if;
    elsif birth_year is not null then
        days := array[birth_year];
    end if;
    on_day := format(' and tokens && %L::int[]', days);
    foreach condition in array case
        when days is null then array[exact, alike]
        when coalesce(cardinality(words), 0) = 0 then array[exact || on_day]
        when born is null then array[exact || on_day, alike || on_day, alike]
        else array[exact || on_day, alike || on_day,
            mine || format(' and tokens && %L::int[]', token_of) || on_day, alike] end
    loop
        execute format('select array(select person_id from person_index where %s limit 300)', condition) into found;
        met := met || found;
        exit when cardinality(met) >= 25;
    end loop;
    return query
    select best.person_id, best.fit
    from (
        select i.person_id, (
                coalesce((select sum(w.likeness) from (
                    select max(r.likeness) likeness
                    from unnest(word_of, token_of, likeness_of) r (word, token, likeness)
                    where r.token = any (i.tokens) group by r.word) w), 0)
                + case when days[1] = any (i.tokens) then 0.6 when days && i.tokens then 0.4 else 0 end)::real fit
        from person_index i
        where i.person_id = any (met)
        order by fit desc, i.person_id
        limit 60) best
    where granted(best.person_id, acting_organisation(), acting_role(), 'IDENTITY')
      and (phone is null or granted(best.person_id, acting_organisation(), acting_role(), 'CONTACTS'))
    order by best.fit desc, best.person_id
    limit 25;
end
$$;
call behind_the_gate('find_people(text[], date, int, text)', 'percorsi_app');

-- The same name in full and the same birth day, or the same identifier, at another body: see V0004.
set local role percorsi_gate;
drop function file_elsewhere(text, text, date);
reset role;
create function file_elsewhere(code text, name text, birth date)
    returns table (organisation_name text, person_id uuid, organisation_id uuid)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select distinct o.name, p.id, o.id
    from person p
    join access_grant g on g.person_id = p.id and g.basis = 'FILE' and g.valid_until is null
    join organisation o on o.id = g.organisation_id
    where acting_role() in ('DESK', 'SOCIAL_WORKER')
      and p.id in (
        select id from person where name_key = $2 and born_on = $3 and born_precision = 'DAY'
        union all select i.person_id from identifier i
            where i.value = $1 and i.kind in ('FISCAL_CODE', 'PROVISIONAL_CODE'))
      and not granted(p.id, acting_organisation(), acting_role(), 'IDENTITY')
      and (select count(*) from trail t where t.operator_id = acting_operator() and t.action = 'REVEAL'
            and t.recorded_at > now() - interval '1 hour') < 30
$$;
call behind_the_gate('file_elsewhere(text, text, date)', 'percorsi_app');
