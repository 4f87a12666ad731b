-- «Сделано»: the student's own tick at a piece of homework. A fact of the student, not an entry of the journal.
create table homework.tick (
  school_id integer not null,
  student_id uuid not null,
  homework_id uuid not null,
  -- Null = taken back.
  done_at timestamptz,
  primary key (school_id, student_id, homework_id),
  foreign key (school_id, homework_id) references homework.homework (school_id, id),
  foreign key (school_id, student_id) references roster.person (school_id, id)
);

select platform.student_table('homework.tick');
