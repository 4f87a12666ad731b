-- What an import did, row by row, so that the last one can be taken back; and that it was.

-- person_id null = the command line. tables: which lists stood in the files (students, staff, load).
-- written_at: the clock of the database, to compare with what others wrote since.
alter table integrations.file_import
  alter column person_id drop not null,
  add column tables text[] not null default '{}',
  add column written_at timestamptz not null default clock_timestamp();

-- One row of another module an import made (old_value null) or changed, with the fields it wrote. 'known' is no row: what
-- a person had before. A SNILS stands here as its blind index alone.
create table integrations.import_entry (
  school_id integer not null,
  import_id uuid not null,
  ordinal integer not null,
  fact text not null check (fact in (
    'person', 'known', 'admission', 'membership', 'guardianship', 'class', 'group', 'staff', 'homeroom', 'role', 'subject',
    'assignment', 'teacher', 'room', 'bells', 'template', 'lesson')),
  row_id uuid not null,
  old_value jsonb,
  new_value jsonb not null,
  primary key (school_id, import_id, ordinal),
  foreign key (school_id, import_id) references integrations.file_import (school_id, id)
);

-- counts: units that went back and that stayed.
create table integrations.import_undo (
  school_id integer not null,
  import_id uuid not null,
  at timestamptz not null,
  person_id uuid,
  counts jsonb not null,
  primary key (school_id, import_id),
  foreign key (school_id, import_id) references integrations.file_import (school_id, id),
  foreign key (school_id, person_id) references roster.person (school_id, id)
);

select platform.school_table('integrations.import_entry');
select platform.append_only('integrations.import_entry');
select platform.school_table('integrations.import_undo');
select platform.append_only('integrations.import_undo');
