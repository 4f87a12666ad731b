-- A letter that may come back. Its sender carries a token; here is only the token's hash, the account and which of its addresses.
create table directory.sent_letter (
  token_hash bytea primary key,
  account_id uuid not null references directory.account (id),
  blind_index bytea not null,
  expires_at timestamptz not null
);

-- An address that takes no letters: since when, why, and when its owner was told.
alter table directory.account_contact
  add column bounced_at timestamptz,
  add column bounce_reason text,
  add column bounce_told_at timestamptz;

-- The same of an address that was never confirmed: its code did not arrive.
alter table directory.contact_code
  add column bounced_at timestamptz,
  add column bounce_reason text;

grant select, insert, delete on directory.sent_letter to parta_identity;
grant select on directory.sent_letter to parta_backup;
