-- An e-mail that is to be confirmed by a code; the code itself is nowhere, only its HMAC under a key outside the database.
create table directory.contact_code (
  account_id uuid not null references directory.account (id),
  kind text not null check (kind in ('email', 'phone')),
  value_enc bytea not null,
  blind_index bytea not null,
  code_hash bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null,
  primary key (account_id, kind)
);

create index account_contact_found on directory.account_contact (kind, blind_index);

-- Somebody who forgot the password: begun by whoever knows the e-mail, proven by the code sent there, used once.
create table directory.recovery (
  id uuid primary key,
  -- sha256 of the cookie of the browser that began it.
  token_hash bytea not null unique,
  -- Accounts with that confirmed e-mail; empty where there are none: then no code fits.
  account_ids uuid[] not null default '{}',
  code_hash bytea,
  tries integer not null default 0,
  expires_at timestamptz not null,
  proven_at timestamptz,
  used_at timestamptz
);

grant select, insert, update, delete on directory.contact_code, directory.recovery to parta_identity;
grant delete on directory.account_contact to parta_identity;
grant select on directory.contact_code, directory.recovery to parta_backup;
