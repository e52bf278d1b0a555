-- When an operator leaves, what is still open in their hands passes to a colleague of the same body at once. What it is,
-- and what is in the way of passing each thing, is asked here, because no colleague sees it all: what is to do about
-- nobody is read by whoever owes it alone, and whether a colleague is free at an hour is another body's to know.
create function in_force_here(m membership) returns boolean language sql stable
return m.organisation_id = acting_organisation()
    and m.valid_from <= (now() at time zone 'Europe/Rome')::date
    and (m.valid_until is null or m.valid_until > (now() at time zone 'Europe/Rome')::date);
create function may_be_handed(receiver uuid, person uuid, section text, roles text[]) returns boolean language sql stable
return exists (select 1 from membership m join operator o on o.id = m.operator_id
    where m.operator_id = $1 and o.active and in_force_here(m) and m.role = any ($4)
      and ($2 is null or entrusted($2, m.organisation_id, m.role, $3)));
grant execute on function in_force_here(membership), may_be_handed(uuid, uuid, text, text[]) to percorsi_gate;
grant execute on function in_force_here(membership) to percorsi_app;
grant select on panel_member, commitment, objective, plan, support to percorsi_gate;

create function work_in_hand(holder uuid, receiver uuid)
    returns table (kind text, id uuid, person_id uuid, what text, due_on date, obstacle text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with here as (select acting_organisation() body, (now() at time zone 'Europe/Rome')::date today,
        '{SOCIAL_WORKER,CPI_OPERATOR,SPECIALIST,PLACEMENT}'::text[] teams),
    held (kind, id, person_id, section, roles, what, due_on, stays) as (
        select 'CASE', c.id, c.person_id, 'IDENTITY', h.teams, null, c.suspended_until, null
        from here h join case_file c on c.organisation_id = h.body
        where c.case_manager_id = $1 and c.status <> 'CLOSED' and c.led_by is null
        union all
        select 'FOLLOW_UP', c.id, c.person_id, 'IDENTITY', '{SOCIAL_WORKER}', null, c.follow_up_on, null
        from here h join case_file c on c.organisation_id = h.body
        where c.case_manager_id = $1 and c.follow_up_on is not null and c.led_by is null
        union all
        select 'SEAT', m.id, m.person_id, 'IDENTITY', h.teams, g.name, null, case
            when exists (select 1 from team_member o where o.case_file_id = m.case_file_id and o.operator_id = $2
                and o.until is null) then 'in-hand.already-there'
            when m.sections && '{SOCIAL,LABOUR,RESERVED}' and crossing(c.organisation_id, h.body) is not null
                and not lawful(m.person_id, c.organisation_id, h.body, crossing(c.organisation_id, h.body),
                    (select b.purpose from basis_scope b where b.basis = 'TEAM')) then 'in-hand.no-basis' end
        from here h join team_member m on m.organisation_id = h.body join case_file c on c.id = m.case_file_id
        join organisation g on g.id = c.organisation_id
        where m.operator_id = $1 and m.status = 'JOINED' and c.case_manager_id is distinct from $1
          and c.status <> 'CLOSED' and c.led_by is null
        union all
        select 'TASK', t.id, t.person_id, t.section, h.teams || '{DESK}'::text[], t.what, t.due_on, null
        from here h join task t on t.organisation_id = h.body where t.owner_id = $1 and t.status = 'OPEN'
        union all
        select 'REFERRAL', r.id, r.person_id, 'SOCIAL', '{SOCIAL_WORKER}', p.name, r.answer_by, null
        from here h join referral r on r.organisation_id = h.body join panel p on p.id = r.panel_id
        where r.referrer_id = $1 and (r.told_at is not null and r.acknowledged_at is null or r.status in ('DRAFT',
            'SUBMITTED', 'UNDER_REVIEW', 'INTEGRATION_REQUESTED', 'SCHEDULED', 'DEFERRED', 'WAITLISTED'))
        union all
        select 'DIRECT', d.id, d.person_id, 'AGENDA', '{DESK,SOCIAL_WORKER,CPI_OPERATOR,SPECIALIST}', null, d.due_on, null
        from here h join direct_referral d on d.organisation_id = h.body where d.operator_id = $1 and d.due_on is not null
        union all
        select 'PROCEDURE', q.id, q.person_id, 'STATUS', '{DESK,SOCIAL_WORKER,SPECIALIST}', null, q.next_on, null
        from here h join procedure q on q.organisation_id = h.body where q.owner_id = $1 and q.next_on is not null
        union all
        -- Whoever gave an hour says so; and who works for two bodies goes on giving the hours of the other.
        select 'HOUR', e.id, e.person_id, 'LABOUR', '{SOCIAL_WORKER,CPI_OPERATOR,SPECIALIST}', null, e.on_day, case
            when e.on_day + e.starts <= now() at time zone 'Europe/Rome' then 'in-hand.hour-past'
            when e.giver is null and exists (select 1 from encounter o
                where o.operator_id = $2 and o.group_id <> e.group_id and o.giver is null
                and o.status in ('BOOKED', 'DELIVERED', 'VALIDATED', 'REPORTED') and o.absence is null
                and o.corrects_id is null and o.on_day = e.on_day
                and tsrange(o.on_day + o.starts, o.on_day + o.starts + o.minutes * interval '1 minute')
                    && tsrange(e.on_day + e.starts, e.on_day + e.starts + e.minutes * interval '1 minute'))
                then 'in-hand.busy'
            when e.status = 'BOOKED' and e.giver is null and not free_for_an_hour($2, e.group_id,
                hour_lasts(e.on_day + e.starts, e.minutes)) then 'in-hand.busy' end
        from here h join encounter e on e.operator_id = $1 join support s on s.id = e.support_id
        where e.status in ('PLANNED', 'BOOKED') and (s.organisation_id = h.body or not exists (select 1 from membership m
            where m.operator_id = $1 and m.organisation_id = s.organisation_id
              and m.valid_from <= h.today and (m.valid_until is null or m.valid_until > h.today)))
        union all
        select 'MEETING', m.id, null, null, h.teams, null, (m.held_at at time zone 'Europe/Rome')::date, null
        from here h join team_meeting m on m.organisation_id = h.body where m.operator_id = $1 and m.closed_at is null
        union all
        select 'INVITATION', m.id, null, null, h.teams, g.name, m.since, 'in-hand.invitation'
        from here h join team_member m on m.organisation_id = h.body join case_file c on c.id = m.case_file_id
        join organisation g on g.id = c.organisation_id
        where m.operator_id = $1 and m.status = 'INVITED' and c.status <> 'CLOSED' and c.led_by is null
        union all
        select 'APPOINTMENT', a.id, a.person_id, 'AGENDA', null, null,
            (b.starts_at at time zone 'Europe/Rome')::date, 'in-hand.appointment'
        from here h join resource r on r.organisation_id = h.body join booking b on b.resource_id = r.id
        join appointment a on a.id = b.appointment_id and a.turn = b.turn
        where r.operator_id = $1 and b.held and b.starts_at > now() and a.status = 'BOOKED'
        union all
        select 'SHEET', a.id, null, null, null, a.number || '/' || a.year, (a.made_at at time zone 'Europe/Rome')::date,
            'in-hand.sheet'
        from here h join attendance_sheet a on a.organisation_id = h.body
        where a.operator_id = $1 and a.closed_at is null and exists (select 1 from encounter e where e.sheet_id = a.id)
        union all
        select 'PROMISE', k.id, k.person_id, 'LABOUR', null, null, k.due_on, 'in-hand.promise'
        from here h join team_member m on m.organisation_id = h.body join commitment k on k.member_id = m.id
        join objective o on o.id = k.objective_id join plan l on l.id = o.plan_id
        where m.operator_id = $1 and m.status = 'JOINED' and k.done_on is null and k.until_edition is null
          and l.status not in ('CONCLUDED', 'INTERRUPTED')
        union all
        select 'PANEL', m.id, null, null, null, p.name, m.valid_until, 'in-hand.panel'
        from here h join panel_member m on m.operator_id = $1 and (m.valid_until is null or m.valid_until > h.today)
        join panel p on p.id = m.panel_id and p.organisation_id = h.body)
    select k.kind, k.id, case when s.seen then k.person_id end, case when s.seen then k.what end, k.due_on,
        coalesce(case when not s.seen then 'in-hand.not-yours' end, k.stays,
            case when $2 is not null and not may_be_handed($2, k.person_id, k.section, k.roles) then 'in-hand.no-sight' end)
    from held k, lateral (select k.person_id is null
        or entrusted(k.person_id, acting_organisation(), acting_role(), k.section) seen) s
    where acting_role() = 'SOCIAL_WORKER'
        and exists (select 1 from membership m
            where m.operator_id = $1 and m.organisation_id = acting_organisation())
        and ($2 is null or exists (select 1 from membership m where m.operator_id = $2 and in_force_here(m)))
$$;
call behind_the_gate('work_in_hand(uuid, uuid)', 'percorsi_app');

-- Passes what nothing is in the way of, and says what it was. Cases pass by themselves: they need a team. With a place in
-- a team goes what is owed about the person, as with a case.
create policy gate_passes_on on team_meeting for update to percorsi_gate using (true) with check (true);
grant update (operator_id, version) on team_meeting to percorsi_gate;
grant update (owner_id, version) on procedure to percorsi_gate;
grant update (version) on direct_referral to percorsi_gate;
grant update (referrer_id) on referral to percorsi_gate;
grant update (operator_id) on encounter to percorsi_gate;
grant update (answer) on team_member to percorsi_gate;
create function pass_on(holder uuid, receiver uuid, kinds text[], why text, at timestamptz)
    returns table (kind text, id uuid, person_id uuid)
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    w record;
    m team_member;
    passed int;
begin
    for w in
        with free as (select h.* from work_in_hand($1, $2) h where h.obstacle is null)
        select f.kind, f.id, f.person_id, f.due_on from free f
        where f.kind = any ($3) or f.kind = 'TASK' and 'SEAT' = any ($3)
            and exists (select 1 from free s where s.kind = 'SEAT' and s.person_id = f.person_id)
        order by f.kind <> 'TASK', f.kind, f.due_on, f.id
    loop
        case w.kind
            when 'TASK' then
                update task t set owner_id = $2, version = t.version + 1
                where t.id = w.id and t.owner_id = $1 and t.status = 'OPEN';
            when 'REFERRAL' then
                update referral r set referrer_id = $2, version = r.version + 1 where r.id = w.id and r.referrer_id = $1;
            when 'DIRECT' then
                update direct_referral d set operator_id = $2, version = d.version + 1
                where d.id = w.id and d.operator_id = $1 and d.due_on is not null;
            when 'PROCEDURE' then
                update procedure q set owner_id = $2, version = q.version + 1
                where q.id = w.id and q.owner_id = $1 and q.next_on is not null;
            when 'HOUR' then
                update encounter e set operator_id = $2, version = e.version + 1
                where e.id = w.id and e.operator_id = $1 and e.status in ('PLANNED', 'BOOKED');
            when 'MEETING' then
                update team_meeting t set operator_id = $2, version = t.version + 1
                where t.id = w.id and t.operator_id = $1 and t.closed_at is null;
            when 'FOLLOW_UP' then
                update case_file c set case_manager_id = $2, version = c.version + 1
                where c.id = w.id and c.case_manager_id = $1 and c.follow_up_on is not null;
            when 'SEAT' then
                -- Who answers for the case by now stays in its team, and whoever is about to entrust it looks again.
                update case_file c set version = c.version + 1 from team_member t
                where t.id = w.id and c.id = t.case_file_id and c.case_manager_id is distinct from $1;
                continue when not found;
                update team_member t set status = 'LEFT', until = ($5 at time zone 'Europe/Rome')::date, moved_at = $5,
                    answer = $4, version = t.version + 1
                where t.id = w.id and t.operator_id = $1 and t.status = 'JOINED' returning * into m;
                passed := case when m.id = w.id then 1 else 0 end;
                if passed > 0 then
                    m.id := gen_random_uuid();
                    m.operator_id := $2;
                    m.function := (select p.role from membership p where p.operator_id = $2 and in_force_here(p)
                        and p.role in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST', 'PLACEMENT')
                        order by p.role <> m.function, p.role limit 1);
                    m.since := ($5 at time zone 'Europe/Rome')::date;
                    m.until := null;
                    m.status := 'JOINED';
                    m.answer := null;
                    m.version := 0;
                    insert into team_member (id, case_file_id, person_id, organisation_id, operator_id, function, since,
                        until, status, sections, asked_by_id, asked_for_id, words, moved_at, version)
                    values (m.id, m.case_file_id, m.person_id, m.organisation_id, m.operator_id, m.function, m.since,
                        null, m.status, m.sections, m.asked_by_id, m.asked_for_id, m.words, m.moved_at, 0);
                    perform team_grant(m);
                end if;
            else
                continue;
        end case;
        if w.kind <> 'SEAT' then
            get diagnostics passed = row_count;
        end if;
        if passed > 0 then
            kind := w.kind;
            id := w.id;
            person_id := w.person_id;
            return next;
        end if;
    end loop;
end
$$;
call behind_the_gate('pass_on(uuid, uuid, text[], text, timestamptz)', 'percorsi_app');

-- Since when somebody is gone: of an account that is closed, the day is kept.
alter table operator add column disabled_at timestamptz;
alter table operator no force row level security;
alter table trail no force row level security;
update operator o set disabled_at = coalesce((select max(t.at) from trail t where t.subject_id = o.id
    and t.action = 'DISABLE'), now()) where not o.active;
alter table trail force row level security;
alter table operator force row level security;
create function account_is_closed() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    new.disabled_at := case when new.active then null else now() end;
    return new;
end
$$;
create trigger account_is_closed before update of active on operator for each row
    when (new.active <> old.active) execute function account_is_closed();

-- Whoever is entrusted to a body and has nobody who answers for them: a panel said yes, another body handed the case on,
-- a service took them up, the case began again, or whoever answered for it is gone. Since the first of these, after the
-- case last began again, and if there is one after somebody last answered for it; by the same day as what a panel's yes
-- asks for.
create view case_without_manager with (security_invoker = true) as
    select c.id, c.person_id, c.organisation_id, c.case_manager_id, w.how, w.since,
        w.since + rule_today('sitting.care-within') due_on
    from case_file c
    cross join lateral (
        select e.how, (e.at at time zone 'Europe/Rome')::date since, exists (select 1 from step s
            where s.subject_id = c.id and s.feature = 'casefile' and s.move in ('TAKE_IN_CARE', 'ENTRUST')
              and s.at > e.at) answered
        from (
            select 'PANEL' how, r.decided_at at from referral r where r.person_id = c.person_id and r.status = 'ACCEPTED'
                and not exists (select 1 from sitting t where t.id = r.decided_in and t.status = 'OPEN')
            union all
            select 'TRANSFER', t.answered_at from case_transfer t
            where t.case_file_id = c.id and t.status = 'ACCEPTED' and t.to_organisation_id = c.organisation_id
            union all
            select 'DIRECT', s.at from direct_referral d join step s on s.subject_id = d.id and s.move = 'TAKE_UP'
            where d.person_id = c.person_id and d.receiver_id = c.organisation_id and d.status in ('TAKEN_UP', 'STARTED')
            union all
            select 'REOPENED', s.at from step s where s.subject_id = c.id and s.feature = 'casefile' and s.move = 'REOPEN'
        ) e
        where c.case_manager_id is null and e.at >= coalesce((select max(s.at) from step s
            where s.subject_id = c.id and s.feature = 'casefile' and s.move = 'REOPEN'), '-infinity')
        union all
        select 'GONE', coalesce((o.disabled_at at time zone 'Europe/Rome')::date, (select max(m.valid_until)
            from membership m where m.operator_id = o.id and m.organisation_id = c.organisation_id),
            (c.opened_at at time zone 'Europe/Rome')::date), false
        from operator o where o.id = c.case_manager_id
            and (not o.active or not exists (select 1 from membership m
                where m.operator_id = o.id and m.organisation_id = c.organisation_id
                  and m.valid_from <= (now() at time zone 'Europe/Rome')::date
                  and (m.valid_until is null or m.valid_until > (now() at time zone 'Europe/Rome')::date)))
        order by answered, since limit 1) w
    where c.status <> 'CLOSED' and c.led_by is null;
grant select on case_without_manager to percorsi_app, percorsi_gate;

-- What waits, whole. Of who is sent on the service's own clock is a day of the row, which a question stops and a
-- postponement moves; what it asks waits for the sender, and who waits for a place is looked at again. Of a case without
-- a manager the panel's yes may be a task already: that is the step then. Of an hour that was booked it is said how it
-- went, once for those who had it together, by each of those who give it.
create or replace view open_step with (security_invoker = true) as
    select 'ANSWER' kind, r.id, r.person_id, 'SOCIAL' section, r.id subject_id, p.organisation_id,
        null::uuid owner_id, r.answer_by due_on, null::text about
    from referral r join panel p on p.id = r.panel_id where r.status in ('SUBMITTED', 'UNDER_REVIEW')
    union all
    select 'SITTING', r.id, r.person_id, 'SOCIAL', r.id, p.organisation_id, null,
        (s.planned_for at time zone 'Europe/Rome')::date, null
    from referral r join panel p on p.id = r.panel_id join sitting s on s.id = r.sitting_id where r.status = 'SCHEDULED'
    union all
    select 'WAITLISTED', r.id, r.person_id, 'SOCIAL', r.id, p.organisation_id, null,
        (r.decided_at at time zone 'Europe/Rome')::date + rule_today('reminder.waitlisted'), null
    from referral r join panel p on p.id = r.panel_id where r.status = 'WAITLISTED'
    union all
    select 'QUESTION', r.id, r.person_id, 'SOCIAL', r.id, r.organisation_id, r.referrer_id,
        (r.paused_at at time zone 'Europe/Rome')::date + rule_today('reminder.question'), null
    from referral r where r.status = 'INTEGRATION_REQUESTED'
    union all
    select 'READ', r.id, r.person_id, 'SOCIAL', r.id, r.organisation_id, r.referrer_id,
        (r.told_at at time zone 'Europe/Rome')::date + rule_today('reminder.read'), null
    from referral r where r.told_at is not null and r.acknowledged_at is null
    union all
    select 'OUTCOME', d.id, d.person_id, 'AGENDA', d.id, d.organisation_id, d.operator_id, d.due_on, null
    from direct_referral d where d.due_on is not null and d.status <> 'INTEGRATION_REQUESTED'
    union all
    select 'ASKED', d.id, d.person_id, 'AGENDA', d.id, d.organisation_id, d.operator_id, d.due_on, null
    from direct_referral d where d.status = 'INTEGRATION_REQUESTED'
    union all
    select 'TASK', t.id, t.person_id, t.section, t.subject_id, t.organisation_id, t.owner_id, t.due_on, t.what
    from task t where t.status = 'OPEN' and t.person_id is not null
    union all
    select 'TRANSFER', t.id, t.person_id, 'IDENTITY', null, t.to_organisation_id, null,
        (t.asked_at at time zone 'Europe/Rome')::date + rule_today('reminder.transfer'), null
    from case_transfer t where t.status = 'REQUESTED'
    union all
    select 'RESUME', c.id, c.person_id, 'IDENTITY', null, c.organisation_id, c.case_manager_id, c.suspended_until, null
    from case_file c where c.status = 'SUSPENDED' and c.led_by is null
    union all
    select 'REVIEW', l.id, l.person_id, 'LABOUR', null, c.organisation_id, c.case_manager_id, l.review_on, null
    from plan l join case_file c on c.id = l.case_file_id
    where l.status not in ('CONCLUDED', 'INTERRUPTED') and l.review_on is not null and c.led_by is null
    union all
    select 'PROCEDURE', q.id, q.person_id, 'STATUS', null, q.organisation_id, q.owner_id, q.next_on, null
    from procedure q where q.next_on is not null
    union all
    select 'INVITATION', m.id, m.person_id, 'IDENTITY', null, m.organisation_id, m.operator_id,
        (m.moved_at at time zone 'Europe/Rome')::date + rule_today('reminder.invitation'), null
    from team_member m where m.status = 'INVITED'
    union all
    select 'UNANSWERED', m.id, m.person_id, 'IDENTITY', null, c.organisation_id, c.case_manager_id,
        (m.moved_at at time zone 'Europe/Rome')::date + rule_today('reminder.invitation'), null
    from team_member m join case_file c on c.id = m.case_file_id
    where m.status = 'INVITED' and c.led_by is null
      and (m.moved_at at time zone 'Europe/Rome')::date + rule_today('reminder.invitation')
          < (now() at time zone 'Europe/Rome')::date - rule_today('reminder.late')
    union all
    select 'SHEET', a.id, null, 'LABOUR', null, a.organisation_id,
        case when not exists (select 1 from sheet_scan c where c.sheet_id = a.id) then a.operator_id end,
        (a.made_at at time zone 'Europe/Rome')::date + rule_today('reminder.sheet'), a.number || '/' || a.year
    from attendance_sheet a
    where a.closed_at is null and exists (select 1 from encounter e where e.sheet_id = a.id)
    union all
    select 'FOLLOW_UP', c.id, c.person_id, 'IDENTITY', null, c.organisation_id, c.case_manager_id, c.follow_up_on, null
    from case_file c where c.follow_up_on is not null and c.led_by is null
    union all
    select 'RECEIVED', d.id, d.person_id, 'AGENDA', d.id, d.receiver_id, null, d.answer_by, null
    from direct_referral d where d.receiver_id is not null and d.status in ('SENT', 'DEFERRED')
    union all
    select 'UNDERWAY', d.id, d.person_id, 'AGENDA', d.id, d.receiver_id, null, d.due_on, null
    from direct_referral d where d.receiver_id is not null and d.status in ('TAKEN_UP', 'STARTED', 'WAITLISTED')
    union all
    select 'HOUR', e.id, e.person_id, 'LABOUR', null, b.organisation_id, e.operator_id, e.on_day, e.topic
    from encounter e
    cross join lateral (select s.organisation_id from step s
        where s.subject_id = e.id and s.feature = 'hours' and s.move = 'BOOK' order by s.at desc limit 1) b
    where e.status = 'BOOKED' and not exists (
        select 1 from encounter g where g.group_id = e.group_id and g.operator_id = e.operator_id and g.status = 'BOOKED'
            and g.id < e.id)
    union all
    select 'UNFOLLOWED', c.id, c.person_id, 'IDENTITY', null, c.organisation_id, null, c.due_on, null
    from case_without_manager c
    where c.due_on is not null and not exists (select 1 from task t
        where t.person_id = c.person_id and t.ask = 'CARE' and t.status = 'OPEN');
