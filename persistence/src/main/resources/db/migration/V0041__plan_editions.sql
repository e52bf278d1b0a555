-- A plan is explained, signed, looked at again and written anew. What was signed stays readable as it was.
alter table plan
    add column edition        int not null default 0 check (edition >= 0),
    add column explained_on   date,
    add column explained_in   text references language,
    add column explained_with text check (explained_with <> ''),
    add constraint explained_in_a_language check ((explained_on is null) = (explained_in is null)
        and (explained_with is null or explained_on is not null)),
    -- What was signed holds until something else is.
    add column in_force boolean not null
        generated always as (status = 'ACTIVE' or edition > 0 and status in ('REVISED', 'PROPOSED')) stored;

-- What is taken out is no longer written in the next edition; it stays in those that had it.
alter table objective  add column until_edition int check (until_edition >= 0);
alter table commitment add column until_edition int check (until_edition >= 0), add column done_on date;
alter table support
    add column from_edition  int not null default 1 check (from_edition > 0),
    add column until_edition int check (until_edition >= 0);

-- Plans to begin from: of a programme, or of all. No rule of law: a proposal that whoever writes the plan changes.
create table plan_template (
    code      text primary key,
    name      text not null,
    programme text,
    source    text not null check (source <> ''),
    verified  boolean not null
);
create table plan_template_objective (
    template        text not null references plan_template,
    ordinal         int not null,
    area            text not null,
    text            text not null check (text <> ''),
    expected_result text not null check (expected_result <> ''),
    who             text not null check (who <> ''),
    commitment      text not null check (commitment <> ''),
    due_days        int check (due_days > 0),
    instrument      text not null references instrument,
    hours           int not null check (hours between 1 and 200),
    primary key (template, ordinal)
);
grant select on plan_template, plan_template_objective to percorsi_app;

-- What a plan says now, as one document.
create function plan_content(plan uuid) returns jsonb language sql stable set search_path = public, pg_temp
as $$
    select jsonb_build_object('words', l.person_words, 'reviewOn', l.review_on, 'explainedOn', l.explained_on,
        'explainedIn', l.explained_in, 'explainedWith', l.explained_with, 'objectives', coalesce((
        select jsonb_agg(jsonb_build_object('area', o.area, 'text', o.text, 'expectedResult', o.expected_result,
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
        from objective o where o.plan_id = l.id and o.until_edition is null), '[]'))
    from plan l where l.id = $1
$$;
grant execute on function plan_content(uuid) to percorsi_app;

create table plan_edition (
    id          uuid primary key,
    plan_id     uuid not null,
    person_id   uuid not null,
    number      int not null check (number > 0),
    signed_on   date not null,
    manner      text not null check (manner in ('PAPER', 'PAD', 'NOT_KNOWN')),
    -- One a line, the person first.
    signatories text not null check (signatories <> ''),
    content     jsonb not null,
    at          timestamptz not null,
    operator_id uuid not null references operator,
    foreign key (plan_id, person_id) references plan (id, person_id),
    constraint plan_signed_once unique (plan_id, number),
    constraint plan_signed_ahead check (signed_on <= (at at time zone 'Europe/Rome')::date)
);
call protect('plan_edition', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST', signed => 'operator');
revoke update on plan_edition from percorsi_app;

-- Of plans signed before this, what they say now is what is known to have been signed.
alter table plan no force row level security;
alter table objective no force row level security;
alter table commitment no force row level security;
alter table support no force row level security;
alter table step no force row level security;
alter table plan_edition no force row level security;
insert into plan_edition (id, plan_id, person_id, number, signed_on, manner, signatories, content, at, operator_id)
select gen_random_uuid(), l.id, l.person_id, 1, (s.at at time zone 'Europe/Rome')::date, 'NOT_KNOWN',
    'firme non registrate', plan_content(l.id), s.at, s.operator_id
from plan l join lateral (
    select at, operator_id from step where subject_id = l.id and move = 'SIGN' order by at limit 1) s on true;
update plan l set edition = 1 where exists (select 1 from plan_edition e where e.plan_id = l.id);
alter table plan force row level security;
alter table objective force row level security;
alter table commitment force row level security;
alter table support force row level security;
alter table step force row level security;
alter table plan_edition force row level security;

-- Whoever signs a plan leaves what was signed: what it says at that moment, nothing else.
create function plan_is_signed() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if not exists (select 1 from plan_edition e
            where e.plan_id = new.id and e.number = new.edition and e.content = plan_content(new.id)) then
        raise check_violation using message = 'plan_is_signed', constraint = 'plan_is_signed';
    end if;
    return null;
end
$$;
create constraint trigger plan_is_signed after update of status on plan deferrable initially deferred for each row
    when (old.status = 'PROPOSED' and new.status = 'ACTIVE') execute function plan_is_signed();
create function plan_edition_follows() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if not exists (select 1 from plan l where l.id = new.plan_id and l.status = 'ACTIVE' and l.edition = new.number) then
        raise check_violation using message = 'plan_edition_follows', constraint = 'plan_edition_follows';
    end if;
    return null;
end
$$;
create constraint trigger plan_edition_follows after insert on plan_edition deferrable initially deferred for each row
    execute function plan_edition_follows();

-- What was explained or signed is changed by writing the plan anew.
create function plan_is_being_written() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
    -- What is no word of the plan: a promise that was kept, the order, a person who turned out to be another.
    beside text[] := '{version,ordinal,done_on,person_id}';
    written uuid := case tg_table_name
        when 'commitment' then (select o.plan_id from objective o where o.id = (to_jsonb(new) ->> 'objective_id')::uuid)
        when 'plan' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'plan_id')::uuid end;
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - beside = to_jsonb(old) - beside then
        return new;
    end if;
    if exists (select 1 from plan l where l.id = written
            and (l.status in ('PROPOSED', 'CONCLUDED', 'INTERRUPTED') or l.status = 'ACTIVE' and l.edition > 0)) then
        raise check_violation using message = 'plan_is_being_written', constraint = 'plan_is_being_written';
    end if;
    return new;
end
$$;
create trigger plan_is_being_written before insert or update on objective
    for each row execute function plan_is_being_written();
create trigger plan_is_being_written before insert or update on commitment
    for each row execute function plan_is_being_written();
create trigger plan_is_being_written before insert or update on support
    for each row execute function plan_is_being_written();
create trigger plan_is_being_written before update on plan for each row
    when (old.person_words is distinct from new.person_words) execute function plan_is_being_written();

-- Hours are given on what was signed: of a plan that nobody signed since editions are kept, on what it says.
create function agreed(s support, l plan) returns boolean language sql immutable
return s.from_edition <= greatest(l.edition, 1) and coalesce(s.until_edition, l.edition) >= l.edition;
grant execute on function agreed(support, plan) to percorsi_app;
create function support_is_agreed() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if exists (select 1 from support s join plan l on l.id = s.plan_id
            where s.id = new.support_id and not agreed(s, l)) then
        raise check_violation using message = 'support_is_agreed', constraint = 'support_is_agreed';
    end if;
    return new;
end
$$;
create trigger support_is_agreed before insert on encounter for each row when (new.corrects_id is null)
    execute function support_is_agreed();

-- A look at how it goes, with the person's own words, and the day of the next one.
create table plan_review (
    id              uuid primary key,
    plan_id         uuid not null,
    person_id       uuid not null,
    held_on         date not null,
    seen            text not null check (seen <> ''),
    person_words    text not null,
    outcome         text not null check (outcome in ('GOES_ON', 'TO_REVISE', 'TO_END')),
    next_on         date check (next_on > held_on),
    at              timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    foreign key (plan_id, person_id) references plan (id, person_id),
    constraint plan_reviewed_ahead check (held_on <= (at at time zone 'Europe/Rome')::date),
    check ((outcome = 'TO_END') = (next_on is null))
);
create index on plan_review (plan_id);
call protect('plan_review', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST', signed => 'both');
revoke update on plan_review from percorsi_app;

call let_rows_follow();
