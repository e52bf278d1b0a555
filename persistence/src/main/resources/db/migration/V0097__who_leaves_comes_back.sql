-- Who leaves a sitting for a while and comes back: when they were away stays in the minutes.
alter table attendance
    add column away tstzmultirange not null default '{}',
    add constraint left_after_coming_back check (left_at is null or isempty(away) or left_at >= upper(away));
grant update (away) on attendance to percorsi_app;
