-- A direct referral says why, for which needs and on what ground, as one to a panel does. The service may ask something:
-- meanwhile its clock stands still. It may put the person on its waiting list, or name the day it answers. Nobody who
-- answers here lets it go silent: past its day it expires, and what came to nothing is sent again, once, by one that says
-- which it follows. Who has no account here is told of no day, so none passes for them.
alter table direct_referral
    add column reason text check (length(trim(reason)) > 0 and length(reason) <= 500),
    add column needs text[] check (cardinality(needs) > 0 and needs <@ array['WORK', 'STAY', 'HOUSING', 'SCHOOL', 'SOCIAL',
        'HEALTH_SERVICES', 'LANGUAGE']),
    add column legal_basis text check (legal_basis in ('PUBLIC_TASK', 'CONSENT')),
    add column answer_by date,
    add column paused_at timestamptz,
    add column follows_id uuid references direct_referral,
    add constraint direct_sent_again_once unique (follows_id),
    add constraint direct_says_why check (num_nonnulls(reason, needs, legal_basis) in (0, 3));
alter table direct_referral no force row level security;
-- Who was sent before there was a clock waits from today.
update direct_referral set answer_by = greatest((sent_at at time zone 'Europe/Rome')::date,
    case when status = 'SENT' then (now() at time zone 'Europe/Rome')::date end) + rule_today('direct.answer-within');
alter table direct_referral force row level security;
alter table direct_referral alter column answer_by set not null;
do $$
declare
    named text;
begin
    for named in select conname from pg_constraint where conrelid = 'direct_referral'::regclass and contype = 'c'
            and pg_get_constraintdef(oid) like '%STARTED%' loop
        execute format('alter table direct_referral drop constraint %I', named);
    end loop;
end $$;
alter table direct_referral
    add constraint direct_stands check (status in ('SENT', 'INTEGRATION_REQUESTED', 'WAITLISTED', 'DEFERRED', 'TAKEN_UP',
        'STARTED', 'CONCLUDED', 'TURNED_AWAY', 'NOT_SHOWN', 'WITHDRAWN', 'EXPIRED')),
    add constraint direct_asked_again_while_open check ((status in ('SENT', 'INTEGRATION_REQUESTED', 'WAITLISTED',
        'DEFERRED', 'TAKEN_UP', 'STARTED')) = (due_on is not null)),
    add constraint direct_paused_while_asked check ((status = 'INTEGRATION_REQUESTED') = (paused_at is not null));
create index on direct_referral (answer_by) where receiver_id is not null and status in ('SENT', 'DEFERRED');
create index on direct_referral (organisation_id, answer_by) where status = 'EXPIRED';
create index on direct_referral (receiver_id, answer_by) where status = 'EXPIRED';
grant update (answer_by, paused_at) on direct_referral to percorsi_app;
create policy with_its_grounds on direct_referral as restrictive for insert to percorsi_app
    with check (reason is not null);
create function direct_follows() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from direct_referral f
    where f.id = new.follows_id and f.person_id = new.person_id and f.organisation_id = new.organisation_id
        and f.status in ('TURNED_AWAY', 'NOT_SHOWN', 'WITHDRAWN', 'EXPIRED');
    if not found then
        raise check_violation using message = 'direct_follows';
    end if;
    return new;
end
$$;
create trigger direct_follows before insert on direct_referral for each row
    when (new.follows_id is not null) execute function direct_follows();

-- The pathway, as DirectMove says it: who was asked answers, unless they have no account; who sent it withdraws it, and
-- answers what they are asked; the clock lets it go, and nobody else.
create or replace function direct_moves() returns trigger language plpgsql set search_path = public, pg_temp
as $$
declare
    today date := (now() at time zone 'Europe/Rome')::date;
begin
    if old.status = new.status then
        if current_user = 'percorsi_app' and (old.answer_by, old.paused_at) is distinct from (new.answer_by, new.paused_at)
        then
            raise check_violation using message = 'direct_moves';
        end if;
        return new;
    end if;
    if (old.status, new.status) not in (('SENT', 'TAKEN_UP'), ('WAITLISTED', 'TAKEN_UP'), ('DEFERRED', 'TAKEN_UP'),
            ('SENT', 'TURNED_AWAY'), ('INTEGRATION_REQUESTED', 'TURNED_AWAY'), ('WAITLISTED', 'TURNED_AWAY'),
            ('DEFERRED', 'TURNED_AWAY'), ('SENT', 'INTEGRATION_REQUESTED'), ('DEFERRED', 'INTEGRATION_REQUESTED'),
            ('INTEGRATION_REQUESTED', 'SENT'), ('SENT', 'WAITLISTED'), ('DEFERRED', 'WAITLISTED'), ('SENT', 'DEFERRED'),
            ('TAKEN_UP', 'STARTED'), ('SENT', 'NOT_SHOWN'), ('WAITLISTED', 'NOT_SHOWN'), ('DEFERRED', 'NOT_SHOWN'),
            ('TAKEN_UP', 'NOT_SHOWN'), ('STARTED', 'CONCLUDED'), ('SENT', 'WITHDRAWN'),
            ('INTEGRATION_REQUESTED', 'WITHDRAWN'), ('WAITLISTED', 'WITHDRAWN'), ('DEFERRED', 'WITHDRAWN'),
            ('TAKEN_UP', 'WITHDRAWN'), ('SENT', 'EXPIRED'), ('DEFERRED', 'EXPIRED'))
        or new.status = 'EXPIRED' and (old.receiver_id is null or old.answer_by >= today)
        or new.status = 'DEFERRED' and new.answer_by not between today and today + interval '1 year 1 day'
        or new.status <> 'DEFERRED' and new.answer_by < old.answer_by
        or new.status <> 'DEFERRED' and new.answer_by > old.answer_by
            + coalesce(today - (old.paused_at at time zone 'Europe/Rome')::date, 0)
    then
        raise check_violation using message = 'direct_moves';
    end if;
    if new.status = 'EXPIRED' then
        if current_user <> 'percorsi_gate' then
            raise insufficient_privilege using message = 'only the clock lets it expire';
        end if;
    elsif new.status in ('WITHDRAWN', 'SENT') and old.receiver_id is not distinct from acting_organisation()
        or new.status not in ('WITHDRAWN', 'SENT') and old.receiver_id is distinct from acting_organisation()
            and old.receiver_id is not null then
        raise insufficient_privilege using message = 'whoever was asked answers, whoever asked withdraws';
    end if;
    return new;
end
$$;

drop trigger direct_moves on direct_referral;
create trigger direct_moves before update of status, answer_by, paused_at on direct_referral
    for each row execute function direct_moves();

-- The clock signs, as it does before a panel, and both sides see for a week what nobody answered: the sender holds the
-- file, the service keeps what it was opened.
grant update (status, due_on, version) on direct_referral to percorsi_gate;
create policy gate_signs_for_the_clock_of_services on step for insert to percorsi_gate
    with check (operator_id = '00000000-0000-7000-8000-000000000002' and feature = 'direct' and move = 'EXPIRE');
create function expire_directs() returns int
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    late direct_referral;
    expired int := 0;
begin
    for late in
        select * from direct_referral d
        where d.receiver_id is not null and d.status in ('SENT', 'DEFERRED')
          and d.answer_by < (now() at time zone 'Europe/Rome')::date
        order by d.id for update skip locked
    loop
        update direct_referral set status = 'EXPIRED', due_on = null, version = version + 1 where id = late.id;
        insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id)
        values (gen_random_uuid(), late.id, late.person_id, 'direct', 'AGENDA', 'EXPIRE', 'EXPIRED', now(),
            '00000000-0000-7000-8000-000000000002', late.organisation_id);
        insert into trail (id, at, operator_id, organisation_id, role, action, subject, subject_id, person_ids,
            sections)
        values (gen_random_uuid(), now(), '00000000-0000-7000-8000-000000000002', late.organisation_id, 'CLOCK',
            'EXPIRE', 'direct', late.id, array[late.person_id], '{}');
        expired := expired + 1;
    end loop;
    return expired;
end
$$;
call behind_the_gate('expire_directs()', 'percorsi_app');

set local role percorsi_gate;
create or replace function what_was_sent_ends() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    ends timestamptz := now() + case when new.status = 'EXPIRED' then interval '7 days' else interval '0' end;
begin
    update access_grant g set valid_until = greatest(ends, g.valid_from)
    where g.person_id = new.person_id and g.subject_id = new.id and (g.valid_until is null or g.valid_until > ends);
    return null;
end
$$;
-- What the body sent for a person and waits for an answer is a loose end of their case, whatever it waits for.
create or replace function loose_ends(person uuid, at timestamptz)
    returns table (appointments int, plans int, tasks int, transfers int, sent int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select (select count(*)::int from appointment where person_id = $1 and status = 'BOOKED' and starts_at > $2),
        (select count(*)::int from plan where person_id = $1 and status not in ('CONCLUDED', 'INTERRUPTED')),
        (select count(*)::int from task where person_id = $1 and status = 'OPEN'),
        (select count(*)::int from case_transfer where person_id = $1 and status = 'REQUESTED'),
        (select count(*)::int from referral where person_id = $1 and organisation_id = acting_organisation()
            and status in ('SUBMITTED', 'UNDER_REVIEW', 'INTEGRATION_REQUESTED', 'SCHEDULED', 'WAITLISTED', 'DEFERRED'))
        + (select count(*)::int from direct_referral where person_id = $1 and organisation_id = acting_organisation()
            and due_on is not null)
    where granted($1, acting_organisation(), acting_role(), 'IDENTITY')
$$;
reset role;
