-- What holds after every walk, added up again from the rows. Each asks for the rows that break it and finds none; below
-- `-- broken` is what breaks it, for the test that each of them can fail.

-- # every step is an arrow of the printed page
select feature, subject_id, before, move, status from (
    select s.*, coalesce(lag(s.status) over (partition by s.feature, s.subject_id order by s.walked), b.status, '') before
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
where w.status is distinct from coalesce(last.status, b.status)
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

-- # who was sent on is asked about one day while it is open, and a question stands open while the clock stands still
select id from direct_referral
where (status in ('SENT', 'INTEGRATION_REQUESTED', 'WAITLISTED', 'DEFERRED', 'TAKEN_UP', 'STARTED')) <> (due_on is not null)
    or (status = 'INTEGRATION_REQUESTED') <> (paused_at is not null);
-- broken
alter table direct_referral drop constraint direct_asked_again_while_open;
update direct_referral set due_on = null;

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
alter table direct_referral drop constraint direct_sent_again_once;
update direct_referral f set follows_id = (select d.id from direct_referral d where d.person_id <> f.person_id limit 1)
where f.id = (select id from direct_referral order by id limit 1);

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
    where e.status = 'DELIVERED' and e.absence is null and e.corrects_id is null and e.giver is null limit 1);
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
    union all select 'service', id, xmin from service) w
where xmin::text::bigint > (select xid from walk_since)
    and not exists (select 1 from trail t where t.xmin::text::bigint = w.xmin::text::bigint)
    and not exists (select 1 from walk_aged a where a.xid = w.xmin::text::bigint);
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
        and a.person_id = any (c.person_ids));
-- broken
update public_request set service_id = (select id from service where code = 'cpi-pistoia-orientamento');

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

-- # whoever was at a meeting led it or was of the team of one of its cases
select p.meeting_id, p.operator_id from meeting_present p join team_meeting m on m.id = p.meeting_id
where p.operator_id <> m.operator_id and not exists (select 1 from meeting_item i
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
