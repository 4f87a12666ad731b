-- A printed slip opens an account once more: its secret is a temporary password and a code to type or scan.
create table directory.access_slip (
  id uuid primary key,
  account_id uuid not null references directory.account (id),
  school_id integer not null,
  person_id uuid not null,
  -- HMAC of the secret under a key outside the database; 50 random bits need no slow hash.
  secret_hash bytea not null unique,
  issued_at timestamptz not null default clock_timestamp(),
  issued_by uuid,
  expires_at timestamptz not null,
  -- When a password of one's own was set by it; only then is it spent.
  used_at timestamptz,
  revoked_at timestamptz
);
create index access_slip_account on directory.access_slip (account_id, issued_at);
grant select, insert, update on directory.access_slip to parta_identity;
grant select on directory.access_slip to parta_backup;

-- Such a session may set a password of one's own, and nothing else.
alter table directory.session add column needs_own_password boolean not null default false;
