-- What somebody is typing, kept until it is sent. Only who types it can read it, acting as they did: the key is not in
-- the database, and what is written here is of use in its own place alone.
create table draft (
    id              uuid primary key default gen_random_uuid(),
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    role            text not null,
    form            text not null check (length(form) between 1 and 200),
    key_id          text not null,
    nonce           bytea not null check (length(nonce) = 12),
    ciphertext      bytea not null check (length(ciphertext) <= 131072),
    saved_at        timestamptz not null,
    constraint one_draft_of_a_form unique (operator_id, organisation_id, role, form)
);
create index on draft (saved_at);
alter table draft enable row level security;
alter table draft force row level security;
create policy own on draft to percorsi_app
    using (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and role = (select acting_role()))
    with check (operator_id = (select acting_operator()) and organisation_id = (select acting_organisation())
        and role = (select acting_role()));
create policy gate on draft to percorsi_gate using (true);
grant select, insert, update (key_id, nonce, ciphertext, saved_at), delete on draft to percorsi_app;
grant select, delete on draft to percorsi_gate;

create function forget_old_drafts() returns void
    language sql security definer set search_path = public, pg_temp
as $$ delete from draft where saved_at < now() - interval '30 days' $$;
call behind_the_gate('forget_old_drafts()', 'percorsi_app');
