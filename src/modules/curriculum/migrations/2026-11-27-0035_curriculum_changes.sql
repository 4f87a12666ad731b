-- Subjects and kinds of work are changed by page; one that is no longer used stays with what hangs on it.

alter table curriculum.subject
  add column retired_at timestamptz,
  add column version integer not null default 1;

alter table curriculum.work_type
  add column retired_at timestamptz,
  add column version integer not null default 1;
