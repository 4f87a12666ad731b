-- People of a school, classes, groups, teaching assignments; all facts carry dates, the last day included.
create schema roster;
grant usage on schema roster to parta_app, parta_jobs, parta_stats, parta_backup;

-- sort_key: see roster/person/rules.ts (ё beside е); snils is encrypted, snils_index a keyed blind index of this school.
create table roster.person (
  school_id integer not null,
  id uuid not null,
  last_name text not null,
  first_name text not null,
  middle_name text,
  sort_key text collate "C" not null,
  birth_date date,
  gender text check (gender in ('male', 'female')),
  snils_enc bytea,
  snils_index bytea,
  phone text,
  email text,
  created_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (school_id, id)
);
create unique index person_snils on roster.person (school_id, snils_index) where snils_index is not null;
create index person_sort on roster.person (school_id, sort_key);

create table roster.staff (
  school_id integer not null,
  person_id uuid not null,
  position text not null,
  staff_number text,
  start_date date not null,
  end_date date,
  primary key (school_id, person_id),
  foreign key (school_id, person_id) references roster.person (school_id, id)
);

-- end_date = the last day at school; open = still here.
create table roster.admission (
  school_id integer not null,
  id uuid not null,
  student_id uuid not null,
  start_date date not null,
  end_date date,
  file_number text,
  order_number text,
  order_date date,
  transferred_from text,
  withdrawal_order text,
  withdrawal_reason text,
  primary key (school_id, id),
  foreign key (school_id, student_id) references roster.person (school_id, id)
);
create index admission_student on roster.admission (school_id, student_id);

create table roster.guardianship (
  school_id integer not null,
  id uuid not null,
  guardian_id uuid not null,
  student_id uuid not null,
  kinship text not null check (kinship in ('mother', 'father', 'grandmother', 'grandfather', 'guardian', 'other')),
  scope text[] not null default '{marks,messages,contacts,documents}',
  basis text,
  start_date date not null,
  end_date date,
  primary key (school_id, id),
  foreign key (school_id, guardian_id) references roster.person (school_id, id),
  foreign key (school_id, student_id) references roster.person (school_id, id)
);
create index guardianship_guardian on roster.guardianship (school_id, guardian_id);
create index guardianship_student on roster.guardianship (school_id, student_id);

-- A new row each year; lineage_id stays with the class through the years.
create table roster.school_class (
  school_id integer not null,
  id uuid not null,
  academic_year_id uuid not null,
  grade integer not null check (grade between 0 and 12),
  letter text not null,
  lineage_id uuid not null,
  shift integer not null default 1,
  primary key (school_id, id),
  unique (school_id, academic_year_id, grade, letter),
  foreign key (school_id, academic_year_id) references organisation.academic_year (school_id, id)
);

create table roster.class_homeroom (
  school_id integer not null,
  id uuid not null,
  class_id uuid not null,
  staff_id uuid not null,
  start_date date not null,
  end_date date,
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster.school_class (school_id, id),
  foreign key (school_id, staff_id) references roster.staff (school_id, person_id)
);
create index class_homeroom_class on roster.class_homeroom (school_id, class_id);
create index class_homeroom_staff on roster.class_homeroom (school_id, staff_id);

-- kind 'class' = the whole class (one per class); subgroups of one division_tag exclude each other.
create table roster.study_group (
  school_id integer not null,
  id uuid not null,
  academic_year_id uuid not null,
  kind text not null check (kind in ('class', 'subgroup', 'crossClass', 'extracurricular')),
  name text not null,
  division_tag text,
  primary key (school_id, id),
  foreign key (school_id, academic_year_id) references organisation.academic_year (school_id, id)
);

create table roster.group_class (
  school_id integer not null,
  group_id uuid not null,
  class_id uuid not null,
  primary key (school_id, group_id, class_id),
  foreign key (school_id, group_id) references roster.study_group (school_id, id),
  foreign key (school_id, class_id) references roster.school_class (school_id, id)
);
create index group_class_class on roster.group_class (school_id, class_id);

create table roster.group_membership (
  school_id integer not null,
  id uuid not null,
  group_id uuid not null,
  student_id uuid not null,
  start_date date not null,
  end_date date,
  primary key (school_id, id),
  foreign key (school_id, group_id) references roster.study_group (school_id, id),
  foreign key (school_id, student_id) references roster.person (school_id, id)
);
create index group_membership_group on roster.group_membership (school_id, group_id);
create index group_membership_student on roster.group_membership (school_id, student_id);

-- teachingAssignment = one journal page. scale_id null = no marks (grade 1, extracurricular).
create table roster.teaching_assignment (
  school_id integer not null,
  id uuid not null,
  academic_year_id uuid not null,
  group_id uuid not null,
  subject_id uuid not null,
  journal_kind text not null check (journal_kind in ('lesson', 'extracurricular')),
  scale_id uuid,
  hours_per_week_tenths integer not null default 10,
  retired_at timestamptz,
  primary key (school_id, id),
  foreign key (school_id, academic_year_id) references organisation.academic_year (school_id, id),
  foreign key (school_id, group_id) references roster.study_group (school_id, id),
  foreign key (school_id, subject_id) references curriculum.subject (school_id, id),
  foreign key (school_id, scale_id) references organisation.mark_scale (school_id, id)
);
create index teaching_assignment_group on roster.teaching_assignment (school_id, group_id);

create table roster.assignment_teacher (
  school_id integer not null,
  id uuid not null,
  assignment_id uuid not null,
  staff_id uuid not null,
  start_date date not null,
  end_date date,
  primary key (school_id, id),
  foreign key (school_id, assignment_id) references roster.teaching_assignment (school_id, id),
  foreign key (school_id, staff_id) references roster.staff (school_id, person_id)
);
create index assignment_teacher_assignment on roster.assignment_teacher (school_id, assignment_id);
create index assignment_teacher_staff on roster.assignment_teacher (school_id, staff_id);

select platform.school_table('roster.person');
select platform.school_table('roster.staff');
select platform.student_table('roster.admission');
select platform.student_table('roster.guardianship');
select platform.school_table('roster.school_class');
select platform.school_table('roster.class_homeroom');
select platform.school_table('roster.study_group');
select platform.school_table('roster.group_class');
select platform.student_table('roster.group_membership');
select platform.school_table('roster.teaching_assignment');
select platform.school_table('roster.assignment_teacher');
