-- Consents to the processing of personal data: what a school asks for, the text it asks with, and who said what.
create schema consents;
grant usage on schema consents to parta_app, parta_jobs, parta_backup;

-- One purpose is one document. code = of those every school begins with; null = the school's own.
create table consents.purpose (
  school_id integer not null references organisation.school (school_id),
  id uuid not null,
  code text,
  title text not null check (title <> ''),
  ordinal integer not null,
  is_asked boolean not null,
  primary key (school_id, id)
);
create unique index purpose_code on consents.purpose (school_id, code);

-- What is signed, word by word. asks_again = a «yes» to an earlier text opens nothing any more.
create table consents.purpose_text (
  school_id integer not null,
  purpose_id uuid not null,
  version integer not null check (version > 0),
  body text not null check (body <> ''),
  sha256 bytea not null check (length(sha256) = 32),
  asks_again boolean not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (school_id, purpose_id, version),
  foreign key (school_id, purpose_id) references consents.purpose (school_id, id),
  check (version > 1 or asks_again)
);

-- One word of one signer about one student. signed_on = the date on the paper, or the school's date of the answer.
-- received_by = who took the paper, recorded_by = who entered it; account_id = who answered or entered.
create table consents.decision (
  school_id integer not null,
  id uuid not null,
  purpose_id uuid not null,
  text_version integer not null,
  student_id uuid not null,
  signer_id uuid not null,
  word text not null check (word in ('yes', 'no', 'withdrawn')),
  way text not null check (way in ('electronic', 'paper')),
  signed_on date not null,
  made_at timestamptz not null,
  account_id uuid not null,
  received_by uuid,
  recorded_by uuid,
  primary key (school_id, id),
  foreign key (school_id, purpose_id, text_version) references consents.purpose_text (school_id, purpose_id, version),
  foreign key (school_id, student_id) references roster.person (school_id, id),
  foreign key (school_id, signer_id) references roster.person (school_id, id),
  foreign key (school_id, received_by) references roster.person (school_id, id),
  foreign key (school_id, recorded_by) references roster.person (school_id, id),
  check ((way = 'paper') = (received_by is not null and recorded_by is not null))
);
create index decision_student on consents.decision (school_id, student_id, purpose_id);

select platform.school_table('consents.purpose');
select platform.school_table('consents.purpose_text');
select platform.student_table('consents.decision');
select platform.append_only('consents.purpose_text');
select platform.append_only('consents.decision');
