-- A panel is of one kind, perhaps of one programme; its quorum and its members have dates.
alter table panel
    alter column code drop not null,
    add column kind text not null default 'COMMISSION' check (kind in ('COMMISSION', 'OPERATING_UNIT', 'SIIL_TEAM')),
    add column programme_id uuid references programme,
    add column votes boolean not null default false,
    add constraint panel_named_once unique (organisation_id, name);
alter table panel alter column kind drop default, alter column votes drop default;

create table panel_quorum (
    panel_id   uuid not null references panel,
    valid_from date not null,
    members    int not null check (members > 0),
    primary key (panel_id, valid_from)
);
insert into panel_quorum select id, date '2000-01-01', quorum from panel;

alter table panel_member
    add column seat text not null default 'MEMBER' check (seat in ('CHAIR', 'COORDINATOR', 'SECRETARY',
        'SOCIAL_SERVICES', 'LABOUR_SERVICES', 'HEALTH_SERVICES', 'MEMBER')),
    add column valid_from date not null default '2000-01-01',
    add column valid_until date check (valid_until >= valid_from),
    drop constraint panel_member_panel_id_operator_id_key,
    add constraint member_once exclude using gist (panel_id with =, operator_id with =,
        daterange(valid_from, valid_until) with &&);
alter table panel_member alter column seat drop default, alter column valid_from drop default;

create function quorum_on(panel uuid, day date) returns int language sql stable
    return (select q.members from panel_quorum q where q.panel_id = $1 and q.valid_from <= $2
        order by q.valid_from desc limit 1);
grant execute on function quorum_on(uuid, date) to percorsi_app;
-- The day a sitting is held, or is to be.
create function sitting_day(sitting uuid) returns date language sql stable
    return (select (coalesce(s.opened_at, s.planned_for) at time zone 'Europe/Rome')::date
        from sitting s where s.id = $1);
grant execute on function sitting_day(uuid) to percorsi_app;

-- Only who is a member that day is present; what was held stays as it was.
create function present_in_force() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from panel_member m
    where m.id = new.member_id and m.valid_from <= sitting_day(new.sitting_id)
      and (m.valid_until is null or m.valid_until > sitting_day(new.sitting_id));
    if not found then
        raise check_violation using message = 'present_in_force', constraint = 'present_in_force';
    end if;
    return new;
end
$$;
create trigger present_in_force before insert on attendance for each row execute function present_in_force();
create function member_was_present() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from attendance a
    where a.member_id = new.id and sitting_day(a.sitting_id) >= new.valid_until;
    if found then
        raise check_violation using message = 'member_was_present', constraint = 'member_was_present';
    end if;
    return new;
end
$$;
create trigger member_was_present before update on panel_member for each row execute function member_was_present();
create function quorum_not_behind() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from sitting s
    where s.panel_id = new.panel_id and s.opened_at is not null and sitting_day(s.id) >= new.valid_from;
    if found then
        raise check_violation using message = 'quorum_not_behind', constraint = 'quorum_not_behind';
    end if;
    return new;
end
$$;
create trigger quorum_not_behind before insert on panel_quorum for each row execute function quorum_not_behind();

-- Who has a conflict of interest takes no part in that case: neither counts, nor votes, nor reads it.
alter table referral add constraint referral_of_panel unique (id, panel_id);
create table recusal (
    referral_id uuid not null,
    panel_id    uuid not null,
    member_id   uuid not null,
    declared_at timestamptz not null,
    operator_id uuid not null references operator,
    primary key (referral_id, member_id),
    foreign key (referral_id, panel_id) references referral (id, panel_id),
    foreign key (member_id, panel_id) references panel_member (id, panel_id)
);
create function recused_before_deciding() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from referral r where r.id = coalesce(new.referral_id, old.referral_id) and r.status = 'SCHEDULED';
    if not found then
        raise check_violation using message = 'recused_before_deciding', constraint = 'recused_before_deciding';
    end if;
    return coalesce(new, old);
end
$$;
create trigger recused_before_deciding before insert or delete on recusal for each row
    execute function recused_before_deciding();

-- One vote each, of who is present and takes part, where the panel votes.
create table vote (
    sitting_id  uuid not null,
    referral_id uuid not null,
    panel_id    uuid not null,
    member_id   uuid not null,
    ballot      text not null check (ballot in ('FAVOUR', 'AGAINST', 'ABSTAIN')),
    constraint one_vote_each primary key (sitting_id, referral_id, member_id),
    constraint vote_of_the_present foreign key (sitting_id, member_id) references attendance (sitting_id, member_id),
    foreign key (sitting_id, panel_id) references sitting (id, panel_id),
    foreign key (referral_id, panel_id) references referral (id, panel_id)
);
create function vote_of_who_takes_part() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from referral r join sitting s on s.id = r.sitting_id join panel p on p.id = s.panel_id
    where r.id = new.referral_id and r.status = 'SCHEDULED' and s.id = new.sitting_id and s.status = 'OPEN' and p.votes
      and not exists (select 1 from recusal c where c.referral_id = r.id and c.member_id = new.member_id);
    if not found then
        raise check_violation using message = 'vote_of_who_takes_part', constraint = 'vote_of_who_takes_part';
    end if;
    return new;
end
$$;
create trigger vote_of_who_takes_part before insert on vote for each row execute function vote_of_who_takes_part();

create table panel_phrase (
    id       uuid primary key,
    panel_id uuid not null references panel,
    decision text not null check (decision in ('ACCEPT', 'WAITLIST', 'DEFER', 'REJECT')),
    text     text not null check (text <> ''),
    constraint phrase_once unique (panel_id, decision, text)
);

-- What is decided beside the reason; only who is accepted is given hours, a referent and a fund.
alter table referral
    add column decided_hours int check (decided_hours > 0),
    add column referent text check (referent <> ''),
    add column decided_fund text references funding_source,
    add column told_at timestamptz,
    add column acknowledged_at timestamptz,
    add constraint resources_of_the_accepted
        check (status = 'ACCEPTED' or num_nonnulls(decided_hours, referent, decided_fund) = 0),
    add constraint told_what_was_decided check (told_at is null or decided_at is not null),
    add constraint acknowledged_what_was_told check (acknowledged_at is null or acknowledged_at >= told_at);
alter table minute
    add column hours int,
    add column referent text,
    add column fund text,
    add column in_favour int,
    add column against int,
    add column abstained int,
    add column apart text[] not null default '{}';

create or replace function decided_in_an_open_sitting() returns trigger language plpgsql
    set search_path = public, pg_temp
as $$
begin
    perform 1
    from sitting s
    where s.id = new.sitting_id and s.status = 'OPEN'
      and (select count(*) from attendance a where a.sitting_id = s.id
            and not exists (select 1 from recusal c where c.referral_id = new.id and c.member_id = a.member_id))
        >= quorum_on(s.panel_id, sitting_day(s.id));
    if not found then
        raise check_violation using message = 'no open sitting with quorum', constraint = 'referral_decided_in_sitting';
    end if;
    return new;
end
$$;
alter table panel drop column quorum;

-- A coordinator sets a panel up; the secretary of its body keeps it.
alter table panel enable row level security;
alter table panel_member enable row level security;
alter table panel_quorum enable row level security;
alter table panel_phrase enable row level security;
create policy everybody_reads on panel for select using (true);
create policy everybody_reads on panel_member for select using (true);
create policy everybody_reads on panel_quorum for select using (true);
create policy everybody_reads on panel_phrase for select using (true);
create policy coordinator_sets_up on panel for insert to percorsi_app with check (coordinates(programme_id));
create policy secretary on panel for update to percorsi_app
    using ((select acting_role()) = 'PANEL_SECRETARY' and organisation_id = (select acting_organisation()));
create policy coordinator_sets_up on panel_quorum for insert to percorsi_app
    with check (exists (select 1 from panel p where p.id = panel_id and coordinates(p.programme_id)));
create policy secretary on panel_quorum to percorsi_app
    using (secretary_of(panel_id)) with check (secretary_of(panel_id));
create policy secretary on panel_member to percorsi_app
    using (secretary_of(panel_id)) with check (secretary_of(panel_id));
create policy secretary on panel_phrase to percorsi_app
    using (secretary_of(panel_id)) with check (secretary_of(panel_id));
grant insert (id, code, organisation_id, name, kind, programme_id, votes), update (votes) on panel to percorsi_app;
grant insert, update (valid_until) on panel_member to percorsi_app;
grant select, insert on panel_quorum to percorsi_app;
grant select, insert, delete on panel_phrase to percorsi_app;

alter table recusal enable row level security;
alter table recusal force row level security;
alter table vote enable row level security;
alter table vote force row level security;
create function before_this_panel(panel uuid) returns boolean language sql stable
    return (acting()).role in ('PANEL_SECRETARY', 'PANEL_MEMBER')
        and exists (select 1 from panel p where p.id = $1 and p.organisation_id = (acting()).organisation_id);
grant execute on function before_this_panel(uuid) to percorsi_app;
create policy panel_reads on recusal for select to percorsi_app using (before_this_panel(panel_id));
create policy panel_reads on vote for select to percorsi_app using (before_this_panel(panel_id));
-- For themselves a member, for anybody the secretary, who alone takes it back.
create policy declared on recusal for insert to percorsi_app
    with check (operator_id = (select acting_operator()) and before_this_panel(panel_id) and (secretary_of(panel_id)
        or exists (select 1 from panel_member m where m.id = member_id and m.operator_id = (select acting_operator()))));
create policy secretary_takes_back on recusal for delete to percorsi_app using (secretary_of(panel_id));
create policy secretary_writes on vote for insert to percorsi_app with check (secretary_of(panel_id));
grant select, insert, delete on recusal to percorsi_app;
grant select, insert on vote to percorsi_app;
create policy no_part_in_it on referral as restrictive for select to percorsi_app
    using ((select acting_role()) <> 'PANEL_MEMBER' or not exists (
        select 1 from recusal c join panel_member m on m.id = c.member_id
        where c.referral_id = referral.id and m.operator_id = (select acting_operator())));

-- How far the panel's programme is, by area and gender, and who waits here for a place: numbers only.
create function panel_places(panel uuid)
    returns table (organisation_name text, target int, women int, men int, other int, women_percent int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select o.name, b.target, count(e.id) filter (where e.gender = 'F')::int,
        count(e.id) filter (where e.gender = 'M')::int,
        count(e.id) filter (where e.gender is null or e.gender = 'X')::int, g.women_percent
    from panel p join programme g on g.id = p.programme_id
    join programme_body b on b.programme_id = g.id and b.enrols
    join organisation o on o.id = b.organisation_id
    left join enrolment e on e.programme_id = g.id and e.organisation_id = b.organisation_id
        and e.status in ('ACTIVE', 'COMPLETED')
    where p.id = $1 and p.organisation_id = acting_organisation()
      and acting_role() in ('PANEL_SECRETARY', 'PANEL_MEMBER')
    group by o.name, b.target, b.ordinal, g.women_percent order by b.ordinal
$$;
call behind_the_gate('panel_places(uuid)', 'percorsi_app');
create function panel_waits(panel uuid) returns table (gender text, waiting int, accepted int)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select coalesce(h.gender, 'X'), count(*) filter (where r.status = 'WAITLISTED')::int,
        count(*) filter (where r.status = 'ACCEPTED' and not exists (select 1 from enrolment e
            where e.person_id = r.person_id and e.programme_id = p.programme_id
              and e.status in ('ACTIVE', 'COMPLETED')))::int
    from panel p join referral r on r.panel_id = p.id join person h on h.id = r.person_id
    where p.id = $1 and p.programme_id is not null and p.organisation_id = acting_organisation()
      and acting_role() in ('PANEL_SECRETARY', 'PANEL_MEMBER') and r.status in ('WAITLISTED', 'ACCEPTED')
    group by coalesce(h.gender, 'X')
$$;
call behind_the_gate('panel_waits(uuid)', 'percorsi_app');
grant select on panel to percorsi_gate;
