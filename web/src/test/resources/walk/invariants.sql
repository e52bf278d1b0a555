-- What holds after every walk, added up again from the rows. Each asks for the rows that break it and finds none; below
-- `-- broken` is what breaks it, for the test that each of them can fail.

-- # every step is an arrow of the printed page; who waited has their appointment from the step of the wait
select feature, subject_id, before, move, status from (
    select s.*, coalesce(lag(s.status) over (partition by s.feature, s.subject_id order by s.walked), b.status,
        case when s.feature = 'appointment' and exists (select 1 from wait w where w.id = s.subject_id) then 'BOOKED' end, '') before
    from walk_step s left join walk_begin b on b.feature = s.feature) s
where feature in (select feature from walk_status)
    and not exists (select 1 from walk_arrow a
        where (a.feature, a.origin, a.move, a.target) = (s.feature, s.before, s.move, s.status));
-- broken
update step set status = 'ACCEPTED' where id = (select id from step where feature = 'referral' and move = 'SUBMIT' limit 1);
-- broken
update step set status = 'GRANTED' where feature = 'procedure' and move = 'PREPARE';
-- broken
update ticket_step set status = 'DONE' where move = 'GIVE';
-- broken
insert into mediation_step select gen_random_uuid(), gen_random_uuid(), 'MEDIATE', 'GIVEN', now(), gen_random_uuid(),
    gen_random_uuid(), null;

-- # a status is where the last step led; whoever leaves with the case signs nothing
select w.* from walk_status w left join walk_begin b on b.feature = w.feature
left join lateral (select status from walk_step s where s.subject_id = w.id and s.feature = w.feature
    order by walked desc limit 1) last on true
where w.status is distinct from coalesce(last.status, b.status, case when w.feature = 'appointment'
        and exists (select 1 from wait q where q.id = w.id and q.status = 'BOOKED') then 'BOOKED' end)
    and not (w.feature = 'team' and w.status in ('LEFT', 'WITHDRAWN')
        and exists (select 1 from team_member m where m.id = w.id and m.answer is null));
-- broken
update appointment set status = case status when 'BOOKED' then 'ARRIVED' else 'BOOKED' end;
-- broken
delete from step where feature = 'procedure';
-- broken
delete from ticket_step;
-- broken
insert into mediation_request (id, organisation_id, operator_id, provider_id, programme_id, language, topic, manner, place,
    starts_at, minutes, status, mediator_id, given_minutes, version)
select gen_random_uuid(), g.id, o.id, m.organisation_id, p.id, m.language, 'WORK', 'IN_PERSON', 'xx',
    now() + interval '9 days', 30, 'ACCEPTED', m.id, null, 0
from (select * from resource where kind = 'MEDIATOR' limit 1) m, (select id from programme limit 1) p,
    operator o, organisation g where o.username = 'sportello.prato' and g.code = 'comune-pistoia';

-- # what was asked of another is answered once, and stands as it was answered
select w.* from walk_answered w
left join lateral (select array_agg(t.action) made from trail t
    where t.subject = w.feature and t.subject_id = w.id and t.action = any (w.moves)) last on true
where coalesce(last.made, '{}') <> case w.status when 'ACCEPTED' then array['CONNECT'] when 'REFUSED' then array['REFUSE']
    when 'DECLINED' then array['REFUSE'] when 'WITHDRAWN' then array['WITHDRAW'] when 'CONFIRMED' then array['CONFIRM']
    when 'JUSTIFIED' then array['REVIEW'] when 'UNJUSTIFIED' then array['REVIEW'] else '{}' end;
-- broken
insert into connection (id, person_id, organisation_id, to_organisation_id, operator_id, status, reason, requested_at,
    answered_at, version)
select gen_random_uuid(), p.id, a.id, b.id, o.id, 'REFUSED', 'x', now(), now(), 0
from (select id from person limit 1) p, (select id from organisation order by id limit 1) a,
    (select id from organisation order by id desc limit 1) b, (select id from operator limit 1) o;
-- broken
insert into emergency_access (id, person_id, operator_id, organisation_id, role, cause, reason, asked_at, status, review,
    reviewed_at, reviewer_id, version)
select gen_random_uuid(), p.id, o.id, g.id, 'DESK', 'LIFE', 'x', now(), 'JUSTIFIED', 'x', now(), r.id, 0
from (select id from person limit 1) p, (select id from organisation limit 1) g, operator o, operator r
where o.username = 'sportello.prato' and r.username = 'dpo';
-- broken
update public_request set status = 'WITHDRAWN', ended_at = now(), ended_by = null, reason = null;

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
select person_id from case_file where status <> 'CLOSED' and led_by is null group by 1 having count(*) > 1;
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
select c.id, c.led_by, (select string_agg(t.action || ' ' || t.subject, ', ' order by t.recorded_at) from trail t
    where c.person_id = any (t.person_ids) and t.action not in ('LOOK', 'LIST')) acts
from case_file c where c.status <> 'CLOSED' and (c.led_by is null and not exists (select 1 from access_grant g
        where (g.person_id, g.organisation_id) = (c.person_id, c.organisation_id) and g.basis = 'FILE' and g.valid_until is null)
    or exists (select 1 from access_grant g where g.person_id = c.person_id and g.basis = 'FILE' and g.valid_until is null
        and not exists (select 1 from case_file o where (o.person_id, o.organisation_id) = (g.person_id, g.organisation_id)
            and (o.status <> 'CLOSED' or exists (select 1 from person_merge m where m.person_id = o.person_id)))));
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

-- # who was sent on is asked about one day while it is open, and a question stands open while the clock stands still
select id from direct_referral
where (status in ('SENT', 'INTEGRATION_REQUESTED', 'WAITLISTED', 'DEFERRED', 'TAKEN_UP', 'STARTED')) <> (due_on is not null)
    or (status = 'INTEGRATION_REQUESTED') <> (paused_at is not null);
-- broken
alter table direct_referral drop constraint direct_asked_again_while_open;
update direct_referral set due_on = case when due_on is null then current_date end;

-- # the clock lets go only of what is late with somebody who answers here, and it alone signs that
select d.id from direct_referral d where d.status = 'EXPIRED' and (d.receiver_id is null
    or d.answer_by >= (now() at time zone 'Europe/Rome')::date
    or not exists (select 1 from step s where s.subject_id = d.id and s.move = 'EXPIRE'
        and s.operator_id = '00000000-0000-7000-8000-000000000002'));
-- broken
alter table direct_referral disable trigger user;
update direct_referral set status = 'EXPIRED', due_on = null, paused_at = null, answer_by = current_date + 9;

-- # what is sent again came to nothing, and is of the same person
select f.id from direct_referral f join direct_referral d on d.id = f.follows_id
where f.person_id <> d.person_id or d.status not in ('TURNED_AWAY', 'NOT_SHOWN', 'WITHDRAWN', 'EXPIRED');
-- broken
alter table direct_referral drop constraint direct_sent_again_once, disable trigger user;
update direct_referral set follows_id = id, status = 'CONCLUDED', due_on = null, paused_at = null;

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
(select d.sitting_id, r.person_id, d.status from walk_decided d join sitting s on s.id = d.sitting_id
join referral r on r.id = d.referral_id
where s.status = 'CLOSED' except all select sitting_id, person_id, decision from minute)
union all
(select sitting_id, person_id, decision from minute except all
select d.sitting_id, r.person_id, d.status from walk_decided d join referral r on r.id = d.referral_id);
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

-- # a plan that ended expects no hour
select e.id from encounter e join plan l on l.id = e.plan_id where l.status in ('CONCLUDED', 'INTERRUPTED') and e.status = 'BOOKED';
-- broken
alter table plan disable trigger user;
alter table encounter disable trigger user;
update encounter set status = 'BOOKED', counted = 0
where id = (select e.id from encounter e join resource r on r.operator_id = e.operator_id
    where e.status = 'DELIVERED' and e.absence is null and e.corrects_id is null and e.giver is null limit 1);
update plan set status = 'INTERRUPTED' where id in (select plan_id from encounter where status = 'BOOKED');

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
    and (a.person_id = b.person_id
        or a.operator_id = b.operator_id and a.group_id <> b.group_id and num_nonnulls(a.giver, b.giver) = 0)
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

-- # a booked hour holds who gives it, at its time; one without a day holds nobody
select e.id from encounter e join resource r on r.operator_id = e.operator_id
where e.status = 'BOOKED' and e.giver is null and not exists (
        select 1 from booking b where b.encounter_id = e.id and b.held
        and b.resource_id = r.id and b.session = e.group_id
        and b.starts_at = (e.on_day + e.starts) at time zone 'Europe/Rome')
    and not exists (select 1 from step s where s.subject_id = e.id and s.move = 'REOPEN')
    or (e.status in ('PLANNED', 'CANCELLED') or e.giver is not null) and exists (
        select 1 from booking b where b.encounter_id = e.id and b.held);
-- broken
alter table encounter disable trigger user;
update encounter set status = 'BOOKED', counted = 0
where id = (select e.id from encounter e join resource r on r.operator_id = e.operator_id
    where e.status = 'DELIVERED' and e.absence is null and e.corrects_id is null and e.giver is null
        and not exists (select from step s where s.subject_id = e.id and s.move = 'REOPEN') limit 1);
update booking set held = false where encounter_id is not null;

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
    union all select 'appointment', id, xmin from appointment
    union all select 'booking', id, xmin from booking where request_id is null
    union all select 'direct', id, xmin from direct_referral union all select 'task', id, xmin from task
    union all select 'sitting', id, xmin from sitting union all select 'grant', id, xmin from access_grant
    union all select 'minutes', sitting_id, xmin from minute union all select 'vote', referral_id, xmin from vote
    union all select 'procedure', id, xmin from procedure
    union all select 'ticket', id, xmin from ticket union all select 'ticket step', id, xmin from ticket_step
    union all select 'ticket person', ticket_id, xmin from ticket_person
    union all select 'contact', id, xmin from desk_contact union all select 'contact person', contact_id, xmin from contact_person
    union all select 'mediation', id, xmin from mediation_request
    union all select 'mediation step', id, xmin from mediation_step
    union all select 'request', id, xmin from public_request where status not in ('SENT', 'LAPSED')
    union all select 'connection', id, xmin from connection
    union all select 'emergency', id, xmin from emergency_access
    union all select 'emergency seen', emergency_id, xmin from emergency_notice
    union all select 'meeting', id, xmin from team_meeting union all select 'meeting item', id, xmin from meeting_item
    union all select 'present', meeting_id, xmin from meeting_present
    union all select 'decided', id, xmin from meeting_decision
    union all select 'template', id, xmin from plan_template
    union all select 'template aim', id, xmin from plan_template_objective
    union all select 'terms', id, xmin from programme union all select 'places', organisation_id, xmin from programme_body
    union all select 'service', id, xmin from service
    union all select 'wait', id, xmin from wait union all select 'offer', wait_id, xmin from booking where wait_id is not null
    union all select 'assessment', id, xmin from assessment union all select 'area', id, xmin from assessment_area
    union all select 'skills', id, xmin from skills_review union all select 'skill', id, xmin from skills_line
    union all select 'relative', id, xmin from household_link
    union all select 'kept apart', id, xmin from protected_address
    union all select 'person', id, xmin from person union all select 'contacts', person_id, xmin from person_contact
    union all select 'pair', id, xmin from duplicate_pair where status <> 'OPEN'
    union all select 'agreed', id, xmin from merge_agreement union all select 'merge', id, xmin from person_merge
    union all select 'extension', id, xmin from hour_extension union all select 'judged', id, xmin from reassessment) w
where xmin::text::bigint > (select xid from walk_since)
    and not exists (select 1 from trail t where t.xmin::text::bigint = w.xmin::text::bigint)
    and not exists (select 1 from walk_aged a where a.xid = w.xmin::text::bigint)
    and w.id::text not in (select v.id from walk_moved v where v.id is not null)
    and not exists (select 1 from person_merge m where m.led_id = w.id and m.undone_at is not null);
-- broken
update direct_referral set asked = asked || '.';
-- broken
update ticket set language = language;
-- broken
update programme set target = 7;

-- # nobody has two procedures of a kind going on, unless there may be several
select p.person_id, p.kind from procedure p join procedure_kind k on k.code = p.kind
where p.status in ('TO_PREPARE', 'SUBMITTED', 'INTEGRATION_ASKED') and not k.several group by 1, 2 having count(*) > 1;
-- broken
drop index one_open_procedure;
insert into procedure (id, person_id, organisation_id, kind, several, about, missing, status, prepared_on, next_on, moved_at,
    version)
select gen_random_uuid(), p.id, o.id, k.code, false, '', '', 'TO_PREPARE', current_date, current_date, now(), 0
from (select id from person limit 1) p, (select id from organisation limit 1) o,
    (select code from procedure_kind where not several limit 1) k, generate_series(1, 2);

-- # an open procedure is looked at again one day, an answered one says when, after it was submitted and not ahead
select id from procedure where (status in ('TO_PREPARE', 'SUBMITTED', 'INTEGRATION_ASKED')) <> (next_on is not null)
    or (status in ('GRANTED', 'REFUSED', 'WITHDRAWN')) <> (decided_on is not null)
    or status in ('SUBMITTED', 'INTEGRATION_ASKED', 'GRANTED', 'REFUSED') and (submitted_on is null or submitted_to is null)
    or decided_on < submitted_on or greatest(submitted_on, decided_on) > (now() at time zone 'Europe/Rome')::date
    or (valid_until is not null and status <> 'GRANTED') or (appeal_by is not null and status <> 'REFUSED')
    or least(valid_until, appeal_by) <= decided_on;
-- broken
alter table procedure drop constraint procedure_not_ahead;
drop index one_open_procedure;
update procedure set status = 'SUBMITTED', submitted_on = current_date + 9, submitted_to = 'x', decided_on = null,
    next_on = current_date, valid_until = null, appeal_by = null;

-- # whoever follows a procedure works at the body that does
select p.id from procedure p where p.owner_id is not null and not exists (select 1 from membership m
    where m.operator_id = p.owner_id and m.organisation_id = p.organisation_id
        and m.role in ('DESK', 'SOCIAL_WORKER', 'SPECIALIST'));
-- broken
update procedure set owner_id = (select id from operator where username = 'dpo');

-- # the numbers of a desk on a day follow each other
select desk_id, day, letter from ticket group by 1, 2, 3 having count(*) <> max(number) or count(distinct number) <> count(*);
-- broken
update ticket set number = number + 500;

-- # who is called has a counter, and who waits for a colleague waits for one who speaks their language
select t.id from ticket t where t.status = 'CALLED' and (t.counter is null or t.for_operator_id is not null)
    or t.status = 'WAITING' and t.counter is not null
    or t.for_operator_id is not null and not exists (select 1 from operator_language l
        where (l.operator_id, l.language) = (t.for_operator_id, t.language))
    or t.for_operator_id is distinct from (select s.to_operator_id from ticket_step s
        where s.ticket_id = t.id and s.move in ('GIVE', 'CALL', 'HAND_OVER') order by s.walked desc limit 1);
-- broken
update ticket set for_operator_id = (select id from operator where username = 'sportello.prato'), language = 'ur';

-- # a contact is somebody's exactly when their file was opened, and then it counts
select c.id from desk_contact c where (c.outcome = 'FILE_OPENED') <> exists (select 1 from contact_person p
    where p.contact_id = c.id) or c.outcome = 'FILE_OPENED' and c.undone_at is not null;
-- broken
insert into desk_contact (id, desk_id, organisation_id, operator_id, at, topic, language, channel, outcome)
select gen_random_uuid(), d.id, d.organisation_id, o.id, now(), 'WORK', 'it', 'DESK', 'FILE_OPENED'
from (select * from desk limit 1) d, (select id from operator limit 1) o;

-- # a request holds its time until it is answered, and none that is over does
select r.id, r.status from public_request r where (r.status = 'SENT' and r.expires_at > now()) and not exists (
        select 1 from booking b where b.request_id = r.id and b.held and b.held_until = r.expires_at
            and b.starts_at = r.starts_at)
    or r.status <> 'SENT' and exists (select 1 from booking b where b.request_id = r.id)
    or r.status = 'SENT' and (r.name is null or r.phone is null);
-- broken
update booking set held_until = held_until - interval '1 s' where request_id is not null;
update public_request set status = 'SENT', ended_at = null, ended_by = null, reason = null, expires_at = starts_at
where starts_at > now();

-- # what was sent from home was written down when it was sent, once
select r.id from public_request r where 1 <> (select count(*) from trail t
    where t.subject = 'request' and t.subject_id = r.id and t.action = 'SEND' and t.at = r.created_at);
-- broken
update public_request set created_at = created_at - interval '1 s';

-- # a request that was confirmed became an appointment at its time, in the same transaction
select r.id from public_request r join trail c on c.subject = 'request' and c.subject_id = r.id and c.action = 'CONFIRM'
where r.status = 'CONFIRMED' and 1 <> (select count(*) from trail b join appointment a on a.id = b.subject_id
    where b.xmin = c.xmin and b.subject = 'appointment' and b.action = 'BOOK' and a.service_id = r.service_id
        and (a.person_id = any (c.person_ids) or exists (select 1 from person_merge m
            where array[m.person_id, m.absorbed_id] && c.person_ids)));
-- broken
update public_request set status = 'CONFIRMED', ended_at = now(), ended_by = (select id from operator limit 1), reason = null;
insert into trail (id, at, operator_id, organisation_id, role, action, subject, subject_id, person_ids, sections)
select gen_random_uuid(), now(), r.ended_by, r.organisation_id, 'DESK', 'CONFIRM', 'request', r.id, '{}', '{}'
from public_request r limit 1;

-- # nobody asks for too many times: two a telephone, six a day of a service
select regexp_replace(phone, '\D', '', 'g') from public_request where status = 'SENT' group by 1 having count(*) > 2
union all
select service_id || ' ' || (starts_at at time zone 'Europe/Rome')::date from public_request where status = 'SENT'
group by 1 having count(*) > 6;
-- broken
update public_request set status = 'SENT', ended_at = null, ended_by = null, reason = null, phone = '+39 333 000000',
    name = 'Chi cammina';

-- # whoever was let in is in, and nobody else by asking
select c.id, c.status from connection c where (c.status = 'ACCEPTED') <> exists (select 1 from access_grant g
        where g.basis = 'CONNECTION' and g.subject_id = c.id
            and (g.person_id, g.organisation_id) = (c.person_id, c.organisation_id))
    or c.organisation_id = c.to_organisation_id;
-- broken
insert into connection (id, person_id, organisation_id, to_organisation_id, operator_id, status, reason, requested_at,
    answered_at, version)
select gen_random_uuid(), p.id, a.id, b.id, o.id, 'ACCEPTED', 'x', now(), now(), 0
from (select id from person limit 1) p, (select id from organisation order by id limit 1) a,
    (select id from organisation order by id desc limit 1) b, (select id from operator limit 1) o;

-- # a body asks another only once at a time about somebody
select person_id, organisation_id, to_organisation_id from connection where status = 'REQUESTED' group by 1, 2, 3
having count(*) > 1;
-- broken
drop index asked_once;
insert into connection (id, person_id, organisation_id, to_organisation_id, operator_id, status, reason, requested_at,
    answered_at, version)
select gen_random_uuid(), p.id, a.id, b.id, o.id, 'REQUESTED', 'x', now(), null, 0
from (select id from person limit 1) p, (select id from organisation order by id limit 1) a,
    (select id from organisation order by id desc limit 1) b, (select id from operator limit 1) o, generate_series(1, 2);

-- # an emergency opens one file to one operator, for an hour at the most, and whoever held it is told
select e.id from emergency_access e where 1 <> (select count(*) from access_grant g where g.subject_id = e.id
        and g.basis = 'EMERGENCY' and g.given_by = e.operator_id and g.person_id = e.person_id
        and g.organisation_id = e.organisation_id and g.roles = array[e.role]
        and g.valid_until <= e.asked_at + interval '60 minutes')
    or not exists (select 1 from emergency_notice n where n.emergency_id = e.id and n.organisation_id <> e.organisation_id)
union all
select g.id from access_grant g where g.basis = 'EMERGENCY'
    and not exists (select 1 from emergency_access e where e.id = g.subject_id);
-- broken
insert into emergency_access (id, person_id, operator_id, organisation_id, role, cause, reason, asked_at, status, review,
    reviewed_at, reviewer_id, version)
select gen_random_uuid(), p.id, o.id, g.id, 'DESK', 'LIFE', 'x', now(), 'JUSTIFIED', 'x', now(), r.id, 0
from (select id from person limit 1) p, (select id from organisation limit 1) g, operator o, operator r
where o.username = 'sportello.prato' and r.username = 'dpo';
-- broken
insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from, valid_until,
    given_by, given_by_organisation_id)
select gen_random_uuid(), g.person_id, g.organisation_id, 'EMERGENCY', g.roles, g.sections, 'x', gen_random_uuid(), now(), now(),
    g.given_by, g.given_by_organisation_id from access_grant g limit 1;

-- # nobody has more than three files open without leave, and nobody reviews their own
select g.given_by from access_grant g where g.basis = 'EMERGENCY' and g.valid_until > now() group by 1 having count(*) > 3
union all
select id from emergency_access where reviewer_id = operator_id or reviewer_id is not null and not exists (
    select 1 from membership m where m.operator_id = reviewer_id and m.role = 'DPO');
-- broken
insert into emergency_access (id, person_id, operator_id, organisation_id, role, cause, reason, asked_at, status, review,
    reviewed_at, reviewer_id, version)
select gen_random_uuid(), p.id, o.id, g.id, 'DESK', 'LIFE', 'x', now(), 'JUSTIFIED', 'x', now(), r.id, 0
from (select id from person limit 1) p, (select id from organisation limit 1) g, operator o, operator r
where o.username = 'sportello.prato' and r.username = 'admin';
-- broken
insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from, valid_until,
    given_by, given_by_organisation_id)
select gen_random_uuid(), g.person_id, g.organisation_id, 'EMERGENCY', g.roles, g.sections, 'x', gen_random_uuid(), now(),
    now() + interval '30 minutes', o.id, g.organisation_id
from (select * from access_grant limit 4) g, operator o where o.username = 'sportello.prato';

-- # who said yes is taken at that time, speaks the language, and is free again once it does not take place
select r.id, r.status from mediation_request r where (r.status in ('ACCEPTED', 'GIVEN')) <> exists (
        select 1 from booking b where b.mediation_id = r.id and b.held and b.resource_id = r.mediator_id
            and b.during = tstzrange(r.starts_at, r.starts_at + r.minutes * interval '1 minute'))
    or r.mediator_id is not null and not exists (select 1 from resource m
        where (m.id, m.organisation_id, m.language) = (r.mediator_id, r.provider_id, r.language));
-- broken
insert into mediation_request (id, organisation_id, operator_id, provider_id, programme_id, language, topic, manner, place,
    starts_at, minutes, status, mediator_id, given_minutes, version)
select gen_random_uuid(), g.id, o.id, m.organisation_id, p.id, m.language, 'WORK', 'IN_PERSON', 'xx',
    now() + interval '9 days', 30, 'ACCEPTED', m.id, null, 0
from (select * from resource where kind = 'MEDIATOR' limit 1) m, (select id from programme limit 1) p,
    operator o, organisation g where o.username = 'sportello.prato' and g.code = 'comune-pistoia';

-- # an appointment waits for one mediator at the most, and what was given had begun
select appointment_id from mediation_request where status in ('REQUESTED', 'ACCEPTED') and appointment_id is not null
group by 1 having count(*) > 1
union all
select r.id from mediation_request r where (r.status = 'GIVEN') <> (r.given_minutes is not null)
    or r.status = 'GIVEN' and r.starts_at > now();
-- broken
insert into mediation_request (id, organisation_id, operator_id, provider_id, programme_id, language, topic, manner, place,
    starts_at, minutes, status, mediator_id, given_minutes, version)
select gen_random_uuid(), g.id, o.id, m.organisation_id, p.id, m.language, 'WORK', 'IN_PERSON', 'xx',
    now() + interval '9 days', 30, 'GIVEN', m.id, 30, 0
from (select * from resource where kind = 'MEDIATOR' limit 1) m, (select id from programme limit 1) p,
    operator o, organisation g where o.username = 'sportello.prato' and g.code = 'comune-pistoia';

-- # a mediation was answered by whom it was asked of, and withdrawn by who asked
select s.id from mediation_step s join mediation_request r on r.id = s.request_id
where s.organisation_id <> case when s.move in ('SAY_YES', 'SAY_NO', 'MEDIATE') then r.provider_id
    when s.move in ('ASK_MEDIATION', 'WITHDRAW') then r.organisation_id
    else case s.organisation_id when r.provider_id then r.provider_id else r.organisation_id end end;
-- broken
insert into mediation_request (id, organisation_id, operator_id, provider_id, programme_id, language, topic, manner, place,
    starts_at, minutes, status, mediator_id, given_minutes, version)
select gen_random_uuid(), g.id, o.id, m.organisation_id, p.id, m.language, 'WORK', 'IN_PERSON', 'xx',
    now() + interval '9 days', 30, 'ACCEPTED', m.id, null, 0
from (select * from resource where kind = 'MEDIATOR' limit 1) m, (select id from programme limit 1) p,
    operator o, organisation g where o.username = 'sportello.prato' and g.code = 'comune-pistoia';
insert into mediation_step select gen_random_uuid(), r.id, 'SAY_YES', 'ACCEPTED', now(), r.operator_id, r.organisation_id, null
from mediation_request r;

-- # minutes of a team are closed once, with somebody there, and nothing is written in them afterwards
select m.id from team_meeting m where (m.closed_at is not null and m.called_off is null)::int <> (select count(*) from trail t
        where t.subject = 'meeting' and t.subject_id = m.id and t.action = 'CLOSE')
    or m.closed_at is not null and m.called_off is null and trim(m.others) = ''
        and not exists (select 1 from meeting_present p where p.meeting_id = m.id)
    or exists (select 1 from meeting_item i where i.meeting_id = m.id and i.discussed_at > m.closed_at + interval '5 s')
    or (select count(*) <> max(i.place) from meeting_item i where i.meeting_id = m.id);
-- broken
insert into team_meeting (id, organisation_id, operator_id, held_at, closed_at, version)
select gen_random_uuid(), g.id, o.id, now(), now(), 0
from (select id from organisation limit 1) g, (select id from operator limit 1) o;
-- broken
insert into team_meeting (id, organisation_id, operator_id, held_at, closed_at, version)
select gen_random_uuid(), g.id, o.id, now(), now(), 0
from (select id from organisation limit 1) g, (select id from operator limit 1) o;
insert into trail (id, at, operator_id, organisation_id, role, action, subject, subject_id, person_ids, sections)
select gen_random_uuid(), now(), m.operator_id, m.organisation_id, 'DESK', 'CLOSE', 'meeting', m.id, '{}', '{}'
from team_meeting m where m.closed_at is not null and not exists (select from trail t
    where t.subject_id = m.id and t.action = 'CLOSE');

-- # minutes of a team keep all that was decided by then and nothing else
(select d.meeting_id, d.person_id, d.what, d.due_on from meeting_decision d
except all select k.origin_id, k.person_id, k.what, k.due_on from task k where k.origin = 'MEETING')
union all
(select k.origin_id, k.person_id, k.what, k.due_on from task k join team_meeting m on m.id = k.origin_id
where k.origin = 'MEETING' and m.closed_at is not null
except all select d.meeting_id, d.person_id, d.what, d.due_on from meeting_decision d);
-- broken
insert into meeting_decision select gen_random_uuid(), gen_random_uuid(), p.id, 900, 'x', 'x', current_date
from person p limit 1;

-- # whoever was at a meeting leads it, led it before it was passed on, or was of the team of one of its cases
select p.meeting_id, p.operator_id from meeting_present p join team_meeting m on m.id = p.meeting_id
where p.operator_id <> m.operator_id and not exists (select 1 from trail d
    where d.subject = 'meeting' and d.subject_id = m.id and d.operator_id = p.operator_id and d.action not in ('LOOK', 'LIST'))
    and not exists (select 1 from meeting_item i
    join team_member t on t.case_file_id = i.case_file_id where i.meeting_id = m.id and t.operator_id = p.operator_id);
-- broken
insert into team_meeting (id, organisation_id, operator_id, held_at, version)
select gen_random_uuid(), g.id, o.id, now(), 0
from (select id from organisation limit 1) g, (select id from operator limit 1) o;
insert into meeting_present select m.id, o.id, 'x', 'x' from team_meeting m, operator o where o.username = 'dpo';

-- # whoever promises is the person, of the team of the case, or a name
select c.id from commitment c join objective o on o.id = c.objective_id join plan l on l.id = o.plan_id
where (c.by_person)::int + (c.member_id is not null)::int + (coalesce(trim(c.who), '') <> '')::int <> 1
    or c.member_id is not null and not exists (select 1 from team_member m
        where m.id = c.member_id and m.case_file_id = l.case_file_id);
-- broken
update commitment set member_id = (select m.id from team_member m order by m.id desc limit 1), by_person = false, who = null;

-- # the plans to begin from have a name each, and none was begun from one that had been retired
select programme, name from plan_template group by 1, 2 having count(*) > 1
union all
select l.template, l.id::text from plan l join plan_template t on t.code = l.template
join trail d on d.subject = 'plan' and d.subject_id = l.id and d.action = 'DRAW'
where t.retired_at + interval '5 s' < d.at;
-- broken
alter table plan_template drop constraint plan_template_named_once;
update plan_template set name = 'x', programme = 'TEAMS';
-- broken
update plan set template = (select code from plan_template limit 1);
update plan_template set retired_at = '2000-01-01';

-- # whoever is in a programme came in on one of its days
select e.id, e.enrolled_on from enrolment e join programme p on p.id = e.programme_id
where e.status in ('ACTIVE', 'COMPLETED') and e.enrolled_on not between coalesce(p.runs_from, 'infinity')
    and coalesce(p.extended_until, p.runs_until, 'infinity');
-- broken
update programme set runs_from = current_date + 5, runs_until = null, extended_until = null, extension_note = null;

-- # nobody is in an area over its places without a reason that stays
select b.organisation_id, t.*, b.target, b.women from programme_body b cross join lateral (
    select count(*) taken, count(*) filter (where e.gender = 'F') women, count(*) filter (where e.gender = 'M') men,
        count(*) filter (where e.out_of_turn is not null) reasons
    from enrolment e where e.programme_id = b.programme_id and e.organisation_id = b.organisation_id
        and e.status in ('ACTIVE', 'COMPLETED')) t (taken, women_taken, men_taken, reasons)
where b.enrols and (t.taken - b.target > t.reasons or t.women_taken - b.women > t.reasons
    or t.men_taken - (b.target - b.women) > t.reasons);
-- broken
update enrolment set out_of_turn = null;
update programme_body set target = 1, women = null where enrols;

-- # a reason to come in out of turn is written down as one
select e.id, e.out_of_turn from enrolment e where (e.out_of_turn is not null) <> exists (select 1 from trail t
    where t.subject = 'enrolment' and t.subject_id = e.id and t.action = 'ENROL_OUT_OF_TURN');
-- broken
update enrolment set out_of_turn = 'x';

-- # whoever waits is offered one time at the most, and it is kept for them as long as they were told
select w.id, w.status from wait w where w.status = 'OFFERED' and w.offered_until > now() and not exists (
        select 1 from booking b where b.wait_id = w.id and b.held and b.held_until = w.offered_until
            and b.starts_at = w.offered_from)
    or w.status <> 'OFFERED' and exists (select 1 from booking b where b.wait_id = w.id and b.held_until > now());
-- broken
insert into wait (id, person_id, person_name, language, service_id, organisation_id, reason, mediation, not_before, not_after,
    weekdays, half, put_by_id, since, turned_down, status, offered_from, offered_until, version)
select gen_random_uuid(), p.id, 'x', 'it', s.id, s.organisation_id, 'WORK', 'BY_PHONE', current_date, current_date + 9,
    '12345', 'ANY', s.organisation_id, now(), '{}', 'OFFERED', now() + interval '3 days', now() + interval '1 day', 0
from (select id from person limit 1) p, (select * from service limit 1) s;

-- # nobody waits twice for a service, nor on its list once they have what they waited for
select person_id, service_id from wait where status in ('WAITING', 'OFFERED') group by 1, 2 having count(*) > 1
union all
select w.person_id, w.id from wait w where w.status = 'BOOKED'
    and not exists (select 1 from appointment a where (a.person_id, a.service_id) = (w.person_id, w.service_id))
    and not exists (select 1 from person_merge m where w.person_id in (m.person_id, m.absorbed_id));
-- broken
insert into wait (id, person_id, person_name, language, service_id, organisation_id, reason, mediation, not_before, not_after,
    weekdays, half, put_by_id, since, turned_down, status, version)
select gen_random_uuid(), p.id, 'x', 'it', s.id, s.organisation_id, 'WORK', 'BY_PHONE', current_date, current_date + 9,
    '12345', 'ANY', s.organisation_id, now(), '{}', 'BOOKED', 0
from (select id from person p where not exists (select from appointment a where a.person_id = p.id)
        and not exists (select from person_merge m where p.id in (m.person_id, m.absorbed_id)) limit 1) p,
    (select * from service limit 1) s;

-- # nobody is assessed twice at once, in depth only after a first time, and signed is what has words, for good
select a.person_id from assessment a where a.signed_at is null
    and not exists (select 1 from person_merge m where a.person_id in (m.person_id, m.absorbed_id))
group by 1 having count(*) > 1
union all
select a.person_id from assessment a where a.depth = 'IN_DEPTH' and not exists (select 1 from assessment f
        where f.person_id = a.person_id and f.depth = 'FIRST' and f.signed_at <= a.opened_at + interval '5 s')
    and not exists (select 1 from person_merge m where a.person_id in (m.person_id, m.absorbed_id))
union all
select a.id from assessment a where a.signed_at is not null and not exists (
    select 1 from assessment_area r where r.assessment_id = a.id and r.at <= a.signed_at + interval '5 s')
union all
select a.id from assessment a join assessment_area r on r.assessment_id = a.id where r.at > a.signed_at + interval '5 s';
-- broken
insert into assessment (id, person_id, depth, opened_at, operator_id, organisation_id)
select gen_random_uuid(), p.id, 'FIRST', now(), o.id, g.id from (select id from person p
    where not exists (select from person_merge m where p.id in (m.person_id, m.absorbed_id)) limit 1) p,
    (select id from operator limit 1) o, (select id from organisation limit 1) g, generate_series(1, 2);
-- broken
insert into assessment (id, person_id, depth, opened_at, operator_id, organisation_id, signed_at, signed_by, signed_for)
select gen_random_uuid(), p.id, 'FIRST', now(), o.id, g.id, now(), o.id, g.id from (select id from person limit 1) p,
    (select id from operator limit 1) o, (select id from organisation limit 1) g;

-- # what is written of an area follows what was written before it
select assessment_id from assessment_area group by assessment_id, area having count(*) <> max(version);
-- broken
insert into assessment_area select gen_random_uuid(), gen_random_uuid(), p.id, 'WORK', 'LABOUR', 2, 3, 'x', now(), o.id, g.id
from (select id from person limit 1) p, (select id from operator limit 1) o, (select id from organisation limit 1) g;

-- # what can be done is corrected in the last review, one line once
select l.id from skills_line l join skills_review r on r.id = l.review_id join skills_review later
    on later.person_id = r.person_id and later.opened_at > r.opened_at and later.id <> r.id
where l.at > later.opened_at + interval '5 s'
    and not exists (select 1 from person_merge m where r.person_id in (m.person_id, m.absorbed_id))
union all
select replaces_id from skills_line where replaces_id is not null group by 1 having count(*) > 1;
-- broken
insert into skills_review select gen_random_uuid(), p.id, now() - d.days * interval '1 day', o.id, g.id
from (select id from person p where not exists (select from person_merge m where p.id in (m.person_id, m.absorbed_id)) limit 1) p,
    (select id from operator limit 1) o, (select id from organisation limit 1) g, (values (20), (10)) d (days);
insert into skills_line (id, thing_id, review_id, person_id, kind, what, place, period, evidence, struck, at, operator_id, organisation_id)
select gen_random_uuid(), gen_random_uuid(), r.id, r.person_id, 'WORK', 'x', '', '', '', false, now(), r.operator_id, r.organisation_id
from skills_review r where r.opened_at = now() - interval '20 days';

-- # two live together once, whoever says it first, and nobody with themselves
select least(person_id, relative_id), greatest(person_id, relative_id) from household_link where ended_at is null
group by 1, 2 having count(*) > 1
union all
select person_id, relative_id from household_link where person_id = relative_id;
-- broken
drop index one_link_of_two;
insert into household_link select gen_random_uuid(), least(a.id, b.id), greatest(a.id, b.id), 'SPOUSE', now(), null, o.id
from (select id from person order by id limit 1) a, (select id from person order by id desc limit 1) b,
    (select id from operator limit 1) o, generate_series(1, 2);

-- # an address kept apart stands nowhere else
select a.person_id from protected_address a join person_contact c using (person_id)
where a.valid_until is null and c.address is not null;
-- broken
update person_contact set address = 'Via x'
where person_id = (select c.person_id from person_contact c where not exists (
    select from protected_address a where a.person_id = c.person_id and a.valid_until is null) order by 1 limit 1);
insert into protected_address select gen_random_uuid(), c.person_id, 'x', now(), null, o.id
from (select c.person_id from person_contact c where not exists (
    select from protected_address a where a.person_id = c.person_id and a.valid_until is null) order by 1 limit 1) c,
    (select id from operator limit 1) o;

-- # of two files made one, one is a shell and the other leads as long as they are, and nobody works on a shell
select m.id from person_merge m join person p on p.id = m.absorbed_id
where m.undone_at is null and p.merged_into is distinct from m.person_id
    or m.undone_at is null and m.led_id is not null
        and not exists (select 1 from case_file c where c.id = m.led_id and c.led_by is not null)
union all
select p.id from person p where p.merged_into is not null
    and not exists (select 1 from person_merge m where m.absorbed_id = p.id and m.undone_at is null)
union all
select c.id from case_file c where c.led_by is not null
    and not exists (select 1 from person_merge m where m.led_id = c.id and m.undone_at is null)
union all
select c.id from case_file c join person p on p.id = c.person_id where p.merged_into is not null
union all
select k.id from task k join person p on p.id = k.person_id where p.merged_into is not null and k.status = 'OPEN';
-- broken
update person set merged_into = (select id from person order by id limit 1)
where id = (select id from person order by id desc limit 1);
-- broken
update case_file set led_by = (select id from case_file order by id limit 1)
where id = (select id from case_file order by id desc limit 1);

-- # two files are made one by who holds both, or by two bodies of which the first agreed to it
select m.id from person_merge m where not exists (select 1 from trail t where t.action = 'MERGE' and t.subject_id = m.id
        and t.organisation_id = m.organisation_id)
    or not exists (
        with recursive self (id) as (select unnest(array[m.person_id, m.absorbed_id])
            union select n.person_id from person_merge n join self on n.absorbed_id = self.id)
        select 1 from access_grant g join self on self.id = g.person_id
        where g.organisation_id = m.organisation_id and g.basis = 'FILE');
-- broken
insert into person_merge (id, person_id, absorbed_id, operator_id, organisation_id, undone_at, undone_by)
select gen_random_uuid(), a.id, b.id, o.id, g.id, now(), o.id
from (select id from person order by id limit 1) a, (select id from person order by id desc limit 1) b,
    (select id from operator limit 1) o, (select id from organisation limit 1) g;

-- # what an agreement let another body see, it sees no more once it was taken back
select a.id from merge_agreement a join access_grant g on g.subject_id = a.id and g.basis = 'CONNECTION'
where a.ended_at is not null and (g.valid_until is null or g.valid_until > now())
    and not exists (select 1 from person_merge m where array[m.person_id, m.absorbed_id] <@ array[a.one_id, a.other_id]);
-- broken
insert into merge_agreement (id, one_id, other_id, kept_id, organisation_id, operator_id, agreed_at, ended_at)
select gen_random_uuid(), least(a.id, b.id), greatest(a.id, b.id), a.id, g.id, o.id, now(), now()
from (select id from person order by id limit 1) a, (select id from person order by id desc limit 1) b,
    (select id from operator limit 1) o, (select id from organisation limit 1) g;
insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from, given_by,
    given_by_organisation_id)
select gen_random_uuid(), a.one_id, a.organisation_id, 'CONNECTION', '{DESK}', '{IDENTITY}', 'x', a.id, now(), a.operator_id,
    a.organisation_id from merge_agreement a where a.ended_at = now();

-- # of a list all is written or nothing, and what is not left out becomes a file
select l.id from import_list l join import_row r on r.list_id = l.id
where l.status in ('READY', 'WRITING', 'UNDONE') and r.created_id is not null
    or l.status = 'WRITTEN' and (r.created_id is null) <> coalesce(r.decision in ('SKIP', 'SAME'), false)
union all
select l.id from import_list l where (l.status in ('WRITTEN', 'UNDONE')) <> (l.written_at is not null)
    or l.status = 'UNDONE' and exists (select 1 from import_row r where r.list_id = l.id);
-- broken
insert into import_list (id, organisation_id, operator_id, role, file_name, signature, headings, columns, notice_version,
    notice_language, status, uploaded_at)
select gen_random_uuid(), g.id, o.id, 'DESK', 'x', 'x', '{a}', '{}', n.version, n.language, 'READY', now()
from (select id from organisation limit 1) g, (select id from operator limit 1) o, (select * from privacy_notice limit 1) n;
insert into import_row (list_id, line, cells, problems, created_id) select l.id, 900, '{x}', '{}', gen_random_uuid()
from import_list l where l.file_name = 'x';

-- # more hours than agreed are passed by the coordination in a programme and by a team outside of any, with a reason
select x.id from hour_extension x join hour_budget b on b.id = x.budget_id
where trim(x.reason) = '' or not exists (select 1 from trail t where t.subject = 'hour-budget' and t.subject_id = b.id
    and t.action = 'PASS_HOURS' and t.operator_id = x.operator_id and t.at = x.at
    and t.role = any (case when b.enrolment_id is null then array['SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST']
        else array['COORDINATOR'] end));
-- broken
insert into hour_extension select gen_random_uuid(), b.id, b.person_id, 60, 'x', now(), o.id, g.id
from (select * from hour_budget limit 1) b, (select id from operator limit 1) o, (select id from organisation limit 1) g;

-- # what was found when somebody was first judged stays, and each time they are judged again is kept beside it
select e.id from enrolment e join walk_found f on f.enrolment_id = e.id where e.snapshot <> f.snapshot
union all
select e.id from enrolment e where (select count(*) from reassessment r where r.enrolment_id = e.id) <> (
    select count(*) from (select s.move, lag(s.move) over (order by s.walked) before from step s
        where s.subject_id = e.id and s.feature = 'enrolment') s
    where s.move in ('REASSESS', 'REASSESS_WAITING') or s.move in ('SELECT', 'DECLINE') and s.before is not null);
-- broken
update enrolment set snapshot = snapshot || ' ';
-- broken
insert into reassessment (id, enrolment_id, person_id, move, at, operator_id, organisation_id, snapshot)
select gen_random_uuid(), e.id, e.person_id, 'REASSESS', now(), o.id, e.organisation_id, 'x'
from (select * from enrolment limit 1) e, (select id from operator limit 1) o;

-- # whoever enrols and puts somebody on the list has them there, once, from that day at the latest
select e.id from enrolment e where e.status = 'WAITLISTED' and 1 <> (select count(*) from waiting_for_place(e.programme_id) w
    where w.person_id = e.person_id and w.enrolment_id = e.id
        and w.since_at <= (select min(s.at) from step s where s.subject_id = e.id and s.move = 'WAIT'));
-- broken
delete from step where feature = 'enrolment' and move = 'WAIT';
drop index enrolled_once;
update enrolment set status = 'WAITLISTED' where id = (select id from enrolment order by id limit 1);

-- # a direct referral says why, for what and on what ground, and nobody who answers here lets it go silent
select id from direct_referral where num_nonnulls(reason, needs, legal_basis) <> 3
union all
select follows_id from direct_referral where follows_id is not null group by 1 having count(*) > 1
union all
select d.id from direct_referral d join access_grant g on g.subject_id = d.id
where d.status = 'EXPIRED' and (g.valid_until is null or g.valid_until > now() + interval '7 days');
-- broken
alter table direct_referral drop constraint direct_says_why;
update direct_referral set reason = null where id = (select id from direct_referral order by walked desc limit 1);

-- # what somebody answers for is in the hands of a body they work or worked for
select r.id from referral r where not exists (select 1 from membership m
    where (m.operator_id, m.organisation_id) = (r.referrer_id, r.organisation_id))
    -- Handed on with the case, it goes on saying who sent it.
    and not exists (select 1 from step s where s.feature = 'transfer' and s.move = 'ACCEPT' and (s.person_id = r.person_id
        or exists (select 1 from person_merge g where r.person_id in (g.person_id, g.absorbed_id))))
union all
select d.id from direct_referral d where not exists (select 1 from membership m
    where (m.operator_id, m.organisation_id) = (d.operator_id, d.organisation_id))
union all
select t.id from team_meeting t where not exists (select 1 from membership m
    where (m.operator_id, m.organisation_id) = (t.operator_id, t.organisation_id))
union all
select m.id from team_member m where m.status = 'JOINED' and not exists (select 1 from membership o
    where (o.operator_id, o.organisation_id) = (m.operator_id, m.organisation_id));
-- broken
update referral set referrer_id = (select id from operator where username = 'dpo');
-- broken
update team_member set operator_id = (select id from operator where username = 'dpo')
where id = (select id from team_member where status = 'JOINED' limit 1);

-- # whoever has a place in a team has one
select case_file_id, operator_id from team_member where status in ('INVITED', 'JOINED') group by 1, 2 having count(*) > 1;
-- broken
drop index in_the_team_once;
insert into team_member select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid()))).*
from team_member m where status = 'JOINED' limit 1;

-- # nobody who was entrusted to a body is left without somebody who answers for them, unseen
select c.id from case_file c cross join lateral (select coalesce(max(s.at), '-infinity') began from step s
    where s.subject_id = c.id and s.feature = 'casefile' and s.move = 'REOPEN') b
where c.status <> 'CLOSED' and c.led_by is null and c.case_manager_id is null and (
    exists (select 1 from referral r left join sitting t on t.id = r.decided_in where r.person_id = c.person_id
        and r.status = 'ACCEPTED' and t.status is distinct from 'OPEN' and r.decided_at >= b.began)
    or exists (select 1 from case_transfer t where t.case_file_id = c.id and t.status = 'ACCEPTED'
        and t.to_organisation_id = c.organisation_id and t.answered_at >= b.began)
    or exists (select 1 from direct_referral d join step s on s.subject_id = d.id and s.move = 'TAKE_UP'
        where d.person_id = c.person_id and d.receiver_id = c.organisation_id and d.status in ('TAKEN_UP', 'STARTED')
            and s.at >= b.began)
    or b.began > '-infinity')
    and not exists (select 1 from open_step o where o.kind = 'UNFOLLOWED' and o.id = c.id and o.organisation_id = c.organisation_id)
    and not exists (select 1 from task k where k.person_id = c.person_id and k.ask = 'CARE' and k.status = 'OPEN');
-- broken
insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id)
select gen_random_uuid(), c.id, c.person_id, 'casefile', 'IDENTITY', 'REOPEN', 'FIRST_LEVEL', now(), o.id, c.organisation_id
from (select * from case_file where status = 'FIRST_LEVEL' and led_by is null and case_manager_id is null limit 1) c,
    (select id from operator limit 1) o;
create or replace view open_step as select null::text kind, id, person_id, null::text section, id subject_id, organisation_id,
    null::uuid owner_id, null::date due_on, null::text about from case_file where false;
