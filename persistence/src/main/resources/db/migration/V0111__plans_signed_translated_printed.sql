-- An edition signed on paper keeps the scan of what was signed. A wrong one is replaced only while the plan stands as it was
-- signed: once it is written anew or ends, what comes next rests on that paper.
create table plan_scan (
    plan_id     uuid not null,
    number      int not null,
    person_id   uuid not null,
    kind        text not null,
    size        int not null check (size between 1 and 4194304),
    content     bytea not null,
    at          timestamptz not null,
    operator_id uuid not null references operator,
    primary key (plan_id, number),
    foreign key (plan_id, number) references plan_edition (plan_id, number),
    foreign key (plan_id, person_id) references plan (id, person_id),
    check (length(content) = size),
    -- The kinds of FileKind.java, told by how they begin.
    constraint scan_is_what_it_says check (case kind
        when 'PDF' then substring(content for 5) = '\x255044462d'
        when 'JPEG' then substring(content for 3) = '\xffd8ff'
        when 'PNG' then substring(content for 8) = '\x89504e470d0a1a0a'
        else false end)
);
call protect('plan_scan', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST', signed => 'operator');
revoke update on plan_scan from percorsi_app;
create policy replaces on plan_scan for delete to percorsi_app
    using (granted(person_id, (select acting_organisation()), (select acting_role()), 'LABOUR')
        and (select acting_role()) = any (string_to_array('SOCIAL_WORKER CPI_OPERATOR SPECIALIST', ' '))
        and exists (select 1 from plan l where l.id = plan_id and l.status = 'ACTIVE' and l.edition = number));
grant delete on plan_scan to percorsi_app;
create function scan_of_paper() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if not exists (select 1 from plan_edition e
            where e.plan_id = new.plan_id and e.number = new.number and e.manner <> 'PAD') then
        raise check_violation using message = 'scan_of_paper', constraint = 'scan_of_paper';
    end if;
    return new;
end
$$;
create trigger scan_of_paper before insert on plan_scan for each row execute function scan_of_paper();

-- What a plan says in Italian, by what it is said of: the plan's words, an objective, a commitment. Null where it says it
-- no more.
create function plan_says(plan uuid, subject uuid, part text) returns text language sql stable
    set search_path = public, pg_temp
as $$
    select case $3
        when 'WORDS' then (select nullif(l.person_words, '') from plan l where l.id = $1 and l.id = $2)
        when 'COMMITMENT' then (select c.text from commitment c join objective o on o.id = c.objective_id
            where c.id = $2 and o.plan_id = $1 and c.until_edition is null and o.until_edition is null)
        else (select case $3 when 'TEXT' then o.text when 'RESULT' then o.expected_result end from objective o
            where o.id = $2 and o.plan_id = $1 and o.until_edition is null) end
$$;
grant execute on function plan_says(uuid, uuid, text) to percorsi_app;

-- The same in the person's language, typed in by whoever writes the plan; with the Italian it was made from, so that it
-- shows when that changed after it.
create table plan_translation (
    plan_id       uuid not null,
    person_id     uuid not null,
    subject_id    uuid not null,
    part          text not null check (part in ('WORDS', 'TEXT', 'RESULT', 'COMMITMENT')),
    language      text not null references language constraint translated_from_italian check (language <> 'it'),
    italian       text not null check (italian <> ''),
    text          text not null check (text <> ''),
    translator    text not null check (translator <> ''),
    translated_on date not null,
    at            timestamptz not null,
    operator_id   uuid not null references operator,
    primary key (subject_id, part, language),
    foreign key (plan_id, person_id) references plan (id, person_id),
    constraint plan_translated_ahead check (translated_on <= (at at time zone 'Europe/Rome')::date)
);
create index on plan_translation (plan_id);
call protect('plan_translation', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST', signed => 'operator');
revoke update on plan_translation from percorsi_app;
create policy replaces on plan_translation for delete to percorsi_app
    using (granted(person_id, (select acting_organisation()), (select acting_role()), 'LABOUR')
        and (select acting_role()) = any (string_to_array('SOCIAL_WORKER CPI_OPERATOR SPECIALIST', ' ')));
grant delete on plan_translation to percorsi_app;

-- Until it is signed: what was signed keeps the translation it was signed with. Who signs and who translates wait for each
-- other.
create function plan_is_translated() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
    stands text;
begin
    select l.status into stands from plan l where l.id = coalesce(new.plan_id, old.plan_id) for no key update;
    if coalesce(stands, '') not in ('DRAFT', 'PROPOSED', 'REVISED') then
        raise check_violation using message = 'plan_is_translated', constraint = 'plan_is_translated';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    if plan_says(new.plan_id, new.subject_id, new.part) is null then
        raise check_violation using message = 'translation_of_what_it_says', constraint = 'translation_of_what_it_says';
    end if;
    return new;
end
$$;
create trigger plan_is_translated before insert or delete on plan_translation
    for each row execute function plan_is_translated();

create or replace function plan_content(plan uuid) returns jsonb language sql stable set search_path = public, pg_temp
as $$
    select jsonb_build_object('words', l.person_words, 'reviewOn', l.review_on, 'explainedOn', l.explained_on,
        'explainedIn', l.explained_in, 'explainedWith', l.explained_with, 'objectives', coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'area', o.area, 'text', o.text,
            'expectedResult', o.expected_result, 'levelToday', o.level_today, 'levelWanted', o.level_wanted,
            'levelReached', v.level, 'reachedOn', v.held_on,
            'commitments', coalesce((
                select jsonb_agg(jsonb_build_object('id', c.id, 'who', promiser(c), 'text', c.text, 'dueOn', c.due_on)
                    order by c.due_on nulls last, c.id)
                from commitment c where c.objective_id = o.id and c.until_edition is null), '[]'),
            'supports', coalesce((
                select jsonb_agg(jsonb_build_object('instrument', i.name, 'minutes', s.minutes, 'provider', g.name,
                    'fund', f.name) order by s.id)
                from support s join instrument i on i.code = s.instrument
                join organisation g on g.id = s.organisation_id join funding_source f on f.code = s.funding_source
                where s.objective_id = o.id and s.until_edition is null), '[]')) order by o.ordinal)
        from objective o left join lateral level_reached(o.id) v on true
        where o.plan_id = l.id and o.until_edition is null), '[]'),
        'translations', coalesce((
        select jsonb_agg(jsonb_build_object('of', t.subject_id, 'part', t.part, 'language', t.language, 'text', t.text,
            'translator', t.translator, 'on', t.translated_on, 'old', t.italian <> n.says)
            order by t.subject_id, t.part, t.language)
        from plan_translation t cross join lateral plan_says(t.plan_id, t.subject_id, t.part) n (says)
        where t.plan_id = l.id and n.says is not null), '[]'))
    from plan l where l.id = $1
$$;

-- A line of a template may say who gives its support and who pays; what it leaves unsaid is said by whoever begins from it.
alter table plan_template_objective
    add column organisation_id uuid references organisation,
    add column funding_source  text references funding_source;
grant update (organisation_id, funding_source) on plan_template_objective to percorsi_app;

call let_rows_follow();
