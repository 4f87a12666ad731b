-- An application with codes: its secret opens only with a key outside the database. A new secret waits until its first
-- code was shown; last_step is the time step of the last code taken, so that no code opens twice.
create table directory.totp_factor (
  account_id uuid primary key references directory.account (id),
  secret_enc bytea,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  pending_enc bytea,
  pending_at timestamptz
);

-- Recovery codes: HMACs of 50 random bits under a key outside the database; each opens once.
create table directory.recovery_code (
  code_hash bytea primary key,
  account_id uuid not null references directory.account (id),
  used_at timestamptz
);
create index recovery_code_account on directory.recovery_code (account_id);

-- Browsers that are not asked for the second factor until a day; token_hash = sha256 of the cookie's value.
create table directory.trusted_device (
  token_hash bytea primary key,
  account_id uuid not null references directory.account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index trusted_device_account on directory.trusted_device (account_id);

-- The password was right, the second factor is still asked for: no session yet.
create table directory.half_sign_in (
  token_hash bytea primary key,
  account_id uuid not null references directory.account (id),
  needs_own_password boolean not null,
  expires_at timestamptz not null
);
create index half_sign_in_account on directory.half_sign_in (account_id);

-- What happened to the access of an account, for its owner to see. Facts: written once.
create table directory.security_event (
  account_id uuid not null references directory.account (id),
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  facts jsonb not null default '{}',
  primary key (account_id, id)
);
grant select, insert on directory.security_event to parta_identity;

-- When this session last showed who uses it: by password or second factor.
alter table directory.session add column proved_at timestamptz not null default clock_timestamp();

grant select, insert, update, delete on directory.totp_factor, directory.recovery_code, directory.trusted_device,
  directory.half_sign_in to parta_identity;
grant select on directory.totp_factor, directory.recovery_code, directory.trusted_device, directory.half_sign_in,
  directory.security_event to parta_backup;
