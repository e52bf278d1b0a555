-- An invitation to a team waits for whoever is invited, and a sheet of signatures until its scan is there: open_step tells
-- of them in V0099. What it reads of sheets, and the days.
create policy gate on attendance_sheet for select to percorsi_gate using (true);
grant select on attendance_sheet to percorsi_gate;

insert into reference_rule (key, value, unit, valid_from, source, verified)
select v.key, v.days, 'days', '2000-01-01', 'scelta del progetto, da verificare', false
from (values ('reminder.invitation', '7'), ('reminder.sheet', '30')) v (key, days)
where exists (select 1 from reference_rule);
