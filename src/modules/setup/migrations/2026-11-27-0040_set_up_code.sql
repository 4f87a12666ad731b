-- The one-time code that lets somebody make the first school by page; the terminal has printed it, its hash stands here.
create table directory.set_up_code (
  id integer primary key check (id = 1),
  code_hash bytea not null,
  made_at timestamptz not null default clock_timestamp(),
  used_at timestamptz
);
grant select, insert, update on directory.set_up_code to parta_identity;
grant select on directory.set_up_code to parta_backup;
