-- Who promises is the person, somebody of the team of the case, or somebody from outside by name.
alter table commitment
    alter column who drop not null,
    add column by_person boolean not null default false,
    add column member_id uuid references team_member;
alter table commitment no force row level security;
alter table commitment disable trigger plan_is_being_written;
update commitment set by_person = true, who = null where lower(trim(who)) = 'la persona';
alter table commitment enable trigger plan_is_being_written;
alter table commitment force row level security;
alter table commitment add constraint promised_by_one check (
    num_nonnulls(nullif(trim(who), ''), member_id) + by_person::int = 1 and who is distinct from '');
create index on commitment (member_id) where member_id is not null;

-- Asked when it is promised: whoever leaves the team afterwards leaves what they promised in words that were signed.
create function commitment_of_the_team() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if not exists (select 1 from objective o join plan l on l.id = o.plan_id
            join team_member m on m.case_file_id = l.case_file_id
            where o.id = new.objective_id and m.id = new.member_id and m.status = 'JOINED') then
        raise check_violation using message = 'commitment_of_the_team', constraint = 'commitment_of_the_team';
    end if;
    return new;
end
$$;
create trigger commitment_of_the_team_begins before insert on commitment for each row
    when (new.member_id is not null) execute function commitment_of_the_team();
create trigger commitment_of_the_team_changes before update on commitment for each row
    when (new.member_id is not null and (new.member_id is distinct from old.member_id
        or new.objective_id is distinct from old.objective_id)) execute function commitment_of_the_team();

-- Who promised, in words.
create function promiser(c commitment) returns text language sql stable set search_path = public, pg_temp
as $$
    select case when c.by_person then 'La persona' else coalesce(c.who, (
        select o.name || ', ' || g.name from team_member m join operator o on o.id = m.operator_id
        join organisation g on g.id = m.organisation_id where m.id = c.member_id), 'Una persona dell''équipe') end
$$;
grant execute on function promiser(commitment) to percorsi_app;

create or replace function plan_content(plan uuid) returns jsonb language sql stable set search_path = public, pg_temp
as $$
    select jsonb_build_object('words', l.person_words, 'reviewOn', l.review_on, 'explainedOn', l.explained_on,
        'explainedIn', l.explained_in, 'explainedWith', l.explained_with, 'objectives', coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'area', o.area, 'text', o.text,
            'expectedResult', o.expected_result, 'levelToday', o.level_today, 'levelWanted', o.level_wanted,
            'levelReached', v.level, 'reachedOn', v.held_on,
            'commitments', coalesce((
                select jsonb_agg(jsonb_build_object('who', promiser(c), 'text', c.text, 'dueOn', c.due_on)
                    order by c.due_on nulls last, c.id)
                from commitment c where c.objective_id = o.id and c.until_edition is null), '[]'),
            'supports', coalesce((
                select jsonb_agg(jsonb_build_object('instrument', i.name, 'minutes', s.minutes, 'provider', g.name,
                    'fund', f.name) order by s.id)
                from support s join instrument i on i.code = s.instrument
                join organisation g on g.id = s.organisation_id join funding_source f on f.code = s.funding_source
                where s.objective_id = o.id and s.until_edition is null), '[]')) order by o.ordinal)
        from objective o left join lateral level_reached(o.id) v on true
        where o.plan_id = l.id and o.until_edition is null), '[]'))
    from plan l where l.id = $1
$$;

-- Who was at a meeting: those of the teams of its cases, and its leader, by their names of that day; the others in words.
alter table team_meeting add column others text not null default '';
grant update (others) on team_meeting to percorsi_app;
create table meeting_present (
    meeting_id        uuid not null references team_meeting,
    operator_id       uuid not null references operator,
    name              text not null check (name <> ''),
    organisation_name text not null check (organisation_name <> ''),
    primary key (meeting_id, operator_id)
);
alter table meeting_present enable row level security;
alter table meeting_present force row level security;
create policy who_sees_the_meeting on meeting_present for select to percorsi_app
    using (exists (select 1 from team_meeting m where m.id = meeting_id));
create policy leader_writes on meeting_present for insert to percorsi_app with check (writes_meeting(meeting_id));
create policy leader_corrects on meeting_present for delete to percorsi_app using (writes_meeting(meeting_id));
grant select, insert, delete on meeting_present to percorsi_app;
create policy gate on meeting_present for select to percorsi_gate using (true);
grant select on meeting_present to percorsi_gate;

-- Whoever is written down as there could have been.
create function present_of_the_teams() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if not exists (select 1 from team_meeting m where m.id = new.meeting_id and m.operator_id = new.operator_id)
        and not exists (select 1 from meeting_item i join team_member t on t.case_file_id = i.case_file_id
            where i.meeting_id = new.meeting_id and t.operator_id = new.operator_id and t.status = 'JOINED') then
        raise check_violation using message = 'present_of_the_teams', constraint = 'present_of_the_teams';
    end if;
    return new;
end
$$;
call behind_the_gate('present_of_the_teams()', 'percorsi_owner');
create trigger present_of_the_teams before insert on meeting_present
    for each row execute function present_of_the_teams();

-- What was decided of each case, as it was when the minutes were closed: a task goes its own way afterwards.
create table meeting_decision (
    id         uuid primary key,
    meeting_id uuid not null references team_meeting,
    person_id  uuid not null references person,
    place      int not null check (place > 0),
    what       text not null check (what <> ''),
    owner_name text not null check (owner_name <> ''),
    due_on     date not null,
    unique (meeting_id, place)
);
create index on meeting_decision (person_id);
call protect('meeting_decision', 'person_id', '''LABOUR''', '');
revoke insert, update on meeting_decision from percorsi_app;
create policy gate_keeps on meeting_decision for insert to percorsi_gate with check (true);
grant insert on meeting_decision to percorsi_gate;

create function decided_at(meeting uuid) returns setof meeting_decision language sql stable
as $$
    select gen_random_uuid(), $1, t.person_id, row_number() over (order by t.asked_at, t.id)::int, t.what,
        coalesce(o.name || ', ' || g.name, g.name), t.due_on
    from task t join organisation g on g.id = t.organisation_id left join operator o on o.id = t.owner_id
    where t.origin = 'MEETING' and t.origin_id = $1 and t.person_id is not null
$$;
grant execute on function decided_at(uuid) to percorsi_gate;
grant select on task, organisation to percorsi_gate;

-- Whoever closes keeps it, and what another body may see by then is kept too: each goes on reading their own cases.
create function closing_keeps_what_was_decided() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if trim(new.others) = '' and not exists (select 1 from meeting_present p where p.meeting_id = new.id) then
        raise check_violation using message = 'somebody_was_present', constraint = 'somebody_was_present';
    end if;
    insert into meeting_decision select * from decided_at(new.id);
    return null;
end
$$;
call behind_the_gate('closing_keeps_what_was_decided()', 'percorsi_owner');
create trigger closing_keeps_what_was_decided after update of closed_at on team_meeting
    for each row when (old.closed_at is null and new.closed_at is not null)
    execute function closing_keeps_what_was_decided();

-- Of minutes closed before this, what is written now is what is known; who was there is not, but who led was.
alter table operator no force row level security;
alter table task no force row level security;
alter table team_meeting no force row level security;
alter table meeting_present no force row level security;
alter table meeting_decision no force row level security;
insert into meeting_decision select d.* from team_meeting m, lateral decided_at(m.id) d where m.closed_at is not null;
alter table meeting_present disable trigger present_of_the_teams;
insert into meeting_present (meeting_id, operator_id, name, organisation_name)
select m.id, o.id, o.name, g.name
from team_meeting m join operator o on o.id = m.operator_id join organisation g on g.id = m.organisation_id;
alter table meeting_present enable trigger present_of_the_teams;
alter table operator force row level security;
alter table task force row level security;
alter table team_meeting force row level security;
alter table meeting_present force row level security;
alter table meeting_decision force row level security;

call let_rows_follow();
