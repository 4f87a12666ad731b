-- Changes written by people: in acts that are taken back as a whole, with a coded reason, and who is away.

-- act_id joins the rows of one act; rows without it are an act each. undoes_id = this row takes that one back.
-- reason stays among those who change the timetable; families read only public codes (timetable/changes/rules.ts).
alter table timetable.lesson_change
  add column act_id uuid,
  add column undoes_id uuid,
  add column reason_code text,
  -- New rows are held to it; checking the old ones, where it is null, would read across the schools' fences.
  add foreign key (school_id, undoes_id) references timetable.lesson_change (school_id, id) not valid;
create index lesson_change_act on timetable.lesson_change (school_id, act_id);

-- Who stands in where: rights of substitutes are read at every sign-in.
create index lesson_substitute on timetable.lesson (school_id, teacher_id, date);

-- A member of staff is away from one day to another, both included. The reason is personal: shown to those alone who
-- change the timetable. withdrawn_at = it was entered by mistake or taken back.
create table timetable.staff_absence (
  school_id integer not null,
  id uuid not null,
  staff_id uuid not null,
  start_date date not null,
  end_date date not null check (end_date >= start_date),
  reason_code text not null,
  note text,
  act_id uuid not null,
  author_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (school_id, id),
  foreign key (school_id, staff_id) references roster.staff (school_id, person_id)
);
create index staff_absence_staff on timetable.staff_absence (school_id, staff_id, start_date);
create index staff_absence_act on timetable.staff_absence (school_id, act_id);
select platform.school_table('timetable.staff_absence');
