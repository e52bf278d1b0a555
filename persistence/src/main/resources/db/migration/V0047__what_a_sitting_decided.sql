-- What a sitting decided stays written on the case, whatever becomes of the case before the minutes are closed; and who
-- decides, who declares a conflict, who schedules and who closes wait for each other.
alter table referral
    add column decision text check (decision in ('ACCEPTED', 'WAITLISTED', 'DEFERRED', 'REJECTED')),
    add column decided_in uuid,
    add constraint decided_by_its_panel foreign key (decided_in, panel_id) references sitting (id, panel_id);
alter table referral no force row level security;
alter table step no force row level security;
update referral r set
    decision = (select s.status from step s where s.subject_id = r.id and s.feature = 'referral'
        and s.status in ('ACCEPTED', 'WAITLISTED', 'DEFERRED', 'REJECTED') order by s.at desc limit 1),
    decided_in = coalesce((select s.id from sitting s where s.panel_id = r.panel_id and s.opened_at <= r.decided_at
        and (s.closed_at is null or s.closed_at >= r.decided_at) order by s.opened_at desc limit 1), r.sitting_id)
where r.decided_at is not null;
alter table referral force row level security;
alter table step force row level security;
alter table referral add constraint decided_whole check (num_nonnulls(decided_at, decision, decided_in) in (0, 3));

-- The decision is what the open sitting makes of the case now: its columns are written by nobody else.
create or replace function decided_in_an_open_sitting() returns trigger language plpgsql
    set search_path = public, pg_temp
as $$
begin
    perform 1
    from sitting s
    where s.id = new.sitting_id and s.status = 'OPEN'
      and (select count(*) from attendance a where a.sitting_id = s.id
            and not exists (select 1 from recusal c where c.referral_id = new.id and c.member_id = a.member_id))
        >= quorum_on(s.panel_id, sitting_day(s.id));
    if not found then
        raise check_violation using message = 'no open sitting with quorum', constraint = 'referral_decided_in_sitting';
    end if;
    perform 1 from vote v join recusal c on c.referral_id = v.referral_id and c.member_id = v.member_id
    where v.referral_id = new.id and v.sitting_id = new.sitting_id;
    if found then
        raise check_violation using message = 'vote_of_who_takes_part', constraint = 'vote_of_who_takes_part';
    end if;
    new.decision := new.status;
    new.decided_in := new.sitting_id;
    return new;
end
$$;
drop trigger decided_in_an_open_sitting on referral;
create trigger decided_in_an_open_sitting before update on referral for each row
    when ((new.decided_at, new.decision, new.decided_in) is distinct from (old.decided_at, old.decision, old.decided_in))
    execute function decided_in_an_open_sitting();

-- A conflict waits for the decision that is being made, and the decision for the conflict: asked as the gate, because
-- a member who declares one may not write in the case.
create or replace function recused_before_deciding() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    perform 1 from referral r where r.id = coalesce(new.referral_id, old.referral_id) and r.status = 'SCHEDULED'
    for share;
    if not found then
        raise check_violation using message = 'recused_before_deciding', constraint = 'recused_before_deciding';
    end if;
    return coalesce(new, old);
end
$$;
call behind_the_gate('recused_before_deciding()', 'percorsi_owner');

-- A case is put on the agenda of a sitting that nobody has opened, nor opens meanwhile.
create function scheduled_ahead() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from sitting s where s.id = new.sitting_id and s.status = 'PLANNED' for share;
    if not found then
        raise check_violation using message = 'scheduled_ahead', constraint = 'scheduled_ahead';
    end if;
    return new;
end
$$;
create trigger scheduled_ahead before update on referral for each row
    when (new.status = 'SCHEDULED' and (old.status <> 'SCHEDULED' or new.sitting_id is distinct from old.sitting_id))
    execute function scheduled_ahead();

-- Who closes a sitting leaves nothing undecided, and minutes that say what was decided, all of it and nothing else.
grant select on minute to percorsi_gate;
create function sitting_leaves_its_minutes() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if exists (select 1 from referral r where r.sitting_id = new.id and r.status = 'SCHEDULED')
        or exists (select r.person_id, r.decision from referral r where r.decided_in = new.id
            except all select m.person_id, m.decision from minute m where m.sitting_id = new.id)
        or exists (select m.person_id, m.decision from minute m where m.sitting_id = new.id
            except all select r.person_id, r.decision from referral r where r.decided_in = new.id) then
        raise check_violation using message = 'sitting_leaves_its_minutes', constraint = 'sitting_leaves_its_minutes';
    end if;
    return new;
end
$$;
call behind_the_gate('sitting_leaves_its_minutes()', 'percorsi_owner');
create trigger sitting_leaves_its_minutes before update of status on sitting for each row
    when (new.status = 'CLOSED' and old.status <> 'CLOSED') execute function sitting_leaves_its_minutes();
