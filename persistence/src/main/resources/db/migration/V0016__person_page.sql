-- The diary is read from its end, whatever its length.
create index on encounter (person_id, recorded_at);

-- Permits that run out soon, nearest first.
create index on residence_permit (expires_on, id) where receipt_on is null;

-- An alert that one of a body has seen to is silent for that body until that day.
create table alert_silenced (
    id              uuid primary key,
    person_id       uuid not null references person,
    kind            text not null,
    section         text not null,
    until           date not null,
    reason          text not null check (reason <> ''),
    recorded_at     timestamptz not null,
    operator_id     uuid not null references operator,
    organisation_id uuid not null references organisation,
    -- The words of Alert.java.
    check ((kind, section) in (('PROTECTED_ADDRESS', 'RESERVED'), ('PERMIT_EXPIRED', 'STATUS'),
        ('PERMIT_EXPIRING', 'STATUS'), ('PERMIT_RENEWING', 'STATUS'), ('MISSED_TWICE', 'AGENDA'),
        ('REVIEW_OVERDUE', 'LABOUR'), ('PERHAPS_TWICE', 'IDENTITY'), ('MINOR_IN_HOUSEHOLD', 'SOCIAL')))
);
create index on alert_silenced (person_id);
call protect('alert_silenced', 'person_id', 'section',
    'DESK SOCIAL_WORKER CPI_OPERATOR SPECIALIST PLACEMENT', signed => 'both');
revoke update on alert_silenced from percorsi_app;

-- Kinds of permit come with the law: an administrator adds them, and dates those that are no longer given.
grant update (name), insert (code, name, allows_work, valid_from, valid_until, source, verified) on permit_kind to percorsi_app;

-- A link between two people is ended, never rewritten; so is a protected address.
create index on household_link (person_id);
revoke update on household_link, protected_address from percorsi_app;
grant update (ended_at) on household_link to percorsi_app;
grant update (valid_until) on protected_address to percorsi_app;

-- While an address is protected it stands nowhere else.
create function address_kept_apart() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if new.address is not null and exists (select 1 from protected_address
        where person_id = new.person_id and valid_until is null) then
        raise check_violation using message = 'address_kept_apart: the address of this person is protected';
    end if;
    return new;
end
$$;
call behind_the_gate('address_kept_apart()', 'percorsi_owner');
create trigger address_kept_apart before insert or update of address on person_contact
    for each row execute function address_kept_apart();

call let_rows_follow();
