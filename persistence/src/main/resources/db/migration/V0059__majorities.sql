-- Where a panel voted on a decision, more of it are in favour than against; as many on both sides, the chair decides.
-- The votes are written before the decision.
create function decided_by_a_majority() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from vote v join panel_member m on m.id = v.member_id
    where v.referral_id = new.id and v.sitting_id = new.sitting_id
    having count(*) = 0
        or count(*) filter (where v.ballot = 'FAVOUR') > count(*) filter (where v.ballot = 'AGAINST')
        or count(*) filter (where v.ballot = 'FAVOUR') = count(*) filter (where v.ballot = 'AGAINST')
            and bool_or(v.ballot = 'FAVOUR' and m.seat = 'CHAIR');
    if not found then
        raise check_violation using message = 'decided_by_a_majority', constraint = 'decided_by_a_majority';
    end if;
    return new;
end
$$;
create trigger decided_by_a_majority before update on referral for each row
    when (new.decided_at is distinct from old.decided_at and new.decided_at is not null)
    execute function decided_by_a_majority();
