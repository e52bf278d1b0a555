-- A person looked at in six areas, first or in depth. Its frame, who opened it and when, belongs to the work part, which
-- everybody in a team reads; what is written of an area belongs to the section of that area.
create table assessment (
    id              uuid primary key,
    person_id       uuid not null references person,
    depth           text not null check (depth in ('FIRST', 'IN_DEPTH')),
    opened_at       timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    signed_at       timestamptz check (signed_at >= opened_at),
    signed_by       uuid references operator,
    signed_for      uuid references organisation,
    unique (id, person_id),
    check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (signed_for is null))
);
create index on assessment (person_id, opened_at);
call protect('assessment', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST');
revoke update on assessment from percorsi_app;
grant update (signed_at, signed_by, signed_for) on assessment to percorsi_app;
create policy opens on assessment as restrictive for insert to percorsi_app
    with check (signed_at is null and operator_id = (select acting_operator())
        and organisation_id = (select acting_organisation()));
-- Signed once, by the body that opened it or the one that holds the file.
create policy signs on assessment as restrictive for update to percorsi_app
    using (signed_at is null and (organisation_id = (select acting_organisation()) or holds_the_file(person_id)))
    with check (signed_by = (select acting_operator()) and signed_for = (select acting_organisation()));

-- What is written of an area. Only ever added to: the last version counts, the others stay.
create table assessment_area (
    id              uuid primary key,
    assessment_id   uuid not null,
    person_id       uuid not null,
    area            text not null,
    section         text not null,
    version         int not null check (version > 0),
    level           int not null check (level between 1 and 5),
    body            text not null check (body <> ''),
    at              timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    foreign key (assessment_id, person_id) references assessment (id, person_id),
    constraint area_version_once unique (assessment_id, area, version),
    -- The words of Area.java.
    check ((area, section) in (('SOCIAL', 'RESERVED'), ('ECONOMY', 'SOCIAL'), ('WORK', 'LABOUR'),
        ('EDUCATION', 'LABOUR'), ('HOUSING', 'SOCIAL'), ('NETWORKS', 'SOCIAL')))
);
call protect('assessment_area', 'person_id', 'section', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST', signed => 'both');
revoke update on assessment_area from percorsi_app;

-- One is open at a time, and the one in depth comes after a first one that was signed. Not an index: two people who
-- turn out to be one may each have theirs.
create function assessment_follows() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('assessment' || new.person_id, 0));
    if exists (select 1 from assessment a where a.person_id = new.person_id and a.signed_at is null) then
        raise check_violation using message = 'one_open_assessment';
    end if;
    if new.depth = 'IN_DEPTH' and not exists (select 1 from assessment a
            where a.person_id = new.person_id and a.depth = 'FIRST' and a.signed_at is not null) then
        raise check_violation using message = 'first_assessment_first';
    end if;
    return new;
end
$$;
create trigger assessment_follows before insert on assessment for each row execute function assessment_follows();

-- What is signed is closed: nothing is written meanwhile, and nothing after.
create function assessment_is_signed() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('assessment' || new.id, 0));
    if not exists (select 1 from assessment_area a where a.assessment_id = new.id) then
        raise check_violation using message = 'assessment_is_blank';
    end if;
    return new;
end
$$;
create trigger assessment_is_signed before update of signed_at on assessment
    for each row execute function assessment_is_signed();
create function assessment_is_open() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('assessment' || new.assessment_id, 0));
    if not exists (select 1 from assessment a where a.id = new.assessment_id and a.signed_at is null) then
        raise check_violation using message = 'assessment_signed_already';
    end if;
    return new;
end
$$;
create trigger assessment_is_open before insert on assessment_area for each row execute function assessment_is_open();

insert into reference_rule (key, value, unit, valid_from, source, verified)
select 'assessment.areas', '6', 'areas', '2000-01-01',
    'D.Lgs. 147/2017, art. 5: analisi preliminare e quadro di analisi, sei ambiti; modifiche successive al 2019 non lette',
    false
where exists (select 1 from reference_rule);

-- What a person can do, as of a day. One that comes after closes the one before.
create table skills_review (
    id              uuid primary key,
    person_id       uuid not null references person,
    opened_at       timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    unique (id, person_id)
);
create index on skills_review (person_id, opened_at);
call protect('skills_review', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST', signed => 'both');
revoke update on skills_review from percorsi_app;

-- A line is corrected or struck out by another: both stay.
create table skills_line (
    id              uuid primary key,
    review_id       uuid not null,
    person_id       uuid not null,
    kind            text not null check (kind in ('EDUCATION', 'WORK', 'LANGUAGE', 'SKILL')),
    what            text not null check (what <> ''),
    place           text not null,
    period          text not null,
    spoken          text check (spoken in ('NONE', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    written         text check (written in ('NONE', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    evidence        text not null,
    replaces_id     uuid,
    struck          boolean not null,
    at              timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    foreign key (review_id, person_id) references skills_review (id, person_id),
    unique (id, review_id),
    foreign key (replaces_id, review_id) references skills_line (id, review_id),
    constraint skills_line_replaced_once unique (replaces_id),
    check (replaces_id <> id),
    check (not struck or replaces_id is not null),
    check ((kind = 'LANGUAGE') = (spoken is not null) and (kind = 'LANGUAGE') = (written is not null)),
    check (kind <> 'SKILL' or evidence <> '')
);
create index on skills_line (review_id);
call protect('skills_line', 'person_id', '''LABOUR''', 'SOCIAL_WORKER CPI_OPERATOR SPECIALIST', signed => 'both');
revoke update on skills_line from percorsi_app;

create function skills_review_is_the_last() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if exists (select 1 from skills_review r join skills_review later
            on later.person_id = r.person_id and (later.opened_at, later.id) > (r.opened_at, r.id)
            where r.id = new.review_id) then
        raise check_violation using message = 'skills_review_past';
    end if;
    return new;
end
$$;
create trigger skills_review_is_the_last before insert on skills_line
    for each row execute function skills_review_is_the_last();

call let_rows_follow();
