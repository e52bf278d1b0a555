-- Whoever coordinates a programme keeps the plans its teams may begin from: writes them, corrects them and, when they
-- have had their day, retires them. None is deleted: a plan says which one it began from.
alter table plan_template
    add column id         uuid not null default gen_random_uuid() unique,
    add column retired_at timestamptz,
    add column version    int not null default 0,
    add constraint plan_template_named_once unique (programme, name),
    add check (name <> '');
alter table plan_template_objective
    add column id      uuid not null default gen_random_uuid() unique,
    add column version int not null default 0;
alter table plan add column template text references plan_template;

alter table plan_template enable row level security;
alter table plan_template_objective enable row level security;
create policy everybody_reads on plan_template for select using (true);
create policy everybody_reads on plan_template_objective for select using (true);
create function coordinates_template(template text) returns boolean language sql stable
return exists (select 1 from plan_template t join programme p on p.code = t.programme
    where t.code = $1 and coordinates(p.id));
grant execute on function coordinates_template(text) to percorsi_app;
create policy coordinator_writes on plan_template for insert to percorsi_app
    with check (retired_at is null and exists (
        select 1 from programme p where p.code = programme and coordinates(p.id)));
create policy coordinator_corrects on plan_template for update to percorsi_app
    using (coordinates_template(code)) with check (coordinates_template(code));
create policy coordinator_writes on plan_template_objective for insert to percorsi_app
    with check (coordinates_template(template));
create policy coordinator_corrects on plan_template_objective for update to percorsi_app
    using (coordinates_template(template)) with check (coordinates_template(template));
create policy coordinator_takes_out on plan_template_objective for delete to percorsi_app
    using (coordinates_template(template));
grant insert (id, code, name, programme, source, verified, version), update (name, verified, retired_at, version)
    on plan_template to percorsi_app;
grant insert, update (area, text, expected_result, who, commitment, due_days, instrument, hours, version), delete
    on plan_template_objective to percorsi_app;

-- What was retired is no longer written, and nothing begins from it.
create function plan_template_is_kept() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
    one text := to_jsonb(coalesce(new, old)) ->> 'template';
begin
    if exists (select 1 from plan_template t where t.code = one and t.retired_at is not null) then
        raise check_violation using message = 'plan_template_is_kept', constraint = 'plan_template_is_kept';
    end if;
    return coalesce(new, old);
end
$$;
create trigger plan_template_is_kept before insert or update or delete on plan_template_objective
    for each row execute function plan_template_is_kept();
create trigger plan_template_is_kept before insert on plan for each row when (new.template is not null)
    execute function plan_template_is_kept();
