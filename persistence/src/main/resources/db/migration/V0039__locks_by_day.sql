-- Two who want the same time wait in a row, as before; two who want other days of the same room no longer do. Whoever
-- books shares the resource with others who book and has its day alone; whoever goes away has the resource alone.
set local role percorsi_gate;
create or replace function booking_meets_no_absence() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended(new.resource_id::text, 22));
    perform pg_advisory_xact_lock(resource_day(new.resource_id, lower(new.during)));
    if exists (select 1 from absence a
            where a.resource_id = new.resource_id and a.ended_at is null and a.during && new.during) then
        raise exclusion_violation using message = 'booking_meets_no_absence', constraint = 'booking_meets_no_absence';
    end if;
    return new;
end
$$;
reset role;
create function resource_day(resource uuid, at timestamptz) returns bigint language sql stable
return hashtextextended($1 || ' ' || ($2 at time zone 'Europe/Rome')::date, 22);
grant execute on function resource_day(uuid, timestamptz) to percorsi_app, percorsi_gate;
