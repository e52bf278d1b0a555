-- What is owed about a person outlives the hour of an emergency, which opens the file to nobody but who asked for it: a
-- task is of those whom the person is entrusted to.
create or replace function may_owe(person uuid, section text, organisation uuid, owner uuid) returns boolean
    language sql stable
return exists (select 1 from membership m join operator o on o.id = m.operator_id
    where m.organisation_id = $3 and m.operator_id = coalesce($4, m.operator_id)
      and o.active and current_date >= m.valid_from and (m.valid_until is null or current_date < m.valid_until)
      and ($1 is null or entrusted($1, m.organisation_id, m.role, case when $4 is null then $2 else 'IDENTITY' end)));
