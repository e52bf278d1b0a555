-- What somebody must do by a day, about a person or about nobody. Whoever owes it sees it; the others see it who are
-- granted the section it belongs to.
create table task (
    id              uuid primary key,
    person_id       uuid references person,
    organisation_id uuid not null references organisation,
    owner_id        uuid references operator,
    what            text not null check (what <> '' and length(what) <= 500),
    section         text not null check (section in ('IDENTITY', 'SOCIAL', 'LABOUR', 'RESERVED')),
    due_on          date not null,
    status          text not null check (status in ('OPEN', 'DONE', 'DROPPED')),
    origin          text not null check (origin in ('HAND', 'NOTE', 'CARE', 'MEETING', 'SITTING')),
    origin_id       uuid,
    asked_by_id     uuid not null references operator,
    asked_for_id    uuid not null references organisation,
    asked_at        timestamptz not null,
    settled_at      timestamptz,
    settled_by_id   uuid references operator,
    why             text,
    version         int not null,
    check ((status = 'OPEN') = (settled_at is null)),
    check ((settled_at is null) = (settled_by_id is null)),
    constraint dropped_with_a_reason check (status <> 'DROPPED' or why <> ''),
    check ((origin = 'HAND') = (origin_id is null)),
    constraint about_nobody_at_home check (person_id is not null or organisation_id = asked_for_id)
);
create index on task (owner_id, due_on) where status = 'OPEN';
create index on task (organisation_id, due_on) where status = 'OPEN';
create index on task (person_id);
create index on task (origin_id) where origin_id is not null;

alter table task enable row level security;
alter table task force row level security;
create policy acting_sees on task for select to percorsi_app
    using (case when person_id is null
        then asked_by_id = (select acting_operator()) or organisation_id = (select acting_organisation())
            and coalesce(owner_id, (select acting_operator())) = (select acting_operator())
        else granted(person_id, (select acting_organisation()), (select acting_role()), 'IDENTITY')
            and (owner_id = (select acting_operator()) and organisation_id = (select acting_organisation())
                or granted(person_id, (select acting_organisation()), (select acting_role()), section)) end);
create policy acting_asks on task for insert to percorsi_app
    with check (status = 'OPEN' and asked_by_id = (select acting_operator())
        and asked_for_id = (select acting_organisation())
        and (select acting_role()) in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST', 'PLACEMENT',
            'PANEL_SECRETARY')
        and (person_id is null
            or granted(person_id, (select acting_organisation()), (select acting_role()), section)));
create policy acting_settles on task for update to percorsi_app
    using ((select acting_organisation()) in (organisation_id, asked_for_id)
        and (person_id is not null or (select acting_operator()) in (owner_id, asked_by_id)
            or owner_id is null))
    with check (settled_by_id is null or settled_by_id = (select acting_operator()));
create policy gate on task for select to percorsi_gate using (true);
grant select, insert, update (owner_id, status, due_on, settled_at, settled_by_id, why, version) on task
    to percorsi_app;
grant select on task to percorsi_gate;

-- Nothing about a person is given to do to somebody, or to a body, that may not see the person.
create function task_owner_sees_the_person() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if not exists (select 1 from membership m join operator o on o.id = m.operator_id
        where m.organisation_id = new.organisation_id and m.operator_id = coalesce(new.owner_id, m.operator_id)
          and o.active and current_date >= m.valid_from and (m.valid_until is null or current_date < m.valid_until)
          and (new.person_id is null or granted(new.person_id, m.organisation_id, m.role,
            case when new.owner_id is null then new.section else 'IDENTITY' end))) then
        raise check_violation using message = 'task_owner_sees_the_person';
    end if;
    return new;
end
$$;
call behind_the_gate('task_owner_sees_the_person()', 'percorsi_owner');
create trigger task_owner_sees_the_person before insert or update of owner_id on task
    for each row execute function task_owner_sees_the_person();

call let_rows_follow();
