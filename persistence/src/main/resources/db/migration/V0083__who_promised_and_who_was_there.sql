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
