-- An invitation to a team waits for whoever is invited, and no colleague answers for them; who the person is they learn by
-- accepting. Where they are long late it waits for the body that leads the case too, which may ask somebody else. A sheet of signatures is of many, so it names nobody: until its scan is there it
-- waits for whoever printed it, then for the body, since who gave the hours does not confirm them.
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
    from attendance_sheet a where a.closed_at is null;
create policy gate on attendance_sheet for select to percorsi_gate using (true);
grant select on attendance_sheet to percorsi_gate;

insert into reference_rule (key, value, unit, valid_from, source, verified)
select v.key, v.days, 'days', '2000-01-01', 'scelta del progetto, da verificare', false
from (values ('reminder.invitation', '7'), ('reminder.sheet', '30')) v (key, days)
where exists (select 1 from reference_rule);
