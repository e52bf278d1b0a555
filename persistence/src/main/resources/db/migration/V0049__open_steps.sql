-- What waits for somebody: whose turn it is, by when, and what of the person one must be granted to read it. Read with
-- the eyes of whoever asks, and nothing to keep in order: a step that is done is no longer a row.
grant execute on function rule_today(text) to percorsi_app;
create view open_step with (security_invoker = true) as
    select 'ANSWER' kind, r.id, r.person_id, 'SOCIAL' section, r.id subject_id, p.organisation_id,
        null::uuid owner_id, r.answer_by due_on
    from referral r join panel p on p.id = r.panel_id where r.status in ('SUBMITTED', 'UNDER_REVIEW')
    union all
    select 'QUESTION', r.id, r.person_id, 'SOCIAL', r.id, r.organisation_id, r.referrer_id,
        (r.paused_at at time zone 'Europe/Rome')::date + rule_today('reminder.question')
    from referral r where r.status = 'INTEGRATION_REQUESTED'
    union all
    select 'OUTCOME', d.id, d.person_id, 'AGENDA', d.id, d.organisation_id, d.operator_id, d.due_on
    from direct_referral d where d.due_on is not null
    union all
    select 'TASK', t.id, t.person_id, t.section, t.subject_id, t.organisation_id, t.owner_id, t.due_on
    from task t where t.status = 'OPEN' and t.person_id is not null
    union all
    select 'RESUME', c.id, c.person_id, 'IDENTITY', null, c.organisation_id, c.case_manager_id, c.suspended_until
    from case_file c where c.status = 'SUSPENDED' and c.led_by is null
    union all
    select 'REVIEW', l.id, l.person_id, 'LABOUR', null, c.organisation_id, c.case_manager_id, l.review_on
    from plan l join case_file c on c.id = l.case_file_id
    where l.status not in ('CONCLUDED', 'INTERRUPTED') and l.review_on is not null and c.led_by is null
    union all
    select 'PROCEDURE', q.id, q.person_id, 'STATUS', null, q.organisation_id, q.owner_id, q.next_on
    from procedure q where q.next_on is not null;
grant select on open_step to percorsi_app;

insert into reference_rule (key, value, unit, valid_from, source, verified)
select v.key, v.days, 'days', '2000-01-01', 'scelta del progetto, da verificare', false
from (values ('reminder.ahead', '7'), ('reminder.late', '7'), ('reminder.question', '15')) v (key, days)
where exists (select 1 from reference_rule);
