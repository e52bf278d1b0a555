-- A service is opened to everybody, and closed again, by whoever keeps services.
grant update (open_to_public) on service to percorsi_app;

-- Who answers what is asked of a service: its own body where it can open files, else the first-level desk of the same
-- town, which can. A body that cannot open files is told a name only when it is booked.
create function answering_body(service uuid) returns uuid
    language sql stable security definer set search_path = public, pg_temp
as $$
    select b.id
    from service s join desk d on d.id = s.desk_id
    join organisation b on b.id = s.organisation_id or exists (select 1 from desk k
        where k.organisation_id = b.id and k.municipality = d.municipality and k.kind = 'PUA_FIRST_LEVEL')
    where s.id = $1 and exists (select 1 from membership m
        where m.organisation_id = b.id and m.role in ('DESK', 'SOCIAL_WORKER') and m.valid_from <= current_date
          and (m.valid_until is null or m.valid_until > current_date))
    order by b.id <> s.organisation_id, b.name
    limit 1
$$;
call behind_the_gate('answering_body(uuid)', 'percorsi_app');

create function opened_where_somebody_answers() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if answering_body(new.id) is null then
        raise check_violation using message = 'opened_where_somebody_answers',
            constraint = 'opened_where_somebody_answers';
    end if;
    return new;
end
$$;
create trigger opened_where_somebody_answers before update of open_to_public on service for each row
    when (new.open_to_public and not old.open_to_public) execute function opened_where_somebody_answers();

-- A request is of the body that answers when it is sent, and stays with it.
alter table public_request add column answering_id uuid references organisation;
update public_request set answering_id = organisation_id;
alter table public_request alter column answering_id set not null;
create index on public_request (answering_id, starts_at) where status = 'SENT';
drop index public_request_organisation_id_starts_at_idx;
create function request_finds_who_answers() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    new.answering_id := answering_body(new.service_id);
    return new;
end
$$;
create trigger request_finds_who_answers before insert on public_request for each row
    execute function request_finds_who_answers();
grant select (answering_id) on public_request to percorsi_app;

drop policy of_the_body on public_request;
create policy of_who_answers on public_request for select to percorsi_app
    using (answering_id = (select acting_organisation()) and (select acting_role()) in ('DESK', 'SOCIAL_WORKER'));
drop policy answering on public_request;
create policy answering on public_request for update to percorsi_app
    using (answering_id = (select acting_organisation()) and (select acting_role()) in ('DESK', 'SOCIAL_WORKER')
        and status = 'SENT')
    with check (answering_id = (select acting_organisation()) and ended_by = (select acting_operator()));

set local role percorsi_gate;
drop function request_becomes_appointment(uuid, uuid);
reset role;
create function request_becomes_appointment(request uuid, appointment uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if not exists (
        select 1 from public_request r join appointment a on a.service_id = r.service_id and a.starts_at = r.starts_at
        where r.id = $1 and a.id = $2 and r.status = 'CONFIRMED' and r.ended_by = acting_operator()
          and r.answering_id = acting_organisation() and acting_role() in ('DESK', 'SOCIAL_WORKER')
          and granted(a.person_id, acting_organisation(), acting_role(), 'AGENDA', a.id)) then
        raise insufficient_privilege using message = 'only a request of one''s own, for its own time';
    end if;
    update booking set appointment_id = $2, request_id = null, held_until = null
    where request_id = $1 and held_until > now();
    if not found then
        raise check_violation using message = 'request_still_holds';
    end if;
end
$$;
call behind_the_gate('request_becomes_appointment(uuid, uuid)', 'percorsi_app');
