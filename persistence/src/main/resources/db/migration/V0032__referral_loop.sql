-- The panel asks for something more: meanwhile its clock stands still. What came to nothing is sent again as another
-- referral, once, that says which one it follows.
alter table referral
    add column paused_at timestamptz,
    add column follows_id uuid references referral,
    add constraint paused_while_asked check ((status = 'INTEGRATION_REQUESTED') = (paused_at is not null)),
    add constraint resubmitted_once unique (follows_id);
create index on referral (answer_by) where status in ('SUBMITTED', 'UNDER_REVIEW');

-- Nobody answered in time: the clock says so, and signs. The panel sees for a week what it let go.
insert into operator (id, username, name, active, demo, version)
values ('00000000-0000-7000-8000-000000000002', 'scadenze', 'Percorsi, le scadenze', false, false, 0);
grant select, update (status, version) on referral to percorsi_gate;
create policy gate_expires on referral to percorsi_gate using (true) with check (status = 'EXPIRED');
create policy gate_signs_for_the_clock on step for insert to percorsi_gate
    with check (operator_id = '00000000-0000-7000-8000-000000000002' and feature = 'referral' and move = 'EXPIRE');
create policy gate_signs_for_the_clock on trail for insert to percorsi_gate
    with check (operator_id = '00000000-0000-7000-8000-000000000002' and role = 'CLOCK');
create policy gate_ends_with_referrals on access_grant for update to percorsi_gate
    using (basis = 'REFERRAL') with check (basis = 'REFERRAL');
create function expire_referrals() returns int
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    late referral;
    expired int := 0;
begin
    for late in
        select * from referral r
        where r.status in ('SUBMITTED', 'UNDER_REVIEW') and r.answer_by < (now() at time zone 'Europe/Rome')::date
        order by r.id for update skip locked
    loop
        update referral set status = 'EXPIRED', version = version + 1 where id = late.id;
        insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id)
        values (gen_random_uuid(), late.id, late.person_id, 'referral', 'SOCIAL', 'EXPIRE', 'EXPIRED', now(),
            '00000000-0000-7000-8000-000000000002', late.organisation_id);
        insert into trail (id, at, operator_id, organisation_id, role, action, subject, subject_id, person_ids,
            sections)
        values (gen_random_uuid(), now(), '00000000-0000-7000-8000-000000000002', late.organisation_id, 'CLOCK',
            'EXPIRE', 'referral', late.id, array[late.person_id], '{}');
        update access_grant set valid_until = now() + interval '7 days'
        where person_id = late.person_id and subject_id = late.id and basis = 'REFERRAL'
            and (valid_until is null or valid_until > now() + interval '7 days');
        expired := expired + 1;
    end loop;
    return expired;
end
$$;
call behind_the_gate('expire_referrals()', 'percorsi_app');
