-- The second wall begins here. Four roles exist before the first migration:
--   percorsi_owner  migrates, and nothing else; NOINHERIT, so that no policy of the gate reaches it
--   percorsi_app    the pages: no DDL, no temporary tables, no ownership, no BYPASSRLS
--   percorsi_door   logins and HTTP sessions, and no other table: SQL injected in a page reaches neither
--   percorsi_gate   cannot log in; owns the few functions that may look across bodies
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;
create extension if not exists pgcrypto;

revoke create on schema public from public;
grant usage on schema public to percorsi_app, percorsi_door, percorsi_gate;
alter default privileges revoke execute on functions from public;
grant create on schema public to percorsi_gate;

-- A function that may look across bodies is the gate's, and only the named roles may call it.
create procedure behind_the_gate(opened regprocedure, callers text) language plpgsql
as $$
begin
    execute format('alter function %s owner to percorsi_gate', opened);
    set local role percorsi_gate;
    execute format('grant execute on function %s to %s', opened, replace(callers, ' ', ', '));
    reset role;
end
$$;

-- Each node makes a key when it starts, registers it by the owner's connection and signs with it.
-- The application role cannot read it: injected SQL cannot become somebody else.
create table context_key (
    id            uuid primary key,
    secret        bytea not null check (length(secret) >= 32),
    registered_at timestamptz not null default now()
);
grant select on context_key to percorsi_gate;

create type acting as (operator_id uuid, organisation_id uuid, role text);

-- 'key:operator:organisation:role:expiry:hmac', local to the transaction. Anything wrong is nobody.
create function acting() returns acting
    language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
    parts text[] := string_to_array(coalesce(current_setting('percorsi.context', true), ''), ':');
    secret bytea;
begin
    if cardinality(parts) <> 6 then
        return null;
    end if;
    select k.secret into secret from context_key k where k.id::text = parts[1];
    if secret is null
        or encode(hmac(convert_to(array_to_string(parts[1:5], ':'), 'UTF8'), secret, 'sha256'), 'hex') <> parts[6]
        or to_timestamp(parts[5]::bigint) < clock_timestamp() then
        return null;
    end if;
    return row (parts[2]::uuid, parts[3]::uuid, parts[4])::acting;
end
$$;
call behind_the_gate('acting()', 'percorsi_app percorsi_owner');

-- Bodies in standard SQL are bound when they are made: no temporary table can stand in for a real one.
create function acting_operator() returns uuid language sql stable
return (acting()).operator_id;
create function acting_organisation() returns uuid language sql stable
return (acting()).organisation_id;
create function acting_role() returns text language sql stable
return (acting()).role;
grant execute on function acting_operator(), acting_organisation(), acting_role()
    to percorsi_app, percorsi_gate;

create type timerange as range (subtype = time);
