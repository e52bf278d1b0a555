-- Who comes late to a sitting, and who leaves before its end: from then on they neither count nor vote.
alter table attendance
    add column arrived_at timestamptz,
    add column left_at timestamptz,
    add constraint left_after_arriving check (left_at >= arrived_at);
grant update (left_at) on attendance to percorsi_app;
create function presence_while_open() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from sitting s where s.id = new.sitting_id and s.status = 'OPEN' for share;
    if not found then
        raise check_violation using message = 'presence_while_open', constraint = 'presence_while_open';
    end if;
    return new;
end
$$;
create trigger arrived_while_open before insert on attendance for each row
    when (new.arrived_at is not null) execute function presence_while_open();
create trigger left_while_open before update on attendance for each row execute function presence_while_open();

create or replace function vote_of_who_takes_part() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from referral r join sitting s on s.id = r.sitting_id join panel p on p.id = s.panel_id
    where r.id = new.referral_id and r.status = 'SCHEDULED' and s.id = new.sitting_id and s.status = 'OPEN' and p.votes
      and not exists (select 1 from recusal c where c.referral_id = r.id and c.member_id = new.member_id)
      and not exists (select 1 from attendance a where a.sitting_id = s.id and a.member_id = new.member_id
        and a.left_at is not null);
    if not found then
        raise check_violation using message = 'vote_of_who_takes_part', constraint = 'vote_of_who_takes_part';
    end if;
    return new;
end
$$;

-- A decision is taken back, with its votes, as long as the sitting that took it is open; the case is on its agenda again.
create or replace function decided_in_an_open_sitting() returns trigger language plpgsql
    set search_path = public, pg_temp
as $$
begin
    if new.decided_at is null then
        perform 1 from sitting s where s.id = old.decided_in and s.status = 'OPEN' for share;
        if not found or old.status <> old.decision or new.status <> 'SCHEDULED'
            or new.sitting_id is distinct from old.decided_in then
            raise check_violation using message = 'decision_taken_back', constraint = 'decision_taken_back';
        end if;
        new.decision := null;
        new.decided_in := null;
        return new;
    end if;
    perform 1
    from sitting s
    where s.id = new.sitting_id and s.status = 'OPEN'
      and (select count(*) from attendance a where a.sitting_id = s.id and a.left_at is null
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
drop trigger scheduled_ahead on referral;
create trigger scheduled_ahead before update on referral for each row
    when (new.status = 'SCHEDULED' and (old.status <> 'SCHEDULED' or new.sitting_id is distinct from old.sitting_id)
        and not (old.decided_at is not null and new.decided_at is null))
    execute function scheduled_ahead();

create function vote_of_a_decision() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from referral r join sitting s on s.id = old.sitting_id and s.status = 'OPEN'
    where r.id = old.referral_id and r.status = 'SCHEDULED' and r.sitting_id = old.sitting_id;
    if not found then
        raise check_violation using message = 'vote_of_a_decision', constraint = 'vote_of_a_decision';
    end if;
    return old;
end
$$;
create trigger vote_of_a_decision before delete on vote for each row execute function vote_of_a_decision();
create policy secretary_takes_back on vote for delete to percorsi_app using (secretary_of(panel_id));
grant delete on vote to percorsi_app;
