-- Two files that were made one are parted again also when somebody worked on them meanwhile: what was written on a row
-- that goes back goes back with it. Who leads an open case after that holds its file, whatever became of the other's.
create function give_back_what_grew(merge uuid, kept uuid, absorbed uuid) returns void
    language plpgsql set search_path = public, pg_temp
as $$
declare
    f record;
    given int;
    moved int;
begin
    loop
        moved := 0;
        -- What hangs on a row, also on one of two of its keys; which of two files leads hangs on the merge.
        for f in
            select t.table_name child, t.key, k.confrelid::regclass parent, c.attname hangs, p.attname own
            from pg_constraint k
            join following() t on t.table_name = k.conrelid::regclass and t.column_name = 'person_id'
            join following() o on o.table_name = k.confrelid::regclass and o.column_name = 'person_id'
            cross join lateral unnest(k.conkey, k.confkey) u (child_column, parent_column)
            join pg_attribute c on c.attrelid = k.conrelid and c.attnum = u.child_column
                and c.attname not in ('person_id', 'led_by')
            join pg_attribute p on p.attrelid = k.confrelid and p.attnum = u.parent_column
            where k.contype = 'f' and cardinality(k.conkey) = 1 + (select count(*) from pg_attribute a
                where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = 'person_id')
        loop
            execute format('with moved as (update %1$s t set person_id = $1 from %2$s p
                    where t.person_id = $2 and p.person_id = $1 and t.%3$I = p.%4$I returning %5$s key)
                insert into merged_row select $3, %1$L, %6$L, key from moved',
                f.child, f.parent, f.hangs, f.own, f.key, 'person_id') using absorbed, kept, merge;
            get diagnostics given = row_count;
            moved := moved + given;
        end loop;
        -- What says what it is about: steps, grants, things to do.
        for f in
            select t.table_name, t.key from following() t join pg_attribute a on a.attrelid = t.table_name
                and a.attname = 'subject_id' and not a.attisdropped where t.column_name = 'person_id'
        loop
            execute format('with moved as (update %1$s t set person_id = $1 where t.person_id = $2
                    and t.subject_id in (select (r.key ->> ''id'')::uuid from merged_row r where r.merge_id = $3)
                    returning %2$s key)
                insert into merged_row select $3, %1$L, %3$L, key from moved',
                f.table_name, f.key, 'person_id') using absorbed, kept, merge;
            get diagnostics given = row_count;
            moved := moved + given;
        end loop;
        -- Who waited has their appointment under the same number.
        with back as (update appointment a set person_id = absorbed where a.person_id = kept and exists (
                select 1 from merged_row r where r.merge_id = merge and r.table_name = 'wait'
                    and (r.key ->> 'id')::uuid = a.id)
            returning jsonb_build_object('id', a.id) key)
        insert into merged_row select merge, 'appointment', 'person_id', key from back;
        get diagnostics given = row_count;
        moved := moved + given;
        exit when moved = 0;
    end loop;
end
$$;
grant execute on function give_back_what_grew(uuid, uuid, uuid) to percorsi_gate;

set local role percorsi_gate;
create or replace function undo_merge(merge uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    m person_merge;
    f record;
begin
    select * into m from person_merge where id = merge for update;
    if m.id is null or not holds_the_file(m.person_id) then
        raise insufficient_privilege using message = 'only who holds the files';
    end if;
    if m.undone_at is not null or m.undo_until < now() then
        raise check_violation using message = 'merge_undone_in_time';
    end if;
    set constraints all deferred;
    begin
        for f in select * from following() loop
            execute format('update %1$s t set %2$I = $1 from merged_row r
                where r.merge_id = $2 and r.table_name = %3$L and r.column_name = %4$L and t.%2$I = $3 and %5$s = r.key',
                f.table_name, f.column_name, f.table_name::text, f.column_name, f.key)
                using m.absorbed_id, merge, m.person_id;
        end loop;
        perform give_back_what_grew(merge, m.person_id, m.absorbed_id);
        update case_file set led_by = null where id = m.led_id;
        set constraints all immediate;
    exception when foreign_key_violation or unique_violation or exclusion_violation then
        -- Something was written that is of both.
        raise check_violation using message = 'merge_grown_together';
    end;
    insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from,
        given_by, given_by_organisation_id)
    select gen_random_uuid(), c.person_id, c.organisation_id, 'FILE', s.roles, s.sections, 'person.registered', c.person_id, now(),
        acting_operator(), acting_organisation()
    from case_file c join basis_scope s on s.basis = 'FILE'
    where c.person_id in (m.person_id, m.absorbed_id) and c.status <> 'CLOSED' and c.led_by is null
      and not exists (select 1 from access_grant g where (g.person_id, g.organisation_id)
        = (c.person_id, c.organisation_id) and g.basis = 'FILE' and g.valid_until is null);
    update person set merged_into = null where id = m.absorbed_id;
    update person_merge set undone_at = now(), undone_by = acting_operator() where id = merge;
    delete from merged_row where merge_id = merge;
    perform refresh_index(m.person_id), refresh_index(m.absorbed_id);
    update duplicate_pair set status = 'OPEN', decided_at = null, operator_id = null, organisation_id = null
    where least(m.person_id, m.absorbed_id) = person_id and greatest(m.person_id, m.absorbed_id) = other_id;
    insert into comparison_queue (person_id) values (m.person_id), (m.absorbed_id);
end
$$;
reset role;
