-- Subjects and kinds of work of a school.
create schema curriculum;
grant usage on schema curriculum to parta_app, parta_jobs, parta_stats, parta_backup;

create table curriculum.subject (
  school_id integer not null,
  id uuid not null,
  name text not null,
  short_name text not null,
  area text,
  kind text not null check (kind in ('lesson', 'extracurricular')),
  ordinal integer not null,
  primary key (school_id, id),
  unique (school_id, name)
);

-- weight is a starting proposal (the school's local act decides); a work keeps its own.
create table curriculum.work_type (
  school_id integer not null,
  id uuid not null,
  name text not null,
  abbr text not null,
  weight integer not null check (weight between 0 and 100),
  is_assessment boolean not null default false,
  is_default boolean not null default false,
  ordinal integer not null,
  primary key (school_id, id),
  unique (school_id, abbr)
);

select platform.school_table('curriculum.subject');
select platform.school_table('curriculum.work_type');
