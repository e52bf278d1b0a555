-- A referral may be urgent, and says why: a panel reads those first.
alter table referral add column urgent_why text check (urgent_why <> '');

-- The papers of the person that go with it: the panel reads them as long as it reads the referral, and no others.
alter table referral add constraint referral_of_person unique (id, person_id);
alter table attachment add constraint attachment_of_person unique (id, person_id);
create table referral_paper (
    referral_id   uuid not null,
    attachment_id uuid not null,
    person_id     uuid not null references person,
    primary key (referral_id, attachment_id),
    foreign key (referral_id, person_id) references referral (id, person_id),
    foreign key (attachment_id, person_id) references attachment (id, person_id)
);
create index on referral_paper (attachment_id);
create index on referral_paper (person_id);

-- In words of its own: a policy that asked of attachment here would be asked of itself.
create function may_be_sent(attachment uuid) returns boolean language sql stable
return exists (select 1 from attachment a where a.id = $1 and a.section <> 'RESERVED' and a.withdrawn_at is null);
grant execute on function may_be_sent(uuid) to percorsi_app;

alter table referral_paper enable row level security;
alter table referral_paper force row level security;
create policy of_its_referral on referral_paper for select to percorsi_app
    using (exists (select 1 from referral r where r.id = referral_id));
create policy encloses on referral_paper for insert to percorsi_app
    with check (may_be_sent(attachment_id) and exists (select 1 from referral r where r.id = referral_id
        and r.organisation_id = (select acting_organisation()) and r.referrer_id = (select acting_operator())));
grant select, insert on referral_paper to percorsi_app;
create policy sent_to_the_panel on attachment for select to percorsi_app
    using ((select acting_role()) in ('PANEL_SECRETARY', 'PANEL_MEMBER')
        and exists (select 1 from referral_paper x where x.attachment_id = attachment.id));
call let_rows_follow();

-- How many the panel reads before one, and when it meets: whoever sent it sees neither the others nor the sittings.
create function before_it(referral uuid) returns table (ahead int, meets timestamptz)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select (select count(*)::int from referral o
            where o.panel_id = r.panel_id and o.id <> r.id
              and o.status in ('SUBMITTED', 'UNDER_REVIEW', 'INTEGRATION_REQUESTED', 'SCHEDULED')
              and (o.urgent_why is null, o.answer_by, o.submitted_at, o.id)
                < (r.urgent_why is null, r.answer_by, r.submitted_at, r.id)),
        (select min(s.planned_for) from sitting s
            where s.panel_id = r.panel_id and s.status = 'PLANNED' and s.planned_for > now())
    from referral r
    where r.id = $1 and r.status in ('SUBMITTED', 'UNDER_REVIEW')
      and granted(r.person_id, acting_organisation(), acting_role(), 'SOCIAL', r.id)
$$;
call behind_the_gate('before_it(uuid)', 'percorsi_app');
