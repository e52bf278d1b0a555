-- What a panel decides asks somebody to do something: a task of its case, once for each thing it asks, read by whoever
-- reads the case.
alter table task
    add column subject_id uuid references referral,
    add column ask text check (ask in ('CARE', 'RETURN', 'CONDITIONS')),
    add constraint asked_by_a_decision check (num_nonnulls(subject_id, ask) = case origin when 'SITTING' then 2 else 0 end),
    add constraint asked_once_by_a_decision unique (origin_id, subject_id, ask);
create index on task (subject_id) where subject_id is not null;

alter policy acting_sees on task
    using (case when person_id is null
        then asked_by_id = (select acting_operator()) or organisation_id = (select acting_organisation())
            and coalesce(owner_id, (select acting_operator())) = (select acting_operator())
        else granted(person_id, (select acting_organisation()), (select acting_role()), 'IDENTITY')
            and (owner_id = (select acting_operator()) and organisation_id = (select acting_organisation())
                or granted(person_id, (select acting_organisation()), (select acting_role()), section, subject_id)) end);
alter policy acting_asks on task
    with check (status = 'OPEN' and asked_by_id = (select acting_operator())
        and asked_for_id = (select acting_organisation())
        and (select acting_role()) in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST', 'PLACEMENT',
            'PANEL_SECRETARY')
        and (person_id is null
            or granted(person_id, (select acting_organisation()), (select acting_role()), section, subject_id)));

-- Whom the decisions of a sitting ask for something: looked up across bodies, because the secretary of a panel does not
-- see who works elsewhere on a case. Whoever took it to the panel, or is named as referent, where they still see the
-- person; else their body; nobody where nobody there does.
create function asked_by_decisions(sitting uuid)
    returns table (referral_id uuid, person_id uuid, ask text, organisation_id uuid, operator_id uuid, words text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with works as (
        select m.operator_id, m.organisation_id, m.role, o.name from membership m join operator o on o.id = m.operator_id
        where o.active and m.valid_from <= current_date and (m.valid_until is null or m.valid_until > current_date)),
    asked as (
        select r.id, r.person_id, a.ask, a.body, a.who, a.words
        from referral r
        join sitting s on s.id = r.sitting_id
        left join case_file c on c.person_id = r.person_id and c.status <> 'CLOSED'
        left join lateral (
            select min(w.organisation_id::text)::uuid body, min(w.operator_id::text)::uuid who from works w
            where lower(w.name) = lower(trim(r.referent))
              and granted(r.person_id, w.organisation_id, w.role, 'IDENTITY')
            having count(distinct w.operator_id) = 1) f on true
        cross join lateral (values
            ('CARE', c.organisation_id, r.referrer_id, null, r.status = 'ACCEPTED' and c.status = 'FIRST_LEVEL'),
            ('RETURN', r.organisation_id, r.referrer_id, r.decision_reason, r.status = 'DEFERRED'),
            ('CONDITIONS', coalesce(f.body, r.organisation_id), coalesce(f.who, r.referrer_id), r.conditions,
                r.status = 'ACCEPTED' and r.conditions <> '')) a (ask, body, who, words, asked)
        where s.id = $1 and secretary_of(s.panel_id) and r.decided_at is not null and a.asked)
    select a.id, a.person_id, a.ask, a.body, t.operator_id, a.words
    from asked a
    cross join lateral (
        select case when w.operator_id = a.who then w.operator_id end operator_id from works w
        where w.organisation_id = a.body
          and granted(a.person_id, a.body, w.role, case when w.operator_id = a.who then 'IDENTITY' else 'SOCIAL' end)
        order by w.operator_id = a.who desc
        limit 1) t
    order by a.id, a.ask
$$;
grant select on sitting to percorsi_gate;
grant execute on function secretary_of(uuid) to percorsi_gate;
call behind_the_gate('asked_by_decisions(uuid)', 'percorsi_app');

insert into reference_rule (key, value, unit, valid_from, source, verified)
select key, '30', 'days', '2000-01-01', 'scelta del progetto, da verificare', false
from (values ('sitting.care-within'), ('sitting.return-within'), ('sitting.conditions-within')) v (key)
where exists (select 1 from reference_rule);
