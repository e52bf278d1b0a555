-- The open cases the acting operator's body works on, those they manage first: a page of them, after a case of the
-- page before or from the beginning. The list is put in order before the wall is asked, and the wall is asked once
-- for each row shown instead of three times for each row there is; who stands behind it is in no page.
create function cases_in_order(last uuid, most int)
    returns table (id uuid, person_id uuid, person_name text, born_on date, status text, organisation_name text,
        opened_at timestamptz, case_manager_name text, team_kind text, suspended_until date, outcome text,
        exits_assistance boolean)
    language sql stable security definer set search_path = public, pg_temp
as $$
    with body as materialized (
        select c.*, trim(p.family_name || ' ' || p.given_name) person_name, p.born_on,
            row (c.case_manager_id is distinct from acting_operator(), c.status = 'FIRST_LEVEL',
                p.family_name, p.given_name, c.id) place
        from case_file c join person p on p.id = c.person_id
        where c.status <> 'CLOSED' and c.led_by is null
          and (c.organisation_id = acting_organisation()
              or exists (select 1 from team_member t where t.case_file_id = c.id and t.until is null
                  and t.organisation_id = acting_organisation()))
        order by place
    )
    select b.id, b.person_id, b.person_name, b.born_on, b.status, o.name, b.opened_at, m.name, b.team_kind,
        b.suspended_until, b.outcome, b.exits_assistance
    from (
        select * from body
        where (last is null or place > (select l.place from body l where l.id = last
                and granted(l.person_id, acting_organisation(), acting_role(), 'IDENTITY')))
          and granted(person_id, acting_organisation(), acting_role(), 'IDENTITY')
        limit most
    ) b
    join organisation o on o.id = b.organisation_id
    left join operator m on m.id = b.case_manager_id
    order by b.place
$$;
call behind_the_gate('cases_in_order(uuid, int)', 'percorsi_app');
