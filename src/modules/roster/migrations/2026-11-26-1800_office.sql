-- What the school office writes: movements of students with their orders, and everybody's saved filters.

alter table roster.admission
  add column withdrawal_order_date date,
  add column withdrawal_destination text;

alter table roster.guardianship add column version integer not null default 1;

-- One act of the office on a student's place in the school; the facts themselves stand in admission and group_membership.
-- effective_date = the first day of an admission, transfer or restoration, the last day of a withdrawal.
-- changes = the memberships it ended (with their end before) and those it began: what taking it back has to restore.
create table roster.student_movement (
  school_id integer not null,
  student_id uuid not null,
  ordinal integer not null,
  kind text not null check (kind in ('admission', 'transfer', 'withdrawal', 'restoration')),
  effective_date date not null,
  order_number text,
  order_date date,
  reason text,
  destination text,
  admission_id uuid not null,
  from_class_id uuid,
  to_class_id uuid,
  changes jsonb not null,
  made_at timestamptz not null default clock_timestamp(),
  made_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (school_id, student_id, ordinal),
  foreign key (school_id, student_id) references roster.person (school_id, id),
  foreign key (school_id, admission_id) references roster.admission (school_id, id),
  foreign key (school_id, from_class_id) references roster.school_class (school_id, id),
  foreign key (school_id, to_class_id) references roster.school_class (school_id, id)
);

-- A filter of the people's list under a name; one account's own. Taken away = removed_at.
create table roster.saved_filter (
  school_id integer not null,
  account_id uuid not null,
  id uuid not null,
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  removed_at timestamptz,
  primary key (school_id, account_id, id)
);

select platform.student_table('roster.student_movement');
select platform.school_table('roster.saved_filter');
