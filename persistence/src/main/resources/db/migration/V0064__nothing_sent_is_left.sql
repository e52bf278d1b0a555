-- What the body sent for a person and waits for an answer is a loose end of their case, too.
set local role percorsi_gate;
drop function loose_ends(uuid, timestamptz);
reset role;
create function loose_ends(person uuid, at timestamptz)
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
            and status in ('SENT', 'TAKEN_UP', 'STARTED'))
    where granted($1, acting_organisation(), acting_role(), 'IDENTITY')
$$;
call behind_the_gate('loose_ends(uuid, timestamptz)', 'percorsi_app');
