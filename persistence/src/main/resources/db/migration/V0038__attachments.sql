-- Papers of a person, kept here so that there is one database to back up. Each is of one section; a wrong one is
-- withdrawn: its content goes, the row stays.
create table attachment (
    id               uuid primary key,
    person_id        uuid not null references person,
    section          text not null check (section in ('STATUS', 'SOCIAL', 'LABOUR', 'RESERVED')),
    about            text not null check (about <> ''),
    kind             text not null,
    size             int not null check (size between 1 and 4194304),
    content          bytea,
    at               timestamptz not null,
    operator_id      uuid not null references operator,
    organisation_id  uuid not null references organisation,
    withdrawn_at     timestamptz,
    withdrawn_by     uuid references operator,
    withdrawn_why    text check (withdrawn_why <> ''),
    check ((withdrawn_at is null) = (content is not null)),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null)),
    check (length(content) = size),
    -- The kinds of FileKind.java, told by how they begin.
    constraint attachment_is_what_it_says check (case kind
        when 'PDF' then substring(content for 5) = '\x255044462d'
        when 'JPEG' then substring(content for 3) = '\xffd8ff'
        when 'PNG' then substring(content for 8) = '\x89504e470d0a1a0a'
        else false end)
);
create index on attachment (person_id, at);
call protect('attachment', 'person_id', 'section', 'DESK SOCIAL_WORKER CPI_OPERATOR SPECIALIST');
revoke update on attachment from percorsi_app;
grant update (content, withdrawn_at, withdrawn_by, withdrawn_why) on attachment to percorsi_app;
create policy adds on attachment as restrictive for insert to percorsi_app
    with check (withdrawn_at is null and operator_id = (select acting_operator())
        and organisation_id = (select acting_organisation()));
-- By the body that added it, once and for all.
create policy withdraws on attachment as restrictive for update to percorsi_app
    using (withdrawn_at is null and organisation_id = (select acting_organisation()))
    with check (withdrawn_by = (select acting_operator()));

-- Forty papers of each section: who does not see the section does not meet its limit.
create function attachments_have_room() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('attachment' || new.person_id || new.section, 0));
    if (select count(*) from attachment a where a.person_id = new.person_id and a.section = new.section
            and a.withdrawn_at is null) >= 40 then
        raise check_violation using message = 'attachments_are_full';
    end if;
    return new;
end
$$;
create trigger attachments_have_room before insert on attachment
    for each row execute function attachments_have_room();

-- A note is corrected by another of the same section, once: the correction of a correction corrects that one.
alter table note add column corrects_id uuid check (corrects_id <> id),
    add unique (id, person_id, section),
    add constraint note_corrected_once unique (corrects_id),
    add foreign key (corrects_id, person_id, section) references note (id, person_id, section) deferrable;

call let_rows_follow();
