-- A plan does not end while hours are booked in it: nobody could give them any more, nor say that they were missed. Who
-- books and who ends wait for each other.
create function plan_expects_no_hour() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from encounter e where e.plan_id = new.id and e.status = 'BOOKED';
    if found then
        raise check_violation using message = 'plan_expects_no_hour', constraint = 'plan_expects_no_hour';
    end if;
    return new;
end
$$;
create trigger plan_expects_no_hour before update of status on plan for each row
    when (new.status in ('CONCLUDED', 'INTERRUPTED') and new.status <> old.status)
    execute function plan_expects_no_hour();

create function hour_of_a_plan_that_goes_on() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from plan l where l.id = new.plan_id and l.status not in ('CONCLUDED', 'INTERRUPTED') for share;
    if not found then
        raise check_violation using message = 'hour_of_a_plan_that_goes_on', constraint = 'hour_of_a_plan_that_goes_on';
    end if;
    return new;
end
$$;
create trigger hour_is_booked before insert on encounter for each row
    when (new.status = 'BOOKED') execute function hour_of_a_plan_that_goes_on();
create trigger hour_becomes_booked before update of status on encounter for each row
    when (new.status = 'BOOKED' and old.status <> 'BOOKED') execute function hour_of_a_plan_that_goes_on();
