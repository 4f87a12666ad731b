-- Given at one lesson, due at another: due_rule 'next' is bound anew when the timetable changes.
create schema homework;
grant usage on schema homework to parta_app, parta_jobs, parta_stats, parta_backup;

-- text null = taken back. due_lesson_id null while the next lesson is not in the timetable yet.
create table homework.homework (
  school_id integer not null,
  id uuid not null,
  assignment_id uuid not null,
  given_lesson_id uuid not null,
  ordinal integer not null default 1,
  text text,
  minutes integer check (minutes between 1 and 600),
  due_rule text not null default 'next' check (due_rule in ('next', 'pinned', 'date')),
  due_lesson_id uuid,
  due_date date,
  publish_at timestamptz not null default clock_timestamp(),
  is_late boolean not null default false,
  author_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (school_id, id),
  unique (school_id, given_lesson_id, ordinal),
  foreign key (school_id, assignment_id) references roster.teaching_assignment (school_id, id),
  foreign key (school_id, given_lesson_id) references timetable.lesson (school_id, id),
  foreign key (school_id, due_lesson_id) references timetable.lesson (school_id, id)
);
create index homework_due_lesson on homework.homework (school_id, due_lesson_id);
create index homework_due_date on homework.homework (school_id, assignment_id, due_date);

create table homework.homework_revision (
  school_id integer not null,
  homework_id uuid not null,
  version integer not null,
  at timestamptz not null default clock_timestamp(),
  author_id uuid not null,
  session_id uuid,
  text text,
  minutes integer,
  due_rule text not null,
  due_lesson_id uuid,
  due_date date,
  primary key (school_id, homework_id, version),
  foreign key (school_id, homework_id) references homework.homework (school_id, id)
);

select platform.school_table('homework.homework');
select platform.school_table('homework.homework_revision');
select platform.append_only('homework.homework_revision');
