-- What a million people showed: docs/adr/0010, docs/adr/0011 and docs/benchmarks.md.

-- All at once means by sets, not one by one.
set local role percorsi_gate;
create or replace function index_people() returns void language plpgsql
    security definer set search_path = public, pg_temp
as $$
begin
    insert into name_word (key, word, own)
    select k, w, k = ('x' || left(md5(w), 8))::bit(32)::int
    from (select unnest(string_to_array(search_name, ' ')) w from person
        except select word from name_word where own) words, unnest(name_keys(w)) k;
    insert into person_index (person_id, tokens)
    select t.id, array_agg(distinct t.token order by t.token)
    from (
        select id, name_token(w) token from person, unnest(string_to_array(search_name, ' ')) w
        union all select id, extract(year from born_on)::int from person
        union all select id, day_token(born_on) from person where born_precision = 'DAY'
        union all select person_id, phone_token(phone) from person_contact
        union all select person_id, body_token(organisation_id) from access_grant where 'IDENTITY' = any (sections)) t
    where t.token is not null and not exists (select 1 from person_index i where i.person_id = t.id)
      and not exists (select 1 from person a where a.merged_into = t.id)
    group by t.id;
    insert into person_index (person_id, tokens)
    select p.id, person_tokens(p.id) from person p
    where not exists (select 1 from person_index i where i.person_id = p.id);
end
$$;
reset role;
