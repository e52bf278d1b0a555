-- The case file whole: suspended until a day, closed with an outcome, reopened, handed to another body; and a team
-- whose members are invited and answer.

-- What ended, and how: an outcome from a list, whether the person left assistance, whether the last review was made.
alter table case_file
    add column suspended_until date,
    add column outcome text check (outcome in ('AIMS_REACHED', 'AIMS_PARTLY', 'WORK_FOUND', 'MOVED_AWAY',
        'OTHER_SERVICE', 'GAVE_UP', 'NO_CONTACT', 'DIED', 'OTHER')),
    add column exits_assistance boolean,
    add column review_waived boolean;
alter table case_file no force row level security;
update case_file set suspended_until = current_date + 30 where status = 'SUSPENDED';
update case_file set outcome = 'OTHER', exits_assistance = false, review_waived = true where status = 'CLOSED';
alter table case_file force row level security;
alter table case_file
    add constraint suspended_until_a_day check ((status = 'SUSPENDED') = (suspended_until is not null)),
    add constraint closed_with_an_outcome check (num_nonnulls(outcome, exits_assistance, review_waived)
        = case when status = 'CLOSED' then 3 else 0 end);
create index on case_file (case_manager_id) where status <> 'CLOSED';

-- Holding a file is holding it without an end: whoever handed it over still reads it for a while, and opens it to nobody.
set local role percorsi_gate;
create or replace function holds_the_file(person uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as $$
    select exists (select 1 from access_grant g
        where g.person_id = person and g.basis = 'FILE' and g.organisation_id = acting_organisation()
          and acting_role() in ('DESK', 'SOCIAL_WORKER') and g.valid_from <= now() and g.valid_until is null)
$$;
drop function loose_ends(uuid, timestamptz);
reset role;
create function loose_ends(person uuid, at timestamptz) returns table (appointments int, plans int, tasks int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select (select count(*)::int from appointment where person_id = $1 and status = 'BOOKED' and starts_at > $2),
        (select count(*)::int from plan where person_id = $1 and status not in ('CONCLUDED', 'INTERRUPTED')),
        (select count(*)::int from task where person_id = $1 and status = 'OPEN')
    where granted($1, acting_organisation(), acting_role(), 'IDENTITY')
$$;
call behind_the_gate('loose_ends(uuid, timestamptz)', 'percorsi_app');

-- The team. A colleague of the body that leads is in at once; somebody of another body is invited and answers, and
-- what the body then sees begins with the answer and ends with the leaving.
alter table team_member
    add column status text not null default 'JOINED'
        check (status in ('INVITED', 'JOINED', 'REFUSED', 'WITHDRAWN', 'LEFT')),
    add column sections text[] not null default '{IDENTITY,CONTACTS,STATUS,AGENDA,LABOUR}'
        check (sections <@ '{IDENTITY,CONTACTS,STATUS,AGENDA,LABOUR}' and 'IDENTITY' = any (sections)),
    add column asked_by_id uuid references operator,
    add column asked_for_id uuid references organisation,
    add column words text not null default '',
    add column answer text,
    add column moved_at timestamptz not null default now(),
    add column version int not null default 0;
alter table team_member no force row level security;
update team_member set status = 'LEFT' where until is not null;
alter table team_member force row level security;
alter table team_member
    add constraint team_member_in_or_out check ((status in ('INVITED', 'JOINED')) = (until is null)),
    add constraint refused_with_a_reason check (status <> 'REFUSED' or coalesce(answer, '') <> '');
create index on team_member (operator_id) where status in ('INVITED', 'JOINED');

-- Whoever is invited sees the invitation, not yet the person, and answers for themselves.
create policy invited_sees on team_member for select to percorsi_app
    using (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and status <> 'LEFT');
create policy member_answers on team_member for update to percorsi_app
    using (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and status in ('INVITED', 'JOINED'))
    with check (operator_id = (select acting_operator()) and status in ('JOINED', 'REFUSED', 'LEFT'));
create policy asked_by_who_holds on team_member as restrictive for insert to percorsi_app
    with check (holds_the_file(person_id)
        and (status = 'INVITED' or status = 'JOINED' and organisation_id = (select acting_organisation())));
revoke update on team_member from percorsi_app;
grant update (status, since, until, answer, moved_at, version) on team_member to percorsi_app;

create policy gate_opens_for_teams on access_grant for insert to percorsi_gate with check (basis in ('TEAM', 'FILE'));
create policy gate_ends_with_teams on access_grant for update to percorsi_gate
    using (basis in ('TEAM', 'FILE', 'TRANSFER'));
create policy gate_signs_for_the_team on step for insert to percorsi_gate
    with check (feature = 'team' and operator_id = acting_operator() and organisation_id = acting_organisation());
grant insert on step to percorsi_gate;
grant select on case_file, team_member, operator to percorsi_gate;

create function team_grant(m team_member) returns void language plpgsql
as $$
declare
    lead uuid := (select c.organisation_id from case_file c where c.id = m.case_file_id);
begin
    if m.organisation_id <> lead then
        insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id,
            valid_from, given_by, given_by_organisation_id)
        select gen_random_uuid(), m.person_id, m.organisation_id, 'TEAM', s.roles, m.sections, 'casefile.team', m.id,
            m.moved_at, m.asked_by_id, lead
        from basis_scope s where s.basis = 'TEAM';
    end if;
end
$$;
create function team_grant_ends(m team_member) returns void language sql
as $$
    update access_grant g set valid_until = greatest(g.valid_from, now())
    where g.basis = 'TEAM' and g.person_id = m.person_id and g.organisation_id = m.organisation_id
      and (g.valid_until is null or g.valid_until > now())
      and (g.subject_id = m.id or g.subject_id = m.case_file_id and not exists (
        select 1 from team_member o where o.case_file_id = m.case_file_id and o.organisation_id = m.organisation_id
            and o.status = 'JOINED' and o.id <> m.id))
$$;
grant execute on function team_grant(team_member), team_grant_ends(team_member) to percorsi_gate;

create function membership_moves() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    before text := case when tg_op = 'UPDATE' then old.status else '' end;
    move text := case before || ' ' || new.status when ' INVITED' then 'INVITE' when ' JOINED' then 'JOIN'
        when 'INVITED JOINED' then 'ACCEPT' when 'INVITED REFUSED' then 'REFUSE'
        when 'INVITED WITHDRAWN' then 'WITHDRAW' when 'JOINED LEFT' then 'LEAVE' end;
begin
    if tg_op = 'UPDATE' and new.status = old.status then
        return new;
    end if;
    if move is null then
        raise check_violation using message = 'team_member_moves';
    end if;
    -- Nobody answers for somebody else, and nobody who answered is put in again by the same row.
    if before = 'INVITED' and new.status in ('JOINED', 'REFUSED')
        and new.operator_id is distinct from acting_operator() then
        raise insufficient_privilege using message = 'only who is invited answers';
    end if;
    if move = 'ACCEPT' then
        perform team_grant(new);
    elsif move = 'LEAVE' then
        perform team_grant_ends(new);
    end if;
    -- Leaving because the case ends or passes is told by the case.
    if acting_operator() is not null and (move <> 'LEAVE' or new.answer is not null) then
        insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id,
            note)
        select gen_random_uuid(), new.id, new.person_id, 'team', 'IDENTITY', move, new.status, new.moved_at,
            acting_operator(), acting_organisation(), o.name || coalesce(': ' || nullif(new.answer, ''), '')
        from operator o where o.id = new.operator_id;
    end if;
    update case_file c set team_kind = case when t.bodies > 1 then 'BETWEEN_BODIES' else 'WITHIN_BODY' end
    from (select count(distinct m.organisation_id) bodies from team_member m
        where m.case_file_id = new.case_file_id and m.status in ('INVITED', 'JOINED')) t
    where c.id = new.case_file_id and c.team_kind is not null and t.bodies > 0;
    return new;
end
$$;
call behind_the_gate('membership_moves()', 'percorsi_owner');
create trigger membership_moves after insert or update of status on team_member
    for each row execute function membership_moves();

-- A body that leads a case asks another to lead it. Whoever is asked sees who the person is, and nothing else, until
-- they answer.
insert into basis_scope (basis, roles, sections) values ('TRANSFER', '{SOCIAL_WORKER}', '{IDENTITY}');
create table case_transfer (
    id                 uuid primary key,
    case_file_id       uuid not null,
    person_id          uuid not null,
    organisation_id    uuid not null references organisation,
    to_organisation_id uuid not null references organisation,
    operator_id        uuid not null references operator,
    reason             text not null check (reason <> ''),
    status             text not null check (status in ('REQUESTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    asked_at           timestamptz not null,
    answer             text,
    answered_at        timestamptz,
    answered_by_id     uuid references operator,
    version            int not null,
    foreign key (case_file_id, person_id) references case_file (id, person_id),
    check (organisation_id <> to_organisation_id),
    check ((status = 'REQUESTED') = (answered_at is null) and (answered_at is null) = (answered_by_id is null)),
    constraint transfer_refused_with_a_reason check (status <> 'REFUSED' or coalesce(answer, '') <> '')
);
create unique index one_transfer_asked on case_transfer (case_file_id) where status = 'REQUESTED';
create index on case_transfer (to_organisation_id) where status = 'REQUESTED';
call protect('case_transfer', 'person_id', '''IDENTITY''', 'SOCIAL_WORKER');
create policy asked_for_ones_own on case_transfer as restrictive for insert to percorsi_app
    with check (status = 'REQUESTED' and organisation_id = (select acting_organisation())
        and operator_id = (select acting_operator()) and holds_the_file(person_id)
        and crossing(organisation_id, to_organisation_id) is null);
create policy answered_by_who_is_asked on case_transfer as restrictive for update to percorsi_app
    using (status = 'REQUESTED')
    with check (answered_by_id = (select acting_operator()) and (select acting_organisation())
        = case status when 'WITHDRAWN' then organisation_id else to_organisation_id end);
revoke update on case_transfer from percorsi_app;
grant update (status, answer, answered_at, answered_by_id, version) on case_transfer to percorsi_app;

-- Accepting moves everything in one act: the file, what is left to do, the team, and who sees what.
create function transfer_hands_over() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    c case_file;
    m team_member;
    aftercare interval := make_interval(days => coalesce(rule_today('casefile.aftercare'), 0));
begin
    select * into c from case_file f where f.id = new.case_file_id for update;
    if c.status = 'CLOSED' or c.organisation_id <> new.organisation_id then
        raise check_violation using message = 'transfer_of_an_open_case';
    end if;
    insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from,
        given_by, given_by_organisation_id)
    select gen_random_uuid(), new.person_id, new.to_organisation_id, 'FILE', s.roles, s.sections, 'casefile.transfer',
        new.id, new.answered_at, new.operator_id, new.organisation_id
    from basis_scope s where s.basis = 'FILE';
    update team_member set status = case status when 'INVITED' then 'WITHDRAWN' else 'LEFT' end,
        until = (new.answered_at at time zone 'Europe/Rome')::date, moved_at = new.answered_at, version = version + 1
    where case_file_id = c.id and (status = 'INVITED' or status = 'JOINED' and organisation_id = new.organisation_id);
    update case_file set organisation_id = new.to_organisation_id, version = version + 1,
        case_manager_id = case when c.case_manager_id is null then null else new.answered_by_id end
    where id = c.id;
    -- The others of the team are now let in by who leads; those of the body that leads need nobody's leave.
    for m in select * from team_member t where t.case_file_id = c.id and t.status = 'JOINED' loop
        perform team_grant_ends(m);
        m.asked_by_id := new.answered_by_id;
        m.moved_at := new.answered_at;
        perform team_grant(m);
    end loop;
    if c.case_manager_id is not null and not exists (select 1 from team_member t where t.case_file_id = c.id
            and t.status = 'JOINED' and t.operator_id = new.answered_by_id) then
        insert into team_member (id, case_file_id, person_id, organisation_id, operator_id, function, since, until,
            status, asked_by_id, asked_for_id, moved_at)
        values (gen_random_uuid(), c.id, c.person_id, new.to_organisation_id, new.answered_by_id, acting_role(),
            (new.answered_at at time zone 'Europe/Rome')::date, null, 'JOINED', new.answered_by_id,
            new.to_organisation_id, new.answered_at);
    end if;
    update task set organisation_id = new.to_organisation_id, owner_id = case when c.case_manager_id is null then null
            else new.answered_by_id end, version = version + 1
    where person_id = new.person_id and organisation_id = new.organisation_id and status = 'OPEN';
    update access_grant g set valid_until = greatest(g.valid_from, now())
            + case g.basis when 'FILE' then aftercare else interval '0' end
    where g.person_id = new.person_id and g.valid_until is null
      and (g.basis = 'FILE' and g.organisation_id = new.organisation_id
        or g.basis = 'TRANSFER' and g.subject_id = new.id);
    return new;
end
$$;
create policy gate_adds on team_member for insert to percorsi_gate with check (status = 'JOINED');
grant insert, update (status, until, moved_at, version) on team_member to percorsi_gate;
grant update (organisation_id, case_manager_id, team_kind, version) on case_file to percorsi_gate;
grant update (organisation_id, owner_id, version) on task to percorsi_gate;
call behind_the_gate('transfer_hands_over()', 'percorsi_owner');
create trigger transfer_hands_over after update of status on case_transfer
    for each row when (old.status = 'REQUESTED' and new.status = 'ACCEPTED') execute function transfer_hands_over();

-- A meeting of those who follow cases together: what was said of each, and when. Who leads it writes, and once it is
-- closed nobody does.
create table team_meeting (
    id              uuid primary key,
    organisation_id uuid not null references organisation,
    operator_id     uuid not null references operator,
    held_at         timestamptz not null,
    closed_at       timestamptz check (closed_at >= held_at),
    version         int not null
);
create index on team_meeting (organisation_id, held_at);
create table meeting_item (
    id           uuid primary key,
    meeting_id   uuid not null references team_meeting,
    case_file_id uuid not null,
    person_id    uuid not null,
    place        int not null check (place > 0),
    words        text not null,
    discussed_at timestamptz,
    version      int not null,
    foreign key (case_file_id, person_id) references case_file (id, person_id),
    unique (meeting_id, case_file_id),
    unique (meeting_id, place)
);
create index on meeting_item (person_id);
call protect('meeting_item', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST PLACEMENT');
revoke update on meeting_item from percorsi_app;
grant update (words, discussed_at, version) on meeting_item to percorsi_app;
alter table team_meeting enable row level security;
alter table team_meeting force row level security;
create policy of_the_body_or_of_a_case on team_meeting for select to percorsi_app
    using (organisation_id = (select acting_organisation())
        or exists (select 1 from meeting_item i where i.meeting_id = team_meeting.id));
create policy leader_begins on team_meeting for insert to percorsi_app
    with check (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and closed_at is null
        and (select acting_role()) in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST', 'PLACEMENT'));
create policy leader_closes on team_meeting for update to percorsi_app
    using (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and closed_at is null)
    with check (operator_id = (select acting_operator()));
grant select, insert, update (closed_at, version) on team_meeting to percorsi_app;
create policy gate on team_meeting for select to percorsi_gate using (true);
grant select on team_meeting to percorsi_gate;
-- Asked apart: the two tables' policies look at each other.
create function writes_meeting(meeting uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as $$
    select exists (select 1 from team_meeting m where m.id = meeting and m.closed_at is null
        and m.operator_id = acting_operator() and m.organisation_id = acting_organisation())
$$;
call behind_the_gate('writes_meeting(uuid)', 'percorsi_app');
create policy leader_adds on meeting_item as restrictive for insert to percorsi_app
    with check (writes_meeting(meeting_id));
create policy leader_writes on meeting_item as restrictive for update to percorsi_app
    using (writes_meeting(meeting_id));

-- No reason at all is not a reason either.
alter table task drop constraint dropped_with_a_reason,
    add constraint dropped_with_a_reason check (status <> 'DROPPED' or coalesce(why, '') <> '');

insert into reference_rule (key, value, unit, valid_from, source, verified)
select 'casefile.aftercare', '30', 'days', '2000-01-01', 'scelta del progetto, da verificare', false
where exists (select 1 from reference_rule);

call let_rows_follow();
