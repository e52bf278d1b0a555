-- A sheet is closed against the scan of the signed one, which stays with it; and by somebody who sees all its rows: of
-- those who closed it could not see, nobody would confirm the hours any more.
create function whole_sheet(sheet uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as $$
    select not exists (select 1 from encounter e where e.sheet_id = $1
        and not granted(e.person_id, acting_organisation(), acting_role(), 'LABOUR'))
$$;
call behind_the_gate('whole_sheet(uuid)', 'percorsi_app');

create table sheet_scan (
    sheet_id    uuid primary key references attendance_sheet,
    kind        text not null,
    size        int not null check (size between 1 and 4194304),
    content     bytea not null,
    at          timestamptz not null,
    operator_id uuid not null references operator,
    check (length(content) = size),
    -- The kinds of FileKind.java, told by how they begin.
    constraint scan_is_what_it_says check (case kind
        when 'PDF' then substring(content for 5) = '\x255044462d'
        when 'JPEG' then substring(content for 3) = '\xffd8ff'
        when 'PNG' then substring(content for 8) = '\x89504e470d0a1a0a'
        else false end)
);
alter table sheet_scan enable row level security;
alter table sheet_scan force row level security;
-- It names everybody on the sheet, so it is of whoever may see them all. A wrong one is replaced while the sheet is out.
create policy of_its_sheet on sheet_scan for select to percorsi_app
    using (exists (select 1 from attendance_sheet s where s.id = sheet_id) and whole_sheet(sheet_id));
create policy brings on sheet_scan for insert to percorsi_app
    with check (operator_id = (select acting_operator()) and whole_sheet(sheet_id)
        and exists (select 1 from attendance_sheet s where s.id = sheet_id and s.closed_at is null));
create policy replaces on sheet_scan for delete to percorsi_app
    using (exists (select 1 from attendance_sheet s where s.id = sheet_id and s.closed_at is null));
grant select, insert, delete on sheet_scan to percorsi_app;

create function closed_against_its_scan() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if not exists (select 1 from sheet_scan c where c.sheet_id = new.id) then
        raise check_violation using message = 'closed_against_its_scan';
    end if;
    if not whole_sheet(new.id) then
        raise check_violation using message = 'closed_by_who_sees_it_all';
    end if;
    return new;
end
$$;
grant select on sheet_scan to percorsi_gate;
create policy gate_looks on sheet_scan for select to percorsi_gate using (true);
call behind_the_gate('closed_against_its_scan()', 'percorsi_owner');
create trigger closed_against_its_scan before update of closed_at on attendance_sheet
    for each row when (new.closed_at is not null) execute function closed_against_its_scan();

-- The hours of a plan are of the programme it is for: of whoever is in one programme, that; of whoever is in more, the
-- one that was chosen. Who is being enrolled and who is given a plan wait for each other.
create function budget_has_its_programme() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('programmes of ' || new.person_id, 0));
    if new.enrolment_id is null and exists (
            select 1 from enrolment e where e.person_id = new.person_id and e.status = 'ACTIVE')
        or new.enrolment_id is not null and not exists (
            select 1 from enrolment e where e.id = new.enrolment_id and e.person_id = new.person_id) then
        raise check_violation using message = 'budget_has_its_programme';
    end if;
    return new;
end
$$;
call behind_the_gate('budget_has_its_programme()', 'percorsi_owner');
create trigger budget_has_its_programme before insert on hour_budget
    for each row execute function budget_has_its_programme();
create function enrolled_one_at_a_time() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('programmes of ' || new.person_id, 0));
    return new;
end
$$;
create trigger enrolled_one_at_a_time before insert or update of status on enrolment
    for each row when (new.status = 'ACTIVE') execute function enrolled_one_at_a_time();
