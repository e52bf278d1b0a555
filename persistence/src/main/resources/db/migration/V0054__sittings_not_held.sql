-- A sitting that is not held is called off, with a reason, once its cases were brought to another; until it is opened it
-- can be moved to another day.
alter table sitting
    drop constraint sitting_status_check,
    drop constraint sitting_check1,
    add column called_off text,
    add constraint sitting_status_check check (status in ('PLANNED', 'OPEN', 'CLOSED', 'CANCELLED')),
    add constraint opened_or_not check ((status in ('PLANNED', 'CANCELLED')) = (opened_at is null)),
    add constraint called_off_with_a_reason check ((status = 'CANCELLED') = (coalesce(called_off, '') <> ''));

create function sitting_is_still_planned() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if old.status <> 'PLANNED'
        or new.status = 'CANCELLED' and exists (select 1 from referral r where r.sitting_id = new.id and r.status = 'SCHEDULED') then
        raise check_violation using message = 'sitting_is_still_planned', constraint = 'sitting_is_still_planned';
    end if;
    return new;
end
$$;
call behind_the_gate('sitting_is_still_planned()', 'percorsi_owner');
create trigger sitting_is_still_planned before update on sitting for each row
    when ((new.planned_for, new.place, new.called_off) is distinct from (old.planned_for, old.place, old.called_off)
        or old.status = 'CANCELLED')
    execute function sitting_is_still_planned();
