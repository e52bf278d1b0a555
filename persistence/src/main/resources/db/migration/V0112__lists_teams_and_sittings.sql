-- The open cases of a body, whittled down and in the order asked for: as before the list is put in order before the wall
-- is asked, and the wall is asked once for each row shown. What waits and what was written are looked for only where
-- the question is of them, and only as far as the viewer may read them. In an order of days a page begins after the day
-- the last row had, and not after the one it has now.
create index looks_of_an_operator on trail (operator_id, at) where action = 'LOOK';
set local role percorsi_gate;
drop function cases_in_order(uuid, int);
reset role;
-- In functions of their own, which are planned only where they are asked.
create function due_of_persons(kinds text[], today date, ahead boolean)
    returns table (person_id uuid, next_on date, late boolean, review boolean) language plpgsql stable
as $$
declare
    body uuid := acting_organisation();
    me uuid := acting_operator();
    mine text := acting_role();
begin
    return query
    select s.person_id, min(s.due_on), bool_or(s.due_on < $2), bool_or(s.kind = 'REVIEW' and s.due_on <= $2)
    from open_step s
    where s.organisation_id = body and s.kind = any ($1) and s.kind <> 'INVITATION' and ($3 or s.due_on <= $2)
      and (s.owner_id = me and entrusted(s.person_id, body, mine, 'IDENTITY')
        or entrusted(s.person_id, body, mine, s.section, s.subject_id))
    group by s.person_id;
end
$$;
create function followed_by_nobody() returns setof uuid language plpgsql stable
as $$
begin
    return query select w.id from case_without_manager w where w.organisation_id = acting_organisation();
end
$$;
grant execute on function due_of_persons(text[], date, boolean), followed_by_nobody() to percorsi_gate;
create function cases_in_order(stands text, waits text, whose text, programme text, ordered text, kinds text[],
        today date, last_on date, last uuid, most int)
    returns table (id uuid, person_id uuid, person_name text, status text, organisation_name text, opened_at timestamptz,
        case_manager_name text, team_kind text, suspended_until date, on_day date, news boolean)
    language sql stable security definer set search_path = public, pg_temp
    set jit = off
as $$
    with me as materialized (
        select acting_operator() operator, acting_organisation() body, acting_role() role),
    due as materialized (
        select d.* from due_of_persons($6, $7, $5 = 'DUE') d where $5 = 'DUE' or $2 in ('LATE', 'REVIEW')),
    body as materialized (
        select c.*, p.family_name, p.given_name, trim(p.family_name || ' ' || p.given_name) person_name, d.late, d.review,
            case $5 when 'DUE' then d.next_on when 'CHANGED' then (coalesce((select max(w.at) from (
                    (select s.at from step s where s.person_id = c.person_id
                        and entrusted(s.person_id, me.body, me.role, s.section, s.subject_id) order by s.at desc limit 1)
                    union all
                    (select n.at from note n where n.person_id = c.person_id
                        and entrusted(n.person_id, me.body, me.role, n.section) order by n.at desc limit 1)) w),
                c.opened_at) at time zone 'Europe/Rome')::date end on_day
        from me cross join case_file c join person p on p.id = c.person_id left join due d on d.person_id = c.person_id
        where c.status <> 'CLOSED' and c.led_by is null
          and (c.organisation_id = me.body or exists (select 1 from team_member t where t.case_file_id = c.id
              and t.until is null and t.organisation_id = me.body))),
    placed as materialized (
        select b.*, row (case $5 when 'DUE' then coalesce(b.on_day, '9999-12-31') - date '2000-01-01'
                when 'CHANGED' then date '2000-01-01' - b.on_day else 0 end,
            $5 <> 'NAME' and b.case_manager_id is distinct from me.operator,
            $5 <> 'NAME' and b.status = 'FIRST_LEVEL', b.family_name, b.given_name, b.id) place
        from me cross join body b
        order by place),
    looks as materialized (
        select t.subject_id person_id, max(t.at) at from me join trail t on t.operator_id = me.operator
        where t.action = 'LOOK' and t.organisation_id = me.body
          and t.at >= ($7 - 30)::timestamp at time zone 'Europe/Rome'
        group by t.subject_id)
    select b.id, b.person_id, b.person_name, b.status, o.name, b.opened_at, m.name, b.team_kind, b.suspended_until, b.on_day,
        l.at is not null and (
            exists (select 1 from step s where s.person_id = b.person_id and s.at > l.at and s.operator_id <> me.operator
                and entrusted(s.person_id, me.body, me.role, s.section, s.subject_id))
            or exists (select 1 from note n where n.person_id = b.person_id and n.at > l.at and n.operator_id <> me.operator
                and entrusted(n.person_id, me.body, me.role, n.section)))
    from me cross join (
        select p.* from placed p
        where ($9 is null or place > (select row (case $5 when 'DUE' then $8 - date '2000-01-01'
                    when 'CHANGED' then date '2000-01-01' - $8 else 0 end,
                $5 <> 'NAME' and l.case_manager_id is distinct from acting_operator(),
                $5 <> 'NAME' and l.status = 'FIRST_LEVEL', l.family_name, l.given_name, l.id)
                from placed l where l.id = $9
                and granted(l.person_id, acting_organisation(), acting_role(), 'IDENTITY')))
          and ($1 is null or p.status = $1)
          and case $3 when 'MINE' then p.case_manager_id = (select operator from me)
            when 'BODY' then p.organisation_id = (select body from me)
            when 'TEAM' then exists (select 1 from me join team_member t on t.operator_id = me.operator
                and t.organisation_id = me.body where t.case_file_id = p.id and t.status = 'JOINED')
            else true end
          and case $2 when 'LATE' then coalesce(p.late, false) when 'REVIEW' then coalesce(p.review, false)
            when 'NO_MANAGER' then (select role from me) <> 'DESK' and p.id in (select followed_by_nobody())
            else true end
          and ($4 is null or exists (select 1 from me cross join enrolment e join programme g on g.id = e.programme_id
                where e.person_id = p.person_id and g.code = $4 and e.status in ('CANDIDATE', 'WAITLISTED', 'ACTIVE')
                and entrusted(e.person_id, me.body, me.role, 'STATUS')))
          and granted(p.person_id, acting_organisation(), acting_role(), 'IDENTITY')
        limit $10
    ) b
    join organisation o on o.id = b.organisation_id
    left join operator m on m.id = b.case_manager_id
    left join looks l on l.person_id = b.person_id
    order by b.place
$$;
call behind_the_gate('cases_in_order(text, text, text, text, text, text[], date, date, uuid, int)', 'percorsi_app');

-- What another body sees by a place in a team may change while its member stays: whoever answers for the case says so,
-- grants are given anew from now and the old ones end, and the diary tells the member. The new ones come first, so that
-- nothing that is owed passes to others in between.
create policy manager_opens on team_member for update to percorsi_app
    using (status = 'JOINED' and exists (select 1 from case_file c where c.id = case_file_id
        and c.case_manager_id = (select acting_operator()) and c.organisation_id = (select acting_organisation())))
    with check (status = 'JOINED');
grant update (sections) on team_member to percorsi_app;
create function sight_changes() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    c case_file;
    before uuid[];
    again team_member := new;
begin
    select * into c from case_file f where f.id = new.case_file_id;
    if new.status <> 'JOINED' or old.status <> 'JOINED' or c.status = 'CLOSED' or new.organisation_id = c.organisation_id
        or c.case_manager_id is distinct from acting_operator() or c.organisation_id is distinct from acting_organisation()
        or coalesce(trim(new.answer), '') = '' then
        raise check_violation using message = 'sight_is_the_managers', constraint = 'sight_is_the_managers';
    end if;
    before := array(select g.id from access_grant g where g.basis = 'TEAM' and g.subject_id = new.id
        and g.person_id = new.person_id and (g.valid_until is null or g.valid_until > now()));
    again.asked_by_id := acting_operator();
    perform team_grant(again);
    update access_grant g set valid_until = greatest(g.valid_from, now()) where g.id = any (before);
    insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id, note)
    select gen_random_uuid(), new.id, new.person_id, 'team', 'IDENTITY', 'SEE', new.status, new.moved_at,
        acting_operator(), acting_organisation(), o.name || ', ' || (
            select string_agg(case s when 'IDENTITY' then 'identità' when 'CONTACTS' then 'contatti'
                when 'STATUS' then 'cittadinanza e soggiorno' when 'AGENDA' then 'appuntamenti' else 'parte lavoro' end, ', '
                order by array_position('{IDENTITY,CONTACTS,STATUS,AGENDA,LABOUR}'::text[], s))
            from unnest(new.sections) s) || ': ' || new.answer
    from operator o where o.id = new.operator_id;
    return null;
end
$$;
call behind_the_gate('sight_changes()', 'percorsi_owner');
create trigger sight_changes after update of sections on team_member for each row
    when (new.sections is distinct from old.sections) execute function sight_changes();

-- The secretary may put the cases of a sitting in order by hand until it is opened: one place each. Whoever is brought
-- before another sitting, or withdrawn, leaves the place.
alter table referral add column agenda_place int,
    add constraint place_on_an_agenda check (agenda_place is null or agenda_place > 0 and sitting_id is not null),
    add constraint one_place_each unique (sitting_id, agenda_place) deferrable initially immediate;
create function agenda_is_put_in_order() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if new.sitting_id is distinct from old.sitting_id or new.status in ('WITHDRAWN', 'EXPIRED') then
        new.agenda_place := null;
    elsif new.agenda_place is distinct from old.agenda_place and (not secretary_of(new.panel_id)
            or not exists (select 1 from sitting s where s.id = new.sitting_id and s.status = 'PLANNED')) then
        raise check_violation using message = 'agenda_before_it_opens', constraint = 'agenda_before_it_opens';
    end if;
    return new;
end
$$;
create trigger agenda_is_put_in_order before update on referral for each row
    when (old.agenda_place is not null or new.agenda_place is not null) execute function agenda_is_put_in_order();

-- A meeting may be planned for a day with its cases: it begins on that day or later, once, or is called off with a reason;
-- nothing is written of a case before it begins.
alter table team_meeting alter column held_at drop not null,
    add column planned_for date,
    add column called_off text check (called_off <> ''),
    add constraint meeting_planned_or_held check (num_nonnulls(planned_for, held_at) > 0),
    add constraint meeting_not_before_its_day check (held_at is null or planned_for is null
        or (held_at at time zone 'Europe/Rome')::date >= planned_for),
    add constraint meeting_closed_or_called_off check (closed_at is null or num_nonnulls(held_at, called_off) = 1),
    add constraint meeting_called_off_before_it_begins check (called_off is null or held_at is null
        and closed_at is not null);
grant update (planned_for, held_at, called_off) on team_meeting to percorsi_app;
create index on team_meeting (organisation_id, planned_for) where held_at is null and closed_at is null;
create function meeting_begins_once() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    raise check_violation using message = 'meeting_begins_once', constraint = 'meeting_begins_once';
end
$$;
create trigger meeting_begins_once before update on team_meeting for each row
    when (old.held_at is not null and (new.held_at is distinct from old.held_at
        or new.planned_for is distinct from old.planned_for)) execute function meeting_begins_once();
create function meeting_is_begun() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if exists (select 1 from team_meeting m where m.id = new.meeting_id and m.held_at is null) then
        raise check_violation using message = 'meeting_is_not_begun', constraint = 'meeting_is_not_begun';
    end if;
    return new;
end
$$;
create trigger meeting_is_begun before update on meeting_item for each row
    when (new.words <> old.words or new.discussed_at is distinct from old.discussed_at)
    execute function meeting_is_begun();
drop trigger closing_keeps_what_was_decided on team_meeting;
create trigger closing_keeps_what_was_decided after update of closed_at on team_meeting
    for each row when (old.closed_at is null and new.closed_at is not null and new.called_off is null)
    execute function closing_keeps_what_was_decided();

-- It waits for who leads it.
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
        where t.person_id = c.person_id and t.ask = 'CARE' and t.status = 'OPEN')
    union all
    select 'MEETING', m.id, null, 'LABOUR', null, m.organisation_id, m.operator_id, m.planned_for, null
    from team_meeting m where m.held_at is null and m.closed_at is null;

call let_rows_follow();
