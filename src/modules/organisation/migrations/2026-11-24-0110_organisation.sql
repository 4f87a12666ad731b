-- Regions and organisations are global (schema directory); a school's own frame is fenced.
create schema organisation;
grant usage on schema organisation to parta_app, parta_jobs, parta_stats, parta_backup;

create table directory.region (
  id integer primary key,
  name text not null unique,
  time_zone text not null
);

create table directory.locality (
  id uuid primary key,
  region_id integer not null references directory.region (id),
  name text not null,
  kind text not null
);

-- An educational organisation as the public card shows it; school_id once it is connected.
create table directory.organisation (
  id uuid primary key,
  locality_id uuid not null references directory.locality (id),
  school_id integer unique,
  ogrn text unique,
  inn text,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('school', 'lyceum', 'gymnasium', 'boarding', 'evening', 'college', 'additional')),
  principal_name text,
  address text,
  phone text,
  email text,
  site text
);
grant select on directory.region, directory.locality, directory.organisation to parta_app, parta_jobs, parta_backup;
grant select, insert, update on directory.region, directory.locality, directory.organisation to parta_identity;

create table organisation.school (
  school_id integer primary key,
  name text not null,
  short_name text not null,
  time_zone text not null,
  kind text not null,
  settings jsonb not null default '{}'
);

create table organisation.academic_year (
  school_id integer not null references organisation.school (school_id),
  id uuid not null,
  name text not null,
  start_date date not null,
  end_date date not null,
  primary key (school_id, id)
);

create table organisation.period_scheme (
  school_id integer not null,
  id uuid not null,
  academic_year_id uuid not null,
  name text not null,
  kind text not null check (kind in ('quarter', 'trimester', 'halfYear', 'module')),
  primary key (school_id, id),
  foreign key (school_id, academic_year_id) references organisation.academic_year (school_id, id)
);

-- ordinal 0 and kind 'year' = the whole year of the scheme.
create table organisation.grading_period (
  school_id integer not null,
  id uuid not null,
  scheme_id uuid not null,
  kind text not null check (kind in ('quarter', 'trimester', 'halfYear', 'module', 'year')),
  ordinal integer not null,
  name text not null,
  start_date date not null,
  end_date date not null,
  primary key (school_id, id),
  unique (school_id, scheme_id, ordinal),
  foreign key (school_id, scheme_id) references organisation.period_scheme (school_id, id)
);

create table organisation.scheme_assignment (
  school_id integer not null,
  academic_year_id uuid not null,
  grade integer not null check (grade between 0 and 12),
  scheme_id uuid not null,
  primary key (school_id, academic_year_id, grade),
  foreign key (school_id, scheme_id) references organisation.period_scheme (school_id, id)
);

-- grades null = the whole school.
create table organisation.holiday_break (
  school_id integer not null,
  id uuid not null,
  academic_year_id uuid not null,
  name text not null,
  start_date date not null,
  end_date date not null,
  grades integer[],
  primary key (school_id, id),
  foreign key (school_id, academic_year_id) references organisation.academic_year (school_id, id)
);

-- dayOverride: off, or a working day by another weekday's timetable. scope_id is a grade or a class id as text.
create table organisation.calendar_day (
  school_id integer not null,
  date date not null,
  scope text not null check (scope in ('school', 'grade', 'class')),
  scope_id text not null default '',
  off boolean not null,
  as_weekday integer check (as_weekday between 1 and 7),
  bell_schedule_id uuid,
  name text,
  primary key (school_id, date, scope, scope_id)
);

create table organisation.bell_schedule (
  school_id integer not null references organisation.school (school_id),
  id uuid not null,
  name text not null,
  shift integer not null,
  primary key (school_id, id)
);

create table organisation.bell_period (
  school_id integer not null,
  bell_schedule_id uuid not null,
  number integer not null check (number >= 0),
  starts time not null,
  ends time not null,
  primary key (school_id, bell_schedule_id, number),
  foreign key (school_id, bell_schedule_id) references organisation.bell_schedule (school_id, id)
);

create table organisation.room (
  school_id integer not null references organisation.school (school_id),
  id uuid not null,
  building text,
  name text not null,
  capacity integer,
  primary key (school_id, id)
);

create table organisation.mark_scale (
  school_id integer not null references organisation.school (school_id),
  id uuid not null,
  name text not null,
  primary key (school_id, id)
);

-- code: 5 4 3 2 1 passed failed exempt notAssessed pendingPoint …; numerator null = no number, never in an average.
create table organisation.mark_scale_value (
  school_id integer not null,
  scale_id uuid not null,
  code text not null,
  numerator integer,
  denominator integer not null default 1 check (denominator > 0),
  band text check (band in ('excellent', 'good', 'satisfactory', 'poor')),
  is_passing boolean not null,
  ordinal integer not null,
  primary key (school_id, scale_id, code),
  foreign key (school_id, scale_id) references organisation.mark_scale (school_id, id)
);

select platform.school_table('organisation.school');
select platform.school_table('organisation.academic_year');
select platform.school_table('organisation.period_scheme');
select platform.school_table('organisation.grading_period');
select platform.school_table('organisation.scheme_assignment');
select platform.school_table('organisation.holiday_break');
select platform.school_table('organisation.calendar_day');
select platform.school_table('organisation.bell_schedule');
select platform.school_table('organisation.bell_period');
select platform.school_table('organisation.room');
select platform.school_table('organisation.mark_scale');
select platform.school_table('organisation.mark_scale_value');
