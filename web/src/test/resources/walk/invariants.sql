-- What holds after every walk, added up again from the rows. Each asks for the rows that break it and finds none; below
-- `-- broken` is what breaks it, for the test that each of them can fail.

-- # every step is an arrow of the printed page
select feature, subject_id, before, move, status from (
    select s.*, coalesce(lag(s.status) over (partition by s.feature, s.subject_id order by s.walked), b.status, '') before
    from step s left join walk_begin b on b.feature = s.feature) s
where feature in (select feature from walk_status)
    and not exists (select 1 from walk_arrow a
        where (a.feature, a.origin, a.move, a.target) = (s.feature, s.before, s.move, s.status));
-- broken
update step set status = 'ACCEPTED' where id = (select id from step where feature = 'referral' and move = 'SUBMIT' limit 1);

-- # a status is where the last step led; whoever leaves with the case signs nothing
select w.* from walk_status w left join walk_begin b on b.feature = w.feature
left join lateral (select status from step s where s.subject_id = w.id and s.feature = w.feature
    order by walked desc limit 1) last on true
where w.status is distinct from coalesce(last.status, b.status)
    and not (w.feature = 'team' and w.status in ('LEFT', 'WITHDRAWN')
        and exists (select 1 from team_member m where m.id = w.id and m.answer is null));
-- broken
update appointment set status = case status when 'BOOKED' then 'ARRIVED' else 'BOOKED' end;

-- # a sitting is opened once, closed once, and stands there
select s.id from sitting s where (s.status in ('OPEN', 'CLOSED'), s.status = 'CLOSED')::text <> (
    select (count(*) filter (where action = 'OPEN') = 1, count(*) filter (where action = 'CLOSE') = 1)::text
    from trail t where t.subject = 'sitting' and t.subject_id = s.id);
-- broken
update sitting set status = 'OPEN', minutes_number = null where id = (select id from sitting where status = 'CLOSED' limit 1);

-- # a task stands where it was last put
select k.id from task k left join lateral (select action from trail t
    where t.subject = 'task' and t.subject_id = k.id order by recorded_at desc limit 1) last on true
where k.status <> case last.action when 'FINISH' then 'DONE' when 'LET_GO' then 'DROPPED' else 'OPEN' end;
-- broken
update task set status = 'DONE', settled_at = now(), settled_by_id = asked_by_id
where id = (select id from task where status = 'OPEN' limit 1);

-- # nobody has two open files
select person_id from case_file where status <> 'CLOSED' group by 1 having count(*) > 1;
-- broken
drop index one_open_case_file;
insert into case_file select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*
from case_file c where status = 'FIRST_LEVEL' limit 1;

-- # whoever answers for a case in care is in its team
select c.id from case_file c where c.status in ('IN_CARE', 'SUSPENDED') and not exists (select 1 from team_member m
    where m.case_file_id = c.id and m.operator_id = c.case_manager_id and m.status = 'JOINED');
-- broken
update team_member m set status = 'LEFT', until = current_date from case_file c
where c.id = m.case_file_id and c.status = 'IN_CARE' and m.operator_id = c.case_manager_id;

-- # how somebody is after a closing is heard as often as it is signed
select c.id from case_file c where (select count(*) from follow_up f where f.case_file_id = c.id)
    <> (select count(*) from step s where s.subject_id = c.id and s.feature = 'casefile' and s.move = 'FOLLOW_UP');
-- broken
alter table follow_up disable trigger follow_up_of_a_closed_case;
insert into follow_up select gen_random_uuid(), c.id, c.person_id, current_date - 1, 'OTHER', null, now(), o.id, c.organisation_id
from case_file c cross join (select id from operator limit 1) o limit 1;

-- # a closed case has no team, no running plan, and nobody is asked to lead it
select c.id, (select string_agg(t.action || ' ' || t.subject, ', ' order by t.recorded_at) from trail t
    where t.person_ids = array[c.person_id] and t.action not in ('LOOK', 'LIST')) acts,
    (select string_agg(m.status, ' ') from team_member m where m.case_file_id = c.id) places,
    (select string_agg(l.status, ' ') from plan l where l.case_file_id = c.id) plans,
    (select string_agg(t.status, ' ') from case_transfer t where t.case_file_id = c.id) requests
from case_file c where c.status = 'CLOSED' and (
    exists (select 1 from team_member m where m.case_file_id = c.id and m.status in ('INVITED', 'JOINED'))
    or exists (select 1 from plan l where l.case_file_id = c.id and l.status not in ('CONCLUDED', 'INTERRUPTED'))
    or exists (select 1 from case_transfer t where t.case_file_id = c.id and t.status = 'REQUESTED'));
-- broken
update case_file set status = 'CLOSED', suspended_until = null, outcome = 'OTHER', exits_assistance = false, review_waived = true,
    closed_on = current_date
where id in (select case_file_id from team_member where status = 'JOINED') and status <> 'CLOSED';

-- # who leads an open case holds the file, and nobody else does
select c.id from case_file c where c.status <> 'CLOSED' and array[c.organisation_id] <> array(
    select organisation_id from access_grant g where g.person_id = c.person_id and g.basis = 'FILE' and g.valid_until is null);
-- broken
update access_grant set valid_until = greatest(valid_from, now()) where basis = 'FILE' and valid_until is null;

-- # a team opens the file to another body exactly while one of it is there
select m.id from team_member m join case_file c on c.id = m.case_file_id
where m.organisation_id <> c.organisation_id and (m.status = 'JOINED') <> exists (select 1 from access_grant g
    where g.basis = 'TEAM' and g.subject_id = m.id and (g.valid_until is null or g.valid_until > now()));
-- broken
update access_grant set valid_until = null where basis = 'TEAM';
update team_member set status = 'LEFT', until = current_date where status = 'JOINED';

-- # what a referral, a request to lead or a sending opened is open as long as they are
select g.id, g.basis, (select string_agg(s.move || ' ' || s.status, ', ' order by s.walked) from step s
    where s.subject_id = g.subject_id) moves, g.valid_from, g.valid_until
from access_grant g where (g.valid_until is null or g.valid_until > now() + interval '8 days') and (
    g.basis = 'REFERRAL' and exists (select 1 from referral r left join sitting s on s.id = r.sitting_id
        where r.id = g.subject_id and r.status in ('WITHDRAWN', 'REJECTED') and s.status is distinct from 'OPEN')
    or g.basis = 'TRANSFER' and exists (select 1 from case_transfer t where t.id = g.subject_id and t.status <> 'REQUESTED')
    or g.reason = 'direct.sent' and exists (select 1 from direct_referral d where d.id = g.subject_id and d.due_on is null));
-- broken
update access_grant set valid_until = null where basis = 'REFERRAL';
update referral set status = 'WITHDRAWN' where status = 'SUBMITTED';

-- # nobody owes anything about somebody they may not see
select k.id, k.ask, k.asked_at, (select string_agg(g.reason || ' until ' || coalesce(g.valid_until::text, 'now'), ', ' order by valid_until)
        from access_grant g where (g.person_id, g.organisation_id) = (k.person_id, k.organisation_id)) once
from task k where k.status = 'OPEN' and k.person_id is not null and k.owner_id is not null
    and not exists (select 1 from membership m where m.operator_id = k.owner_id and m.organisation_id = k.organisation_id
        and granted(k.person_id, m.organisation_id, m.role, 'IDENTITY'));
-- broken
update task set owner_id = (select id from operator where username = 'sportello.lucca') where person_id is not null;

-- # a case is decided only while its sitting is open; an instant is of the request, which may have waited
select d.* from walk_decided d left join sitting s on s.id = d.sitting_id
where s.opened_at is null or d.decided_at < s.opened_at - interval '5 s' or d.decided_at > s.closed_at + interval '5 s';
-- broken
update walk_decided set decided_at = decided_at - interval '1 day';

-- # a case is decided once in a sitting
select sitting_id, referral_id from walk_decided group by 1, 2 having count(*) > 1;
-- broken
insert into walk_decided select * from walk_decided;

-- # whoever decided was there without a conflict, and enough of them
select r.id from referral r join sitting s on s.id = r.sitting_id
where r.status in ('ACCEPTED', 'WAITLISTED', 'DEFERRED', 'REJECTED') and (
    select count(*) from attendance a where a.sitting_id = s.id and not exists (
        select 1 from recusal c where c.referral_id = r.id and c.member_id = a.member_id)) < coalesce((
    select q.members from panel_quorum q where q.panel_id = s.panel_id
        and q.valid_from <= (s.opened_at at time zone 'Europe/Rome')::date order by q.valid_from desc limit 1), 1000);
-- broken
insert into recusal select r.id, r.panel_id, a.member_id, now(), r.referrer_id
from referral r join attendance a on a.sitting_id = r.sitting_id where r.status = 'ACCEPTED' on conflict do nothing;

-- # nobody votes twice, and only whoever is there and takes part
select v.referral_id, v.member_id from vote v group by v.sitting_id, v.referral_id, v.member_id having count(*) > 1
union all
select v.referral_id, v.member_id from vote v join referral r on r.id = v.referral_id and r.sitting_id = v.sitting_id
where r.status <> 'SCHEDULED' and (exists (select 1 from recusal c where c.referral_id = r.id and c.member_id = v.member_id)
    or not exists (select 1 from attendance a where a.sitting_id = v.sitting_id and a.member_id = v.member_id));
-- broken
alter table vote drop constraint one_vote_each;
insert into vote select r.sitting_id, r.id, r.panel_id, a.member_id, 'FAVOUR'
from (select * from referral where status = 'ACCEPTED' limit 1) r join attendance a on a.sitting_id = r.sitting_id,
    generate_series(1, 2);

-- # the minutes of a closed sitting say what it decided, all of it and nothing else
(select d.sitting_id, d.person_id, d.status from walk_decided d join sitting s on s.id = d.sitting_id
where s.status = 'CLOSED' except all select sitting_id, person_id, decision from minute)
union all
(select sitting_id, person_id, decision from minute except all select sitting_id, person_id, status from walk_decided);
-- broken
update minute set decision = 'WITHDRAWN';

-- # minutes are numbered one after the other, and so is what is in them
select panel_id from sitting where status = 'CLOSED' group by 1
having count(*) <> max(minutes_number) or count(distinct minutes_number) <> count(*)
union all
select sitting_id from minute group by 1 having count(*) <> max(ordinal);
-- broken
update sitting set minutes_number = minutes_number + 1000 where status = 'CLOSED';

-- # no case waits for a sitting that is over
select r.id from referral r join sitting s on s.id = r.sitting_id where r.status = 'SCHEDULED' and s.status = 'CLOSED';
-- broken
update referral set status = 'SCHEDULED', decided_hours = null, referent = null, decided_fund = null
where sitting_id in (select id from sitting where status = 'CLOSED');

-- # a case has one running plan at the most, and its editions are numbered
select case_file_id from plan where status not in ('CONCLUDED', 'INTERRUPTED') group by 1 having count(*) > 1
union all
select l.id from plan l where (select count(*) from plan_edition e where e.plan_id = l.id and e.number <= l.edition) <> l.edition
    or exists (select 1 from plan_edition e where e.plan_id = l.id and e.number > l.edition);
-- broken
update plan set edition = edition + 1;

-- # nobody is in two hours at once, and nobody gives two but to a group
select a.id, b.id from encounter a join encounter b on a.id < b.id and a.on_day = b.on_day
    and a.starts < b.starts + b.minutes * interval '1 minute' and b.starts < a.starts + a.minutes * interval '1 minute'
    and (a.person_id = b.person_id or a.operator_id = b.operator_id and a.group_id <> b.group_id)
where a.status in ('BOOKED', 'DELIVERED', 'VALIDATED', 'REPORTED') and a.absence is null and a.corrects_id is null
    and b.status in ('BOOKED', 'DELIVERED', 'VALIDATED', 'REPORTED') and b.absence is null and b.corrects_id is null;
-- broken
alter table encounter drop constraint encounter_once, drop constraint operator_once;
insert into encounter select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
from encounter e where status = 'DELIVERED' and absence is null and corrects_id is null limit 1;

-- # a budget is the sum of its hours, and is not exceeded but by what was passed
select b.id from hour_budget b
left join lateral (select coalesce(sum(e.minutes) filter (where e.status = 'BOOKED'), 0) booked,
    coalesce(sum(e.counted), 0) given from plan l join encounter e on e.plan_id = l.id where l.budget_id = b.id) h on true
left join lateral (select coalesce(sum(x.minutes), 0) passed from hour_extension x where x.budget_id = b.id) x on true
where (b.booked_minutes, b.delivered_minutes, b.passed_minutes) <> (h.booked, h.given, x.passed)
    or h.booked + h.given > b.minutes + x.passed;
-- broken
update hour_budget set delivered_minutes = delivered_minutes - 1 where delivered_minutes > 0;

-- # what is reported was confirmed by another, in days that are frozen
select e.id from encounter e left join hour_period p on p.id = e.period_id
where e.status in ('VALIDATED', 'REPORTED') and (e.validated_by in (e.operator_id, e.marked_by) or e.sheet_id is null
    or not exists (select 1 from sheet_scan c where c.sheet_id = e.sheet_id))
    or e.status = 'REPORTED' and (p.id is null or e.on_day not between p.from_day and p.until_day);
-- broken
alter table encounter drop constraint validated_by_another;
update encounter set validated_by = operator_id where status in ('VALIDATED', 'REPORTED');

-- # nobody is expected twice by the same operator, mediator or room at once
select a.id, b.id from booking a join booking b on a.id < b.id and a.resource_id = b.resource_id
    and a.session <> b.session and a.during && b.during where a.held and b.held;
-- broken
alter table booking drop constraint booking_once;
insert into booking (appointment_id, resource_id, during, held, turn, session)
select appointment_id, resource_id, during, held, turn + 50, gen_random_uuid() from booking where held limit 1;

-- # an appointment holds its times until it is cancelled
select a.id from appointment a where (a.status <> 'CANCELLED') <> exists (
    select 1 from booking b where b.appointment_id = a.id and b.turn = a.turn and b.held);
-- broken
update booking set held = false where appointment_id is not null;

-- # what was written was written down in the same transaction
select kind, id from (
    select 'step' kind, id, xmin from step union all select 'referral', id, xmin from referral
    union all select 'case', id, xmin from case_file union all select 'team', id, xmin from team_member
    union all select 'transfer', id, xmin from case_transfer union all select 'plan', id, xmin from plan
    union all select 'objective', id, xmin from objective union all select 'support', id, xmin from support
    union all select 'hours', id, xmin from encounter union all select 'budget', id, xmin from hour_budget
    union all select 'appointment', id, xmin from appointment union all select 'booking', id, xmin from booking
    union all select 'direct', id, xmin from direct_referral union all select 'task', id, xmin from task
    union all select 'sitting', id, xmin from sitting union all select 'grant', id, xmin from access_grant
    union all select 'minutes', sitting_id, xmin from minute union all select 'vote', referral_id, xmin from vote) w
where xmin::text::bigint > (select xid from walk_since)
    and not exists (select 1 from trail t where t.xmin::text::bigint = w.xmin::text::bigint);
-- broken
update direct_referral set asked = asked || '.';
