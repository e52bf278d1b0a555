-- With the case passes what was sent for it and waits for an answer: whoever leads it now tells the panel more, reads
-- what it decided, and asks the service what became of the person.
create policy gate_hands_over on referral for update to percorsi_gate using (true) with check (true);
create policy gate_hands_over on direct_referral for update to percorsi_gate using (true) with check (true);
grant update (organisation_id) on referral to percorsi_gate;
grant select, update (organisation_id, operator_id) on direct_referral to percorsi_gate;
create function transfer_takes_what_was_sent() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    update referral set organisation_id = new.to_organisation_id, version = version + 1
    where person_id = new.person_id and organisation_id = new.organisation_id
      and status not in ('WITHDRAWN', 'EXPIRED') and acknowledged_at is null;
    update direct_referral set organisation_id = new.to_organisation_id, operator_id = new.answered_by_id
    where person_id = new.person_id and organisation_id = new.organisation_id and due_on is not null
      and receiver_id is distinct from new.to_organisation_id;
    return new;
end
$$;
call behind_the_gate('transfer_takes_what_was_sent()', 'percorsi_owner');
create trigger transfer_takes_what_was_sent after update of status on case_transfer
    for each row when (old.status = 'REQUESTED' and new.status = 'ACCEPTED')
    execute function transfer_takes_what_was_sent();

-- So whoever ends it may not be who opened the file for it: what it opened ends by itself. A case decided in a sitting
-- that is still open stays before the panel, which has its minutes to write.
create function what_was_sent_ends() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    update access_grant g set valid_until = greatest(now(), g.valid_from)
    where g.person_id = new.person_id and g.subject_id = new.id and (g.valid_until is null or g.valid_until > now());
    return null;
end
$$;
call behind_the_gate('what_was_sent_ends()', 'percorsi_owner');
create trigger what_was_sent_ends after update of due_on on direct_referral for each row
    when (new.due_on is null and old.due_on is not null) execute function what_was_sent_ends();
create function withdrawn_from_a_panel() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if old.status = 'SCHEDULED' or not exists (
            select 1 from sitting s where s.id = new.decided_in and s.status = 'OPEN') then
        update access_grant g set valid_until = greatest(now(), g.valid_from)
        where g.person_id = new.person_id and g.subject_id = new.id and g.basis = 'REFERRAL'
          and (g.valid_until is null or g.valid_until > now());
    end if;
    return null;
end
$$;
call behind_the_gate('withdrawn_from_a_panel()', 'percorsi_owner');
create trigger withdrawn_from_a_panel after update of status on referral for each row
    when (new.status = 'WITHDRAWN' and old.status <> 'WITHDRAWN') execute function withdrawn_from_a_panel();
