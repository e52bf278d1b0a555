-- After a case is closed somebody asks how the person is, on a day that was chosen: a register that is only added to, and
-- the next day, which waits like any other step.
alter table case_file
    add column closed_on date,
    add column follow_up_on date;
alter table case_file no force row level security;
alter table step no force row level security;
update case_file c set closed_on = coalesce((
        select max(s.at) from step s where s.subject_id = c.id and s.feature = 'casefile' and s.move = 'CLOSE'),
    c.opened_at) at time zone 'Europe/Rome'
where c.status = 'CLOSED';
alter table step force row level security;
alter table case_file force row level security;
alter table case_file
    add constraint closed_on_a_day check ((status = 'CLOSED') = (closed_on is not null)),
    add constraint follow_up_of_a_closed_case check (
        follow_up_on is null or status = 'CLOSED' and outcome <> 'DIED' and follow_up_on > closed_on);

create table follow_up (
    id              uuid primary key,
    case_file_id    uuid not null,
    person_id       uuid not null,
    heard_on        date not null,
    situation       text not null check (situation in ('WORK', 'INTERNSHIP', 'TRAINING', 'SEEKING_WORK', 'NOT_SEEKING',
        'OTHER_SERVICE', 'MOVED_AWAY', 'NOT_REACHED', 'DIED', 'OTHER')),
    assisted        boolean,
    at              timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    check (heard_on <= (at at time zone 'Europe/Rome')::date),
    foreign key (case_file_id, person_id) references case_file (id, person_id)
);
create index on follow_up (case_file_id);
call protect('follow_up', 'person_id', '''IDENTITY''', 'DESK SOCIAL_WORKER', signed => 'both');
revoke update on follow_up from percorsi_app;
-- Whether somebody works, or is helped again, is for those who keep the file: not for whoever knows that there is one.
create policy of_who_keeps_the_file on follow_up as restrictive for select to percorsi_app
    using ((select acting_role()) in ('DESK', 'SOCIAL_WORKER') and exists (select 1 from case_file c
        where c.id = case_file_id and c.organisation_id = (select acting_organisation())));
-- A case is moved by the body that leads it; a body it is handed to takes it through a gate.
create policy of_who_leads on case_file as restrictive for update to percorsi_app
    using (organisation_id = (select acting_organisation()));
call let_rows_follow();

-- Who asks and who reopens wait for each other.
create function follow_up_of_a_closed_case() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    perform 1 from case_file c
    where c.id = new.case_file_id and c.status = 'CLOSED' and c.organisation_id = new.organisation_id
      and new.organisation_id = acting_organisation() and granted(c.person_id, acting_organisation(), acting_role(), 'IDENTITY')
      and c.outcome <> 'DIED' and c.closed_on <= new.heard_on for no key update;
    if not found or new.at > now() + interval '1 minute'
        or exists (select 1 from follow_up f where f.case_file_id = new.case_file_id and f.situation = 'DIED') then
        raise check_violation using message = 'follow_up_of_a_closed_case', constraint = 'follow_up_of_a_closed_case';
    end if;
    return new;
end
$$;
call behind_the_gate('follow_up_of_a_closed_case()', 'percorsi_owner');
create trigger follow_up_of_a_closed_case before insert on follow_up
    for each row execute function follow_up_of_a_closed_case();

insert into reference_rule (key, value, unit, valid_from, source, verified)
select v.key, v.days, 'days', '2000-01-01', 'scelta del progetto, da verificare', false
from (values ('casefile.follow-up-first', '30'), ('casefile.follow-up-second', '180')) v (key, days)
where exists (select 1 from reference_rule);
