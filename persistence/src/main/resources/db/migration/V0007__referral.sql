create table panel (
    id              uuid primary key,
    code            text not null unique,
    organisation_id uuid not null references organisation,
    name            text not null,
    quorum          int not null check (quorum > 0)
);

create table panel_member (
    id              uuid primary key,
    panel_id        uuid not null references panel,
    operator_id     uuid references operator,
    name            text not null,
    body            text not null,
    unique (panel_id, operator_id),
    unique (id, panel_id)
);

create table sitting (
    id             uuid primary key,
    panel_id       uuid not null references panel,
    planned_for    timestamptz not null,
    place          text not null,
    status         text not null check (status in ('PLANNED', 'OPEN', 'CLOSED')),
    opened_at      timestamptz,
    closed_at      timestamptz,
    minutes_number int,
    version        int not null,
    unique (panel_id, minutes_number),
    unique (id, panel_id),
    check ((status = 'CLOSED') = (minutes_number is not null)),
    check ((status = 'PLANNED') = (opened_at is null))
);

create table attendance (
    sitting_id uuid not null,
    panel_id   uuid not null,
    member_id  uuid not null,
    primary key (sitting_id, member_id),
    foreign key (sitting_id, panel_id) references sitting (id, panel_id),
    foreign key (member_id, panel_id) references panel_member (id, panel_id)
);

create table referral (
    id               uuid primary key,
    person_id        uuid not null references person,
    panel_id         uuid not null references panel,
    organisation_id  uuid not null references organisation,
    referrer_id      uuid not null references operator,
    needs            text[] not null,
    reason           text not null,
    legal_basis      text not null,
    status           text not null,
    submitted_at     timestamptz,
    answer_by        date,
    sitting_id       uuid,
    decided_at       timestamptz,
    decision_reason  text,
    conditions       text,
    version          int not null,
    foreign key (sitting_id, panel_id) references sitting (id, panel_id),
    check (status = 'DRAFT' or submitted_at is not null and answer_by is not null),
    check (status not in ('ACCEPTED', 'WAITLISTED', 'DEFERRED', 'REJECTED')
        or sitting_id is not null and decided_at is not null and decision_reason <> '')
);
create index on referral (person_id);
create index on referral (panel_id, status);
create index on referral (sitting_id);
call protect('referral', 'person_id', '''SOCIAL''', 'SOCIAL_WORKER PANEL_SECRETARY', 'id');

-- Decisions exist only inside an open sitting with its quorum present: said here too, whatever the application does.
create function decided_in_an_open_sitting() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1
    from sitting s join panel p on p.id = s.panel_id
    where s.id = new.sitting_id and s.status = 'OPEN'
      and (select count(*) from attendance a where a.sitting_id = s.id) >= p.quorum;
    if not found then
        raise check_violation using message = 'no open sitting with quorum', constraint = 'referral_decided_in_sitting';
    end if;
    return new;
end
$$;
create trigger decided_in_an_open_sitting before update on referral for each row
    when (new.decided_at is distinct from old.decided_at) execute function decided_in_an_open_sitting();

-- A sitting is written by the secretary of its panel's body.
create function secretary_of(panel uuid) returns boolean language sql stable
    return (acting()).role = 'PANEL_SECRETARY'
        and exists (select 1 from panel p where p.id = $1 and p.organisation_id = (acting()).organisation_id);
grant execute on function secretary_of(uuid) to percorsi_app;
alter table sitting enable row level security;
alter table attendance enable row level security;
create policy somebody_reads on sitting for select using (true);
create policy somebody_reads on attendance for select using (true);
create policy secretary on sitting to percorsi_app
    using (secretary_of(panel_id)) with check (secretary_of(panel_id));
create policy secretary on attendance to percorsi_app
    using (secretary_of(panel_id)) with check (secretary_of(panel_id));
grant select on panel, panel_member, sitting, attendance to percorsi_app;
grant insert, update on sitting to percorsi_app;
grant insert, delete on attendance to percorsi_app;

-- What the minutes say stays with the panel, also once a refused referral is no longer its business.
create table minute (
    sitting_id uuid not null references sitting,
    ordinal    int not null,
    person_id  uuid not null references person,
    person     text not null,
    decision   text not null,
    reason     text not null,
    conditions text,
    primary key (sitting_id, ordinal)
);
alter table minute enable row level security;
alter table minute force row level security;
create policy panel_reads on minute for select to percorsi_app
    using ((select acting_role()) in ('PANEL_SECRETARY', 'PANEL_MEMBER')
        and exists (select 1 from sitting s join panel p on p.id = s.panel_id
            where s.id = sitting_id and p.organisation_id = (select acting_organisation())));
create policy secretary_writes on minute for insert to percorsi_app
    with check (exists (select 1 from sitting s
        where s.id = sitting_id and s.status = 'OPEN' and secretary_of(s.panel_id)));
grant select, insert on minute to percorsi_app;
