-- Why a student was away is health data at times and is never changed silently.
create table journal.absence_reason_revision (
  school_id integer not null,
  reason_id uuid not null,
  version integer not null,
  student_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  author_id uuid not null,
  session_id uuid,
  start_date date not null,
  end_date date not null,
  reason text not null,
  note text,
  is_ended boolean not null,
  primary key (school_id, reason_id, version),
  foreign key (school_id, reason_id) references journal.absence_reason (school_id, id)
);
select platform.student_table('journal.absence_reason_revision');
select platform.append_only('journal.absence_reason_revision');
