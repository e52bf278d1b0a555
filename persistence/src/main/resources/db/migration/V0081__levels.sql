-- An objective says where the person is today and where they want to be, on a scale of five; a review says the level
-- reached. What was signed keeps the words it had.
alter table objective
    add column level_today  int constraint level_today_in_scale check (level_today between 1 and 5),
    add column level_wanted int constraint level_wanted_in_scale check (level_wanted between 1 and 5),
    add unique (id, plan_id);
alter table plan_review add unique (id, plan_id);

create table plan_review_level (
    review_id    uuid not null,
    objective_id uuid not null,
    plan_id      uuid not null,
    person_id    uuid not null,
    level        int not null constraint level_reached_in_scale check (level between 1 and 5),
    primary key (review_id, objective_id),
    foreign key (review_id, plan_id) references plan_review (id, plan_id),
    foreign key (objective_id, plan_id) references objective (id, plan_id),
    foreign key (plan_id, person_id) references plan (id, person_id)
);
create index on plan_review_level (objective_id);
call protect('plan_review_level', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST');
revoke update on plan_review_level from percorsi_app;
-- Levels are part of what who reviews says: nobody adds them to the words of another.
create policy said_by_who_reviews on plan_review_level as restrictive for insert to percorsi_app
    with check (exists (select 1 from plan_review r where r.id = review_id
        and r.operator_id = (select acting_operator()) and r.organisation_id = (select acting_organisation())));

-- The latest review that said something of each objective.
create function level_reached(objective uuid, out level int, out held_on date) language sql stable
    set search_path = public, pg_temp
as $$
    select l.level, r.held_on from plan_review_level l join plan_review r on r.id = l.review_id
    where l.objective_id = $1 order by r.held_on desc, r.id desc limit 1
$$;
grant execute on function level_reached(uuid) to percorsi_app;

create or replace function plan_content(plan uuid) returns jsonb language sql stable set search_path = public, pg_temp
as $$
    select jsonb_build_object('words', l.person_words, 'reviewOn', l.review_on, 'explainedOn', l.explained_on,
        'explainedIn', l.explained_in, 'explainedWith', l.explained_with, 'objectives', coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'area', o.area, 'text', o.text,
            'expectedResult', o.expected_result, 'levelToday', o.level_today, 'levelWanted', o.level_wanted,
            'levelReached', v.level, 'reachedOn', v.held_on,
            'commitments', coalesce((
                select jsonb_agg(jsonb_build_object('who', c.who, 'text', c.text, 'dueOn', c.due_on)
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

call let_rows_follow();
