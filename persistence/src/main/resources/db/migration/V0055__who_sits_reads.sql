-- What is before a panel is read by who sits on it, and not by who sits on another of the same body; the minutes also by
-- who was there.
create function sits_on(panel uuid) returns boolean language sql stable
return exists (select 1 from panel_member m
    where m.panel_id = $1 and m.operator_id = (select acting_operator())
      and m.valid_from <= (now() at time zone 'Europe/Rome')::date
      and (m.valid_until is null or m.valid_until > (now() at time zone 'Europe/Rome')::date));
grant execute on function sits_on(uuid) to percorsi_app;

alter policy no_part_in_it on referral
    using ((select acting_role()) <> 'PANEL_MEMBER' or sits_on(panel_id) and not exists (
        select 1 from recusal c join panel_member m on m.id = c.member_id
        where c.referral_id = referral.id and m.operator_id = (select acting_operator())));
alter policy panel_reads on minute
    using ((select acting_role()) in ('PANEL_SECRETARY', 'PANEL_MEMBER')
        and exists (select 1 from sitting s join panel p on p.id = s.panel_id
            where s.id = sitting_id and p.organisation_id = (select acting_organisation())
              and ((select acting_role()) = 'PANEL_SECRETARY' or sits_on(p.id) or exists (
                select 1 from attendance a join panel_member m on m.id = a.member_id
                where a.sitting_id = s.id and m.operator_id = (select acting_operator())))));
