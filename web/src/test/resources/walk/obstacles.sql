-- What is in the way of a move, looked for again in the rows: a refusal names each of these that stands and that whoever
-- is refused may know of, and none that does not stand. Below who makes which move comes what says so; :said is the reason that was written, :with the sitting.

-- # any: move.wrong-status
select from walk_standing where id = :id and feature = :feature
    and status not in (select origin from walk_arrow where feature = :feature and move = :move)

-- # referral EXAMINE ASK_INTEGRATION SCHEDULE ACCEPT WAITLIST DEFER REJECT: move.not-yours.secretary
select from referral r join panel p on p.id = r.panel_id
where r.id = :id and not (p.organisation_id = :body and :role = 'PANEL_SECRETARY')
-- # referral INTEGRATE WITHDRAW: move.not-yours.referrer
select from referral where id = :id and not (organisation_id = :body and :role = 'SOCIAL_WORKER')
-- # referral ASK_INTEGRATION INTEGRATE WITHDRAW ACCEPT WAITLIST DEFER REJECT: move.reason-missing
select where :said = ''
-- # referral SCHEDULE: referral.sitting-planned
select from referral r where r.id = :id
    and not exists (select from sitting s where s.id = :with and s.status = 'PLANNED' and s.panel_id = r.panel_id)
-- # referral SCHEDULE: referral.another-sitting
select from referral where id = :id and sitting_id = :with
-- # referral SCHEDULE: referral.minutes-first
select from referral r join sitting s on s.id = r.sitting_id
where r.id = :id and s.status = 'OPEN' and r.status in ('ACCEPTED', 'WAITLISTED', 'DEFERRED', 'REJECTED')
-- # referral TAKE_BACK: referral.decided-here
select from referral r left join sitting s on s.id = r.sitting_id
where r.id = :id and (s.status is distinct from 'OPEN' or r.status not in ('ACCEPTED', 'WAITLISTED', 'DEFERRED', 'REJECTED'))
-- # referral ACCEPT WAITLIST DEFER REJECT: referral.sitting-open
select from referral r join sitting s on s.id = r.sitting_id where r.id = :id and s.status <> 'OPEN'
-- # referral ACCEPT WAITLIST DEFER REJECT: referral.quorum-present
select from referral r join sitting s on s.id = r.sitting_id
where r.id = :id and (select count(*) from attendance a where a.sitting_id = s.id and a.left_at is null
        and a.member_id not in (select c.member_id from recusal c where c.referral_id = r.id))
    < (select q.members from panel_quorum q where q.panel_id = s.panel_id
        and q.valid_from <= (coalesce(s.opened_at, s.planned_for) at time zone 'Europe/Rome')::date
        order by q.valid_from desc limit 1)

-- # sitting OPEN_IT CLOSE_IT MOVE_IT CALL_OFF: move.not-yours.secretary
select from sitting s join panel p on p.id = s.panel_id
where s.id = :id and not (p.organisation_id = :body and :role = 'PANEL_SECRETARY')
-- # sitting CALL_OFF: move.reason-missing
select where :said = ''
-- # sitting CALL_OFF: sitting.agenda-elsewhere
select from referral r
where r.sitting_id = :id and r.status = 'SCHEDULED' and granted(r.person_id, :body, :role, 'SOCIAL', r.id)
    and (:role = 'PANEL_SECRETARY' or :role = 'PANEL_MEMBER' and not exists (select from recusal c
        join panel_member m on m.id = c.member_id where c.referral_id = r.id and m.operator_id = :me))
-- # sitting CLOSE_IT: sitting.everything-decided
select from referral r
where r.sitting_id = :id and r.status = 'SCHEDULED' and granted(r.person_id, :body, :role, 'SOCIAL', r.id)
    and (:role = 'PANEL_SECRETARY' or :role = 'PANEL_MEMBER' and not exists (select from recusal c
        join panel_member m on m.id = c.member_id where c.referral_id = r.id and m.operator_id = :me))

-- # casefile TAKE_IN_CARE: move.not-yours.lead
select from case_file where id = :id and not (organisation_id = :body and :role = 'SOCIAL_WORKER')
-- # casefile SUSPEND RESUME: move.not-yours.case-manager
select from case_file where id = :id and (case_manager_id is distinct from :me or organisation_id <> :body)
-- # casefile CLOSE: move.not-yours.closer
select from case_file where id = :id and case when case_manager_id is null
    then not (organisation_id = :body and :role in ('DESK', 'SOCIAL_WORKER')) else case_manager_id <> :me or organisation_id <> :body end
-- # casefile CLOSE: casefile.sent-answered
select from case_file c where c.id = :id and (exists (select from referral r where r.person_id = c.person_id
        and r.organisation_id = :body
        and r.status in ('SUBMITTED', 'UNDER_REVIEW', 'INTEGRATION_REQUESTED', 'SCHEDULED', 'WAITLISTED', 'DEFERRED'))
    or exists (select from direct_referral d where d.person_id = c.person_id and d.organisation_id = :body
        and d.status in ('SENT', 'INTEGRATION_REQUESTED', 'WAITLISTED', 'DEFERRED', 'TAKEN_UP', 'STARTED')))
-- # casefile REOPEN FOLLOW_UP: move.not-yours.opener
select from case_file where id = :id and not (organisation_id = :body and :role in ('DESK', 'SOCIAL_WORKER'))
-- # casefile FOLLOW_UP: casefile.follow-up-of-who-lives
select from case_file c where c.id = :id and (c.outcome = 'DIED'
    or exists (select 1 from follow_up f where f.case_file_id = c.id and f.situation = 'DIED'))
-- # casefile SUSPEND CLOSE REOPEN: move.reason-missing
select where :said = ''
-- # casefile TAKE_IN_CARE: move.reason-missing
select where :said = '' and not exists (select from case_file c join referral r using (person_id)
    where c.id = :id and r.status = 'ACCEPTED'
    and not exists (select from sitting t where t.id = r.decided_in and t.status = 'OPEN') and not exists (select from step s
        where s.subject_id = c.id and s.move = 'REOPEN' and s.at >= r.decided_at))
-- # casefile TAKE_IN_CARE: casefile.entrance-stated
select where :said = '' and not exists (select from case_file c join referral r using (person_id)
    where c.id = :id and r.status = 'ACCEPTED'
    and not exists (select from sitting t where t.id = r.decided_in and t.status = 'OPEN') and not exists (select from step s
        where s.subject_id = c.id and s.move = 'REOPEN' and s.at >= r.decided_at))
-- # casefile CLOSE: casefile.no-future-appointment
select from case_file c join appointment a using (person_id)
where c.id = :id and a.status = 'BOOKED' and a.starts_at > :at
-- # casefile CLOSE: casefile.plan-ended
select from case_file c join plan l using (person_id)
where c.id = :id and l.status in ('DRAFT', 'PROPOSED', 'ACTIVE', 'REVISED')
-- # casefile CLOSE: casefile.transfer-answered
select from case_transfer where case_file_id = :id and status = 'REQUESTED'
-- # casefile CLOSE: casefile.tasks-settled
select from case_file c join task k using (person_id) where c.id = :id and k.status = 'OPEN'

-- # team ACCEPT REFUSE: move.not-yours.invited-one
select from team_member where id = :id and not (operator_id = :me and organisation_id = :body)
-- # team WITHDRAW: move.not-yours.leaders
select from team_member m join case_file c on c.id = m.case_file_id
where m.id = :id and not (c.organisation_id = :body and :role = 'SOCIAL_WORKER')
-- # team LEAVE: move.not-yours.member-or-leaders
select from team_member m join case_file c on c.id = m.case_file_id
where m.id = :id and not (c.organisation_id = :body and :role = 'SOCIAL_WORKER')
    and not (m.operator_id = :me and m.organisation_id = :body)
-- # team SEE: move.not-yours.manager
select from team_member m join case_file c on c.id = m.case_file_id
where m.id = :id and not (c.organisation_id = :body and coalesce(c.case_manager_id = :me, false))
-- # team SEE: team.sight-of-another-body
select from team_member m join case_file c on c.id = m.case_file_id
where m.id = :id and c.organisation_id = m.organisation_id
-- # team REFUSE LEAVE SEE: move.reason-missing
select where :said = ''
-- # team LEAVE: team.manager-first
select from team_member m join case_file c on c.id = m.case_file_id
where m.id = :id and c.case_manager_id = m.operator_id
-- # team LEAVE: team.tasks-first
select from team_member m join task k on k.person_id = m.person_id and k.owner_id = m.operator_id
where m.id = :id and k.status = 'OPEN' and granted(k.person_id, :body, :role, k.section, k.subject_id)

-- # transfer ACCEPT REFUSE: move.not-yours.receiving
select from case_transfer where id = :id and not (to_organisation_id = :body and :role = 'SOCIAL_WORKER')
-- # transfer WITHDRAW: move.not-yours.handing-on
select from case_transfer where id = :id and not (organisation_id = :body and :role = 'SOCIAL_WORKER')
-- # transfer REFUSE: move.reason-missing
select where :said = ''

-- # plan PROPOSE SIGN REVISE CONCLUDE INTERRUPT: move.not-yours.team
select where :role not in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
-- # plan CONCLUDE INTERRUPT: plan.hours-settled
select from encounter where plan_id = :id and status = 'BOOKED'
-- # plan INTERRUPT: move.reason-missing
select where :said = ''
-- # plan PROPOSE: plan.objective-set
select where not exists (select from objective where plan_id = :id and until_edition is null)
-- # plan PROPOSE: plan.support-set
select where not exists (select from support where plan_id = :id and until_edition is null)

-- # hours BOOK DELIVER MISS REOPEN UNBOOK CANCEL: move.not-yours.team
select where :role not in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
-- # hours MISS: move.reason-missing
select where :said = ''
-- # hours BOOK DELIVER: plan.not-active
select from encounter e join plan l on l.id = e.plan_id where e.id = :id and not l.in_force
-- # hours DELIVER: hours.time-set
select from encounter where id = :id and (on_day is null or starts is null)
-- # hours REOPEN: hours.no-correction
select from encounter where id = :id and corrects_id is not null

-- # appointment ARRIVE CONCLUDE MISS UNDO: move.not-yours.provider
select from appointment where id = :id
    and not (organisation_id = :body and :role in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST'))
-- # appointment MOVE CANCEL: move.not-yours.either
select from appointment where id = :id
    and not (:body in (organisation_id, booked_by_id) and :role in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST'))
-- # appointment CANCEL: move.reason-missing
select where :said = ''
-- # appointment MISS: appointment.begun
select from appointment where id = :id and starts_at > :at

-- # direct TAKE_UP TURN_AWAY ASK_INTEGRATION WAITLIST DEFER BEGIN NOT_COME FINISH: move.not-yours.direct-service
select from direct_referral where id = :id and not (coalesce(receiver_id, :body) = :body
    and :role in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST'))
-- # direct WITHDRAW INTEGRATE: move.not-yours.direct-sender
select from direct_referral where id = :id and not (receiver_id is distinct from :body
    and :role in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST'))
-- # direct TURN_AWAY ASK_INTEGRATION INTEGRATE WAITLIST DEFER NOT_COME FINISH WITHDRAW: move.reason-missing
select where :said = ''
-- # direct DEFER: direct.day-ahead
select where coalesce(:until::date not between (:at at time zone 'Europe/Rome')::date + 1
    and (:at at time zone 'Europe/Rome')::date + interval '1 year', true)

-- # task FINISH LET_GO TAKE_UP: move.not-yours.concerned
select from task where id = :id and organisation_id <> :body and asked_by_id is distinct from :me
    and (person_id is null or asked_for_id is distinct from :body)
-- # task LET_GO: move.reason-missing
select where :said = ''

-- # enrolment COMPLETE DROP: move.not-yours.body
select from enrolment where id = :id and not (organisation_id = :body and :role in ('DESK', 'SOCIAL_WORKER'))
-- # enrolment DROP: move.reason-missing
select where :said = ''

-- # procedure SUBMIT ASK_INTEGRATION INTEGRATE GRANT REFUSE WITHDRAW REOPEN: move.not-yours.followers
select where :role not in ('DESK', 'SOCIAL_WORKER', 'SPECIALIST')
-- # procedure ASK_INTEGRATION REFUSE WITHDRAW REOPEN: move.reason-missing
select where :said = ''
-- # procedure SUBMIT GRANT REFUSE: procedure.day-not-ahead
select where coalesce(:on::date > (:at at time zone 'Europe/Rome')::date, true)
-- # procedure SUBMIT: procedure.place-missing
select where :place = ''
-- # procedure SUBMIT ASK_INTEGRATION INTEGRATE REOPEN: procedure.next-missing
select from procedure p join procedure_kind k on k.code = p.kind
where p.id = :id and :next::date is null and (k.answer_days is null or :on::date is null)
-- # procedure GRANT REFUSE: procedure.answer-before
select from procedure where id = :id and :on::date < submitted_on
-- # procedure GRANT REFUSE: procedure.until-before
select where :until::date is not null and coalesce(:until::date <= :on::date, true)

-- # ticket CALL HAND_OVER FINISH LEAVE: move.not-yours.desk
select from ticket where id = :id and not (organisation_id = :body and :role in ('DESK', 'SOCIAL_WORKER'))
-- # ticket HAND_OVER: ticket.colleague-not-here
select from ticket t where t.id = :id and (:with = :me or not exists (
    select from operator_language l where l.operator_id = :with and l.language = t.language) or not exists (
    select from duty d where d.desk_id = t.desk_id and d.operator_id = :with
        and d.weekday = extract(isodow from :at at time zone 'Europe/Rome')
        and (:at at time zone 'Europe/Rome')::date between d.valid_from and coalesce(d.valid_until, 'infinity')))

-- # request CONFIRM REFUSE: move.not-yours.asked-desk
select from public_request where id = :id and not (answering_id = :body and :role in ('DESK', 'SOCIAL_WORKER'))
-- # request REFUSE: move.reason-missing
select where :said = ''
-- # request CONFIRM: request.in-time
select from public_request where id = :id and expires_at <= :at

-- # connection ACCEPT REFUSE: move.not-yours.asked
select from connection where id = :id and not (to_organisation_id = :body and :role in ('DESK', 'SOCIAL_WORKER'))
-- # connection WITHDRAW: move.not-yours.asking
select from connection where id = :id and not (organisation_id = :body and :role in ('DESK', 'SOCIAL_WORKER'))
-- # connection REFUSE: move.reason-missing
select where :said = ''

-- # emergency JUSTIFY CONTEST: move.not-yours.officer
select from emergency_access where id = :id and not (:role = 'DPO' and operator_id <> :me)
-- # emergency JUSTIFY CONTEST: move.reason-missing
select where :said = ''

-- # mediation SAY_YES SAY_NO MEDIATE: move.not-yours.mediation-provider
select from mediation_request where id = :id and provider_id <> :body
-- # mediation WITHDRAW: move.not-yours.mediation-asker
select from mediation_request where id = :id and not (organisation_id = :body and :role <> 'MEDIATOR')
-- # mediation NOT_TAKE_PLACE: move.not-yours.mediation-either
select from mediation_request where id = :id and :body not in (organisation_id, provider_id)
-- # mediation SAY_NO WITHDRAW NOT_TAKE_PLACE: move.reason-missing
select where :said = ''
-- # mediation SAY_YES: mediation.not-past
select from mediation_request where id = :id and starts_at <= :at
-- # mediation MEDIATE: mediation.begun
select from mediation_request where id = :id and starts_at > :at
-- # mediation SAY_YES: mediation.mediator-elsewhere
select from mediation_request r where r.id = :id and not exists (select from resource m
    where (m.id, m.organisation_id, m.language) = (:with, r.provider_id, r.language) and m.organisation_id = :body)

-- # waiting DECLINE WITHDRAW: move.not-yours.waiting
select from wait where id = :id and not (:role in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
    and :body in (organisation_id, put_by_id))
-- # waiting WITHDRAW: move.reason-missing
select where :said = ''

-- # in-hand PASS: in-hand.receiver-gone
select where not exists (select from operator o join membership m on m.operator_id = o.id
    where o.id = :with and o.id <> :id and o.active and m.organisation_id = :body
        and m.role in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST', 'PLACEMENT')
        and (:at at time zone 'Europe/Rome')::date between m.valid_from and coalesce(m.valid_until - 1, 'infinity'))
-- # in-hand PASS: move.reason-missing
select where :said = ''
-- # in-hand PASS: in-hand.nothing-chosen
select where :passing = 0

-- # overrun PASS: plan.not-active
select from plan where id = :id and not in_force
-- # overrun PASS: move.not-yours.case-manager
select from plan l join case_file c on c.id = l.case_file_id
where l.id = :id and not (c.case_manager_id is not distinct from :me and :role in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST'))
-- # overrun PASS: hours.passed-by-coordination
select from plan l join hour_budget b on b.id = l.budget_id where l.id = :id and b.enrolment_id is not null
-- # overrun PASS: move.reason-missing
select where :said = ''

-- # household LINK: household.oneself
select where :id = :with
-- # household LINK: household.not-yours
select where :role <> 'SOCIAL_WORKER' or not granted(:id, :body, :role, 'SOCIAL') or not granted(:with, :body, :role, 'SOCIAL')

-- # duplicate MERGE AGREE: duplicate.lead-missing
select from duplicate_pair d where d.id = :id and (select count(*) > 1 and coalesce(bool_and(c.id <> :lead::uuid), true)
    from case_file c where c.person_id in (d.person_id, d.other_id) and c.status <> 'CLOSED' and c.led_by is null)
-- # duplicate AGREE: duplicate.agreed-already
select from duplicate_pair d join merge_agreement a on (a.one_id, a.other_id) = (d.person_id, d.other_id)
where d.id = :id and a.ended_at is null

-- # assessment SIGN: assessment.signed-already
select from assessment where id = :id and signed_at is not null
-- # assessment SIGN: assessment.not-yours-to-sign
select from assessment a where a.id = :id and a.organisation_id <> :body and not (:role in ('DESK', 'SOCIAL_WORKER')
    and exists (select from access_grant g where g.person_id = a.person_id and g.organisation_id = :body
        and g.basis = 'FILE' and g.valid_until is null))
