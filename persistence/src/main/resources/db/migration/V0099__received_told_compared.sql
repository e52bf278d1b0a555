-- What waits, whole. An invitation to a team waits for whoever is invited, and no colleague answers for them; who the
-- person is they learn by accepting. Where they are long late it waits for the body that leads the case too, which may ask
-- somebody else. A sheet of signatures is of many, so it names nobody: until its scan is there it waits for whoever printed
-- it, then for the body, since who gave the hours does not confirm them. A closed case waits for the day it is followed up.
-- Whoever was sent somebody has a clock of their own: days to answer from the day it was sent, whatever day the sender
-- asks again; then the same day the sender waits for, until what became of the person is written down.
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
    from direct_referral d where d.due_on is not null
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
    select 'RECEIVED', d.id, d.person_id, 'AGENDA', d.id, d.receiver_id, null,
        (d.sent_at at time zone 'Europe/Rome')::date + rule_today('direct.answer-within'), null
    from direct_referral d where d.receiver_id is not null and d.status = 'SENT'
    union all
    select 'UNDERWAY', d.id, d.person_id, 'AGENDA', d.id, d.receiver_id, null, d.due_on, null
    from direct_referral d where d.receiver_id is not null and d.status in ('TAKEN_UP', 'STARTED');

-- That somebody was sent is a step like those that follow; those sent before it was one get theirs, in the name of whoever
-- sent them, which the trail knows even where the case passed to others.
alter table step no force row level security;
alter table direct_referral no force row level security;
alter table trail no force row level security;
insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id, note)
select gen_random_uuid(), d.id, d.person_id, 'direct', 'AGENDA', 'SEND', 'SENT', d.sent_at,
    coalesce(t.operator_id, d.operator_id), coalesce(t.organisation_id, d.organisation_id), d.asked
from direct_referral d left join trail t on t.subject_id = d.id and t.subject = 'direct' and t.action = 'SEND_ON';
alter table trail force row level security;
alter table direct_referral force row level security;
alter table step force row level security;

-- The diary reads what was asked of somebody, what they did and how a plan was looked at, from their registers.
create index on task (person_id, asked_at, id);
create index on task (person_id, settled_at, id) where settled_at is not null;
drop index task_person_id_idx;
create index on plan_review (person_id, at, id);

-- What a line of a skills review is about stays the same where it is corrected and where the next review carries it on: so
-- two reviews are compared line by line, whatever the words are now.
alter table skills_line add column thing_id uuid;
alter table skills_line no force row level security;
with recursive lines as (
    select id, id thing from skills_line where replaces_id is null
    union all
    select l.id, p.thing from skills_line l join lines p on p.id = l.replaces_id)
update skills_line l set thing_id = p.thing from lines p where p.id = l.id;
alter table skills_line force row level security;
alter table skills_line alter column thing_id set not null,
    add constraint skills_line_thing unique (id, thing_id),
    add constraint skills_line_keeps_its_thing foreign key (replaces_id, thing_id) references skills_line (id, thing_id);
