-- A time that somebody holds from outside, or was offered, may fall into an absence that was written down since: it
-- becomes an appointment no more.
create or replace trigger booking_meets_no_absence before insert or update of held, appointment_id on booking
    for each row when (new.held) execute function booking_meets_no_absence();
