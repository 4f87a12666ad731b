-- Files of a piece of homework. Their bytes lie in the data folder under their hash; here is which, whose and since when.
create table homework.file (
  school_id integer not null,
  homework_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- A `FileKind` of the platform: found in the bytes when the file came.
  kind text not null check (kind ~ '^[a-z0-9]{2,8}$'),
  size integer not null check (size > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  position integer not null,
  author_id uuid not null,
  session_id uuid,
  created_at timestamptz not null,
  -- Taken off: the row stays, nobody sees it; the bytes go after a week unless it is put back.
  removed_at timestamptz,
  removed_by uuid,
  primary key (school_id, homework_id, id),
  unique (school_id, id),
  foreign key (school_id, homework_id) references homework.homework (school_id, id),
  foreign key (school_id, author_id) references roster.person (school_id, id)
);

select platform.school_table('homework.file');

-- The nightly job asks over all schools which bytes are still needed, and sees nothing else of these rows.
create policy sweep on homework.file for select to parta_jobs using (true);
revoke select on homework.file from parta_jobs;
grant select (sha256, removed_at) on homework.file to parta_jobs;
