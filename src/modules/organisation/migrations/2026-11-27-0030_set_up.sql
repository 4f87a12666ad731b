-- What people change by page: versions against overwriting, and which bells are the usual ones of a shift.

alter table organisation.school add column version integer not null default 1;
alter table organisation.academic_year add column version integer not null default 1;

-- usual = rings on every day of the shift for which the calendar names no other; the first of them by id counts.
alter table organisation.bell_schedule
  add column usual boolean not null default true,
  add column version integer not null default 1;

-- A year's breaks and a schedule's bells are written as a whole; what they were stands in the audit.
grant delete on organisation.holiday_break, organisation.bell_period to parta_app;
