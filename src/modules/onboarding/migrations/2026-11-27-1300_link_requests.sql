-- Guardians ask to be joined to a further child of their school; the office confirms the kinship or refuses.
create schema onboarding;
grant usage on schema onboarding to parta_app, parta_jobs, parta_backup;

-- What was typed names a child the school may or may not have: nothing is looked up until the office does.
-- person_id = the guardian, known to the school; document_tail = the last signs, the paper itself is shown at the school.
create table onboarding.link_request (
  school_id integer not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  last_name text not null,
  first_name text not null,
  middle_name text,
  birth_date date not null,
  kinship text not null check (kinship in ('mother', 'father', 'grandmother', 'grandfather', 'guardian', 'other')),
  document_kind text not null check (document_kind in ('birthCertificate', 'guardianshipAct', 'other')),
  document_tail text check (length(document_tail) <= 4),
  word text,
  state text not null default 'waiting' check (state in ('waiting', 'linked', 'refused', 'withdrawn', 'expired')),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  refusal text check (refusal in ('notConfirmed', 'documentNeeded', 'other')),
  refusal_word text,
  student_id uuid,
  guardianship_id uuid,
  primary key (school_id, id),
  foreign key (school_id, person_id) references roster.person (school_id, id),
  foreign key (school_id, student_id) references roster.person (school_id, id),
  check ((state = 'waiting') = (decided_at is null)),
  check ((state = 'linked') = (guardianship_id is not null)),
  check ((state = 'refused') = (refusal is not null))
);
create index link_request_state on onboarding.link_request (school_id, state, asked_at);
create index link_request_account on onboarding.link_request (school_id, account_id, asked_at);

select platform.school_table('onboarding.link_request');
-- The night looks which schools have a request past its days; it writes behind the fence of each.
create policy night on onboarding.link_request for select to parta_jobs using (true);
