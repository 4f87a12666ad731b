-- Which session an event is about, and when the owner saw it in another one: until then the account's page tells it.
alter table directory.security_event
  add column session_id uuid,
  add column seen_at timestamptz;

grant update on directory.security_event to parta_identity;
