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

call let_rows_follow();
