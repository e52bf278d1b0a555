-- An operator's calendar as other programs read it, at an address that is itself the key: only its hash is here.
create table calendar_feed (
    id           uuid primary key,
    operator_id  uuid not null references operator,
    secret_hash  bytea not null unique check (length(secret_hash) = 32),
    made_at      timestamptz not null,
    revoked_at   timestamptz check (revoked_at >= made_at),
    last_read_at timestamptz
);
create unique index one_calendar_each on calendar_feed (operator_id) where revoked_at is null;
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy own on calendar_feed to percorsi_app
    using (operator_id = (select acting_operator())) with check (operator_id = (select acting_operator()));
create policy gate on calendar_feed to percorsi_gate using (true) with check (true);
grant select (id, operator_id, made_at, revoked_at, last_read_at), insert (id, operator_id, secret_hash, made_at),
    update (revoked_at) on calendar_feed to percorsi_app;
grant select, update (last_read_at) on calendar_feed to percorsi_gate;

-- When an appointment last became something else.
alter table appointment add column changed_at timestamptz not null default now();
create function appointment_changes() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    new.changed_at := now();
    return new;
end
$$;
create trigger appointment_changes before insert or update of starts_at, ends_at, status, service_id on appointment
    for each row execute function appointment_changes();

create policy gate_tells on booking for select to percorsi_gate using (true);
grant select on booking, resource, service, desk, municipality to percorsi_gate;

-- The appointments of whoever's address this is, from thirty days ago on, without anybody's name. The first row, all
-- null, says that the address is somebody's; no row, that it is nobody's, or of somebody who no longer works here. What
-- a service is called is told only where it says nothing of health or need.
create function calendar_entries(hash bytea)
    returns table (appointment_id uuid, service text, place text, starts_at timestamptz, ends_at timestamptz,
        cancelled boolean, version int, changed_at timestamptz)
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    owner uuid;
begin
    update calendar_feed f set last_read_at = now()
    where f.secret_hash = $1 and f.revoked_at is null
      and exists (select 1 from memberships_in_force(f.operator_id))
    returning f.operator_id into owner;
    if owner is null then
        return;
    end if;
    return query
    select null::uuid, null::text, null::text, null::timestamptz, null::timestamptz, null::boolean, null::int,
        null::timestamptz
    union all (
        select a.id, case when area(o.kind) = 'LABOUR' then s.name end,
            d.name || case when strpos(d.name, m.name) > 0 then '' else ', ' || m.name end,
            a.starts_at, a.ends_at,
            a.status = 'CANCELLED' or not b.held and a.status <> 'NO_SHOW', a.version, a.changed_at
        from booking b
        join resource r on r.id = b.resource_id and r.operator_id = owner
            and r.organisation_id in (select i.organisation_id from memberships_in_force(owner) i)
        join appointment a on a.id = b.appointment_id
            and b.turn = (select max(l.turn) from booking l
                where l.appointment_id = a.id and l.resource_id = b.resource_id)
        join service s on s.id = a.service_id
        join desk d on d.id = s.desk_id
        join municipality m on m.belfiore = d.municipality
        join organisation o on o.id = a.organisation_id
        where a.starts_at > now() - interval '30 days'
          and (a.status <> 'CANCELLED' or a.changed_at > now() - interval '30 days')
        order by a.starts_at, a.id);
end
$$;
call behind_the_gate('calendar_entries(bytea)', 'percorsi_door');
