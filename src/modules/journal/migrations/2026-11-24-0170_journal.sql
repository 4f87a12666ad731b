-- Marks, attendance, lesson records, final marks: versioned facts, never deleted.
create schema journal;
grant usage on schema journal to parta_app, parta_jobs, parta_stats, parta_backup;

-- attendance_taken_at: «all present» is not «not taken».
create table journal.lesson_record (
  school_id integer not null,
  lesson_id uuid not null,
  topic text,
  conducted_by uuid,
  attendance_taken_at timestamptz,
  attendance_taken_by uuid,
  updated_at timestamptz not null default clock_timestamp(),
  author_id uuid,
  version integer not null default 1,
  primary key (school_id, lesson_id),
  foreign key (school_id, lesson_id) references timetable.lesson (school_id, id)
);

create table journal.lesson_record_revision (
  school_id integer not null,
  lesson_id uuid not null,
  version integer not null,
  at timestamptz not null default clock_timestamp(),
  author_id uuid not null,
  session_id uuid,
  topic text,
  attendance_taken boolean not null,
  primary key (school_id, lesson_id, version),
  foreign key (school_id, lesson_id) references journal.lesson_record (school_id, lesson_id)
);

-- A gradable column. The first work of a lesson has the lesson's id, so two devices never make it twice.
create table journal.work (
  school_id integer not null,
  id uuid not null,
  assignment_id uuid not null,
  lesson_id uuid,
  ordinal integer not null default 1,
  work_type_id uuid not null,
  weight integer not null check (weight between 0 and 100),
  title text,
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (school_id, id),
  unique (school_id, lesson_id, ordinal),
  foreign key (school_id, assignment_id) references roster.teaching_assignment (school_id, id),
  foreign key (school_id, lesson_id) references timetable.lesson (school_id, id),
  foreign key (school_id, work_type_id) references curriculum.work_type (school_id, id)
);
create index work_assignment on journal.work (school_id, assignment_id);

create table journal.work_revision (
  school_id integer not null,
  work_id uuid not null,
  version integer not null,
  at timestamptz not null default clock_timestamp(),
  author_id uuid not null,
  session_id uuid,
  work_type_id uuid not null,
  weight integer not null,
  title text,
  primary key (school_id, work_id, version),
  foreign key (school_id, work_id) references journal.work (school_id, id)
);

-- dual mark = slot 2, retake = attempt 2 …; value null = cleared. value is a code of the page's scale.
create table journal.mark (
  school_id integer not null,
  work_id uuid not null,
  student_id uuid not null,
  attempt smallint not null default 1 check (attempt between 1 and 9),
  slot smallint not null default 1 check (slot in (1, 2)),
  value text,
  comment text,
  point_due date,
  author_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (school_id, work_id, student_id, attempt, slot),
  foreign key (school_id, work_id) references journal.work (school_id, id),
  foreign key (school_id, student_id) references roster.person (school_id, id)
);
-- A student's newest marks come first off this index; work_id is checked inside it.
create index mark_student on journal.mark (school_id, student_id, created_at, work_id);

-- reason_code: entered corrected cleared lateEntry retake undo import …; reason is typed only where the school asks.
create table journal.mark_revision (
  school_id integer not null,
  work_id uuid not null,
  student_id uuid not null,
  attempt smallint not null,
  slot smallint not null,
  version integer not null,
  at timestamptz not null default clock_timestamp(),
  author_id uuid not null,
  session_id uuid,
  old_value text,
  new_value text,
  old_comment text,
  new_comment text,
  reason_code text not null,
  reason text,
  primary key (school_id, work_id, student_id, attempt, slot, version),
  foreign key (school_id, work_id, student_id, attempt, slot)
    references journal.mark (school_id, work_id, student_id, attempt, slot)
);

-- The fact; why the student was away is absence_reason, with its own right. 'present' = corrected back.
create table journal.attendance (
  school_id integer not null,
  lesson_id uuid not null,
  student_id uuid not null,
  fact text not null check (fact in ('present', 'absent', 'late', 'leftEarly', 'exempt', 'remote')),
  minutes integer check (minutes between 1 and 240),
  author_id uuid not null,
  updated_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (school_id, lesson_id, student_id),
  foreign key (school_id, lesson_id) references timetable.lesson (school_id, id),
  foreign key (school_id, student_id) references roster.person (school_id, id)
);
create index attendance_student on journal.attendance (school_id, student_id, lesson_id);

create table journal.attendance_revision (
  school_id integer not null,
  lesson_id uuid not null,
  student_id uuid not null,
  version integer not null,
  at timestamptz not null default clock_timestamp(),
  author_id uuid not null,
  session_id uuid,
  old_fact text,
  new_fact text not null,
  old_minutes integer,
  new_minutes integer,
  primary key (school_id, lesson_id, student_id, version),
  foreign key (school_id, lesson_id, student_id) references journal.attendance (school_id, lesson_id, student_id)
);

-- 'ill' is health data: read only by those who may know (own grant), others see «по уважительной причине».
create table journal.absence_reason (
  school_id integer not null,
  id uuid not null,
  student_id uuid not null,
  start_date date not null,
  end_date date not null,
  reason text not null check (reason in ('ill', 'excused', 'unexcused')),
  note text,
  author_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  version integer not null default 1,
  primary key (school_id, id),
  foreign key (school_id, student_id) references roster.person (school_id, id)
);
create index absence_reason_student on journal.absence_reason (school_id, student_id, start_date);

-- By subject, not by page: a student may change subgroup in mid-period. kind 'final' = after the exam.
create table journal.final_mark (
  school_id integer not null,
  student_id uuid not null,
  subject_id uuid not null,
  grading_period_id uuid not null,
  kind text not null check (kind in ('period', 'year', 'exam', 'final')),
  value text,
  comment text,
  author_id uuid not null,
  updated_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (school_id, student_id, subject_id, grading_period_id, kind),
  foreign key (school_id, student_id) references roster.person (school_id, id),
  foreign key (school_id, subject_id) references curriculum.subject (school_id, id),
  foreign key (school_id, grading_period_id) references organisation.grading_period (school_id, id)
);
create index final_mark_period on journal.final_mark (school_id, grading_period_id, subject_id);

create table journal.final_mark_revision (
  school_id integer not null,
  student_id uuid not null,
  subject_id uuid not null,
  grading_period_id uuid not null,
  kind text not null,
  version integer not null,
  at timestamptz not null default clock_timestamp(),
  author_id uuid not null,
  session_id uuid,
  old_value text,
  new_value text,
  reason_code text not null,
  reason text,
  primary key (school_id, student_id, subject_id, grading_period_id, kind, version),
  foreign key (school_id, student_id, subject_id, grading_period_id, kind)
    references journal.final_mark (school_id, student_id, subject_id, grading_period_id, kind)
);

-- grade null = every grade of the period's scheme.
create table journal.period_lock (
  school_id integer not null,
  id uuid not null,
  grading_period_id uuid not null,
  grade integer,
  locked_at timestamptz not null default clock_timestamp(),
  locked_by uuid not null,
  unlocked_at timestamptz,
  unlocked_by uuid,
  unlock_reason text,
  primary key (school_id, id),
  foreign key (school_id, grading_period_id) references organisation.grading_period (school_id, id)
);
create index period_lock_period on journal.period_lock (school_id, grading_period_id);

select platform.school_table('journal.lesson_record');
select platform.school_table('journal.lesson_record_revision');
select platform.append_only('journal.lesson_record_revision');
select platform.school_table('journal.work');
select platform.school_table('journal.work_revision');
select platform.append_only('journal.work_revision');
select platform.student_table('journal.mark');
select platform.student_table('journal.mark_revision');
select platform.append_only('journal.mark_revision');
select platform.student_table('journal.attendance');
select platform.student_table('journal.attendance_revision');
select platform.append_only('journal.attendance_revision');
select platform.student_table('journal.absence_reason');
select platform.student_table('journal.final_mark');
select platform.student_table('journal.final_mark_revision');
select platform.append_only('journal.final_mark_revision');
select platform.school_table('journal.period_lock');
