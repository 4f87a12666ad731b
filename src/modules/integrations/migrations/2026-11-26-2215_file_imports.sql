-- Files loaded by a page: who, when, what came of it. The command line leaves an act in the audit alone.
create schema integrations;
grant usage on schema integrations to parta_app, parta_jobs, parta_backup;

create table integrations.file_import (
  school_id integer not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  person_id uuid not null,
  kind text not null check (kind in ('lists', 'timetable')),
  files text[] not null,
  -- The day from which the files are true.
  start_date date not null,
  -- Numbers by word: of lists new, changed, retired; of a timetable added, changed, retired.
  counts jsonb not null,
  primary key (school_id, id),
  foreign key (school_id, person_id) references roster.person (school_id, id)
);

select platform.school_table('integrations.file_import');
select platform.append_only('integrations.file_import');
