-- Two bodies that hold one file each make them one only together: the first says how (which of the two stays, which
-- file leads), and the second merges so or not at all.
create table merge_agreement (
    id              uuid primary key,
    one_id          uuid not null references person,
    other_id        uuid not null references person,
    kept_id         uuid not null,
    lead_id         uuid references case_file,
    organisation_id uuid not null references organisation,
    operator_id     uuid not null references operator,
    agreed_at       timestamptz not null,
    ended_at        timestamptz check (ended_at >= agreed_at),
    check (one_id < other_id),
    check (kept_id in (one_id, other_id))
);
create unique index agreed_once on merge_agreement (one_id, other_id) where ended_at is null;
create index on merge_agreement (other_id);
alter table merge_agreement enable row level security;
alter table merge_agreement force row level security;
create policy both_seen on merge_agreement for select to percorsi_app
    using ((select acting_role()) in ('DESK', 'SOCIAL_WORKER')
        and granted(one_id, (select acting_organisation()), (select acting_role()), 'IDENTITY')
        and granted(other_id, (select acting_organisation()), (select acting_role()), 'IDENTITY'));
create policy holders_agree on merge_agreement for insert to percorsi_app
    with check (organisation_id = (select acting_organisation()) and operator_id = (select acting_operator())
        and (holds_the_file(one_id) or holds_the_file(other_id)));
create policy holders_end on merge_agreement for update to percorsi_app
    using (holds_the_file(one_id) or holds_the_file(other_id));
create policy gate on merge_agreement to percorsi_gate using (true) with check (true);
grant select, insert, update (ended_at) on merge_agreement to percorsi_app;
grant select, update (ended_at) on merge_agreement to percorsi_gate;

-- Holding one of the two is enough where whoever holds the other has agreed to this very merge. After it both see
-- the whole: so never between the social and the labour side, which see of each other what a legal basis says.
create function may_merge(kept uuid, absorbed uuid, lead uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as $$
    select holds_the_file($1) and holds_the_file($2)
        or (holds_the_file($1) or holds_the_file($2))
        and exists (select 1 from merge_agreement a
            join access_grant g on g.organisation_id = a.organisation_id and g.basis = 'FILE'
                and g.person_id = case when holds_the_file($1) then $2 else $1 end
                and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
            where a.one_id = least($1, $2) and a.other_id = greatest($1, $2) and a.ended_at is null
              and a.kept_id = $1 and a.lead_id is not distinct from $3
              and crossing(a.organisation_id, acting_organisation()) is null)
$$;
call behind_the_gate('may_merge(uuid, uuid, uuid)', 'percorsi_app');

set local role percorsi_gate;
drop function merge_people(uuid, uuid, uuid, uuid);
reset role;
create function merge_people(merge uuid, kept uuid, absorbed uuid, lead uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    open_files uuid[];
    led uuid;
begin
    if not may_merge(kept, absorbed, lead) then
        raise insufficient_privilege using message = 'only who holds the files, or all who hold one of them';
    end if;
    -- One merge at a time for these two, in one order.
    perform 1 from person where id in (kept, absorbed) order by id for update;
    if exists (select 1 from person where id in (kept, absorbed) and merged_into is not null) then
        raise check_violation using message = 'merged_once';
    end if;
    -- An address that is protected in one file must not stand open in the other.
    if exists (select 1 from protected_address where person_id in (kept, absorbed) and valid_until is null)
        and exists (select 1 from person_contact where person_id in (kept, absorbed) and address is not null) then
        raise check_violation using message = 'merge_of_addresses';
    end if;
    open_files := array(select id from case_file
        where person_id in (kept, absorbed) and status <> 'CLOSED' and led_by is null);
    if cardinality(open_files) > 1 then
        if lead is null or lead <> all (open_files) then
            raise check_violation using message = 'merge_lead_chosen';
        end if;
        update case_file set led_by = lead where id = any (open_files) and id <> lead returning id into led;
    end if;
    insert into person_merge (id, person_id, absorbed_id, led_id, operator_id, organisation_id)
    values (merge, kept, absorbed, led, acting_operator(), acting_organisation());
    perform move_rows(merge, absorbed, kept);
    update person set merged_into = kept where id = absorbed;
    perform refresh_index(kept), refresh_index(absorbed);
    delete from person_block where person_id = absorbed;
    delete from duplicate_pair where status = 'OPEN' and absorbed in (person_id, other_id)
        and kept not in (person_id, other_id);
    update duplicate_pair set status = 'MERGED', decided_at = now(), operator_id = acting_operator(),
        organisation_id = acting_organisation()
    where least(kept, absorbed) = person_id and greatest(kept, absorbed) = other_id;
    update merge_agreement set ended_at = now()
    where one_id = least(kept, absorbed) and other_id = greatest(kept, absorbed) and ended_at is null;
    insert into comparison_queue (person_id) values (kept);
end
$$;
call behind_the_gate('merge_people(uuid, uuid, uuid, uuid)', 'percorsi_app');
