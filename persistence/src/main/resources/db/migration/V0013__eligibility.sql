-- A programme may have no fund, no end, or no dates that anybody knows.
alter table programme
    alter column fund drop not null,
    alter column runs_from drop not null,
    alter column runs_until drop not null,
    add column target int check (target > 0),
    add column women_percent int check (women_percent between 0 and 100);

-- Bodies have an order, and not all of them enrol: who has a target does.
alter table programme_body
    add column ordinal int,
    add column enrols boolean;
with ordered as (
    select programme_id, organisation_id, role, row_number() over (partition by programme_id
        order by role <> 'LEAD', role <> 'ZONE_LEAD', target desc nulls last, organisation_id) n
    from programme_body
)
update programme_body b set enrols = target is not null, ordinal = o.n from ordered o
where (o.programme_id, o.organisation_id, o.role) = (b.programme_id, b.organisation_id, b.role);
alter table programme_body
    alter column ordinal set not null,
    alter column enrols set not null,
    add unique (programme_id, ordinal),
    add constraint target_of_who_enrols check (enrols or target is null);
create unique index enrols_once on programme_body (programme_id, organisation_id) where enrols;

-- What the documents leave open, or say in two ways.
create table programme_remark (
    programme_id uuid not null references programme,
    ordinal      int not null,
    text         text not null check (text <> ''),
    source       text not null check (source <> ''),
    primary key (programme_id, ordinal)
);
grant select on programme_remark to percorsi_app;

-- Who may be enrolled is said rule by rule, each from a day to a day, with its source.
alter table eligibility_rule
    drop constraint eligibility_rule_programme_id_rule_key,
    add column age_min_included   boolean,
    add column age_max_included   boolean,
    add column age_edges_verified boolean,
    add column age_measured_on    date,
    add column wording            text,
    add column valid_from         date,
    add column valid_until        date,
    add column source             text,
    add column verified           boolean,
    add column note               text;
update eligibility_rule set
    source = 'Piano di azione locale TEAMS WP2, FAMI 2014-2020',
    verified = true,
    valid_from = (select runs_from from programme where id = programme_id),
    age_min_included = case rule when 'AGE' then true end,
    age_max_included = case rule when 'AGE' then true end,
    age_edges_verified = case rule when 'AGE' then false end,
    wording = case rule when 'SOCIAL_OR_LABOUR_NEED' then 'C''è un problema sociale o di lavoro' end,
    rule = case rule when 'PERMIT_OR_RECEIPT' then 'PERMIT' when 'SOCIAL_OR_LABOUR_NEED' then 'NEED' else rule end;
alter table eligibility_rule
    alter column source set not null,
    alter column verified set not null,
    add unique (programme_id, ordinal, rule),
    add constraint rule_known check (rule in ('AGE', 'THIRD_COUNTRY_NATIONAL', 'FOREIGN_NATIONAL', 'PERMIT',
        'WORK_RIGHT', 'RESIDENCE', 'IN_CARE', 'PANEL_DECISION', 'NEED')),
    add constraint rule_dates_in_order check (valid_until >= valid_from),
    add constraint one_rule_of_a_kind exclude using gist
        (programme_id with =, rule with =, daterange(valid_from, valid_until, '[]') with &&),
    -- "Da verificare" is an honest source, and cannot turn anybody away.
    add constraint rule_has_a_source check (source <> '' and (not verified or source !~* 'da verificare')),
    add constraint only_ages_have_edges check (
        (rule = 'AGE') = (num_nonnulls(age_min, age_max) > 0)
        and (rule = 'AGE') = (age_edges_verified is not null)
        and (age_min is null) = (age_min_included is null)
        and (age_max is null) = (age_max_included is null)
        and (rule = 'AGE' or age_measured_on is null)),
    add constraint age_window_not_empty check (
        age_min >= 0 and age_max <= 150
        and age_min + (not age_min_included)::int <= age_max - (not age_max_included)::int),
    add constraint need_has_words check ((rule = 'NEED') = (wording is not null) and wording <> '');

create table eligibility_permit_kind (
    programme_id uuid not null,
    ordinal      int not null,
    rule         text not null default 'PERMIT' check (rule = 'PERMIT'),
    permit_kind  text not null references permit_kind,
    primary key (programme_id, ordinal, permit_kind),
    foreign key (programme_id, ordinal, rule) references eligibility_rule (programme_id, ordinal, rule)
);
create table eligibility_municipality (
    programme_id uuid not null,
    ordinal      int not null,
    rule         text not null default 'RESIDENCE' check (rule = 'RESIDENCE'),
    municipality text not null references municipality,
    primary key (programme_id, ordinal, municipality),
    foreign key (programme_id, ordinal, rule) references eligibility_rule (programme_id, ordinal, rule)
);
grant select on eligibility_permit_kind, eligibility_municipality to percorsi_app;

-- Citizens of some states outside the Union stay without a permit: dated, and still to be verified.
alter table country
    add column free_from  date,
    add column free_until date,
    add check (free_until > free_from);
update country set free_from = '1994-01-01' where code in ('IS', 'NO');
update country set free_from = '1995-05-01' where code = 'LI';
update country set free_from = '2002-06-01' where code = 'CH';
update country set free_from = '2020-02-01', free_until = '2021-01-01' where code = 'GB';

insert into permit_kind (code, name, allows_work, valid_until, source, verified)
select 'HUMANITARIAN', 'Motivi umanitari', true, '2018-10-04', 'vocabolario di prassi, da verificare', false
where exists (select 1 from permit_kind) and not exists (select 1 from permit_kind where code = 'HUMANITARIAN');

-- Why somebody was enrolled though a question was open.
alter table enrolment add column reason text check (reason <> '');

-- The judgements kept so far say from now on that their rules were verified, and where they are written.
alter table enrolment no force row level security;
update enrolment set snapshot = regexp_replace(
    replace(replace(snapshot, 'PERMIT_OR_RECEIPT|', 'PERMIT|'), 'SOCIAL_OR_LABOUR_NEED|', 'NEED|'),
    '^(.*\|.*)$', '\1|true|Piano di azione locale TEAMS WP2, FAMI 2014-2020', 'gn');
alter table enrolment force row level security;

-- Citizens of the Union are served, and never counted where a verified rule asks for third-country nationals;
-- nor are those of whom no citizenship is known.
create function enrolment_third_country() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    perform 1 from eligibility_rule r
    where r.programme_id = new.programme_id and r.rule = 'THIRD_COUNTRY_NATIONAL' and r.verified
      and daterange(r.valid_from, r.valid_until, '[]') @> new.enrolled_on
      and (new.citizenship in ('', 'ZZ')
        or exists (select 1 from country c
            where c.code = any (string_to_array(new.citizenship, ',')) and c.eu_from <= new.enrolled_on
              and (c.eu_until is null or c.eu_until > new.enrolled_on)));
    if found then
        raise check_violation using message = 'not a third-country national', constraint = 'enrolment_third_country';
    end if;
    return new;
end
$$;
create trigger enrolment_third_country before insert or update of status, citizenship on enrolment for each row
    when (new.status in ('ACTIVE', 'COMPLETED')) execute function enrolment_third_country();
