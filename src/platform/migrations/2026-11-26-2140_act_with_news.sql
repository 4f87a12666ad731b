-- A hot command writes one row for both: an act that is also news. `subject` is then the event's payload.
alter table platform.audit_pending
  add column event_name text,
  add column topics text[],
  add constraint audit_pending_news check ((event_name is null) = (topics is null));
