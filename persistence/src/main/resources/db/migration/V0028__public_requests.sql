-- What a service is in plain words, and who may come and how: keys of sentences the pages have in every language. The
-- official text stays as it is.
alter table service add column plain text
    check (plain ~ '^((WELCOME|CARE|WORK|SOCIAL|BY_DESK_OR_PHONE|BY_APPOINTMENT|SEVERAL_PLACES|FOR_FOREIGNERS|FOR_REGULAR)( |$))+$');

-- Which languages are spoken at the desks on a day, and at what hours: nobody's name is in it, and whoever reads it
-- needs no account.
grant select on duty, operator_language, availability to percorsi_gate;
create function spoken_at_desks(on_day date)
    returns table (desk_id uuid, language text, opens time, closes time)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with today as (
        select tstzrange($1::timestamp at time zone 'Europe/Rome', ($1 + 1)::timestamp at time zone 'Europe/Rome') hours),
    away as (
        select r.id, r.operator_id from absence a join resource r on r.id = a.resource_id, today t
        where a.ended_at is null and a.during && t.hours)
    select d.desk_id, l.language, d.opens, d.closes
    from duty d join operator o on o.id = d.operator_id and o.active
    join operator_language l on l.operator_id = d.operator_id
    where d.weekday = extract(isodow from $1)
      and not exists (select 1 from away where away.operator_id = d.operator_id)
    union
    select k.id, r.language, v.opens, v.closes
    from availability v join resource r on r.id = v.resource_id and r.kind = 'MEDIATOR'
    join organisation b on b.id = r.organisation_id
    join desk k on k.municipality = b.municipality and k.kind = 'PUA_FIRST_LEVEL'
    where v.weekday = extract(isodow from $1)
      and not exists (select 1 from away where away.id = r.id)
$$;
call behind_the_gate('spoken_at_desks(date)', 'percorsi_app');
