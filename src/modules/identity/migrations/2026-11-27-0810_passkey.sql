-- Passkeys: the public half alone. rp_id is the host name it was made for; elsewhere it does not open.
create table directory.passkey (
  id uuid primary key,
  account_id uuid not null references directory.account (id),
  credential_id bytea not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  rp_id text not null,
  -- What the browser called itself that made it.
  device text,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account on directory.passkey (account_id);
grant select, insert, update, delete on directory.passkey to parta_identity;
grant select on directory.passkey to parta_backup;
