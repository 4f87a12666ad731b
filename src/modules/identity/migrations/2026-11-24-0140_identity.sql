-- Accounts and sessions are global (schema directory, role parta_identity alone); role grants belong to a school.
create schema identity;
grant usage on schema identity to parta_app, parta_jobs, parta_backup;

create table directory.account (
  id uuid primary key,
  login text not null unique,
  password_hash text,
  esia_oid text unique,
  locale text not null default 'ru',
  created_at timestamptz not null default clock_timestamp(),
  disabled_at timestamptz,
  must_change_password boolean not null default false
);

create table directory.account_contact (
  account_id uuid not null references directory.account (id),
  kind text not null check (kind in ('email', 'phone')),
  value_enc bytea not null,
  blind_index bytea not null,
  verified_at timestamptz,
  signs_in boolean not null default false,
  primary key (account_id, kind, blind_index)
);
create unique index account_contact_signs_in on directory.account_contact (kind, blind_index) where signs_in;

-- A person is a school's record; an account may hold several, in several schools.
create table directory.account_person (
  account_id uuid not null references directory.account (id),
  school_id integer not null,
  person_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (account_id, school_id, person_id),
  unique (school_id, person_id)
);

create table directory.snils_index (
  blind_index bytea primary key,
  account_id uuid not null references directory.account (id)
);

-- token_hash = sha256 of the opaque cookie value; kind decides how long the session lasts.
create table directory.session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references directory.account (id),
  kind text not null check (kind in ('family', 'staff')),
  created_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  idle_until timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  device text,
  last_school_id integer,
  last_person_id uuid
);
create index session_account on directory.session (account_id);

-- Failed attempts per bucket (account, account and network, network, all), a sliding window.
create table directory.sign_in_throttle (
  bucket bytea primary key,
  failures integer not null,
  window_start timestamptz not null,
  blocked_until timestamptz
);

-- Roles above one school: regional coordinator, platform operator.
create table directory.region_role (
  id uuid primary key,
  account_id uuid not null references directory.account (id),
  role text not null check (role in ('regionalCoordinator', 'platformOperator')),
  region_id integer references directory.region (id),
  start_date date not null,
  end_date date
);

grant select, insert, update on directory.account, directory.account_contact, directory.region_role to parta_identity;
grant select, insert, delete on directory.account_person, directory.snils_index to parta_identity;
grant select, insert, update, delete on directory.session, directory.sign_in_throttle to parta_identity;
grant select on all tables in schema directory to parta_backup;

create table identity.role_grant (
  school_id integer not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in
    ('schoolAdmin', 'principal', 'deputyHead', 'secretary', 'teacher', 'psychologist', 'socialPedagogue', 'librarian')),
  start_date date not null,
  end_date date,
  granted_by uuid,
  primary key (school_id, id),
  foreign key (school_id, person_id) references roster.person (school_id, id)
);
create index role_grant_person on identity.role_grant (school_id, person_id);

select platform.school_table('identity.role_grant');
