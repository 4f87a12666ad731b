-- A template with its dates, and the dated lessons made from it. A lesson's id never changes: marks hang on it.
create schema timetable;
grant usage on schema timetable to parta_app, parta_jobs, parta_stats, parta_backup;

create table timetable.template (
  school_id integer not null,
  id uuid not null,
  academic_year_id uuid not null,
  name text not null,
  start_date date not null,
  end_date date not null,
  retired_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, academic_year_id) references organisation.academic_year (school_id, id)
);

create table timetable.template_card (
  school_id integer not null,
  id uuid not null,
  template_id uuid not null,
  assignment_id uuid not null,
  weekday integer not null check (weekday between 1 and 7),
  cycle text not null default 'every' check (cycle in ('every', 'A', 'B')),
  number integer not null check (number >= 0),
  room_id uuid,
  primary key (school_id, id),
  foreign key (school_id, template_id) references timetable.template (school_id, id),
  foreign key (school_id, assignment_id) references roster.teaching_assignment (school_id, id),
  foreign key (school_id, room_id) references organisation.room (school_id, id)
);
create index template_card_template on timetable.template_card (school_id, template_id);

-- seq_in_day = 1, 2 … among the lessons of one assignment on one date. starts/ends come from the bells of that day.
-- state 'retired' = no longer in the timetable, shown «вне расписания» when it holds entries.
create table timetable.lesson (
  school_id integer not null,
  id uuid not null,
  assignment_id uuid not null,
  date date not null,
  seq_in_day integer not null default 1,
  number integer not null check (number >= 0),
  starts time,
  ends time,
  room_id uuid,
  teacher_id uuid,
  state text not null default 'planned' check (state in ('planned', 'cancelled', 'retired')),
  replaces_id uuid,
  merged_with_id uuid,
  version integer not null default 1,
  primary key (school_id, id),
  unique (school_id, assignment_id, date, seq_in_day),
  foreign key (school_id, assignment_id) references roster.teaching_assignment (school_id, id),
  foreign key (school_id, room_id) references organisation.room (school_id, id),
  foreign key (school_id, teacher_id) references roster.staff (school_id, person_id)
);
create index lesson_date on timetable.lesson (school_id, date);

create table timetable.lesson_change (
  school_id integer not null,
  id uuid not null,
  lesson_id uuid not null,
  kind text not null check (kind in ('substitution', 'cancellation', 'move', 'room', 'merge', 'bells')),
  at timestamptz not null default clock_timestamp(),
  author_id uuid,
  old_value jsonb not null,
  new_value jsonb not null,
  reason text,
  primary key (school_id, id),
  foreign key (school_id, lesson_id) references timetable.lesson (school_id, id)
);
create index lesson_change_lesson on timetable.lesson_change (school_id, lesson_id);

select platform.school_table('timetable.template');
select platform.school_table('timetable.template_card');
select platform.school_table('timetable.lesson');
select platform.school_table('timetable.lesson_change');
select platform.append_only('timetable.lesson_change');
