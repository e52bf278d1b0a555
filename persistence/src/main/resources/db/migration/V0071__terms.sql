-- Whoever coordinates a programme sets its days, its targets and the places of each area, of which some for women; what
-- two of them correct at once is noticed by the version.
alter table programme add column version int not null default 0;
alter table programme_body
    add column women int,
    add column version int not null default 0,
    add constraint women_within_the_places check (women is null or target is not null and women between 0 and target);
grant update (runs_from, runs_until, target, women_percent, version) on programme to percorsi_app;
create policy of_own_programme on programme as restrictive for update to percorsi_app using (coordinates(id));
alter table programme_body enable row level security;
create policy everybody_reads on programme_body for select using (true);
create policy coordinator_sets on programme_body for update to percorsi_app
    using (enrols and coordinates(programme_id)) with check (enrols and coordinates(programme_id));
grant update (target, women, version) on programme_body to percorsi_app;

-- How many have a place of an area: who is in the programme, and who completed it there.
create function places_taken(programme uuid, body uuid) returns table (total int, women int, men int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select count(*)::int, count(*) filter (where e.gender = 'F')::int, count(*) filter (where e.gender = 'M')::int
    from enrolment e
    where e.programme_id = $1 and e.organisation_id = $2 and e.status in ('ACTIVE', 'COMPLETED')
$$;
call behind_the_gate('places_taken(uuid, uuid)', 'percorsi_gate');

-- Numbers only, whoever is behind them: for who coordinates the programme, and for the roles of its bodies and of the
-- bodies of its panels that send, choose and enrol.
create function programme_places(programme uuid)
    returns table (organisation_id uuid, code text, organisation_name text, target int, women_places int, total int,
        women int, men int, version int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select o.id, o.code, o.name, b.target, b.women, t.total, t.women, t.men, b.version
    from programme_body b join organisation o on o.id = b.organisation_id
    cross join lateral places_taken($1, o.id) t
    where b.programme_id = $1 and b.enrols and (coordinates($1)
        or acting_role() in ('DESK', 'SOCIAL_WORKER', 'PANEL_SECRETARY', 'PANEL_MEMBER')
            and (exists (select 1 from programme_body m
                    where m.programme_id = $1 and m.organisation_id = acting_organisation())
                or exists (select 1 from panel p
                    where p.programme_id = $1 and p.organisation_id = acting_organisation())))
    order by b.ordinal
$$;
call behind_the_gate('programme_places(uuid)', 'percorsi_app');

-- Who was enrolled on a day that the programme would no longer have.
create function enrolled_outside(programme uuid, first_day date, last_day date) returns table (before int, after int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select count(*) filter (where $2 is null or e.enrolled_on < $2)::int,
        count(*) filter (where e.enrolled_on > $3)::int
    from enrolment e
    where e.programme_id = $1 and e.status in ('ACTIVE', 'COMPLETED') and coordinates($1)
$$;
call behind_the_gate('enrolled_outside(uuid, date, date)', 'percorsi_app');

-- The places of an area are never made fewer than who is there, in all or of a gender; who enrols meanwhile is waited for.
create function places_for_who_is_there() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    taken record;
begin
    perform pg_advisory_xact_lock(hashtextextended('places ' || new.programme_id || new.organisation_id, 0));
    select * into taken from places_taken(new.programme_id, new.organisation_id);
    if new.target < taken.total and new.target < coalesce(old.target, new.target + 1)
        or new.women < taken.women and new.women < coalesce(old.women, new.women + 1)
        or new.target - new.women < taken.men
            and new.target - new.women < coalesce(old.target - old.women, new.target - new.women + 1) then
        raise check_violation using message = 'places_for_who_is_there';
    end if;
    return new;
end
$$;
call behind_the_gate('places_for_who_is_there()', 'percorsi_owner');
create trigger places_for_who_is_there before update of target, women on programme_body
    for each row execute function places_for_who_is_there();
