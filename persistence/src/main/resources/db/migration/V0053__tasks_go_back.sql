-- What somebody owes about a person they see no longer, or would owe had they not left, goes back: to whoever asked for
-- it, else to whoever answers for the case, else to their body. At once where a grant is ended, and when the clock comes
-- by where it runs out.
create function may_owe(person uuid, section text, organisation uuid, owner uuid) returns boolean language sql stable
return exists (select 1 from membership m join operator o on o.id = m.operator_id
    where m.organisation_id = $3 and m.operator_id = coalesce($4, m.operator_id)
      and o.active and current_date >= m.valid_from and (m.valid_until is null or current_date < m.valid_until)
      and ($1 is null or granted($1, m.organisation_id, m.role, case when $4 is null then $2 else 'IDENTITY' end)));
grant execute on function may_owe(uuid, text, uuid, uuid) to percorsi_gate;

set local role percorsi_gate;
create or replace function task_owner_sees_the_person() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if not may_owe(new.person_id, new.section, new.organisation_id, new.owner_id) then
        raise check_violation using message = 'task_owner_sees_the_person';
    end if;
    return new;
end
$$;
reset role;

create policy gate_passes_back on task for update to percorsi_gate using (true);
create function tasks_go_back(person uuid) returns int
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    owed task;
    passed int := 0;
begin
    for owed in
        select * from task t
        where t.status = 'OPEN' and t.person_id = coalesce($1, t.person_id) and t.owner_id is not null
          and not may_owe(t.person_id, t.section, t.organisation_id, t.owner_id)
        order by t.id for update skip locked
    loop
        update task t set organisation_id = b.body, owner_id = b.who, version = version + 1
        from (
            select w.body, w.who from (
                select 1 turn, owed.asked_for_id body, owed.asked_by_id who
                union all select v.turn, c.organisation_id, v.who
                from case_file c, lateral (values (2, c.case_manager_id), (3, null)) v (turn, who)
                where c.person_id = owed.person_id and c.status <> 'CLOSED') w
            where may_owe(owed.person_id, owed.section, w.body, w.who)
            order by w.turn limit 1) b
        where t.id = owed.id;
        if found then
            insert into trail (id, at, operator_id, organisation_id, role, action, subject, subject_id, person_ids,
                sections)
            values (gen_random_uuid(), now(), '00000000-0000-7000-8000-000000000002', owed.organisation_id, 'CLOCK',
                'GO_BACK', 'task', owed.id, array[owed.person_id], '{}');
            passed := passed + 1;
        end if;
    end loop;
    return passed;
end
$$;
call behind_the_gate('tasks_go_back(uuid)', 'percorsi_app');

create function grant_ends_what_is_owed() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    perform tasks_go_back(new.person_id);
    return null;
end
$$;
call behind_the_gate('grant_ends_what_is_owed()', 'percorsi_owner');
-- Deferred: what a transfer takes away it may give again.
create constraint trigger grant_ends_what_is_owed after update of valid_until on access_grant
    deferrable initially deferred for each row
    when (new.valid_until is not null and new.valid_until is distinct from old.valid_until)
    execute function grant_ends_what_is_owed();
