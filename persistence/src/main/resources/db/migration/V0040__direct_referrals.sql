-- A person sent to a service: a course, an office, a body of the third sector. It carries what an appointment carries,
-- name, language and what is asked, and the telephone where the sender gives it; and it is followed until what became of
-- it is known. Whoever has no account here is a name, and the sender writes down what they were told.
create table direct_referral (
    id              uuid primary key,
    person_id       uuid not null references person,
    person_name     text not null,
    phone           text check (phone <> ''),
    language        text not null references language,
    organisation_id uuid not null references organisation,
    operator_id     uuid not null references operator,
    receiver_id     uuid references organisation,
    receiver_name   text check (length(receiver_name) between 2 and 120),
    service         text not null check (service in ('ITALIAN_COURSE', 'TRAINING', 'EMPLOYMENT', 'SOCIAL', 'IMMIGRATION',
        'HOUSING', 'HEALTH', 'SCHOOL', 'THIRD_SECTOR', 'BUSINESS', 'OTHER')),
    asked           text not null check (length(asked) between 1 and 500),
    status          text not null check (status in ('SENT', 'TAKEN_UP', 'STARTED', 'CONCLUDED', 'TURNED_AWAY', 'NOT_SHOWN',
        'WITHDRAWN')),
    sent_at         timestamptz not null,
    due_on          date,
    version         int not null,
    check (num_nonnulls(receiver_id, receiver_name) = 1),
    constraint sent_to_another check (receiver_id <> organisation_id),
    -- While nobody knows how it ended, there is a day to ask again.
    check ((status in ('SENT', 'TAKEN_UP', 'STARTED')) = (due_on is not null))
);
create index on direct_referral (person_id);
create index on direct_referral (organisation_id, due_on) where due_on is not null;
create index on direct_referral (receiver_id, due_on) where due_on is not null;
call protect('direct_referral', 'person_id', '''AGENDA''', 'DESK SOCIAL_WORKER CPI_OPERATOR SPECIALIST', 'id');
revoke insert, update on direct_referral from percorsi_app;
grant insert on direct_referral to percorsi_app;
grant update (status, due_on, version) on direct_referral to percorsi_app;
create policy in_its_own_name on direct_referral as restrictive for insert to percorsi_app
    with check (organisation_id = (select acting_organisation()) and operator_id = (select acting_operator())
        and status = 'SENT' and (select acting_role()) in ('DESK', 'SOCIAL_WORKER'));

-- The pathway, as DirectMove says it: who was asked answers, unless they have no account; who sent it withdraws it.
create function direct_moves() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if old.status = new.status then
        return new;
    end if;
    if (old.status, new.status) not in (('SENT', 'TAKEN_UP'), ('SENT', 'TURNED_AWAY'), ('SENT', 'NOT_SHOWN'),
            ('SENT', 'WITHDRAWN'), ('TAKEN_UP', 'STARTED'), ('TAKEN_UP', 'NOT_SHOWN'), ('TAKEN_UP', 'WITHDRAWN'),
            ('STARTED', 'CONCLUDED')) then
        raise check_violation using message = 'direct_moves';
    end if;
    if new.status = 'WITHDRAWN' and old.receiver_id is not distinct from acting_organisation()
        or new.status <> 'WITHDRAWN' and old.receiver_id is distinct from acting_organisation()
            and old.receiver_id is not null then
        raise insufficient_privilege using message = 'whoever was asked answers, whoever asked withdraws';
    end if;
    return new;
end
$$;
create trigger direct_moves before update of status on direct_referral for each row execute function direct_moves();

insert into reference_rule (key, value, unit, valid_from, source, verified)
select key, value, 'days', '2000-01-01', 'scelta del progetto, da verificare', false
from (values ('direct.answer-within', '15'), ('direct.follow-up-within', '30')) v (key, value)
where exists (select 1 from reference_rule);

call let_rows_follow();
