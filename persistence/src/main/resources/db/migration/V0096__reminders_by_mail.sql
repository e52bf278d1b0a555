-- Where an operator is written to at work. It lives apart from the account, which every colleague reads: the address is
-- read and written by the operator and by who administers, and by nobody else.
create table work_mail (
    operator_id uuid primary key references operator,
    address     text constraint work_mail_is_an_address
        check (length(address) <= 200 and address ~ '^[A-Za-z0-9._%+''-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$'),
    daily       boolean not null default true
);
alter table work_mail enable row level security;
alter table work_mail force row level security;
create policy own on work_mail to percorsi_app
    using (operator_id = (select acting_operator())) with check (operator_id = (select acting_operator()));
create policy administrator on work_mail to percorsi_app
    using ((select acting_role()) = 'ADMINISTRATOR') with check ((select acting_role()) = 'ADMINISTRATOR');
create policy gate on work_mail for select to percorsi_gate using (true);
grant select, insert, update (address, daily) on work_mail to percorsi_app;
grant select on work_mail to percorsi_gate;
-- The box of an office is not taken to the next one: whoever ends a membership ends the address, and it is written anew.
create function address_of_an_office() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    update work_mail set address = null where operator_id = new.operator_id;
    return null;
end
$$;
create trigger address_of_an_office after update of valid_until on membership for each row
    when (new.valid_until is not null and new.valid_until is distinct from old.valid_until)
    execute function address_of_an_office();

-- One mail an operator and working day, whoever sends it. What is in somebody's hands is not taken by another, and stays
-- so if a node stops there: it is sent once at most. Only what the server did not take is taken again.
create table reminder_mail (
    operator_id uuid not null references operator,
    day         date not null check (extract(isodow from day) < 6),
    status      text not null default 'TAKEN' check (status in ('TAKEN', 'SENT', 'NOTHING', 'NOT_TAKEN')),
    at          timestamptz not null default now(),
    primary key (operator_id, day)
);
alter table reminder_mail enable row level security;
alter table reminder_mail force row level security;
create policy gate on reminder_mail to percorsi_gate using (true) with check (true);
grant select, insert, update (status, at), delete on reminder_mail to percorsi_gate;

-- Who may be told something on a day and was not yet; last, those whose server did not take it. What was told a month
-- ago is of no more use: the trail knows it.
create function operators_to_remind(today date) returns setof uuid
    language sql security definer set search_path = public, pg_temp
as $$
    delete from reminder_mail where day < $1 - 30;
    select w.operator_id from work_mail w left join reminder_mail r on r.operator_id = w.operator_id and r.day = $1
    where w.address is not null and w.daily and coalesce(r.status, 'NOT_TAKEN') = 'NOT_TAKEN'
      and exists (select 1 from memberships_in_force(w.operator_id))
    order by r.at nulls first, w.operator_id
$$;
call behind_the_gate('operators_to_remind(date)', 'percorsi_door');

-- The address of one of them, for whoever comes first.
create function claim_reminder_mail(who uuid, today date) returns setof text
    language sql security definer set search_path = public, pg_temp
as $$
    with taken as (
        insert into reminder_mail as r (operator_id, day)
        select w.operator_id, $2 from work_mail w where w.operator_id = $1 and w.address is not null and w.daily
        on conflict (operator_id, day) do update set status = 'TAKEN', at = now() where r.status = 'NOT_TAKEN'
        returning r.operator_id)
    select w.address from work_mail w join taken t on t.operator_id = w.operator_id
$$;
call behind_the_gate('claim_reminder_mail(uuid, date)', 'percorsi_door');

-- What came of it. Of what was sent the clock leaves a row in the trail, for each body it told numbers of.
create function conclude_reminder_mail(who uuid, today date, outcome text) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    update reminder_mail r set status = outcome, at = now()
    where r.operator_id = who and r.day = today and r.status = 'TAKEN';
    if found and outcome = 'SENT' then
        insert into trail (id, at, operator_id, organisation_id, role, action, subject, subject_id, person_ids, sections)
        select gen_random_uuid(), now(), '00000000-0000-7000-8000-000000000002', b.organisation_id, 'CLOCK', 'REMIND',
            'operator', who, '{}', '{}'
        from (select distinct m.organisation_id from memberships_in_force(who) m) b;
    end if;
end
$$;
call behind_the_gate('conclude_reminder_mail(uuid, date, text)', 'percorsi_door');

insert into reference_rule (key, value, unit, valid_from, source, verified)
select 'reminder.mail', '3', 'days', '2000-01-01', 'scelta del progetto, da verificare', false
where exists (select 1 from reference_rule);
