-- A case is not closed while another body is asked to lead it, and nobody is asked to lead one that is closed: who asks
-- and who closes wait for each other.
set local role percorsi_gate;
drop function loose_ends(uuid, timestamptz);
reset role;
create function loose_ends(person uuid, at timestamptz)
    returns table (appointments int, plans int, tasks int, transfers int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select (select count(*)::int from appointment where person_id = $1 and status = 'BOOKED' and starts_at > $2),
        (select count(*)::int from plan where person_id = $1 and status not in ('CONCLUDED', 'INTERRUPTED')),
        (select count(*)::int from task where person_id = $1 and status = 'OPEN'),
        (select count(*)::int from case_transfer where person_id = $1 and status = 'REQUESTED')
    where granted($1, acting_organisation(), acting_role(), 'IDENTITY')
$$;
call behind_the_gate('loose_ends(uuid, timestamptz)', 'percorsi_app');

create function transfer_of_an_open_case() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    perform 1 from case_file c where c.id = new.case_file_id and c.status <> 'CLOSED' for share;
    if not found then
        raise check_violation using message = 'transfer_of_an_open_case';
    end if;
    return new;
end
$$;
call behind_the_gate('transfer_of_an_open_case()', 'percorsi_owner');
create trigger transfer_of_an_open_case before insert on case_transfer
    for each row execute function transfer_of_an_open_case();
create function closed_case_is_asked_of_nobody() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if exists (select 1 from case_transfer t where t.case_file_id = new.id and t.status = 'REQUESTED') then
        raise check_violation using message = 'closed_case_is_asked_of_nobody';
    end if;
    return new;
end
$$;
call behind_the_gate('closed_case_is_asked_of_nobody()', 'percorsi_owner');
create trigger closed_case_is_asked_of_nobody before update of status on case_file
    for each row when (new.status = 'CLOSED' and old.status <> 'CLOSED') execute function closed_case_is_asked_of_nobody();
