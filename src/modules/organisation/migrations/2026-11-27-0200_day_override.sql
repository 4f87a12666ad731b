-- Special days as people set them: one act over a day or some days. calendar_day keeps what a school starts with
-- (public days off, bells of the youngest); of one scope what people set goes before it.
-- kind 'off' = no lessons, 'weekday' = by the timetable of as_weekday, 'bells' = other times alone.
-- ended_from: this day and those after it were given back; the first day = all of it.
create table organisation.day_override (
  school_id integer not null references organisation.school (school_id),
  id uuid not null,
  scope text not null check (scope in ('school', 'grade', 'class')),
  scope_id text not null default '',
  kind text not null check (kind in ('off', 'weekday', 'bells')),
  start_date date not null,
  end_date date not null check (end_date >= start_date),
  as_weekday integer check (as_weekday between 1 and 7),
  bell_schedule_id uuid,
  reason_code text not null,
  author_id uuid not null,
  at timestamptz not null,
  ended_from date check (ended_from between start_date and end_date),
  ended_by uuid,
  ended_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, bell_schedule_id) references organisation.bell_schedule (school_id, id),
  check ((kind = 'weekday') = (as_weekday is not null)),
  check ((kind = 'bells') = (bell_schedule_id is not null))
);
create index day_override_days on organisation.day_override (school_id, end_date);
select platform.school_table('organisation.day_override');
