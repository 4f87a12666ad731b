import { statement } from '#platform/db/tx.ts';

// Is there a school on this server? Unique index organisation_school_id.
export const anySchool = statement(
  'setup.anySchool',
  'select exists (select from directory.organisation where school_id is not null)::text',
);

// The code in force; a new one takes the place of the old.
export const keepCode = statement(
  'setup.keepCode',
  `insert into directory.set_up_code as c (id, code_hash) values (1, $1::bytea)
   on conflict (id) do update set code_hash = excluded.code_hash, made_at = clock_timestamp(), used_at = null`,
);

// Spends the code, held until the transaction ends; nothing when it is another or spent.
export const spendCode = statement(
  'setup.spendCode',
  `update directory.set_up_code set used_at = clock_timestamp()
   where id = 1 and code_hash = $1::bytea and used_at is null`,
);
